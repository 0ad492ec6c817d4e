import assert from 'node:assert/strict';
import { findIn, severityOf, summaries } from '../support/check.js';

const id = 'reads-uncommitted';
const inYaml = (...lines: string[]) =>
  summaries('application.yml', ['spring:', '  kafka:', ...lines.map(line => `    ${line}`), ''].join('\n')).filter(line =>
    line.includes(id),
  );

describe('reads-uncommitted', () => {
  it('tells of a consumer beside a transactional producer', () => {
    assert.deepEqual(inYaml('producer:', '  transaction-id-prefix: tx-', 'consumer:', '  isolation-level: read-uncommitted'), [
      `information ${id} read-uncommitted`,
    ]);
    assert.deepEqual(inYaml('producer:', '  properties:', '    transactional.id: tx', 'consumer:', '  isolation-level: READ_UNCOMMITTED'), [
      `information ${id} READ_UNCOMMITTED`,
    ]);
  });
  it('tells of the default where the consumer is spoken of', () => {
    assert.deepEqual(inYaml('producer:', '  transaction-id-prefix: tx-', 'consumer:', '  group-id: a'), [`information ${id} consumer`]);
    assert.deepEqual(inYaml('producer:', '  transaction-id-prefix: ${TX}', 'consumer:', '  group-id: a'), [`information ${id} consumer`]);
  });
  it('is silent where the consumer waits for commits, or nobody writes transactions', () => {
    assert.deepEqual(inYaml('producer:', '  transaction-id-prefix: tx-', 'consumer:', '  isolation-level: read-committed'), []);
    assert.deepEqual(inYaml('producer:', '  transaction-id-prefix: tx-', 'consumer:', '  isolation-level: ${LEVEL}'), []);
    assert.deepEqual(inYaml('producer:', '  acks: all', 'consumer:', '  isolation-level: read-uncommitted'), []);
    assert.equal(severityOf(id, findIn('consumer', 'isolation.level=read_uncommitted')), undefined);
  });
});
