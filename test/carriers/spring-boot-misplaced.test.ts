import assert from 'node:assert/strict';
import { readFile } from '../support/configs.js';
import { summaries } from '../support/check.js';

const readingOf = (line: string) => readFile('application.properties', `spring.kafka.${line}=1\nspring.kafka.client-id=a\n`)?.reading;

/** Why a key has no effect, and as what it would have one. */
function dropped(line: string): string | undefined {
  const [setting] = readingOf(line)?.settings.filter(({ ignored }) => ignored) ?? [];
  const { why = '', worksAs } = setting?.ignored ?? {};
  return setting && `${why} ${worksAs?.role ?? ''} ${worksAs?.property ?? ''}`;
}

describe('a key that Spring Boot does not bind', () => {
  it('works below properties where it is Kafka’s', () => {
    assert.equal(dropped('producer.enable-idempotence'), 'no-such-leaf producer enable.idempotence');
    assert.equal(dropped('consumer.sessionTimeoutMs'), 'no-such-leaf consumer session.timeout.ms');
    assert.equal(dropped('streams.num-stream-threads'), 'no-such-leaf streams num.stream.threads');
    assert.equal(dropped('producer.client.id'), 'no-such-leaf producer client.id');
  });
  it('of a client inside Streams works below its properties too', () => {
    assert.equal(dropped('streams.producer.acks'), 'no-such-leaf producer acks');
    assert.equal(dropped('streams.consumer.auto-offset-reset'), 'no-such-leaf consumer auto.offset.reset');
    assert.equal(dropped('streams.producer.ackz'), undefined);
  });
  it('works in the section of another client', () => {
    assert.equal(dropped('producer.group-id'), 'other-client consumer group.id');
    assert.equal(dropped('consumer.acks'), 'other-client producer acks');
    assert.equal(dropped('template.group-id'), 'other-client consumer group.id');
  });
  it('works in another section of the same client', () => {
    assert.equal(dropped('consumer.ack-mode'), 'other-section consumer spring:listener.ack-mode');
    assert.equal(dropped('listener.max-poll-records'), 'other-section consumer max.poll.records');
    assert.equal(dropped('listener.session-timeout-ms'), 'other-section consumer session.timeout.ms');
    assert.equal(dropped('template.acks'), 'other-section producer acks');
  });
  it('is unknown where it means nothing, with the keys of its section for comparison', () => {
    const unknown = (line: string) => readingOf(line)?.unknownKeys.map(({ role, key, candidates }) => [role, key, candidates?.at(0)]);
    assert.deepEqual(unknown('listener.ack-mod'), [['consumer', 'ack-mod', 'ack-mode']]);
    assert.deepEqual(unknown('retry.topic.attempt'), [['consumer', 'topic.attempt', 'topic.enabled']]);
    assert.deepEqual(unknown('template.topic'), [['producer', 'topic', 'default-topic']]);
    assert.deepEqual(unknown('producer.acks.level'), [['producer', 'acks.level', 'acks']]);
    assert.deepEqual(unknown('producer.acks[0]'), [['producer', 'acks.0', 'acks']]);
  });
  it('in a section with a wrong name is compared with the right one, and others are the application’s own', () => {
    const said = (line: string) =>
      summaries('application.properties', `spring.kafka.${line}\n`).filter(one => one.includes('unknown-property'));
    assert.deepEqual(said('listner.ack-mode=manual'), ['warning unknown-property spring.kafka.listner.ack-mode']);
    assert.deepEqual(said('topics.orders=orders'), []);
    assert.deepEqual(said('consumers.orders.group-id=orders'), []);
    assert.deepEqual(said('orders.client-id=orders'), []);
    assert.deepEqual(said('topic=orders'), []);
  });
  it('is nobody’s concern among certificates', () => {
    for (const line of [
      'ssl.truststore.location',
      'producer.ssl.key.store',
      'jaas.options.debug',
      'security.kerberos',
      'producer.ssl.bundle',
    ]) {
      assert.deepEqual(readingOf(line)?.unknownKeys, [], line);
      assert.equal(dropped(line), undefined, line);
    }
  });
});
