import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findIn } from '../support/check.js';

// what kafka.server.KafkaConfig.fromProps of that version said, one file a line, its keys separated by `; `
const recorded = readFileSync(new URL('../../../test/conformance/broker-start/verdicts.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

describe('broker-start-conflict and the verdicts of Kafka 3.3.2, 3.9.2, 4.0.2 and 4.3.1', () => {
  for (const verdict of ['starts', 'refused']) {
    it(`agrees on every file that ${verdict === 'starts' ? 'starts' : 'is refused'}`, () => {
      const files = recorded.filter(line => line.startsWith(verdict));
      assert.ok(files.length >= 250);
      const others = files.filter(line => {
        const [, version, settings = ''] = /^\w+ +(\S+) (.*)$/.exec(line) ?? [];
        const refused = findIn('broker', settings.replaceAll('; ', '\n'), { version }).some(one => one.rule.id === 'broker-start-conflict');
        return refused !== (verdict === 'refused');
      });
      assert.deepEqual(others, []);
    });
  }
});
