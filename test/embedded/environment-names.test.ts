import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Section } from '../../server/src/carriers/spring-cloud-stream/leaves.js';
import { binderSection, coreSection, kafkaSection } from '../../server/src/carriers/spring-cloud-stream/sections.js';
import { streamsBinderSection, streamsSection } from '../../server/src/carriers/spring-cloud-stream/streams-sections.js';
import { anyBroker, anyWorker, bareBroker, isNamed, programOf, versionOf } from '../../server/src/embedded/environment/images.js';
import type { VariableNames } from '../../server/src/embedded/environment/names.js';
import { smallRyeNames } from '../../server/src/embedded/environment/smallrye.js';
import { springNames } from '../../server/src/embedded/environment/spring.js';
import { streamNames } from '../../server/src/embedded/environment/spring-cloud-stream.js';
import { nameFor } from '../../server/src/embedded/environment/variables.js';
import { namesOf } from '../../server/src/kafka/catalogue/catalogue.js';
import { before, parseVersion } from '../../server/src/kafka/version.js';
import { smallryeAttributes } from '../../server/src/kafka/frameworks/smallrye.js';
import { times } from '../support/runs.js';

/** What the start-up script of an image does, by its source, as no repository of packages has it. */
interface Fact {
  readonly about: string;
  readonly source: string;
  readonly image: string;
  readonly version: string | null;
  readonly variables: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  /** What the script gives where no variable does. */
  readonly defaults: Readonly<Record<string, string>>;
}

const facts = readFileSync('test/conformance/recorded/environment.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Fact);

describe('programs get what the sources of their images give them', () => {
  for (const { about, source, image, version, variables, settings, defaults } of facts) {
    it(`${image}: ${about}`, () => {
      const program = programOf(image);
      assert.ok(program, source);
      const read = Object.entries(variables).flatMap(([name, value]) => {
        const key = program.names.keyOf(name);
        return key === undefined ? [] : [[key, value] as const];
      });
      assert.deepEqual(Object.fromEntries(read), settings, source);
      assert.equal(versionOf(image, program) ?? null, version, source);
      const kafka = parseVersion(version ?? '');
      const given = (program.defaults ?? []).flatMap(({ property, value, since }) =>
        value === undefined || (since !== undefined && kafka && before(kafka, since)) ? [] : [[property, value] as const],
      );
      assert.deepEqual(Object.fromEntries(given), defaults, source);
    });
  }
});

describe('the name of an image', () => {
  it('may have a registry, a digest and variables', () => {
    for (const image of [
      ...['apache/kafka', 'docker.io/apache/kafka:latest', 'registry:5000/a/apache/kafka-native:4.0.0@sha256:00'],
      ...[
        '${REGISTRY}/apache/kafka:${TAG}',
        '${REGISTRY:-docker.io}/apache/kafka',
        '${IMAGE:-apache/kafka:4.1.0}',
        '$REGISTRY/apache/kafka',
        '{{ .Values.registry }}/apache/kafka',
      ],
    ])
      assert.equal(programOf(image), programOf('apache/kafka'), image);
    for (const image of ['', 'my-apache/kafka-ui', 'kafka', 'apache/kafka-ui', 'example/cp-kafka-exporter', 'strimzi/operator', '${IMAGE}'])
      assert.equal(programOf(image), undefined, image);
  });

  it('has the version in its tag, if it is known there', () => {
    const versions = (...images: readonly string[]): readonly (string | undefined)[] =>
      images.map(image => {
        const program = programOf(image);
        return program && versionOf(image, program);
      });
    assert.deepEqual(
      versions(
        'apache/kafka:4.1.0',
        'apache/kafka:3.9.1-rc0',
        'apache/kafka',
        'apache/kafka:latest',
        'apache/kafka:${V:-4.0.0}',
        'apache/kafka:${V}',
      ),
      [...['4.1.0', '3.9.1', undefined, undefined, '4.0.0', undefined]],
    );
    assert.deepEqual(
      versions(
        'confluentinc/cp-kafka:5.5.1',
        'confluentinc/cp-kafka:6.1.0',
        'confluentinc/cp-kafka:7.8.0-1-ubi8',
        'confluentinc/cp-kafka:8.1',
        'confluentinc/cp-kafka:4.0.0',
        'confluentinc/cp-kafka:3.0.1',
        'confluentinc/cp-kafka:3.9',
        'confluentinc/cp-kafka:2.0.1',
      ),
      [...['2.5', '2.7', '3.8', '4.1', '1.0', '0.10.0', undefined, undefined]],
    );
    assert.deepEqual(
      versions(
        'wurstmeister/kafka',
        'wurstmeister/kafka:2.12-2.3.0',
        'wurstmeister/kafka:latest',
        'wurstmeister/kafka@sha256:00',
        'wurstmeister/kafka:x',
      ),
      [...['2.8.1', '2.3.0', '2.8.1', undefined, undefined]],
    );
    assert.deepEqual(versions('quay.io/strimzi/kafka:0.45.0-kafka-3.9.0', 'quay.io/strimzi/kafka:latest'), ['3.9.0', undefined]);
    assert.deepEqual(
      versions('bitnami/kafka:3.7-debian-12', 'bitnamilegacy/kafka:3.7.1', 'debezium/connect:2.7', 'confluentinc/ksqldb-server:0.29.0'),
      [...['3.7', '3.7.1', undefined, undefined]],
    );
  });

  it('is none where a variable stands for all of it', () => {
    assert.deepEqual(['', '${IMAGE}', '$IMAGE', '{{ .image }}', 'a', '${A}/b', '${IMAGE:-a}'].map(isNamed), [
      false,
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

/** Every key that the names can spell. */
function spelledBack(names: VariableNames, keys: readonly string[]): readonly string[] {
  return keys.filter(key => {
    const name = nameFor(key, names);
    if (name !== undefined) assert.equal(names.keyOf(name), key);
    return name !== undefined;
  });
}

describe('the name of a variable', () => {
  // capital letters are lost
  const brokerKeys = namesOf(['broker']).filter(key => key === key.toLowerCase());

  it('says every key of a program', () => {
    for (const image of ['apache/kafka', 'confluentinc/cp-kafka']) {
      const program = programOf(image);
      assert.ok(program);
      assert.deepEqual(spelledBack(program.names, brokerKeys), brokerKeys, image);
    }
    assert.deepEqual(spelledBack(anyBroker.names, brokerKeys), brokerKeys);
    const withDots = brokerKeys.filter(key => !/[-_]/.test(key));
    for (const image of ['wurstmeister/kafka', 'bitnami/kafka']) {
      const program = programOf(image);
      assert.ok(program);
      assert.deepEqual(spelledBack(program.names, brokerKeys), withDots, image);
    }
    const ofWorkers = namesOf(['connect-distributed']);
    for (const program of [anyWorker, programOf('debezium/connect')]) {
      assert.ok(program);
      assert.deepEqual(spelledBack(program.names, ofWorkers), ofWorkers);
    }
    assert.deepEqual(spelledBack(bareBroker.names, brokerKeys), []);
  });

  it('says the key that it was made of, for any key that it can say', () => {
    const key = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
    fc.assert(
      fc.property(key, one => spelledBack(anyBroker.names, [one]).length <= 1),
      times(3_000),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]+([._-][a-z0-9]+){0,4}$/), one => spelledBack(anyBroker.names, [one]).length === 1),
      times(2_000),
    );
  });

  it('says keys of Spring', () => {
    const keys = ['producer', 'consumer', 'admin'].flatMap(client => [
      ...['acks', 'batch-size', 'client-id', 'ssl.key-password', 'security.protocol', 'bootstrap-servers'].map(
        leaf => `spring.kafka.${client}.${leaf}`,
      ),
      ...namesOf(['producer', 'consumer', 'admin']).map(name => `spring.kafka.${client}.properties.${name}`),
    ]);
    const others = [
      'bootstrap-servers',
      'client-id',
      'listener.ack-mode',
      'template.default-topic',
      'retry.topic.attempts',
      'retry.topic.backoff.max-delay',
      'streams.cleanup.on-startup',
      'streams.application-id',
      'properties.acks',
      'ssl.trust-store-type',
    ];
    const all = [...keys, ...others.map(key => `spring.kafka.${key}`)];
    assert.deepEqual(spelledBack(springNames, all), all);
  });

  it('is none of Spring’s where it can be several or cannot be found', () => {
    for (const variable of [
      ...[
        'SPRING_KAFKA_',
        'SPRING_KAFKA',
        'SPRING_KAFKA_BOOTSTRAP_SERVERS_0',
        'SPRING_KAFKA_JAAS_OPTIONS_A',
        'SPRING_KAFKA_JAAS',
        'SPRING_KAFKA__A',
      ],
      ...[
        'SPRING_KAFKA_A_',
        'spring_kafka_PRODUCER_BATCH_SIZE',
        'SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS',
        'SPRING_KAFKA_A-B',
        'SPRING_KAFKA_PRODUCER_PROPERTIES_A_1_B',
      ],
    ])
      assert.equal(springNames.keyOf(variable), undefined, variable);
    assert.equal(springNames.keyOf('spring_kafka_producer_acks'), 'spring.kafka.producer.acks');
    assert.equal(springNames.keyOf('spring_kafka_producer_batch_size'), 'spring.kafka.producer.batch-size');
    assert.equal(springNames.keyOf('SPRING_KAFKA_PRODUCER_BATCHSIZE'), 'spring.kafka.producer.batchsize');
    assert.equal(springNames.keyOf('spring.kafka.producer.batch-size'), 'spring.kafka.producer.batch-size');
    assert.equal(nameFor('spring.kafka.producer.properties.a-b', springNames), undefined);
    assert.equal(nameFor('spring.kafka.producer.properties[a.b]', springNames), undefined);
  });

  const ofStream = (variable: string): string | undefined =>
    streamNames.keyOf(`SPRING_CLOUD_STREAM_${variable}`)?.slice('spring.cloud.stream.'.length);

  it('says keys of Spring Cloud Stream', () => {
    const sections = (leaves: Section, root: string): readonly string[] => [
      ...leaves.leaves.map(({ path }) => `${root}.${path.join('.')}`),
      ...leaves.maps.map(({ path }) => `${root}.${path.join('.')}.max.poll.records`),
    ];
    const keys = [
      ...['orders-in-0', 'orders-out-1', 'input'].flatMap(name => [
        ...sections(coreSection, `bindings.${name}`),
        ...sections(kafkaSection, `kafka.bindings.${name}`),
        ...sections(streamsSection, `kafka.streams.bindings.${name}`),
      ]),
      ...sections(coreSection, 'default'),
      ...sections(kafkaSection, 'kafka.default'),
      ...sections(binderSection, 'kafka.binder'),
      ...sections(streamsBinderSection, 'kafka.streams.binder'),
      ...[
        'default-binder',
        'kafka.streams.binder.functions.process.application-id',
        'kafka.streams.binder.functions.process.configuration.acks',
      ],
    ].map(key => `spring.cloud.stream.${key}`);
    assert.deepEqual(spelledBack(streamNames, keys), keys);
  });

  it('says a key of Spring Cloud Stream with all dashes or with none', () => {
    assert.equal(ofStream('BINDINGS_ORDERSIN0_CONSUMER_MAXATTEMPTS'), 'bindings.orders-in-0.consumer.maxattempts');
    assert.equal(ofStream('BINDINGS_ORDER_EVENTS_GROUP'), 'bindings.order-events.group');
    assert.equal(ofStream('KAFKA_BINDER_REQUIREDACKS'), 'kafka.binder.requiredacks');
    assert.equal(
      ofStream('KAFKA_BINDINGS_AOUT0_CONSUMER_DLQPRODUCERPROPERTIES_BUFFERSIZE'),
      'kafka.bindings.a-out-0.consumer.dlq-producer-properties.buffersize',
    );
    assert.equal(streamNames.keyOf('spring_cloud_stream_default_group'), 'spring.cloud.stream.default.group');
    assert.equal(streamNames.keyOf('spring.cloud.stream.a'), 'spring.cloud.stream.a');
    for (const mixed of [
      ...['BINDINGS_ORDERSIN0_CONSUMER_MAX_ATTEMPTS', 'BINDINGS_ORDERS_IN_0_CONSUMER_MAXATTEMPTS'],
      ...['KAFKA_BINDINGS_ORDERS_IN_0_CONSUMER_CONFIGURATION_ACKS', 'KAFKA_BINDINGS_ORDERSIN0_CONSUMER_DLQ_PRODUCER_PROPERTIES_BUFFERSIZE'],
      ...['KAFKA_BINDINGS_A_IN_0_CONSUMER_DLQPRODUCERPROPERTIES_BUFFER_SIZE', 'KAFKA_BINDINGS_A_CONSUMER_DLQ_PRODUCERPROPERTIES_SYNC'],
      'KAFKA_DEFAULT_CONSUMER_DLQ_PRODUCER_PROPERTIES_COMPRESSIONTYPE',
      ...['KAFKA_BINDER_PRODUCER_PROPERTIES_ACKS', 'KAFKA_DEFAULT_CONSUMER_DLQ_PRODUCER_PROPERTIES_CONFIGURATION_ACKS'],
    ])
      assert.equal(ofStream(mixed), undefined, mixed);
    assert.equal(
      ofStream('KAFKA_DEFAULT_CONSUMER_DLQPRODUCERPROPERTIES_COMPRESSION_TYPE'),
      'kafka.default.consumer.dlq-producer-properties.compression-type',
    );
    assert.equal(ofStream('KAFKA_DEFAULT_CONSUMER_DLQ_PRODUCER_PROPERTIES_SYNC'), 'kafka.default.consumer.dlq-producer-properties.sync');
  });

  it('is none of Spring Cloud Stream’s where it can be several or cannot be found', () => {
    for (const variable of [
      ...[
        '',
        'BINDINGS',
        'BINDINGS_A',
        'BINDINGS_A_OTHER',
        'KAFKA_BINDINGS_A_GROUP',
        'BINDINGS_A__GROUP',
        'DEFAULT_GROUP_',
        '_DEFAULT_GROUP',
      ],
      ...['KAFKA_BINDER_BROKERS_0', 'BINDERS_A_TYPE', 'BINDER_BROKERS', 'FUNCTION_DEFINITION', 'DEFAULT_Group', 'RABBIT_BINDER_A'],
      'KAFKA_STREAMS_BINDER_FUNCTIONS_P_BROKERS_0',
    ])
      assert.equal(ofStream(variable), undefined, variable);
  });

  it('says keys of channels, of their connector and of Quarkus', () => {
    const of = (...variables: readonly string[]): readonly (string | undefined)[] =>
      variables.map(one => smallRyeNames(variables).keyOf(one));
    assert.deepEqual(
      of('MP_MESSAGING_OUTGOING_A_ACKS', 'MP_MESSAGING_INCOMING_A1_MAX_POLL_RECORDS', 'MP_MESSAGING_INCOMING_A_FAILURE_STRATEGY'),
      [...['mp.messaging.outgoing.a.acks', 'mp.messaging.incoming.a1.max.poll.records', 'mp.messaging.incoming.a.failure-strategy']],
    );
    assert.deepEqual(
      of(
        'MP_MESSAGING_OUTGOING_A_B_ACKS',
        'MP_MESSAGING_OUTGOING_A',
        'MP_MESSAGING_OTHER_A_ACKS',
        'MP_MESSAGING_OUTGOING_A_X',
        'KAFKA_ACKS',
        'OTHER',
      ),
      [...[undefined, undefined, undefined, undefined, undefined, undefined]],
    );
    assert.deepEqual(
      of(
        'MP_MESSAGING_OUTGOING_A_CONNECTOR',
        'MP_MESSAGING_OUTGOING_A_B_CONNECTOR',
        'MP_MESSAGING_OUTGOING_A_B_LINGER_MS',
        'MP_MESSAGING_OUTGOING_A_RETRIES',
      ),
      [
        ...[
          'mp.messaging.outgoing.a.connector',
          'mp.messaging.outgoing.a-b.connector',
          'mp.messaging.outgoing.a-b.linger.ms',
          'mp.messaging.outgoing.a.retries',
        ],
      ],
    );
    assert.deepEqual(
      of('MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_ACKS', 'MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_X', 'mp.messaging.outgoing.a.acks'),
      [...['mp.messaging.connector.smallrye-kafka.acks', undefined, 'mp.messaging.outgoing.a.acks']],
    );
    assert.deepEqual(
      of(
        'QUARKUS_LOG_LEVEL',
        'KAFKA_ACKS',
        'KAFKA_X',
        'KAFKA_STREAMS_TOPICS',
        'QUARKUS_KAFKA_STREAMS_APPLICATION_ID',
        'quarkus.kafka-streams.topics',
      ),
      [...[undefined, 'kafka.acks', undefined, undefined, 'quarkus.kafka-streams.application-id', 'quarkus.kafka-streams.topics']],
    );
  });

  it('says keys of a profile', () => {
    const of = (...variables: readonly string[]): readonly (string | undefined)[] =>
      variables.map(one => smallRyeNames(variables).keyOf(one));
    assert.deepEqual(
      of('_DEV_MP_MESSAGING_OUTGOING_A_B_CONNECTOR', '_PROD_MP_MESSAGING_OUTGOING_A_B_ACKS', 'MP_MESSAGING_OUTGOING_A_B_ACKS'),
      [...['%dev.mp.messaging.outgoing.a-b.connector', '%prod.mp.messaging.outgoing.a-b.acks', 'mp.messaging.outgoing.a-b.acks']],
    );
    assert.deepEqual(of('_DEV_QUARKUS_LOG_LEVEL', '_DEV_KAFKA_ACKS', '_DEV_KAFKA_X', '_DEV_OTHER_A'), [
      ...[undefined, '%dev.kafka.acks', undefined, undefined],
    ]);
    assert.deepEqual(of('_DEV_KAFKA_ACKS'), [undefined]);
    const ofConnector = 'MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_ACKS';
    assert.deepEqual(of(`_DEV_${ofConnector}`), [undefined]);
    assert.deepEqual(of(`_DEV_${ofConnector}`, ofConnector), [
      ...['%dev.mp.messaging.connector.smallrye-kafka.acks', 'mp.messaging.connector.smallrye-kafka.acks'],
    ]);
    assert.equal(nameFor('%dev.mp.messaging.outgoing.a.acks', smallRyeNames([])), '_DEV_MP_MESSAGING_OUTGOING_A_ACKS');
  });

  it('says keys of Streams only where Quarkus finds them', () => {
    const names = smallRyeNames(['QUARKUS_LOG_LEVEL']);
    const found = (...variables: readonly string[]): readonly (string | undefined)[] => variables.map(one => names.keyOf(one));
    assert.deepEqual(found('KAFKA_STREAMS_ACKS', 'QUARKUS_KAFKA_STREAMS_ACKS'), [undefined, undefined]);
    assert.deepEqual(found('kafka-streams.acks', 'QUARKUS_KAFKA_STREAMS_TOPICS', '_DEV_QUARKUS_KAFKA_STREAMS_TOPICS'), [
      ...['kafka-streams.acks', 'quarkus.kafka-streams.topics', '%dev.quarkus.kafka-streams.topics'],
    ]);
  });

  it('stands for one attribute of a channel alone', () => {
    const names = [
      ...new Set([...namesOf(['producer', 'consumer']), ...smallryeAttributes.map(({ name }) => name.slice('smallrye:'.length))]),
    ];
    const keys = names.flatMap(name => [`mp.messaging.outgoing.orders.${name}`, `mp.messaging.incoming.orders.${name}`]);
    assert.deepEqual(spelledBack(smallRyeNames([]), keys), keys);
  });
});
