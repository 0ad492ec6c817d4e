import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Document, ParseMemory } from '../../server/src/syntax/syntax.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { times } from '../support/runs.js';

const lines = fc.constantFrom(
  'spring:',
  'spring.kafka:',
  '  kafka:',
  '    producer:',
  '      acks: 1',
  '      acks: all # note',
  '  list: [1, { a: b }]',
  '  - item',
  'server: { port: 8080 }',
  'name: orders',
  'text: |',
  '  one: two',
  '    three',
  'quoted: "a',
  '  b"',
  "single: 'x: y'",
  '# a comment',
  '  # another',
  '',
  '---',
  'anchor: &a 1',
  'reference: *a',
  '}',
  '- top',
  '"quoted key": 1',
  'broken: [1, 2',
  '\ttab: 1',
  'empty:',
  'folded: >-',
);
const text = fc
  .tuple(fc.array(lines, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([some, end, closed]) => some.join(end) + (closed ? end : ''));

const blocks = fc.constantFrom(
  'spring:\n  kafka:\n    producer:\n      acks: 1\n',
  'spring:\n  kafka:\n    consumer: {group-id: a, auto-offset-reset: latest}\n',
  'server:\n  port: 8080\n  port: 8081 # twice\n',
  'spring.kafka.producer.acks: all\n',
  'text: |\n  one: two\n\n    three\n',
  'quoted: "a\n  b"\n\n',
  'list:\n- a\n',
  'list:\n  - a\n  - b: 1\n    c: 2\n',
  'empty:\n',
  '# a comment\n',
  '\n',
);
const simpleText = fc.array(blocks, { minLength: 2, maxLength: 8 }).map(some => some.join(''));

/** What two documents have in common if they say the same: everything, with sections by their place in the list. */
function comparable({ entries, sections, ...rest }: Document): unknown {
  return { ...rest, sections, entries: entries.map(entry => ({ ...entry, section: entry.section && sections.indexOf(entry.section) })) };
}

describe('YAML with a memory', () => {
  it('reads every version of a text as it reads it without', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), versions => {
        const memory: ParseMemory = { blocks: new Map() };
        for (const version of versions) assert.deepEqual(comparable(yaml.parse(version, memory)), comparable(yaml.parse(version)));
      }),
      times(150),
    );
  });

  it('reads texts of plain blocks as it reads them without', () => {
    let byBlocks = 0;
    const runs = times(300);
    fc.assert(
      fc.property(fc.array(simpleText, { minLength: 1, maxLength: 4 }), versions => {
        const memory: ParseMemory = { blocks: new Map() };
        for (const version of versions) assert.deepEqual(comparable(yaml.parse(version, memory)), comparable(yaml.parse(version)));
        byBlocks += memory.blocks.size > 1 ? 1 : 0;
      }),
      runs,
    );
    assert.ok(byBlocks * 3 > runs.numRuns, `only ${String(byBlocks)} texts were read by blocks`);
  });

  it('reads a text as a whole where a value stands below a blank line and a comment', () => {
    for (const given of ['spring:\n\n# a comment\n    three\nspring:', 'a:\r\n\r\n  # one\r\n# two\r\n  b\r\nc: 1\r\n']) {
      const memory: ParseMemory = { blocks: new Map() };
      assert.deepEqual(comparable(yaml.parse(given, memory)), comparable(yaml.parse(given)));
    }
  });

  it('reads only the block again that has changed', () => {
    const memory: ParseMemory = { blocks: new Map() };
    yaml.parse('a:\n  b: 1\nc:\n  d: 2\n', memory);
    const before = memory.blocks.get('c:\n  d: 2\n')?.document;
    yaml.parse('a:\n  b: 100\nc:\n  d: 2\n', memory);
    assert.ok(before !== undefined && memory.blocks.get('c:\n  d: 2\n')?.document === before);
    assert.equal(memory.blocks.size, 2);
  });

  it('reports a key that two blocks share', () => {
    const { problems } = yaml.parse('a: 1\nb: 2\na: 3\n', { blocks: new Map() });
    assert.deepEqual(
      problems.map(({ kind, span }) => [kind, span]),
      [['duplicate-key', { start: 10, end: 11 }]],
    );
  });
});
