import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withPrefix } from '../../server/src/embedded/environment/names.js';
import { itemsOf, variableIn, variableWriter } from '../../server/src/embedded/environment/variables.js';
import { mapView } from '../../server/src/embedded/map-view.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { times } from '../support/runs.js';

const names = withPrefix('KAFKA_');

/** The variables of the only mapping or list of a YAML text as the program's file. */
function open(text: string) {
  const outer = yaml.parse(text);
  const variables = outer.entries.map(entry => variableIn(outer, entry));
  return mapView(itemsOf(variables, names), text, variableWriter(outer, names));
}

/** The outer text after the inner one has become this; undefined where it cannot be written. */
function rewritten(text: string, change: (inner: string) => string): string | undefined {
  const view = open(text);
  const edits = view.outerEdits(change(view.document.text));
  return edits && applyEdits(text, edits);
}

const map = 'env:\n  KAFKA_A_B: 1 # one\n  OTHER: x\n  KAFKA_C: "two"\n';
const list = 'env:\n  - KAFKA_A_B=1 # one\n  - OTHER=x\n  - "KAFKA_C=two"\n';

describe('a map of keys that another text writes', () => {
  it('is a file with a line for each', () => {
    for (const text of [map, list]) assert.equal(open(text).document.text, 'a.b=1\nc=two\n');
  });

  it('has its spans where the outer text writes them', () => {
    for (const text of [map, list]) {
      const { document, outerSpan } = open(text);
      const [first, second] = document.entries;
      assert.ok(first && second);
      assert.deepEqual(
        [first.keySpan, first.valueSpan].map(span => slice(text, outerSpan(span))),
        ['KAFKA_A_B', '1'],
      );
      assert.equal(slice(text, outerSpan(second.keySpan)), 'KAFKA_C');
      assert.match(slice(text, outerSpan(first.span)), /KAFKA_A_B[:=] ?1/);
    }
    assert.deepEqual(open('env: {}\n').outerSpan({ start: 0, end: 0 }), { start: 0, end: 0 });
    const empty = 'env:\n  KAFKA_A:\n';
    const { document, outerSpan } = open(empty);
    assert.equal(slice(empty, outerSpan(document.entries[0]?.valueSpan ?? { start: 0, end: 0 })), 'KAFKA_A');
  });

  it('points at a part of a value where both texts write it alike', () => {
    const text = 'env:\n  KAFKA_A: one,two\n  KAFKA_B: "th\\u0072ee"\n';
    const { document, outerSpan } = open(text);
    const at = document.text.indexOf('two');
    assert.equal(slice(text, outerSpan({ start: at, end: at + 3 })), 'two');
    const whole = document.text.indexOf('three');
    assert.equal(slice(text, outerSpan({ start: whole, end: whole + 2 })), '"th\\u0072ee"');
  });

  it('is written in the way of the outer text', () => {
    const set = (inner: string): string => inner.replace('a.b=1', 'a.b=true').replace('c=two', 'c=3');
    assert.equal(rewritten(map, set), 'env:\n  KAFKA_A_B: "true" # one\n  OTHER: x\n  KAFKA_C: "3"\n');
    assert.equal(rewritten(list, set), 'env:\n  - KAFKA_A_B=true # one\n  - OTHER=x\n  - "KAFKA_C=3"\n');
    const rename = (inner: string): string => inner.replace('a.b', 'a-b_c');
    assert.equal(rewritten(map, rename), map.replace('KAFKA_A_B', 'KAFKA_A___B__C'));
    assert.equal(rewritten(list, rename), list.replace('KAFKA_A_B', 'KAFKA_A___B__C'));
    const remove = (inner: string): string => inner.replace('a.b=1\n', '');
    assert.equal(rewritten(map, remove), 'env:\n  OTHER: x\n  KAFKA_C: "two"\n');
    assert.equal(rewritten(list, remove), 'env:\n  - OTHER=x\n  - "KAFKA_C=two"\n');
    const add = (inner: string): string => inner.replace('c=two', 'd=false\nc=two');
    assert.equal(rewritten(map, add), map.replace('  OTHER', '  KAFKA_D: "false"\n  OTHER'));
    assert.equal(rewritten(list, add), list.replace('  - OTHER', '  - KAFKA_D=false\n  - OTHER'));
    const first = (inner: string): string => `d=1\n${inner}`;
    assert.equal(rewritten(map, first), `${map}  KAFKA_D: 1\n`);
    const other = (inner: string): string => inner.replace('c=two', 'd=4');
    assert.equal(rewritten(map, other), 'env:\n  KAFKA_A_B: 1 # one\n  KAFKA_D: 4\n  OTHER: x\n');
    assert.equal(
      rewritten('env: [KAFKA_A=1, "KAFKA_B=2"]\n', inner => `${inner}c=3\n`),
      'env: [KAFKA_A=1, "KAFKA_B=2", "KAFKA_C=3"]\n',
    );
  });

  it('is not written where a key has no name there', () => {
    assert.equal(
      rewritten(map, inner => `${inner}Upper.Case=1\n`),
      undefined,
    );
    assert.equal(
      rewritten(map, inner => inner.replace('a.b', 'Upper')),
      undefined,
    );
    assert.equal(
      rewritten('env: {}\n', inner => `${inner}a=1\n`),
      undefined,
    );
  });

  it('has the cursor in its values alone', () => {
    for (const text of [map, list]) {
      const { document, innerOffset } = open(text);
      assert.equal(innerOffset(text.indexOf('1') + 1), document.text.indexOf('1') + 1);
      assert.equal(innerOffset(text.indexOf('OTHER')), undefined);
    }
    const text = 'env:\n  KAFKA_A:  \n';
    const { document, innerOffset } = open(text);
    assert.equal(innerOffset(text.indexOf(':  ') + 2), document.entries[0]?.valueSpan.start);
  });

  it('takes what is typed without a value for one that the shell gives', () => {
    assert.equal(open('env:\n  - KAFKA_A\n  - KAFKA_B=\n').document.text, 'a=${KAFKA_A}\nb=\n');
    assert.equal(open('env:\n  KAFKA_A:\n  KAFKA_B: ""\n  KAFKA_C: yes\n').document.text, 'a=${KAFKA_A}\nb=\nc=yes\n');
  });

  it('says again what was written, whatever is changed', () => {
    const key = fc.constantFrom('a', 'a.b', 'c_d', 'e-f', 'g.h.i', 'log.dirs');
    const value = fc.constantFrom('1', 'true', '', 'x y', 'a: b', '#', "it's", '"', 'ü', 'null');
    const pairs = fc.uniqueArray(fc.tuple(key, value), { selector: ([one]) => one, minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pairs, pairs, fc.boolean(), fc.boolean(), (before, after, asList, quoted) => {
        const line = ([one, text]: readonly [string, string]): string => {
          const scalar = (given: string): string => (quoted || !/^[\w.]+$/.test(given) ? JSON.stringify(given) : given);
          return asList ? `  - ${JSON.stringify(`${names.variableOf(one)}=${text}`)}` : `  ${names.variableOf(one)}: ${scalar(text)}`;
        };
        const text = `env:\n${before.map(line).join('\n')}\n  ${asList ? '- ' : ''}${asList ? 'OTHER=x' : 'OTHER: x'}\n`;
        const inner = after.map(([one, given]) =>
          applyEdits('', syntaxes.properties.insert(syntaxes.properties.parse(''), { atEnd: true }, [one], given)),
        );
        const wanted = inner.join('');
        const now = rewritten(text, () => wanted);
        assert.ok(now !== undefined);
        const read = (given: string): Readonly<Record<string, string>> =>
          Object.fromEntries(
            syntaxes.properties.parse(given).entries.map(({ path: [one], value: held }) => [one?.kind === 'key' ? one.text : '', held]),
          );
        assert.deepEqual(read(open(now).document.text), read(wanted), `${text}\nbecame\n${now}`);
        assert.match(now, /OTHER[:=] ?x/);
      }),
      times(300),
    );
  });
});
