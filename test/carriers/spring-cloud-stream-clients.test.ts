import assert from 'node:assert/strict';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, summaries } from '../support/check.js';
import { clientIn, scopesIn } from '../support/cloud-stream.js';

const root = 'spring.cloud.stream';
const kafka = `${root}.kafka`;
const into = `${root}.bindings.orders-in-0`;
const intoKafka = `${kafka}.bindings.orders-in-0.consumer`;
const outKafka = `${kafka}.bindings.bills-out-0.producer`;
const base = `${kafka}.binder.auto-create-topics=true\n${into}.destination=orders\n${root}.bindings.bills-out-0.destination=bills\n`;

const effective = (role: Role, scope: string, property: string, text: string, version?: string): string | undefined =>
  clientIn(base + text, role, scope, undefined, version)?.effective(property)?.text;
const orders = (property: string, text: string, version?: string): string | undefined =>
  effective('consumer', 'binding orders-in-0', property, text, version);
const bills = (property: string, text: string, version?: string): string | undefined =>
  effective('producer', 'binding bills-out-0', property, text, version);
const kept = (property: string, text: string, version?: string): string | undefined =>
  effective('producer', 'dead letters of orders-in-0', property, `${into}.group=billing\n${intoKafka}.enable-dlq=true\n${text}`, version);

function said(ruleId: string, text: string): readonly string[] {
  return summaries('application.properties', base + text).filter(line => line.includes(` ${ruleId} `));
}

describe('the consumer of a binding', () => {
  it('has what the binder gives it where nobody says otherwise', () => {
    assert.equal(orders('enable.auto.commit', ''), 'false');
    assert.equal(orders('auto.offset.reset', ''), 'latest');
    assert.equal(orders('auto.offset.reset', `${into}.group=billing\n`), 'earliest');
    assert.equal(orders('auto.offset.reset', `${root}.default.group=billing\n`), 'earliest');
    assert.equal(orders('auto.offset.reset', `${root}.default.group=billing\n${into}.group=orders\n`), 'earliest');
    assert.equal(orders('scs:consumer.max-attempts', ''), '3');
    assert.equal(orders('spring:listener.ack-mode', ''), 'batch');
    assert.equal(orders('key.deserializer', ''), 'org.apache.kafka.common.serialization.ByteArrayDeserializer');
    assert.equal(orders('bootstrap.servers', ''), 'localhost:9092');
  });
  it('takes the nearest of all places', () => {
    const places = [
      'spring.kafka.properties.max.poll.interval.ms=1',
      'spring.kafka.consumer.properties.max.poll.interval.ms=2',
      `${kafka}.binder.configuration.max.poll.interval.ms=3`,
      `${kafka}.binder.consumer-properties.max.poll.interval.ms=4`,
      `${kafka}.default.consumer.configuration.max.poll.interval.ms=5`,
      `${intoKafka}.configuration.max.poll.interval.ms=6`,
    ];
    for (const [i] of places.entries()) {
      const text = places
        .slice(0, i + 1)
        .reverse()
        .join('\n');
      assert.equal(orders('max.poll.interval.ms', text), String(i + 1), text);
    }
    const start = `${intoKafka}.startOffset=latest\n${intoKafka}.configuration.auto.offset.reset=earliest\n${into}.group=a\n`;
    assert.equal(orders('auto.offset.reset', start), 'latest');
    assert.equal(orders('group.id', `${into}.group=a\n${intoKafka}.configuration.group.id=b\n`), 'b');
  });
  it('has the addresses of the binder, unless they are the default', () => {
    assert.equal(orders('bootstrap.servers', `${kafka}.binder.brokers=a,b:1\nspring.kafka.bootstrap-servers=c:1\n`), 'a:9092,b:1');
    assert.equal(orders('bootstrap.servers', `${kafka}.binder.brokers=localhost\nspring.kafka.bootstrap-servers=c:1\n`), 'c:1');
    assert.equal(orders('bootstrap.servers', `${kafka}.binder.brokers[0]=a\n${kafka}.binder.brokers[1]=b\n`), 'a:9092,b:9092');
    assert.equal(orders('bootstrap.servers', `${kafka}.binder.brokers[0]=a\n${kafka}.binder.brokers[1]=\${B}\n`), undefined);
    assert.deepEqual(said('client-start-conflict', `${intoKafka}.configuration.bootstrap.servers=a:1\n`).length, 1);
  });
  it('never gets what the binder takes out', () => {
    for (const line of [`${kafka}.binder.consumer-properties.group.id=a`, `${kafka}.binder.configuration.enable.auto.commit=True`]) {
      assert.equal(said('ignored-property', line).length, 1, line);
    }
    assert.equal(orders('enable.auto.commit', 'spring.kafka.consumer.enable-auto-commit=true\n'), 'false');
    assert.equal(orders('group.id', 'spring.kafka.consumer.group-id=a\n'), undefined);
    assert.deepEqual(said('ignored-property', `${kafka}.binder.consumer-properties.enable.auto.commit=false\n`), []);
    assert.deepEqual(said('ignored-property', `${kafka}.binder.consumer-properties.enable.auto.commit=\${X}\n`), []);
    assert.equal(orders('enable.auto.commit', `${intoKafka}.configuration.enable.auto.commit=true\n`), 'true');
  });
  it('has the container that Spring Boot’s keys ask for, unless its own say otherwise', () => {
    assert.equal(orders('spring:listener.ack-mode', 'spring.kafka.listener.ack-mode=manual\n'), 'manual');
    assert.equal(orders('spring:listener.ack-mode', `spring.kafka.listener.ack-mode=manual\n${intoKafka}.ackMode=RECORD\n`), 'record');
    assert.equal(orders('spring:listener.ack-mode', `${intoKafka}.ackMode=RECORD\n${into}.consumer.batch-mode=true\n`), 'batch');
    assert.equal(orders('spring:listener.ack-mode', `${intoKafka}.ackMode=MANUAL\n${into}.consumer.batch-mode=true\n`), 'manual');
    assert.equal(orders('spring:listener.ack-mode', `${intoKafka}.ackMode=RECORD\n${into}.consumer.batch-mode=\${B}\n`), 'record');
    const toAll = 'spring.cloud.stream.default.consumer.batch-mode=true\n';
    assert.equal(orders('spring:listener.ack-mode', `${intoKafka}.ackMode=RECORD\n${toAll}`), 'batch');
    assert.equal(orders('spring:listener.ack-mode', `${intoKafka}.ackMode=RECORD\n${toAll}${into}.consumer.batch-mode=false\n`), 'record');
    const recordsOfAll = 'spring.cloud.stream.kafka.default.consumer.ack-mode=RECORD\n';
    assert.equal(orders('spring:listener.ack-mode', `${recordsOfAll}${into}.consumer.batch-mode=true\n`), 'batch');
    const batches = `${into}.consumer.batch-mode=true\n`;
    const boot = (mode: string): string => `spring.kafka.listener.ack-mode=${mode}\n`;
    assert.equal(orders('spring:listener.ack-mode', boot('record') + batches), 'record');
    assert.equal(orders('spring:listener.ack-mode', recordsOfAll + boot('record') + batches), 'record');
    assert.equal(orders('spring:listener.ack-mode', recordsOfAll + boot('manual') + batches), 'manual');
    assert.equal(orders('spring:listener.ack-mode', `${intoKafka}.ackMode=RECORD\n${boot('manual')}${batches}`), 'manual');
    assert.equal(orders('spring:listener.ack-mode', recordsOfAll), 'record');
    assert.equal(orders('spring:listener.concurrency', 'spring.kafka.listener.concurrency=4\n'), '1');
  });
  it('says what becomes of records that fail, and of the group', () => {
    assert.equal(said('no-consumer-group', '').length, 1);
    assert.deepEqual(said('no-consumer-group', `${into}.group=a\n`), []);
    assert.deepEqual(said('no-consumer-group', `${into}.group=\n`), []);
    assert.deepEqual(said('failures-skipped', `${into}.group=a\n`), [`information failures-skipped ${into}.destination`]);
    assert.equal(said('client-start-conflict', `${intoKafka}.enable-dlq=true\n`).length, 1);
    assert.deepEqual(said('offset-reset-latest', `${into}.group=a\n${intoKafka}.reset-offsets=true\n${intoKafka}.start-offset=latest\n`), [
      'warning offset-reset-latest true',
      'warning offset-reset-latest latest',
    ]);
  });
});

describe('the producer of a binding', () => {
  it('asked for acks=1 before 5.0.2 where nobody says otherwise', () => {
    assert.equal(bills('acks', '', '4.0'), '1');
    assert.equal(bills('acks', ''), 'all');
    assert.deepEqual(said('acks-leader-only', ''), [`information acks-leader-only ${root}.bindings.bills-out-0.destination`]);
    const [diagnosis] = analyzeFile('application.properties', base, { version: '3.9' }).diagnoses.filter(
      ({ rule }) => rule.id === 'acks-leader-only',
    );
    assert.match(diagnosis?.message ?? '', /^Spring Cloud Stream asks for acks=1 .* the producer of binding bills-out-0 has it/);
    assert.deepEqual(said('acks-leader-only', `${kafka}.binder.producer-properties.acks=all\n`), []);
  });
  it('takes the nearest of all places', () => {
    const places = [
      `${kafka}.binder.required-acks=0`,
      'spring.kafka.producer.acks=1',
      `${kafka}.binder.configuration.acks=-1`,
      `${kafka}.binder.producer-properties.acks=0`,
      `${kafka}.default.producer.configuration.acks=1`,
      `${outKafka}.configuration.acks=all`,
    ];
    for (const [i, place] of places.entries()) {
      const text = places
        .slice(0, i + 1)
        .reverse()
        .join('\n');
      assert.equal(bills('acks', text), place.slice(place.indexOf('=') + 1), text);
    }
  });
  it('has what keys of its own become, which every map wins over', () => {
    assert.equal(bills('linger.ms', ''), '0');
    assert.equal(bills('linger.ms', `${outKafka}.batch-timeout=5\n`), '5');
    assert.equal(bills('linger.ms', `${outKafka}.batch-timeout=5\nspring.kafka.producer.properties.linger.ms=7\n`), '7');
    assert.equal(bills('compression.type', `${outKafka}.compressionType=ZSTD\n`), 'zstd');
    assert.equal(bills('scs:producer.sync', `${outKafka}.sync=yes\n`), 'true');
    assert.equal(bills('scs:producer.error-channel-enabled', `${root}.default.producer.error-channel-enabled=true\n`), 'true');
    assert.equal(bills('scs:binding.error-handler-definition', `${root}.bindings.bills-out-0.error-handler-definition=a\n`), 'a');
  });
  it('sends without being told of failures unless it is told to', () => {
    assert.equal(said('send-without-confirmation', '').length, 1);
    assert.deepEqual(said('send-without-confirmation', `${outKafka}.sync=true\n`), []);
  });
  it('is idempotent where the file names a transaction', () => {
    assert.equal(bills('enable.idempotence', `${outKafka}.configuration.transactional.id=a\n`), 'true');
  });
});

describe('the binder', () => {
  it('says what it is told for all clients once, whatever the number of bindings', () => {
    const text = `${kafka}.binder.required-acks=1\n${root}.bindings.more-out-0.destination=a\n`;
    assert.deepEqual(said('acks-leader-only', text), ['warning acks-leader-only 1']);
  });
  it('stands for bindings that the file does not name', () => {
    const text = `${kafka}.binder.producer-properties.linger.ms=5\n`;
    assert.equal(clientIn(text, 'producer', 'binder')?.speaks, true);
    assert.equal(clientIn(text + base, 'producer', 'binder')?.speaks, false);
  });
  it('leaves what Spring Boot says to the carrier of Spring Boot', () => {
    assert.deepEqual(said('acks-leader-only', 'spring.kafka.producer.acks=1\n'), ['warning acks-leader-only 1']);
    assert.deepEqual(said('acks-none', '#---\nspring.config.activate.on-profile=eu\nspring.kafka.producer.acks=0\n'), [
      'error acks-none 0',
    ]);
  });
  it('may be one of several, each with an environment of its own', () => {
    const far = `${root}.binders.far`;
    const two = `${far}.type=kafka\n${root}.binders.near.type=kafka\n${root}.default-binder=near\n${root}.bindings.bills-out-0.binder=far\n`;
    const own = `${far}.environment.spring.cloud.stream.kafka.binder.producer-properties.acks=1\n`;
    assert.equal(bills('acks', two + own), '1');
    assert.equal(bills('acks', `${two}${own}${kafka}.binder.producer-properties.acks=all\n`), '1');
    assert.equal(bills('acks', `${two}${kafka}.binder.producer-properties.acks=0\n`), '0');
    assert.equal(bills('acks', `${two}${far}.environment.spring.kafka.producer.acks=0\nspring.kafka.producer.acks=1\n`), '0');
    assert.equal(bills('linger.ms', `${two}${far}.environment.spring.kafka.properties[linger.ms]=9\n`), '9');
    const named = 'linger=3\n' + `${far}.environment.spring.kafka.properties.linger.ms=\${linger}\n`;
    assert.equal(bills('linger.ms', two + named), '3');
    const alone = `${two}${own}${far}.inherit-environment=false\n`;
    assert.equal(
      bills('linger.ms', `${alone}${kafka}.binder.producer-properties.linger.ms=5\nspring.kafka.producer.properties.linger.ms=5\n`),
      '0',
    );
    assert.equal(bills('key.serializer', alone), 'org.apache.kafka.common.serialization.StringSerializer');
    assert.equal(bills('linger.ms', `${two}${far}.inherit-environment=false\n${kafka}.binder.producer-properties.linger.ms=5\n`), '5');
  });
});

describe('the producer of dead letters', () => {
  it('is there where dead letters are kept, and has keys of its own', () => {
    assert.ok(!scopesIn(base).includes('dead letters of orders-in-0'));
    assert.equal(kept('acks', '', '3.9'), '1');
    assert.equal(kept('acks', `${kafka}.binder.producer-properties.acks=0\n`), '0');
    assert.equal(
      kept('acks', `${intoKafka}.dlq-producer-properties.configuration.acks=all\n${kafka}.binder.producer-properties.acks=0\n`),
      'all',
    );
    assert.equal(kept('acks', `${kafka}.default.producer.configuration.acks=0\n`), 'all');
    assert.equal(kept('linger.ms', `${intoKafka}.dlqProducerProperties.batchTimeout=8\n`), '8');
    assert.equal(kept('linger.ms', `${kafka}.default.consumer.dlq-producer-properties.configuration.linger.ms=9\n`), '9');
  });
  it('is there in a profile too', () => {
    const profile = '#---\nspring.config.activate.on-profile=eu\n';
    const on = `${into}.group=a\n${profile}${intoKafka}.enable-dlq=true\n${kafka}.binder.producer-properties.acks=0\n`;
    assert.equal(effective('producer', 'dead letters of orders-in-0, profile eu', 'acks', on), '0');
    assert.ok(!scopesIn(base + on).includes('dead letters of orders-in-0'));
    const both = `${into}.group=a\n${intoKafka}.enable-dlq=true\n${profile}${intoKafka}.dlq-producer-properties.configuration.acks=1\n`;
    assert.equal(effective('producer', 'dead letters of orders-in-0, profile eu', 'acks', both), '1');
    assert.equal(effective('producer', 'dead letters of orders-in-0', 'acks', both), 'all');
  });
});

describe('the topics that the binder creates', () => {
  it('have the replicas and the properties that the file says', () => {
    assert.deepEqual(said('replication-factor-low', `${kafka}.binder.replication-factor=1\n`), ['warning replication-factor-low 1']);
    assert.deepEqual(said('replication-factor-low', `${kafka}.binder.replication-factor=-1\n`), []);
    assert.deepEqual(said('replication-factor-low', `${outKafka}.topic.replication-factor=1\n`), ['warning replication-factor-low 1']);
    assert.deepEqual(said('replication-factor-low', `${kafka}.default.consumer.topic.replication-factor=1\n`).length, 1);
    assert.equal(effective('topic', 'binding orders-in-0', 'retention.ms', `${intoKafka}.topic.properties.retention.ms=5\n`), '5');
    assert.equal(said('unknown-property', `${outKafka}.topic.properties[retention.msec]=5\n`).length, 1);
  });
});

describe('the transactions of a binder', () => {
  const prefix = `${kafka}.binder.transaction.transaction-id-prefix=tx-\n`;
  it('have one kind of producer for all bindings', () => {
    const own = `${kafka}.binder.transaction.producer.configuration.linger.ms=5\n`;
    assert.equal(bills('linger.ms', prefix + own), '5');
    assert.equal(bills('enable.idempotence', prefix), 'true');
    assert.equal(effective('producer', 'transactions', 'linger.ms', prefix + own), '5');
    assert.equal(kept('linger.ms', prefix + own), '5');
    assert.equal(bills('batch.size', `${prefix}${kafka}.binder.transaction.producer.buffer-size=99\n`), '99');
    assert.ok(!scopesIn(base + own).includes('transactions'));
    assert.equal(bills('linger.ms', own), '0');
  });
  it('leave what is said to one binding unread', () => {
    const own = `${outKafka}.configuration.acks=1\n`;
    assert.equal(bills('acks', prefix + own), 'all');
    assert.deepEqual(said('ignored-property', prefix + own), [`warning ignored-property ${outKafka}.configuration.acks`]);
    assert.equal(bills('acks', `${prefix}${kafka}.default.producer.configuration.acks=1\n`), 'all');
    assert.deepEqual(said('send-without-confirmation', prefix), []);
  });
  it('may be there in a profile alone', () => {
    const profile = '#---\nspring.config.activate.on-profile=eu\n';
    const later = `${kafka}.binder.transaction.producer.configuration.linger.ms=5\n${profile}${prefix}`;
    assert.equal(effective('producer', 'binding bills-out-0, profile eu', 'linger.ms', later), '5');
    assert.equal(effective('producer', 'binding bills-out-0', 'linger.ms', later), '0');
    assert.equal(effective('producer', 'transactions, profile eu', 'spring:transaction-id-prefix', later), 'tx-');
    const late = `${prefix}${profile}${root}.bindings.late-out-0.destination=a\n`;
    assert.equal(effective('producer', 'binding late-out-0, profile eu', 'spring:transaction-id-prefix', late), 'tx-');
    const common = `${prefix}${profile}${kafka}.default.producer.configuration.linger.ms=7\n`;
    assert.equal(effective('producer', 'binding bills-out-0, profile eu', 'linger.ms', common), '0');
    const changed = `${prefix}${profile}${kafka}.binder.transaction.producer.configuration.acks=1\n`;
    assert.equal(effective('producer', 'transactions, profile eu', 'acks', changed), '1');
  });
});

describe('a profile', () => {
  const profile = '#---\nspring.config.activate.on-profile=eu\n';
  it('changes what it says for every binding that it is about', () => {
    const text = `${kafka}.binder.producer-properties.acks=all\n${profile}${kafka}.binder.producer-properties.acks=0\n`;
    assert.equal(bills('acks', text), 'all');
    assert.equal(effective('producer', 'binding bills-out-0, profile eu', 'acks', text), '0');
    assert.equal(effective('producer', 'binder, profile eu', 'acks', text), '0');
    assert.deepEqual(said('acks-none', text), ['error acks-none 0']);
    const near = `${outKafka}.configuration.acks=1\n${profile}${kafka}.binder.producer-properties.acks=0\n`;
    assert.equal(effective('producer', 'binding bills-out-0, profile eu', 'acks', near), '1');
    assert.equal(effective('consumer', 'binding orders-in-0, profile eu', 'auto.offset.reset', `${profile}${into}.group=a\n`), 'earliest');
    assert.equal(
      effective(
        'producer',
        'binding bills-out-0, profile eu',
        'linger.ms',
        `${profile}${kafka}.default.producer.configuration.linger.ms=3\n`,
      ),
      '3',
    );
  });
  it('may be the only one that has a binding', () => {
    const text = `${profile}${root}.bindings.late-in-0.destination=a\n`;
    assert.ok(scopesIn(base + text).includes('binding late-in-0, profile eu'));
    assert.ok(!scopesIn(base + text).includes('binding late-in-0'));
    assert.equal(said('no-consumer-group', `${into}.group=a\n${text}`).length, 1);
  });
  it('changes what Spring Boot hands on', () => {
    const text = `${profile}spring.kafka.producer.acks=0\n`;
    assert.equal(effective('producer', 'binding bills-out-0, profile eu', 'acks', text), '0');
    assert.equal(bills('acks', text), 'all');
  });
});

describe('a key that nobody reads', () => {
  it('stands in the section of the other half of a binding', () => {
    for (const line of [
      `${into}.consumer.enable-dlq=true`,
      `${intoKafka}.max-attempts=5`,
      `${kafka}.bindings.orders-in-0.group=a`,
      `${intoKafka}.group=a`,
      `${into}.consumer.group=a`,
      `${root}.default.producer.sync=true`,
    ]) {
      assert.equal(said('ignored-property', `${into}.group=a\n${line}\n`).length, 1, line);
    }
  });
  it('is Kafka’s own outside of its map', () => {
    for (const line of [
      `${intoKafka}.auto-offset-reset=latest`,
      `${intoKafka}.max.poll.records=5`,
      `${into}.consumer.configuration.max.poll.records=5`,
      `${outKafka}.acks=all`,
      `${kafka}.binder.acks=all`,
      `${kafka}.binder.max-poll-records=5`,
    ]) {
      assert.equal(said('ignored-property', `${into}.group=a\n${line}\n`).length, 1, line);
    }
  });
  it('was read once', () => {
    assert.equal(said('ignored-property', `${intoKafka}.autoCommitOffset=false\n`).length, 1);
    assert.equal(said('ignored-property', `${intoKafka}.ackEachRecord=true\n`).length, 1);
  });
  it('is typed wrong', () => {
    for (const line of [
      `${intoKafka}.enable-dql=true`,
      `${into}.consumer.max-atempts=5`,
      `${kafka}.binder.required-aks=all`,
      `${kafka}.binder.configuration.max.poll.recods=5`,
      `${kafka}.binder.producer-properties.delivery.timeout=5`,
      `${outKafka}.configuration.delivery.timeout=5`,
    ]) {
      assert.equal(said('unknown-property', `${into}.group=a\n${line}\n`).length, 1, line);
    }
  });
  it('is typed wrong for the consumer alone, whatever else reads for it', () => {
    assert.equal(said('unknown-property', `${into}.group=a\n${intoKafka}.enable-dlq=true\n${intoKafka}.start-ofset=latest\n`).length, 1);
  });
  it('is known to Spring and of no interest', () => {
    for (const line of [
      `${into}.consumer.batch-mode=true`,
      `${into}.consumer.retryable-exceptions.java.lang.Exception=false`,
      `${into}.consumer.dlq-name=a`,
      `${intoKafka}.header-mode=none`,
      `${intoKafka}=`,
      `${intoKafka}.topic.properties.retention.ms=5`,
      `${kafka}.binder.jaas.options.username=a`,
      `${kafka}.binder.own.thing=a`,
      `${kafka}.other=a`,
      `${root}.function.definition=a`,
      `${root}.bindings=`,
      `${root}.schema.avro.enabled=true`,
      `${intoKafka}.configuration.schema.registry.url=a`,
      `${into}.any=a`,
    ]) {
      const found = [...said('unknown-property', `${into}.group=a\n${line}\n`), ...said('ignored-property', line)];
      assert.deepEqual(found, [], line);
    }
  });
});
