import assert from 'node:assert/strict';
import { findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'reordering-on-retry';
const inFlight = (requests: number | string) => `max.in.flight.requests.per.connection=${requests}`;
const inPlain = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('producer', settings, circumstances));

describe('reordering-on-retry', () => {
  it('informs from two requests in flight on', () => {
    assert.equal(inPlain(`enable.idempotence=false\n${inFlight(2)}`), 'information');
    assert.equal(inPlain(`enable.idempotence=false\n${inFlight(1)}`), undefined);
    assert.equal(severityOf(id, findInSpring('producer', `enable.idempotence=false\n${inFlight(5)}`)), 'information');
  });
  it('needs idempotence to be off explicitly', () => {
    for (const value of ['true', '${IDEMPOTENT}']) assert.equal(inPlain(`enable.idempotence=${value}\n${inFlight(5)}`), undefined, value);
    assert.equal(inPlain(inFlight(5), { version: '2.8' }), undefined);
  });
  it('leaves an absent number to idempotence-disabled, which speaks of it at the same key', () => {
    const found = findIn('producer', 'enable.idempotence=false');
    assert.deepEqual([severityOf(id, found), severityOf('idempotence-disabled', found)], [undefined, 'warning']);
  });
  it('is silent where nothing is sent again, or nobody knows', () => {
    const both = `enable.idempotence=false\n${inFlight(5)}`;
    assert.equal(inPlain(`${both}\nretries=0`), undefined);
    assert.equal(inPlain(`${both}\nretries=\${RETRIES}`), undefined);
    assert.equal(inPlain(both, { version: '2.0' }), undefined);
    assert.equal(inPlain(both, { version: '2.1' }), 'information');
    assert.equal(inPlain(`enable.idempotence=false\n${inFlight('${N}')}`), undefined);
  });
});
