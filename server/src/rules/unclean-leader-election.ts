import type { EffectiveConfig } from '../config/effective.js';
import { nodeKind } from '../config/node.js';
import { before } from '../kafka/version.js';
import { defineRule, safe, set, type Severity } from './rule.js';
import { isBrokerOnly, isControllerOnly } from './shared/replication.js';

const key = 'unclean.leader.election.enable';

export default defineRule({
  id: 'unclean-leader-election',
  roles: ['broker', 'topic'],
  reads: [key],
  severity: 'error',
  foldsInDevelopment: true,
  messages: {
    explicit:
      '{property}={value}: if all in-sync replicas are away, a replica that lags behind becomes leader, and the acknowledged records that it does not have are deleted.',
    brokerOnly:
      '{property}={value} has no effect in the file of a node with the broker role alone: the controllers read it. In a controller’s file it would let a lagging replica become leader, and acknowledged records would be lost.',
    byDefault:
      '{property} is not set and is true in Kafka {version}: a replica that lags behind can become leader, and the acknowledged records that it does not have are deleted.',
    byService:
      '{property} is not set and is true where this runs, unlike in Kafka: a replica that lags behind can become leader, and the acknowledged records that it does not have are deleted.',
  },
  docs: {
    summary: 'A replica that lags behind may become leader',
    why:
      'A partition whose in-sync replicas are all down stays without a leader until one of them is back. With this setting another replica is elected at once. It lacks the newest records, and the others cut their logs down to what it has: records that were acknowledged with acks=all are gone, also after the old leader has come back. ' +
      'In KRaft the controllers elect, so the value in their files and the topic’s own one count.',
    remedy:
      'Write false, the default since Kafka 0.11. The partition is then unavailable until an in-sync replica returns. In an emergency kafka-leader-election.sh makes one unclean election for one partition.',
    falsePositives: 'Topics for which being available matters more than their records, such as metrics.',
    references: [
      'KIP-106: https://cwiki.apache.org/confluence/display/KAFKA/KIP-106+-+Change+Default+unclean.leader.election.enabled+from+True+to+False',
      `https://kafka.apache.org/documentation/#brokerconfigs_${key}`,
    ],
    evidence: ['unclean-election', 'unclean-where-set'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: `${key}=true` },
      { role: 'topic', settings: `${key}=true` },
    ],
    good: [
      { role: 'broker', settings: `${key}=false` },
      { role: 'broker', settings: `default.replication.factor=1\n${key}=true` },
      { role: 'topic', settings: `${key}=false` },
    ],
  },
  *check(config) {
    if (config.flag(key) !== true || config.text('default.replication.factor') === '1') return;
    const setting = config.explicit(key);
    const fixes = [safe(set(key, 'false'))];
    if (setting) yield { message: isBrokerOnly(config) ? 'brokerOnly' : 'explicit', at: setting, severity: severityIn(config), fixes };
    // a topic inherits from its cluster
    else if (config.role === 'broker') {
      const message = config.fallback(key)?.origin === 'framework' ? 'byService' : 'byDefault';
      yield { message, at: 'absent', data: { property: key }, severity: 'warning', fixes };
    }
  },
});

/** KRaft of 3.6 and 3.7 makes no unclean election at all, 3.9 and later do (measured). */
function severityIn(config: EffectiveConfig): Severity {
  if (isBrokerOnly(config)) return 'information';
  const kraft = config.role === 'broker' && (isControllerOnly(config) || nodeKind(config) === 'combined');
  return kraft && before(config.version, '3.9') ? 'warning' : 'error';
}
