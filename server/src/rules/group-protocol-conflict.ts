import type { EffectiveConfig } from '../config/effective.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, remove, unsafe } from './rule.js';
import { groupProtocol } from './shared/group-protocol.js';

export default defineRule({
  id: 'group-protocol-conflict',
  roles: ['consumer'],
  reads: ['group.protocol'],
  severity: 'error',
  messages: {
    consumer:
      '{property} cannot be set with group.protocol=consumer: the broker decides it for the group, and the consumer does not start.',
    classic: '{property} works only with group.protocol=consumer; with the classic protocol, the default, the consumer does not start.',
    share: '{property} belongs to share consumers; with group.protocol set, the consumer does not start.',
  },
  docs: {
    summary: 'A key that Kafka refuses together with this group protocol',
    why: 'With group.protocol=consumer (KIP-848) the broker assigns partitions and sets session timeout and heartbeat for the whole group. Since 4.0 Kafka throws a ConfigException if the consumer sets them itself, instead of ignoring them. The other way round, group.remote.assignor is refused without that protocol since 3.9. The keys of share consumers are refused with both.',
    remedy:
      'Remove the key. With group.protocol=consumer the values are dynamic configurations of the group: consumer.session.timeout.ms and consumer.heartbeat.interval.ms.',
    falsePositives: 'none known.',
    references: [
      'KIP-848, the next generation of the consumer rebalance protocol',
      'org.apache.kafka.clients.consumer.ConsumerConfig#checkUnsupportedConfigsPostProcess',
      'https://kafka.apache.org/documentation/#consumerconfigs_group.protocol',
    ],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\ngroup.protocol=consumer\nsession.timeout.ms=45000' },
      { role: 'consumer', settings: 'group.id=orders\ngroup.protocol=CONSUMER\nheartbeat.interval.ms=3000' },
      {
        role: 'consumer',
        settings:
          'group.id=orders\ngroup.protocol=consumer\npartition.assignment.strategy=org.apache.kafka.clients.consumer.CooperativeStickyAssignor',
      },
      { role: 'consumer', settings: 'group.id=orders\ngroup.protocol=classic\ngroup.remote.assignor=uniform' },
      { role: 'consumer', settings: 'group.id=orders\ngroup.remote.assignor=uniform', version: '3.9' },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\ngroup.protocol=consumer\ngroup.remote.assignor=uniform' },
      { role: 'consumer', settings: 'group.id=orders\ngroup.protocol=classic\nsession.timeout.ms=45000' },
      { role: 'consumer', settings: 'group.id=orders\ngroup.protocol=consumer\nsession.timeout.ms=45000', version: '3.9' },
    ],
  },
  *check(config) {
    const protocol = config.explicit('group.protocol');
    for (const { key, message } of refusedKeys(config)) {
      const setting = config.explicit(key);
      // Kafka takes a blank value for none
      if (!setting || config.text(key) === '') continue;
      const fixes = config.isOwn(setting) ? [unsafe(remove(setting))] : [];
      yield { message, at: setting, related: protocol ? [protocol] : [], refusedByKafka: true, fixes };
    }
  },
});

interface RefusedKey {
  readonly key: string;
  readonly message: 'classic' | 'consumer' | 'share';
}

function refusedKeys(config: EffectiveConfig): readonly RefusedKey[] {
  const protocol = groupProtocol(config);
  const { version } = config;
  const found: RefusedKey[] = [];
  if (protocol === 'classic' && atLeast(version, '3.9')) found.push({ key: 'group.remote.assignor', message: 'classic' });
  if (protocol === 'consumer' && atLeast(version, '4.0')) {
    for (const key of ['session.timeout.ms', 'heartbeat.interval.ms', 'partition.assignment.strategy'])
      found.push({ key, message: 'consumer' });
  }
  // a file of a share consumer has no group.protocol, which Kafka refuses there
  if (protocol !== undefined && config.explicit('group.protocol')) {
    if (atLeast(version, '4.1')) found.push({ key: 'share.acknowledgement.mode', message: 'share' });
    if (atLeast(version, '4.2')) found.push({ key: 'share.acquire.mode', message: 'share' });
  }
  return found;
}
