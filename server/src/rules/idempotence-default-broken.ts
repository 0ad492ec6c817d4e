import type { KafkaVersion } from '../kafka/version.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, set, unsafeBut } from './rule.js';
import { obstaclesToIdempotence, transactionalSetting } from './shared/idempotence.js';

export default defineRule({
  id: 'idempotence-default-broken',
  roles: ['producer'],
  reads: ['enable.idempotence'],
  severity: 'information',
  messages: {
    byDefault:
      'Kafka clients {version} announce enable.idempotence=true as their default but do not apply it (KAFKA-13598): a retry can write records twice or out of order. Set it, or take the next patch release.',
    brokerNeeds: 'brokers before 2.8 also need the ACL IdempotentWrite',
  },
  docs: {
    summary: 'The client version does not apply its default of enable.idempotence=true',
    why: 'Kafka 3.0 made producers idempotent by default, but the clients 3.0.0 and 3.1.0 turn it on only where enable.idempotence is set, or where there is a transactional id. Everybody else has plain producers there, whose retries can duplicate and reorder records.',
    remedy: 'Write enable.idempotence=true, or use clients 3.0.1, 3.1.1, 3.2.0 or later.',
    falsePositives: 'None known; the versions are compared exactly, and 3.0 without a patch number means its last patch.',
    references: ['https://issues.apache.org/jira/browse/KAFKA-13598', 'org.apache.kafka.clients.producer.ProducerConfig'],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'acks=all', version: '3.0.0', leftToKafka: ['enable.idempotence'] },
      { role: 'producer', settings: 'linger.ms=5', version: '3.1.0', leftToKafka: ['enable.idempotence'] },
    ],
    good: [
      { role: 'producer', settings: 'acks=all', version: '3.0.1' },
      { role: 'producer', settings: 'acks=all', version: '3.1.1' },
      { role: 'producer', settings: 'enable.idempotence=true', version: '3.0.0' },
      { role: 'producer', settings: 'transactional.id=orders-1', version: '3.1.0' },
    ],
  },
  *check(config) {
    if (!hasBrokenDefault(config.version) || config.explicit('enable.idempotence') || transactionalSetting(config)) return;
    // with acks=1 and the like the repaired default would not hold either
    if (obstaclesToIdempotence(config).length > 0) return;
    yield { message: 'byDefault', at: 'absent', fixes: [unsafeBut('brokerNeeds', set('enable.idempotence', 'true'))] };
  },
});

function hasBrokenDefault(version: KafkaVersion): boolean {
  return (atLeast(version, '3.0.0') && before(version, '3.0.1')) || (atLeast(version, '3.1.0') && before(version, '3.1.1'));
}
