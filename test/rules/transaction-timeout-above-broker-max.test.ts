import assert from 'node:assert/strict';
import { findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'transaction-timeout-above-broker-max';
const inPlain = (value: number | string, circumstances?: Circumstances) =>
  severityOf(id, findIn('producer', `transaction.timeout.ms=${value}`, circumstances));

describe('transaction-timeout-above-broker-max', () => {
  it('informs above the fifteen minutes that brokers allow by default', () => {
    assert.equal(inPlain(900_000), undefined);
    assert.equal(inPlain(900_001), 'information');
    assert.equal(severityOf(id, findInSpring('producer', 'transaction.timeout.ms=1800000')), 'information');
  });
  it('is no refusal: the producer is created, its initTransactions() fails', () => {
    assert.ok(findIn('producer', 'transaction.timeout.ms=900001').every(one => !one.refusedByKafka));
  });
  it('is silent on unknown values, and before 0.11', () => {
    assert.equal(inPlain('${TIMEOUT}'), undefined);
    assert.equal(inPlain(900_001, { version: '0.10.2' }), undefined);
    assert.equal(inPlain(900_001, { version: '0.11' }), 'information');
  });
});
