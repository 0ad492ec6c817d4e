import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Diagnosis } from '../../server/src/analysis/diagnosis.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';

const id = 'min-insync-replicas-low';

function node(name: string, ...lines: readonly string[]): string {
  const variables = ['KAFKA_CONTROLLER_QUORUM_VOTERS: 1@c:9093,2@d:9093', 'KAFKA_DEFAULT_REPLICATION_FACTOR: 3', ...lines];
  return `  ${name}:\n    image: apache/kafka\n    environment:\n${variables.map(line => `      ${line}\n`).join('')}`;
}

function told(text: string): readonly Diagnosis[] {
  return analyzeFile('compose.yml', text).diagnoses.filter(({ rule }) => rule.id === id);
}

/** The text after the first fix of the only finding, with the title of the fix. */
function mended(text: string): readonly [title: string, text: string] {
  const analysis = analyzeFile('compose.yml', text);
  const [only, ...more] = analysis.diagnoses.filter(({ rule }) => rule.id === id);
  assert.ok(only && more.length === 0);
  const [fix] = fixesOf(only, analysis);
  assert.ok(fix);
  return [fix.title, applyEdits(text, fix.edits)];
}

describe('what several nodes of a cluster lack', () => {
  it('is said once, with the places of the others', () => {
    const text = `services:\n${node('a')}${node('b')}${node('c')}`;
    const [one, ...more] = told(text);
    assert.deepEqual(more, []);
    assert.match(one?.message ?? '', /It is the same in 2 other nodes of this cluster\.$/);
    const lines = one?.others.map(({ span }) => text.slice(0, span.start).split('\n').length);
    assert.deepEqual(lines, [11, 16]);
    assert.match(told(`services:\n${node('a')}${node('b')}`)[0]?.message ?? '', /It is the same in another node of this cluster\.$/);
  });

  it('is written into all of them', () => {
    const [title, after] = mended(`services:\n${node('a')}${node('b')}${node('c', 'KAFKA_MIN_INSYNC_REPLICAS: 2')}`);
    const set = 'KAFKA_MIN_INSYNC_REPLICAS: 2';
    assert.equal(title, 'Add KAFKA_MIN_INSYNC_REPLICAS=2 in 2 nodes');
    assert.equal(after, `services:\n${node('a', set)}${node('b', set)}${node('c', set)}`);
  });

  it('is written once where they share it', () => {
    const common = 'x-kafka: &kafka\n  image: apache/kafka\n  environment:\n    KAFKA_CONTROLLER_QUORUM_VOTERS: 1@c:9093\n';
    const [one] = told(`${common}services:\n  a: *kafka\n  b: *kafka\n`);
    assert.doesNotMatch(one?.message ?? '', /It is the same/);
    assert.deepEqual(mended(`${common}services:\n  a: *kafka\n  b: *kafka\n`), [
      'Add KAFKA_MIN_INSYNC_REPLICAS=2 (right for topics of three replicas; with two, one broker down stops the writes)',
      `${common}    KAFKA_MIN_INSYNC_REPLICAS: 2\nservices:\n  a: *kafka\n  b: *kafka\n`,
    ]);
  });

  it('is said of each where it is not the same, or of another cluster', () => {
    const other = node('c').replace('1@c:9093,2@d:9093', '1@x:9093,2@y:9093');
    assert.equal(told(`services:\n${node('a')}${node('b')}${other}`).length, 2);
    const explicit = 'KAFKA_MIN_INSYNC_REPLICAS: 1';
    assert.equal(told(`services:\n${node('a', explicit)}${node('b', explicit)}`).length, 2);
  });
});
