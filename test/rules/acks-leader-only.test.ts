import assert from 'node:assert/strict';
import rule from '../../server/src/rules/acks-leader-only.js';
import { spoken } from '../support/findings.js';
import { analyzeFile, findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'acks-leader-only';
const inPlain = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('producer', settings, circumstances));

describe('acks-leader-only', () => {
  it('warns of an explicit 1 in every version', () => {
    for (const version of ['0.11', '2.8', '3.0.0', '4.3']) assert.equal(inPlain('acks=1', { version }), 'warning', version);
    assert.equal(inPlain('acks=1'), 'warning');
    assert.equal(severityOf(id, findInSpring('producer', 'acks=1')), 'warning');
  });
  it('is an error in the profile strict, and silent where records may be lost on purpose', () => {
    assert.equal(inPlain('acks=1', { profile: 'strict' }), 'error');
    assert.equal(inPlain('acks=1', { profile: 'at-most-once' }), undefined);
  });
  it('warns of the default before 3.0 as something assumed', () => {
    const [found] = findIn('producer', 'linger.ms=5', { version: '2.8' }).filter(one => one.rule.id === id);
    assert.deepEqual([found?.severity, found?.certainty], ['warning', 'assumed']);
    assert.match(found?.message ?? '', /clients 2\.8/);
    assert.equal(inPlain('linger.ms=5', { version: '2.8', profile: 'strict' }), 'warning');
  });
  it('has nothing to say of the default from 3.0, or while nobody says which version runs', () => {
    assert.equal(inPlain('linger.ms=5', { version: '3.0.0' }), undefined);
    assert.equal(inPlain('linger.ms=5'), undefined);
  });
  it('knows that older clients choose acks=all for idempotent and transactional producers', () => {
    for (const settings of ['enable.idempotence=true', 'enable.idempotence=${IDEMPOTENT}', 'transactional.id=orders-1']) {
      assert.equal(inPlain(settings, { version: '2.8' }), undefined, settings);
    }
    assert.equal(inPlain('enable.idempotence=false', { version: '2.8' }), 'warning');
    assert.equal(severityOf(id, findInSpring('producer', 'spring:transaction-id-prefix=orders-', { version: '2.8' })), undefined);
  });
  it('names the framework whose default it is', () => {
    const text = 'mp.messaging.outgoing.orders.connector=smallrye-kafka\nmp.messaging.outgoing.orders.linger.ms=5\n';
    const [found] = analyzeFile('META-INF/microprofile-config.properties', text).diagnoses.filter(one => one.rule.id === id);
    assert.equal(found?.severity, 'warning');
    assert.match(found.message, /^SmallRye Reactive Messaging asks for acks=1 where nobody says otherwise/);
  });
  it('needs a key of the producer before an absent one means anything', () => {
    assert.equal(inPlain('', { version: '2.8' }), undefined);
  });
  it('leaves other values and what cannot be known alone', () => {
    for (const value of ['all', '-1', '0', '${ACKS}']) assert.equal(inPlain(`acks=${value}`, { version: '2.8' }), undefined, value);
  });
  it('warns of the 1 that a framework gives, whatever the version, and says who gives it to whom', () => {
    const given = (...settings: readonly string[]) => spoken(rule, 'producer', ['linger.ms=5', ...settings], { byFramework: ['acks=1'] });
    assert.deepEqual(given(), ['warning byFramework absent: acks=all']);
    assert.deepEqual(given('enable.idempotence=${IDEMPOTENT}'), []);
    const channel = 'quarkus.application.name=shop\nmp.messaging.outgoing.orders.connector=smallrye-kafka\n';
    const [found] = analyzeFile('application.properties', channel, { version: '2.8' }).diagnoses;
    assert.match(found?.message ?? '', /^Quarkus asks for acks=1 .*, so the producer of channel orders has it/);
  });
  it('leaves that to idempotence-conflict where Kafka refuses it', () => {
    for (const settings of ['enable.idempotence=true', 'transactional.id=orders-1'])
      assert.deepEqual(spoken(rule, 'producer', [settings], { byFramework: ['acks=1'] }), [], settings);
  });
  it('hides that idempotence goes off with it', () => {
    assert.equal(severityOf('idempotence-silently-off', findIn('producer', 'acks=1', { version: '3.9' })), undefined);
    const alone = findIn('producer', 'acks=1', { version: '3.9', severities: { [id]: 'off' } });
    assert.equal(severityOf('idempotence-silently-off', alone), 'warning');
  });
});
