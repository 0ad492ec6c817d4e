import { isLibrdkafka, librdkafkaRoles } from '../kafka/frameworks/librdkafka.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, remove, unsafe } from './rule.js';

export default defineRule({
  id: 'metadata-recovery-disabled',
  roles: ['producer', 'consumer', 'admin', ...librdkafkaRoles],
  reads: ['metadata.recovery.strategy'],
  severity: 'information',
  messages: {
    none: 'metadata.recovery.strategy={value}: a client that loses every broker it knows of never asks bootstrap.servers again, and hangs until it is restarted.',
  },
  docs: {
    summary: 'A client that has lost all known brokers does not go back to its bootstrap servers',
    why: 'A client learns broker addresses from the brokers. If all that it knows are replaced or unreachable at once, it has nobody left to ask. Since 4.0 it then starts again from bootstrap.servers; none turns this off. Such a client goes on timing out although other brokers are back, until it is restarted; a producer’s records expire meanwhile, after delivery.timeout.ms.',
    remedy: 'Remove the key: the default since 4.0 is rebootstrap.',
    falsePositives: 'Clusters whose broker addresses never change, with a supervisor that restarts hanging clients.',
    references: [
      'KIP-899, let clients rebootstrap',
      'org.apache.kafka.clients.CommonClientConfigs',
      'https://kafka.apache.org/documentation/#consumerconfigs_metadata.recovery.strategy',
    ],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\nmetadata.recovery.strategy=none' },
      { role: 'producer', settings: 'acks=all\nmetadata.recovery.strategy=NONE' },
      { role: 'admin', settings: 'metadata.recovery.strategy=none' },
      { role: 'librdkafka-consumer', settings: 'metadata.recovery.strategy=none', version: '3.9' },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\nmetadata.recovery.strategy=rebootstrap' },
      { role: 'producer', settings: 'acks=all\nmetadata.recovery.strategy=none', version: '3.9' },
    ],
  },
  *check(config) {
    const setting = config.explicit('metadata.recovery.strategy');
    // Kafka reads the names in any case of letters
    if (!setting || config.text('metadata.recovery.strategy')?.toLowerCase() !== 'none') return;
    // the first version of Kafka's own clients with another default; librdkafka has versions of its own
    if (!isLibrdkafka(config.role) && !atLeast(config.version, '4.0')) return;
    yield { message: 'none', at: setting, fixes: [unsafe(remove(setting))] };
  },
});
