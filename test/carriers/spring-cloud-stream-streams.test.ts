import assert from 'node:assert/strict';
import type { Role } from '../../server/src/kafka/property.js';
import { summaries } from '../support/check.js';
import { clientIn, scopesIn } from '../support/cloud-stream.js';

const root = 'spring.cloud.stream';
const streams = `${root}.kafka.streams`;
const binder = `${streams}.binder`;
const own = `${streams}.bindings.count-in-0.consumer`;
const base = `${root}.bindings.count-in-0.destination=words\n${root}.bindings.count-out-0.destination=counts\n`;
/** Lines without which the clients inside have nothing of their own. */
const bare = `${own}.configuration.consumer.client.rack=a\n${own}.configuration.producer.send.buffer.bytes=5\n`;
const profile = '#---\nspring.config.activate.on-profile=eu\n';

const effective = (role: Role, property: string, text: string, scope = 'binding count-in-0', version?: string): string | undefined =>
  clientIn(base + bare + text, role, scope, undefined, version)?.effective(property)?.text;

function said(ruleId: string, text: string): readonly string[] {
  return summaries('application.properties', base + bare + text).filter(line => line.includes(` ${ruleId} `));
}

describe('an application of Kafka Streams in Spring Cloud Stream', () => {
  it('is there once for each function, with the first of its inputs', () => {
    const more = `${root}.bindings.count-in-1.destination=a\n${root}.bindings.sum-in-1.destination=a\n${root}.bindings.sum-in-0.destination=b\n`;
    const scopes = scopesIn(base + bare + more).filter(name => name.startsWith('binding ') && !name.endsWith('consumer'));
    assert.deepEqual(scopes, ['binding count-in-0', 'binding sum-in-0']);
  });
  it('has what the binder gives it where nobody says otherwise', () => {
    assert.equal(effective('streams', 'application.id', ''), 'count-applicationId');
    assert.equal(effective('streams', 'application.id', 'spring.application.name=shop\n'), 'shop');
    assert.equal(effective('streams', 'application.id', 'spring.application.name=${NAME}\n'), undefined);
    assert.equal(effective('streams', 'replication.factor', ''), '-1');
    assert.equal(effective('consumer', 'auto.offset.reset', ''), 'earliest');
    assert.equal(effective('streams', 'scs:streams.deserialization-exception-handler', ''), 'logAndFail');
  });
  it('takes the nearest of all places', () => {
    const places = [
      'spring.kafka.streams.properties.application.id=1',
      `${binder}.application-id=2`,
      `${binder}.configuration.application.id=3`,
      `${binder}.functions.count.configuration.application.id=4`,
      `${binder}.functions.count.application-id=5`,
      `${own}.application-id=6`,
    ];
    for (const [i] of places.entries()) {
      const text = places
        .slice(0, i + 1)
        .reverse()
        .join('\n');
      assert.equal(effective('streams', 'application.id', text), String(i + 1), text);
    }
    assert.equal(effective('streams', 'application.id', `${binder}.functions.sum.application-id=5\n`), 'count-applicationId');
    assert.equal(effective('streams', 'num.stream.threads', `${root}.bindings.count-in-0.consumer.concurrency=4\n`), '4');
  });
  it('has clients inside that get keys of their own, with their prefix or without', () => {
    assert.equal(effective('producer', 'acks', `${own}.configuration.producer.acks=1\n${own}.configuration.acks=0\n`), '1');
    assert.equal(effective('producer', 'acks', `${binder}.producer-properties.acks=1\n`), '1');
    assert.equal(effective('producer', 'acks', `${binder}.producer-properties.producer.acks=1\n`), '1');
    assert.equal(effective('producer', 'acks', `${binder}.configuration.producer.acks=0\n${binder}.configuration.acks=1\n`), '1');
    assert.equal(effective('consumer', 'max.poll.records', `${binder}.consumer-properties.max.poll.records=5\n`), '5');
    assert.equal(
      effective('consumer', 'max.poll.records', `spring.kafka.consumer.max-poll-records=6\n${binder}.configuration.commit.interval.ms=1\n`),
      '6',
    );
    assert.equal(effective('consumer', 'group.id', `${binder}.consumer-properties.group.id=a\n`), undefined);
    assert.deepEqual(said('ignored-property', `${binder}.consumer-properties.enable.auto.commit=true\n`), []);
    assert.equal(said('ignored-property', `${binder}.consumer-properties.enable.auto.commit=\${X}\n`).length, 1);
    assert.equal(effective('consumer', 'max.poll.records', 'spring.kafka.consumer.max-poll-records=${N}\n'), undefined);
    assert.equal(effective('streams', 'max.task.idle.ms', 'spring.kafka.properties.max.task.idle.ms=7\n'), '7');
    assert.equal(effective('streams', 'max.task.idle.ms', 'spring.kafka.streams.properties.max.task.idle.ms=8\n'), '8');
  });
  it('never gets the isolation level without a prefix', () => {
    const level = 'isolation.level=read_committed\n';
    assert.equal(effective('consumer', 'isolation.level', `${own}.configuration.${level}`), 'read_uncommitted');
    assert.equal(effective('consumer', 'isolation.level', `spring.kafka.streams.properties.${level}`), 'read_uncommitted');
    assert.equal(effective('consumer', 'isolation.level', `${own}.configuration.consumer.${level}`), 'read_committed');
    assert.equal(effective('consumer', 'isolation.level', `${own}.configuration.processing.guarantee=exactly_once_v2\n`), 'read_committed');
    assert.equal(
      effective('consumer', 'isolation.level', 'spring.kafka.streams.properties.processing.guarantee=exactly_once_v2\n'),
      'read_committed',
    );
    assert.equal(
      effective('consumer', 'isolation.level', 'spring.kafka.streams.properties.processing.guarantee=${G}\n'),
      'read_uncommitted',
    );
  });
  it('says what becomes of records that cannot be read', () => {
    const handler = 'deserialization-exception-handler';
    assert.deepEqual(said('bad-records-skipped', `${binder}.${handler}=log-and-continue\n`).length, 1);
    assert.deepEqual(said('bad-records-skipped', `${binder}.${handler}=logAndContinue\n${own}.${handler}=sendToDlq\n`), []);
    assert.deepEqual(said('ignored-property', `${binder}.${handler}=skipAndContinue\n`), [`warning ignored-property ${binder}.${handler}`]);
    assert.deepEqual(said('bad-records-skipped', `${own}.${handler}=skipAndContinue\n`).length, 1);
    assert.deepEqual(said('ignored-property', `${binder}.serdeError=sendToDlq\n`), [`warning ignored-property ${binder}.serdeError`]);
    assert.deepEqual(said('unknown-property', `${own}.configuration.commit.interval=5\n`).length, 1);
    assert.deepEqual(said('unknown-property', `${own}.configuration.consumer.max.poll.recods=5\n`).length, 1);
    assert.deepEqual(said('unknown-property', `${own}.configuration.client.tag.zone=a\n${own}.any=a\n${binder}.any=a\n`), []);
  });
  it('is another one in a profile', () => {
    const text = `${own}.configuration.acks=0\n${profile}${own}.configuration.acks=1\n`;
    assert.equal(effective('producer', 'acks', text), '0');
    assert.equal(effective('producer', 'acks', text, 'binding count-in-0, profile eu'), '1');
    const exactly = `${own}.configuration.processing.guarantee=exactly_once_v2\n${profile}${own}.configuration.producer.send.buffer.bytes=6\n`;
    assert.equal(effective('producer', 'enable.idempotence', exactly, 'binding count-in-0, profile eu'), 'true');
    const boot = `${profile}spring.kafka.producer.acks=0\n`;
    assert.equal(effective('producer', 'acks', boot, 'binding count-in-0, profile eu'), '0');
    const ofStreams = `spring.kafka.streams.properties.num.stream.threads=2\n${profile}spring.kafka.streams.properties.num.stream.threads=3\n`;
    assert.equal(effective('streams', 'num.stream.threads', ofStreams, 'binding count-in-0, profile eu'), '3');
    const late = `${profile}${root}.bindings.late-in-0.destination=a\n`;
    assert.equal(effective('streams', 'application.id', late, 'binding late-in-0, profile eu'), 'late-applicationId');
  });
  it('may be in the code alone', () => {
    const text = `${binder}.configuration.acks=0\n${profile}${binder}.configuration.acks=1\n`;
    const other = '#---\nspring.config.activate.on-profile=us\na=b\n';
    assert.equal(clientIn(text + other, 'producer', 'streams binder')?.text('acks'), '0');
    assert.equal(clientIn(text, 'producer', 'streams binder, profile eu')?.text('acks'), '1');
  });
  it('may have a binder of its own', () => {
    const far = `${root}.binders.far`;
    const environment = `${far}.environment.${binder}.configuration.acks=1\n`;
    const text = `${far}.type=kstream\n${environment}${root}.bindings.count-in-0.destination=a\n`;
    assert.equal(clientIn(text, 'producer', 'binding count-in-0')?.text('acks'), '1');
    const other = `${root}.binders.near.type=kstream\n${text}${root}.bindings.count-in-0.binder=near\n`;
    assert.equal(clientIn(other, 'producer', 'binding count-in-0')?.text('acks'), undefined);
  });
});

describe('the dead letters of Kafka Streams in Spring Cloud Stream', () => {
  const scope = 'dead letters of count-in-0';
  const kept = (property: string, text: string, name = scope, version?: string): string | undefined =>
    effective('producer', property, text, name, version);
  it('are kept where a binding or a handler says so', () => {
    assert.equal(kept('retries', `${own}.enable-dlq=true\n`), '0');
    assert.equal(kept('retries', `${streams}.default.consumer.enableDlq=on\n`), '0');
    assert.equal(kept('retries', `${binder}.deserializationExceptionHandler=SEND_TO_DLQ\n`), '0');
    assert.equal(kept('retries', `${own}.enable-dlq=false\n`), undefined);
    assert.equal(kept('retries', `${own}.enable-dlq=\${X}\n`), undefined);
    assert.deepEqual(said('retries-too-few', `${own}.enable-dlq=true\n`), []);
  });
  it('are written by a producer with keys of its own', () => {
    const on = `${own}.enable-dlq=true\n`;
    assert.equal(kept('acks', on, scope, '3.9'), '1');
    assert.equal(kept('acks', `${on}${binder}.required-acks=0\n`), '0');
    assert.equal(kept('acks', `${on}${binder}.configuration.acks=1\n`), '1');
    assert.equal(kept('acks', `${on}spring.kafka.producer.acks=1\n`), '1');
    assert.equal(kept('acks', `${on}spring.kafka.producer.acks=1\n${own}.dlq-producer-properties.configuration.acks=all\n`), 'all');
    assert.equal(kept('bootstrap.servers', `${on}${binder}.brokers=a\n`), 'a:9092');
  });
  it('are others in a profile', () => {
    const on = `${own}.enable-dlq=true\n${profile}${binder}.producer-properties.acks=0\nspring.kafka.producer.retries=3\n`;
    assert.equal(kept('acks', on), 'all');
    assert.equal(kept('acks', on, `${scope}, profile eu`), '0');
    assert.equal(kept('retries', on, `${scope}, profile eu`), '3');
    const late = `${binder}.producer-properties.acks=0\nspring.kafka.producer.retries=3\n${profile}${own}.enable-dlq=true\n`;
    assert.equal(kept('acks', late), undefined);
    assert.equal(kept('acks', late, `${scope}, profile eu`), '0');
    assert.equal(kept('retries', late, `${scope}, profile eu`), '3');
  });
});
