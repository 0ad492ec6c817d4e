import assert from 'node:assert/strict';
import { defaultOptions } from '../../server/src/analysis/options.js';
import { analyzeText } from '../../server/src/service/analyzed.js';
import { hoverOf } from '../../server/src/service/hover.js';

/** The first line of the hover on each line of a properties file. */
function hovers(text: string): readonly (string | undefined)[] {
  const file = { uri: 'file:///config/connect-mirror-maker.properties', languageId: 'properties', text };
  const analyzed = analyzeText(file, {
    options: defaultOptions,
    onRuleFailure: (ruleId, error) => {
      throw new Error(`Rule ${ruleId} failed.`, { cause: error });
    },
  });
  return text.split('\n').map((_, line) => {
    const contents = hoverOf(analyzed, { line, character: 2 })?.contents;
    return typeof contents === 'object' && 'value' in contents ? contents.value.split('\n')[0] : undefined;
  });
}

describe('a hover', () => {
  it('shows what Kafka defines where one line is two settings', () => {
    assert.deepEqual(hovers('clusters=A,B\nA->B.enabled=true\nA->B.exactly.once.support=requested\nA.producer.acks=1\n'), [
      '**clusters** (mirror-maker)',
      '**enabled** (mirror-source, flow A->B)',
      '**A->B.exactly.once.support** (mirror-maker)',
      '**acks** (producer, cluster A)',
      undefined,
    ]);
  });
});
