import assert from 'node:assert/strict';
import rule from '../../server/src/rules/idempotence-silently-off.js';
import { spoken } from '../support/findings.js';
import { findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'idempotence-silently-off';
const sixInFlight = 'max.in.flight.requests.per.connection=6';
const withoutHiders = { 'acks-none': 'off', 'acks-leader-only': 'off', 'retries-too-few': 'off' } as const;
const inPlain = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('producer', settings, circumstances));

describe('idempotence-silently-off', () => {
  it('warns of more than five requests in flight from 3.0.1 to 3.9, but not on 3.1.0', () => {
    for (const version of ['3.0.1', '3.0', '3.1.1', '3.1', '3.2.0', '3.9'])
      assert.equal(inPlain(sixInFlight, { version }), 'warning', version);
    for (const version of ['2.8', '3.0.0', '3.1.0', '4.0', '4.3']) assert.equal(inPlain(sixInFlight, { version }), undefined, version);
    assert.equal(severityOf(id, findInSpring('producer', sixInFlight, { version: '3.9' })), 'warning');
  });
  it('counts five as few enough', () => {
    assert.equal(inPlain('max.in.flight.requests.per.connection=5', { version: '3.9' }), undefined);
  });
  it('says the same of weak acks and of no retries, where nothing weightier does', () => {
    for (const settings of ['acks=0', 'acks=1', 'retries=0']) {
      for (const version of ['3.0.1', '3.9', '4.3'])
        assert.equal(inPlain(settings, { version, severities: withoutHiders }), 'warning', `${settings} on ${version}`);
      for (const version of ['2.8', '3.0.0', '3.1.0'])
        assert.equal(inPlain(settings, { version, severities: withoutHiders }), undefined, `${settings} on ${version}`);
      assert.equal(inPlain(settings, { version: '3.9' }), undefined);
    }
  });
  it('is silent where idempotence is decided explicitly, even in a placeholder', () => {
    for (const value of ['true', 'false', '${IDEMPOTENT}']) {
      assert.equal(inPlain(`enable.idempotence=${value}\n${sixInFlight}`, { version: '3.9' }), undefined, value);
    }
  });
  it('is silent for transactional producers, which Kafka refuses instead', () => {
    assert.equal(inPlain(`transactional.id=orders-1\n${sixInFlight}`, { version: '3.9' }), undefined);
    assert.equal(
      severityOf(id, findInSpring('producer', `spring:transaction-id-prefix=orders-\n${sixInFlight}`, { version: '3.9' })),
      undefined,
    );
  });
  it('leaves the acks that a framework gives to acks-leader-only', () => {
    assert.deepEqual(spoken(rule, 'producer', ['linger.ms=5'], { byFramework: ['acks=1'], version: '3.9' }), []);
    const more = spoken(rule, 'producer', [sixInFlight], { byFramework: ['acks=1'], version: '3.9' });
    assert.deepEqual(more, ['warning inFlight max.in.flight.requests.per.connection: max.in.flight.requests.per.connection=5']);
  });
});
