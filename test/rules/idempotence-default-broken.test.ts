import assert from 'node:assert/strict';
import { findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'idempotence-default-broken';
const inPlain = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('producer', settings, circumstances));

describe('idempotence-default-broken', () => {
  it('informs on 3.0.0 and 3.1.0 alone', () => {
    for (const version of ['3.0.0', '3.1.0']) assert.equal(inPlain('acks=all', { version }), 'information', version);
    for (const version of ['2.8', '3.0', '3.0.1', '3.1', '3.1.1', '3.2.0', '4.3', undefined])
      assert.equal(inPlain('acks=all', { version }), undefined, version);
  });
  it('is something assumed, as the key is absent', () => {
    const found = findInSpring('producer', 'acks=all', { version: '3.0.0' }).find(one => one.rule.id === id);
    assert.equal(found?.certainty, 'assumed');
  });
  it('is silent where idempotence is decided, or comes with transactions', () => {
    for (const settings of [
      'enable.idempotence=true',
      'enable.idempotence=false',
      'enable.idempotence=${IDEMPOTENT}',
      'transactional.id=orders-1',
    ]) {
      assert.equal(inPlain(settings, { version: '3.1.0' }), undefined, settings);
    }
    assert.equal(severityOf(id, findInSpring('producer', 'spring:transaction-id-prefix=orders-', { version: '3.0.0' })), undefined);
  });
  it('is silent where the default would not hold in a repaired version either', () => {
    for (const settings of ['acks=1', 'retries=0', 'max.in.flight.requests.per.connection=6']) {
      assert.equal(inPlain(settings, { version: '3.0.0' }), undefined, settings);
    }
  });
});
