import type { EffectiveConfig } from '../config/effective.js';
import { defineRule, safe, set } from './rule.js';
import { bypassedBy } from './shared/bypassed.js';
import { mayChooseSafeDefaults } from './shared/idempotence.js';

export default defineRule({
  id: 'acks-leader-only',
  roles: ['producer', 'librdkafka-producer'],
  reads: ['acks'],
  severity: 'warning',
  strictSeverity: 'error',
  hides: ['idempotence-silently-off', 'reordering-on-retry'],
  messages: {
    explicit:
      'acks={value}: only the leader confirms a write. If it dies before a follower has copied the record, an acknowledged record is lost.',
    byDefault:
      'acks is not set and defaults to 1 in Kafka clients {version}: if the leader dies before a follower has copied a record, an acknowledged record is lost.',
    byFramework:
      '{framework} asks for acks=1 where nobody says otherwise, so {client} has it, whatever the version of Kafka: if the leader dies before a follower has copied a record, an acknowledged record is lost.',
    byOlderRelease:
      'acks is not set. {framework} asks for acks=1 then in every release before 5.0.2, so {client} has it there: if the leader dies before a follower has copied a record, an acknowledged record is lost.',
  },
  docs: {
    summary: 'The producer asks for the leader’s confirmation alone',
    why:
      'With acks=1 a record counts as sent when the partition leader has it in its own log. Followers copy it a moment later. If the leader fails in between, a follower without the record becomes leader, and the record is gone although the producer was told that it is safe. ' +
      'min.insync.replicas does not help: brokers check it for acks=all only. Some frameworks write acks=1 where nobody says otherwise, whatever Kafka’s own default is: SmallRye does for every channel, and for the producer of its dead letters, and so did the Kafka binder of Spring Cloud Stream before 5.0.2 (required-acks).',
    remedy:
      'Write acks=all, the default since Kafka 3.0: the leader answers when every in-sync replica has the record. It costs one replication round trip per batch. Combine it with a replication factor of 3 and min.insync.replicas=2. In Quarkus kafka.acks=all holds for all channels.',
    falsePositives:
      'Metrics, logs and other data of which a few records may be lost on purpose: set the profile at-most-once for such applications.',
    references: [
      'KIP-679, acks=all by default: https://cwiki.apache.org/confluence/display/KAFKA/KIP-679%3A+Producer+will+enable+the+strongest+delivery+guarantee+by+default',
      'https://kafka.apache.org/documentation/#producerconfigs_acks',
      'org.springframework.cloud.stream.binder.kafka.properties.KafkaBinderConfigurationProperties (requiredAcks)',
      'io.smallrye.reactive.messaging.kafka.KafkaConnector (acks=1 for every channel that does not set it)',
    ],
    evidence: ['leader-dies'],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'acks=1' },
      { role: 'producer', settings: 'linger.ms=5', version: '2.8', leftToKafka: ['acks'] },
      { role: 'librdkafka-producer', settings: 'acks=1' },
    ],
    good: [
      { role: 'producer', settings: 'acks=all' },
      { role: 'producer', settings: 'acks=-1' },
      { role: 'producer', settings: 'linger.ms=5', leftToKafka: ['acks'] },
      { role: 'producer', settings: 'enable.idempotence=true', version: '2.8' },
      { role: 'librdkafka-producer', settings: 'acks=-1' },
      { role: 'librdkafka-producer', settings: 'linger.ms=5', version: '2.8' },
    ],
  },
  *check(config) {
    const acks = config.effective('acks');
    const fixes = [safe(set('acks', 'all'))];
    const client = { framework: config.framework, client: clientOf(config) };
    if (acks?.origin === 'framework' && acks.text !== '1' && config.facts.has('leader-only-in-older-releases'))
      yield { message: 'byOlderRelease', at: 'absent', severity: 'information', certainty: 'assumed', data: client, fixes };
    if (acks?.text !== '1') return;
    if (acks.setting) yield { message: 'explicit', at: acks.setting, related: bypassedBy(config, acks.setting), fixes };
    else if (mayChooseSafeDefaults(config)) return;
    else if (acks.origin === 'framework') yield { message: 'byFramework', at: 'absent', data: client, fixes };
    else yield { message: 'byDefault', at: 'absent', fixes };
  },
});

/** Which of several, where the file names them. */
function clientOf({ scope }: EffectiveConfig): string {
  return scope.name === 'file' ? 'this producer' : `the producer of ${scope.name}`;
}
