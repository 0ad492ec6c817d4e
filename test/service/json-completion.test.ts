import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver';
import { analyzeText, optionsOf } from '../../server/src/service/analyzed.js';
import { completionsOf } from '../../server/src/service/completion.js';
import { hoverOf } from '../../server/src/service/hover.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { readMarked } from '../support/markers.js';

function open(marked: string) {
  const { text, cursors } = readMarked(marked);
  const file = { uri: 'file:///connectors/orders.json', languageId: 'json', text };
  const onRuleFailure = (ruleId: string, error: unknown): void => {
    throw new Error(ruleId, { cause: error });
  };
  const analyzed = analyzeText(file, { options: optionsOf(undefined), onRuleFailure });
  return { analyzed, text, position: analyzed.lines.positionAt(cursors[0] ?? 0) };
}

function itemsAt(marked: string): readonly CompletionItem[] {
  const { analyzed, position } = open(marked);
  return completionsOf(analyzed, position);
}

const labels = (marked: string): readonly string[] => itemsAt(marked).map(({ label }) => label);

/** The text once the item of that label is taken; what the editor compares with what is typed must begin with it. */
function taken(marked: string, label: string): string | undefined {
  const { analyzed, text, position } = open(marked);
  const item = completionsOf(analyzed, position).find(one => one.label === label);
  const edit = item?.textEdit;
  if (!item || !edit || !('range' in edit)) return undefined;
  const edits = [edit, ...(item.additionalTextEdits ?? [])].map(({ range, newText }) => ({
    span: { start: analyzed.lines.offsetAt(range.start), end: analyzed.lines.offsetAt(range.end) },
    newText,
  }));
  const typed = text.slice(edits[0]?.span.start, analyzed.lines.offsetAt(position));
  assert.ok(item.filterText?.startsWith(typed), `${String(item.filterText)} begins with ${typed}`);
  return applyEdits(text, edits);
}

const source = '"connector.class": "FileStreamSource"';
const acks = 'producer.override.acks';

describe('completion of keys in JSON', () => {
  it('writes the key with its quotes, in whatever state they are', () => {
    for (const typed of ['"|"', '"|', '"pro|"', '"pro|', '|', 'pro|'])
      assert.equal(taken(`{\n  ${source},\n  ${typed}\n}`, acks), `{\n  ${source},\n  "${acks}": \n}`, typed);
  });
  it('adds the comma that is missing before it', () => {
    assert.equal(taken(`{\n  ${source}\n  "|"\n}`, acks), `{\n  ${source},\n  "${acks}": \n}`);
    assert.equal(taken(`{\n  ${source} // the class\n  "|"\n}`, acks), `{\n  ${source}, // the class\n  "${acks}": \n}`);
    assert.equal(taken(`{"x": {}, ${source} "|"}`, acks), `{"x": {}, ${source}, "${acks}": }`);
  });
  it('keeps the value of a key that is renamed, and the file’s way to write a colon', () => {
    assert.equal(taken(`{\n  ${source},\n  "pro|": "1",\n  "x": 1\n}`, acks), `{\n  ${source},\n  "${acks}": "1",\n  "x": 1\n}`);
    assert.equal(taken('{"connector.class" : "FileStreamSource", "|"}', acks), `{"connector.class" : "FileStreamSource", "${acks}" : }`);
  });
  it('knows the objects of one text apart', () => {
    const two = (one: string, other: string): string =>
      `[{"name": "a", "config": {${source}, "tasks.max": "1"${one}}}, {"name": "b", "config": {"connector.class": "FileStreamSink"${other}}}]`;
    assert.ok(labels(two(', "|"', '')).includes(acks));
    assert.ok(!labels(two(', "|"', '')).includes('tasks.max'));
    assert.ok(labels(two('', ', "|"')).includes('tasks.max'));
    assert.ok(labels(two('', ', "|"')).includes('consumer.override.auto.offset.reset'));
    assert.ok(!labels(two('', ', "|"')).includes(acks));
  });
  it('offers nothing where no key of a connector can stand', () => {
    for (const marked of [
      `{${source}, // |\n}`,
      `{${source}, /* | */ "x": 1}`,
      `{${source}, "topics": ["|"]}`,
      `{${source}, "x": {"|"}}`,
      `{"name": "a", "|", "config": {${source}}}`,
      `{${source}, "x"|}`,
      `{${source}, "x": "|"}`,
      '{"compilerOptions": {"|"}}',
      '|',
      `|{${source}}`,
    ])
      assert.deepEqual(labels(marked), [], marked);
  });
});

describe('completion of values in JSON', () => {
  it('writes strings with their quotes, and bare what is bare', () => {
    for (const typed of ['"|"', '"a|"', '|', 'a|', '"0|"']) {
      const value = typed === '"0|"' ? '-1' : 'all';
      const after = taken(`{\n  ${source},\n  "${acks}": ${typed.replace('0', '')}\n}`, value);
      assert.equal(after, `{\n  ${source},\n  "${acks}": "${value}"\n}`, typed);
    }
    assert.equal(
      taken(`{${source}, "producer.override.retries": |0}`, '2147483647'),
      `{${source}, "producer.override.retries": 2147483647}`,
    );
    assert.equal(taken(`{${source}, "${acks}":|}`, 'all'), `{${source}, "${acks}": "all"}`);
  });
  it('adds the comma that is missing behind it', () => {
    for (const typed of ['|', '"|"'])
      assert.equal(
        taken(`{\n  ${source},\n  "${acks}": ${typed}\n  "x": 1\n}`, 'all'),
        `{\n  ${source},\n  "${acks}": "all",\n  "x": 1\n}`,
      );
    assert.equal(taken(`{\n  ${source},\n  "${acks}": "|",\n  "x": 1\n}`, 'all'), `{\n  ${source},\n  "${acks}": "all",\n  "x": 1\n}`);
  });
  it('offers nothing for keys of the connector', () => {
    assert.deepEqual(labels(`{${source}, "file": "|"}`), []);
  });
});

describe('a hover in JSON', () => {
  it('tells of the key and of its value alike', () => {
    for (const marked of [`{${source}, "producer.over|ride.acks": 1}`, `{${source}, "${acks}": |1}`]) {
      const { analyzed, position } = open(marked);
      assert.match(JSON.stringify(hoverOf(analyzed, position)?.contents), /\*\*acks\*\* \(producer\)/);
    }
  });
});
