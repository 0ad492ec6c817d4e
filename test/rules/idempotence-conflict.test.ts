import assert from 'node:assert/strict';
import rule from '../../server/src/rules/idempotence-conflict.js';
import { spoken } from '../support/findings.js';
import { analyzeFile, findIn, findInSpring, summaries, type Circumstances } from '../support/check.js';

const id = 'idempotence-conflict';
const six = 'max.in.flight.requests.per.connection=6';
/** How often the rule speaks; whenever it does it is an error that Kafka refuses. */
const countIn = (settings: string, circumstances?: Circumstances, find = findIn) => {
  const found = find('producer', settings, circumstances).filter(one => one.rule.id === id);
  for (const one of found) assert.deepEqual([one.severity, one.refusedByKafka, one.certainty], ['error', true, 'certain'], settings);
  return found.length;
};

describe('idempotence-conflict', () => {
  it('finds what an explicitly idempotent producer cannot have, in every version', () => {
    for (const version of ['0.11', '2.8', '3.0.0', '3.9', '4.3']) {
      for (const wrong of ['acks=0', 'acks=1', 'retries=0', six])
        assert.equal(countIn(`enable.idempotence=true\n${wrong}`, { version }), 1, `${wrong} on ${version}`);
    }
    assert.equal(countIn('enable.idempotence=true\nacks=-1\nretries=1\nmax.in.flight.requests.per.connection=1', { version: '0.11' }), 0);
  });
  it('knows that a framework may give the producer acks=1', () => {
    const channel = 'mp.messaging.outgoing.orders.connector=smallrye-kafka\nmp.messaging.outgoing.orders.enable.idempotence=true\n';
    const found = (text: string) => analyzeFile('META-INF/microprofile-config.properties', text).diagnoses;
    assert.deepEqual(
      found(channel).map(({ rule, message }) => `${rule.id}: ${message}`),
      [
        `${id}: enable.idempotence=true alone: SmallRye Reactive Messaging sets acks=1 where nobody says otherwise, and Kafka refuses to create this producer, as an idempotent one needs acks=all.`,
      ],
    );
    assert.deepEqual(found(`${channel}mp.messaging.outgoing.orders.acks=all\n`), []);
  });
  it('allows one request in flight in 0.11 and five from 1.0', () => {
    const two = 'enable.idempotence=true\nmax.in.flight.requests.per.connection=2';
    assert.equal(countIn(two, { version: '0.11' }), 1);
    assert.equal(countIn(two, { version: '1.0.0' }), 0);
  });
  it('takes more than five in flight as refused from 4.0 unless idempotence is decided explicitly', () => {
    assert.equal(countIn(six, { version: '4.0.0' }), 1);
    assert.equal(countIn(`acks=1\n${six}`, { version: '4.3' }), 1);
    assert.equal(countIn(six), 1);
    assert.equal(countIn(six, { version: '3.9' }), 0);
    for (const value of ['false', '${IDEMPOTENT}'])
      assert.equal(countIn(`enable.idempotence=${value}\n${six}`, { version: '4.3' }), 0, value);
  });
  it('holds a transactional producer to the same, whatever its id', () => {
    for (const version of ['0.11', '2.8', '3.0.0', '3.1.0', '3.9', '4.3']) {
      for (const wrong of ['acks=1', 'retries=0', six, 'enable.idempotence=false']) {
        assert.equal(countIn(`transactional.id=\${TX}\n${wrong}`, { version }), 1, `${wrong} on ${version}`);
        assert.equal(
          countIn(`spring:transaction-id-prefix=orders-\n${wrong}`, { version }, findInSpring),
          1,
          `${wrong} in Spring on ${version}`,
        );
      }
    }
    assert.equal(countIn('transactional.id=orders-1\nenable.idempotence=${IDEMPOTENT}'), 0);
    assert.equal(countIn('transactional.id=orders-1\nacks=1\nenable.idempotence=false'), 2);
  });
  it('is silent before 0.11, whose clients ignore these keys', () => {
    assert.equal(countIn('enable.idempotence=true\nacks=1', { version: '0.10.2' }), 0);
    assert.equal(countIn('transactional.id=t\nenable.idempotence=false', { version: '0.10.2' }), 0);
  });
  it('leaves unknown and refused values alone', () => {
    for (const wrong of ['acks=${ACKS}', 'acks=2', 'retries=-1', 'max.in.flight.requests.per.connection=many']) {
      assert.equal(countIn(`enable.idempotence=true\n${wrong}`), 0, wrong);
    }
  });
  it('speaks even where records may be lost on purpose, as the producer does not start', () => {
    assert.equal(countIn('enable.idempotence=true\nacks=1', { profile: 'at-most-once' }), 1);
  });
  it('names both sides, and Spring’s prefix as Spring writes it', () => {
    const messages = (settings: string) => findInSpring('producer', settings).flatMap(one => (one.rule.id === id ? [one.message] : []));
    assert.match(messages('enable.idempotence=true\nacks=1')[0] ?? '', /^acks=1 with enable\.idempotence=true:/);
    assert.match(messages('spring:transaction-id-prefix=orders-\nretries=0')[0] ?? '', /^retries=0 with transaction-id-prefix:/);
    assert.match(messages(six)[0] ?? '', /=6: .*more than 5 need/);
  });
  it('moves to the profile that brings the conflict in, and keeps its words', () => {
    const text =
      'spring.kafka.producer.acks=1\n#---\nspring.config.activate.on-profile=eu\nspring.kafka.producer.properties.enable.idempotence=true\n';
    assert.deepEqual(summaries('application.properties', text), ['warning acks-leader-only 1', 'error idempotence-conflict true']);
    const [, conflict] = analyzeFile('application.properties', text).diagnoses;
    assert.match(conflict?.message ?? '', /^acks=1 with enable\.idempotence=true:/);
  });
  it('counts the acks that a framework gives, which Kafka takes for written', () => {
    const given = (acks: string, ...settings: readonly string[]) => spoken(rule, 'producer', settings, { byFramework: [`acks=${acks}`] });
    assert.deepEqual(given('1', 'enable.idempotence=true'), ['error acksOfFramework enable.idempotence: acks=all']);
    assert.deepEqual(given('1', 'transactional.id=orders-1'), ['error acksOfFramework transactional.id: acks=all']);
    assert.deepEqual(given('0', 'enable.idempotence=true'), ['error acksOfFramework enable.idempotence: acks=all']);
    for (const settings of ['acks=all\nenable.idempotence=true', 'linger.ms=5', 'enable.idempotence=false'])
      assert.deepEqual(given('1', ...settings.split('\n')), [], settings);
    assert.deepEqual(given('all', 'enable.idempotence=true'), []);
  });
});
