import type { EffectiveConfig } from '../config/effective.js';
import type { Ignored, Setting } from '../config/setting.js';
import { defineRule, remove, unsafe, type Change } from './rule.js';

const messageOf: Readonly<Record<Ignored['why'], string>> = {
  dropped: 'dropped',
  'no-such-leaf': 'noSuchLeaf',
  'other-client': 'otherClient',
  'other-section': 'otherSection',
  'always-overridden': 'alwaysOverridden',
  'other-name': 'otherName',
  'other-spelling': 'otherSpelling',
};

export default defineRule({
  id: 'ignored-property',
  roles: ['producer', 'consumer', 'admin', 'streams', 'topic'],
  reads: [],
  severity: 'warning',
  messages: {
    noSuchLeaf: '{framework} has no such key here and drops it without a word, so {property} keeps its default. It works below properties.',
    dropped: '{framework} takes this key out before the client is made, so it has no effect.',
    otherClient: '{framework} drops this without a word: {property} belongs to another client.',
    otherSection: '{framework} has no such key here and drops it without a word: {property} belongs into another section.',
    alwaysOverridden: '{framework} writes its own {property} over this one, which never gets through.',
    otherName: '{framework} finds the settings of a client only below its name in kebab case: this one has no effect.',
    otherSpelling: '{framework} hands keys on as they are written, and Kafka knows only {property}: this one has no effect.',
  },
  docs: {
    summary: 'The framework ignores the key where it stands',
    why:
      'Spring Boot gives a few Kafka settings a key of their own below spring.kafka.producer and spring.kafka.consumer and ignores every other key there. ' +
      'enable-idempotence, delivery-timeout and many more look right in that place, and the client runs with its default. It writes its own isolation level for every consumer, read-uncommitted if the consumer has none. ' +
      'Kafka Streams, Connect and MirrorMaker 2 likewise write some settings of the clients inside them themselves, whatever their file says: automatic commits, the offset to start from, the acknowledgements of their own topics. ' +
      'Micronaut takes the settings of a producer or consumer only from below its name in kebab case, by Kafka’s own keys, and writes the group of the listener over group.id.',
    remedy:
      'Move it to the properties map of the client, by Kafka’s own name, or to the client that it belongs to. Remove what the framework sets itself.',
    falsePositives: 'An application that binds these keys to a class of its own.',
    references: [
      'org.springframework.boot.autoconfigure.kafka.KafkaProperties',
      'https://docs.spring.io/spring-boot/reference/messaging/kafka.html',
      'org.apache.kafka.streams.StreamsConfig',
      'org.apache.kafka.connect.runtime.Worker',
      'org.apache.kafka.connect.util.KafkaBasedLog',
      'org.apache.kafka.connect.mirror.MirrorConnectorConfig',
      'io.micronaut.configuration.kafka.config.KafkaProducerConfiguration',
      'io.micronaut.configuration.kafka.processor.KafkaConsumerProcessor#createConsumerProperties',
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
    ],
    good: [{ role: 'producer', settings: 'enable.idempotence=true\nacks=all', carriers: ['spring-boot'] }],
  },
  *check(config) {
    for (const setting of config.ignored) {
      if (setting.ignored)
        yield {
          message: messageOf[setting.ignored.why],
          at: setting,
          on: 'key',
          tag: 'unnecessary',
          data: { framework: setting.ignored.by ?? config.framework },
          fixes: [unsafe(wayOut(setting, setting.ignored, config))],
        };
    }
  },
});

/** Where the right place is taken already, the line that nobody reads can only go. */
function wayOut(setting: Setting, { worksAs }: Ignored, config: EffectiveConfig): Change {
  const taken = worksAs && config.siblings.some(sibling => sibling.role === worksAs.role && hasOwn(sibling, worksAs.property));
  return worksAs && !taken ? { kind: 'move', setting, ...worksAs } : remove(setting);
}

function hasOwn(config: EffectiveConfig, property: string): boolean {
  const setting = config.explicit(property);
  return setting !== undefined && config.isOwn(setting);
}
