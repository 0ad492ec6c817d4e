import assert from 'node:assert/strict';
import { findIn } from '../support/check.js';

const id = 'exactly-once-conflict';
const v2 = 'processing.guarantee=exactly_once_v2\n';
const v1 = 'processing.guarantee=exactly_once\n';
const inFlight = 'max.in.flight.requests.per.connection';

/** `severity message` of each finding, without the part that is the same in all. */
const said = (settings: string, version = '4.3') =>
  findIn('streams', settings, { version })
    .filter(one => one.rule.id === id)
    .map(one => `${one.severity} ${one.finding.message}`);

describe('exactly-once-conflict', () => {
  it('refuses the old values from 4.0 on, in place of invalid-value, and names them deprecated from 3.0 on', () => {
    for (const old of ['exactly_once', 'exactly_once_beta']) {
      const settings = `processing.guarantee=${old}`;
      assert.deepEqual(said(settings), ['error removed']);
      assert.equal(findIn('streams', settings, { version: '4.0' }).length, 1);
      assert.deepEqual(said(settings, '3.0'), ['information deprecated']);
      assert.deepEqual(said(settings, '2.8'), []);
    }
    assert.deepEqual(said('processing.guarantee=exactly_once_beta', '2.5'), []);
    assert.deepEqual(said('processing.guarantee=exactly_once_v2\nproducer.acks=1', '2.8'), []);
    assert.deepEqual(said('producer.acks=1'), []);
    assert.deepEqual(said('processing.guarantee=${GUARANTEE}\nproducer.acks=1'), []);
  });
  it('compares the commit interval with the time that a transaction may take, from 3.0 on', () => {
    assert.deepEqual(said(`${v2}commit.interval.ms=10001`), ['error interval']);
    assert.deepEqual(said(`${v2}commit.interval.ms=10000`), []);
    assert.deepEqual(said(`${v2}producer.transaction.timeout.ms=99`), ['error interval']);
    assert.deepEqual(said(`${v2}commit.interval.ms=30000\nproducer.transaction.timeout.ms=\${TIMEOUT}`), []);
    assert.deepEqual(said(`${v1}commit.interval.ms=30000`, '2.8'), []);
  });
  it('allows five requests in flight, and in 2.0 none that comes from a file', () => {
    assert.deepEqual(said(`${v2}${inFlight}=6`), ['error inFlight']);
    assert.deepEqual(said(`${v2}${inFlight}=6\nproducer.${inFlight}=5`), []);
    assert.deepEqual(said(`${v2}consumer.${inFlight}=6`, '3.0'), ['error inFlight']);
    assert.deepEqual(said(`${v2}main.consumer.${inFlight}=6`, '4.1'), []);
    assert.deepEqual(said(`${v2}main.consumer.${inFlight}=6`, '4.2'), ['error inFlight']);
    assert.deepEqual(said(`${v1}${inFlight}=many`, '2.8'), []);
    assert.deepEqual(said(`${v1}${inFlight}=1`, '2.0'), ['error inFlightText']);
    assert.deepEqual(said(`${v1}${inFlight}=6`, '1.1'), []);
  });
  it('wants acks=all and retries, by the producer’s own key before the bare one', () => {
    assert.deepEqual(said(`${v2}acks=1\nretries=0`), ['error acks', 'error retries']);
    assert.deepEqual(said(`${v2}acks=1\nproducer.acks=all`), []);
    assert.deepEqual(said(`${v2}acks=\${ACKS}\nretries=1`), []);
    assert.deepEqual(said(`${v1}acks=0`, '0.11'), ['error acks']);
  });
  it('leaves no key that 0.11 sets itself', () => {
    const settings = `${v1}producer.enable.idempotence=true\nconsumer.isolation.level=read_committed\n${inFlight}=1`;
    assert.deepEqual(said(settings, '0.11'), ['error taken', 'error taken', 'error taken']);
    assert.deepEqual(said(`${v1}isolation.level=read_committed`, '0.11'), ['error taken']);
    assert.deepEqual(said(settings, '1.0'), []);
  });
});
