import type { EffectiveConfig } from '../config/effective.js';
import type { Ignored, Setting } from '../config/setting.js';
import { connectorRoles } from '../kafka/property.js';
import { defineRule, remove, unsafe, type Change } from './rule.js';

const messageOf: Readonly<Record<Ignored['why'], string>> = {
  dropped: 'dropped',
  reserved: 'reserved',
  'no-such-leaf': 'noSuchLeaf',
  'other-client': 'otherClient',
  'other-section': 'otherSection',
  'always-overridden': 'alwaysOverridden',
  'other-name': 'otherName',
  'other-spelling': 'otherSpelling',
  outdated: 'outdated',
  unlisted: 'unlisted',
  'dots-in-key': 'dotsInKey',
};

export default defineRule({
  id: 'ignored-property',
  roles: ['broker', 'producer', 'consumer', 'admin', 'topic', 'streams', 'connect-distributed', ...connectorRoles],
  reads: [],
  severity: 'warning',
  messages: {
    noSuchLeaf: '{framework} has no such key here and drops it without a word, so {property} keeps its default. It works below properties.',
    dropped: '{framework} takes this key out before the client is made, so it has no effect.',
    reserved: '{framework} takes this key out: other fields of the resource say what is meant, or {framework} itself does.',
    otherClient: '{framework} drops this without a word: {property} belongs to another client.',
    otherSection: '{framework} has no such key here and drops it without a word: {property} belongs into another section.',
    alwaysOverridden: '{framework} writes its own {property} over this one, which never gets through.',
    otherName: '{framework} finds the settings of a client only below its name in kebab case: this one has no effect.',
    outdated: '{framework} read {property} once and does not any more: this line has no effect.',
    renamed: '{framework} does not read this key any more: {property} has taken its place, so the line has no effect.',
    unlisted: '{list} does not name what {property} belongs to, so {framework} does not read it.',
    otherSpelling: '{framework} hands keys on as they are written, and Kafka knows only {property}: this one has no effect.',
    dotsInKey:
      '{framework} takes a YAML key with dots in it for one word, so nobody reads this one. It works with its words below each other, each of them a mapping.',
  },
  docs: {
    summary: 'The framework ignores the key where it stands',
    why:
      'A framework between the file and Kafka hands over what it knows, from the places where it looks, and writes some settings of its clients itself. A key in another place looks right and does nothing: the client runs with its default, and nobody is told. ' +
      'Spring Boot reads a few keys directly below spring.kafka.producer and its like, and all others only below properties; Micronaut wants Kafka’s own spelling below the name of a client in kebab case; Quarkus reads no YAML key of Kafka’s with dots in it; REST Proxy and Connect want a prefix. ' +
      'The operator of Strimzi takes out of its maps what it writes itself. ' +
      'Kafka Streams, ksqlDB, Connect and MirrorMaker 2 write settings such as automatic commits and the offset to start from over whatever the file says.',
    remedy: 'Move the key to where it works: the message or the fix says where. Remove what the framework sets itself.',
    falsePositives: 'An application that binds these keys to a class of its own.',
    references: [
      'org.springframework.boot.autoconfigure.kafka.KafkaProperties',
      'https://docs.spring.io/spring-boot/reference/messaging/kafka.html',
      'org.apache.kafka.streams.StreamsConfig',
      'org.apache.kafka.connect.runtime.Worker',
      'org.apache.kafka.connect.runtime.SourceConnectorConfig',
      'org.apache.kafka.connect.util.KafkaBasedLog',
      'org.apache.kafka.connect.mirror.MirrorConnectorConfig',
      'io.micronaut.configuration.kafka.config.KafkaProducerConfiguration',
      'io.micronaut.configuration.kafka.processor.KafkaConsumerProcessor#createConsumerProperties',
      'io.confluent.kafkarest.KafkaRestConfig',
      'io.confluent.ksql.util.KsqlConfig',
      'io.smallrye.config.source.yaml.YamlConfigSource#flattenYaml',
      'io.quarkus.kafka.streams.runtime.KafkaStreamsProducer#getStreamsProperties',
      'io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaShareConsumer#getKafkaShareConsumerConfiguration',
      'io.strimzi.api.kafka.model.kafka.KafkaClusterSpec',
    ],
  },
  examples: {
    bad: [
      {
        role: 'producer',
        file: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      acks: all\n      enable-idempotence: true\n',
      },
      {
        role: 'producer',
        file: 'application.properties',
        text: 'spring.kafka.producer.acks=all\nspring.kafka.producer.delivery-timeout-ms=120000\n',
      },
      {
        role: 'consumer',
        file: 'application.yml',
        text: 'spring:\n  kafka:\n    properties:\n      isolation.level: read_committed\n    consumer:\n      group-id: orders\n      auto-offset-reset: earliest\n',
      },
      {
        role: 'producer',
        file: 'application.yml',
        text: 'kafka:\n  producers:\n    orderEvents:\n      acks: all\n    default:\n      enable-idempotence: true\n      acks: all\n',
      },
      { role: 'consumer', file: 'application.properties', text: 'kafka.consumers.default.group.id=orders\n' },
      {
        role: 'producer',
        file: 'orders-sink.json',
        text: '{\n  "connector.class": "io.confluent.connect.s3.S3SinkConnector",\n  "topics": "orders",\n  "producer.override.acks": "all"\n}\n',
      },
      {
        role: 'source-connector',
        settings:
          'topic.creation.default.replication.factor=3\ntopic.creation.default.partitions=6\ntopic.creation.logs.cleanup.policy=compact',
      },
      {
        role: 'producer',
        file: 'application.yaml',
        text: 'quarkus:\n  application:\n    name: shop\nmp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        acks: all\n        delivery.timeout.ms: 180000\n',
      },
      {
        role: 'broker',
        file: 'kafka.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: orders\nspec:\n  kafka:\n    config:\n      min.insync.replicas: 2\n      log.dirs: /data\n',
      },
    ],
    good: [{ role: 'producer', settings: 'enable.idempotence=true\nacks=all', carriers: ['spring-boot'] }],
  },
  *check(config) {
    for (const setting of config.ignored) {
      if (setting.ignored)
        yield {
          message: messageFor(setting.ignored),
          at: setting,
          on: 'key',
          tag: 'unnecessary',
          data: {
            framework: setting.ignored.by ?? config.framework,
            ...(setting.ignored.list === undefined ? {} : { list: setting.ignored.list }),
          },
          fixes: [unsafe(wayOut(setting, setting.ignored, config))],
        };
    }
  },
});

function messageFor({ why, worksAs }: Ignored): string {
  return why === 'outdated' && worksAs ? 'renamed' : messageOf[why];
}

/** Where the right place is taken already, the line that nobody reads can only go. */
function wayOut(setting: Setting, { worksAs }: Ignored, config: EffectiveConfig): Change {
  const taken = worksAs && config.siblings.some(sibling => sibling.role === worksAs.role && hasOwn(sibling, worksAs.property));
  return worksAs && !taken ? { kind: 'move', setting, ...worksAs } : remove(setting);
}

function hasOwn(config: EffectiveConfig, property: string): boolean {
  const setting = config.explicit(property);
  return setting !== undefined && config.isOwn(setting);
}
