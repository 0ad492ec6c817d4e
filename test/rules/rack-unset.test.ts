import assert from 'node:assert/strict';
import { analyzeFile } from '../support/check.js';

describe('rack-unset', () => {
  const node = (name: string, ...variables: readonly string[]): string =>
    `  ${name}:\n    image: apache/kafka\n    environment:\n${["KAFKA_CONTROLLER_QUORUM_VOTERS: '1@c:9093'", ...variables].map(line => `      ${line}\n`).join('')}`;
  const rack = 'KAFKA_BROKER_RACK: a';
  const places = (...nodes: readonly string[]): readonly number[] => {
    const text = `services:\n${nodes.join('')}`;
    const found = analyzeFile('compose.yml', text).diagnoses.filter(one => one.rule.id === 'rack-unset');
    for (const { related } of found) assert.equal(text.slice(related[0]?.span.start, related[0]?.span.end), rack);
    const spans = found.flatMap(({ span, others }) => [span, ...others.map(other => other.span)]);
    return spans.map(({ start }) => text.slice(0, start).split('\n').length);
  };

  it('is told of each broker that says none where another one does', () => {
    assert.deepEqual(places(node('a', rack), node('b'), node('c')), [10, 14]);
    assert.deepEqual(places(node('a', rack), node('b', 'KAFKA_BROKER_RACK: ${ZONE}')), []);
    assert.deepEqual(places(node('a'), node('b')), []);
    assert.deepEqual(places(node('a', rack)), []);
  });

  it('is no matter of controllers', () => {
    assert.deepEqual(places(node('a', rack), node('c', 'KAFKA_PROCESS_ROLES: controller')), []);
  });
});
