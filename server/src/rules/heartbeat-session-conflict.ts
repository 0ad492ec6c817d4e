import { before } from '../kafka/version.js';
import { defineRule, set, unsafe } from './rule.js';
import { groupProtocol } from './shared/group-protocol.js';

export default defineRule({
  id: 'heartbeat-session-conflict',
  roles: ['consumer'],
  reads: ['heartbeat.interval.ms', 'session.timeout.ms'],
  severity: 'error',
  messages: {
    refused:
      'heartbeat.interval.ms is {heartbeat} and session.timeout.ms {session}: the heartbeat must be shorter than the session, the consumer does not start.',
    refusedWithGroup:
      'heartbeat.interval.ms is {heartbeat} and session.timeout.ms {session}: the heartbeat must be shorter than the session, the consumer does not start once it has a group.id.',
    tight:
      'heartbeat.interval.ms is {heartbeat}, more than a third of session.timeout.ms ({session}): one or two late heartbeats take the consumer out of its group, and its records are delivered again.',
  },
  docs: {
    summary: 'The heartbeat interval does not fit into the session timeout',
    why: 'A member of a group tells the coordinator every heartbeat.interval.ms that it is alive, and is taken for dead after session.timeout.ms of silence. Kafka refuses an interval that is not shorter than the session. With more than a third of it there is no room for a lost or late heartbeat: the group rebalances and records are processed twice.',
    remedy: 'Keep heartbeat.interval.ms at a third of session.timeout.ms or less; the defaults since 3.0 are 3 s and 45 s.',
    falsePositives: 'none known. With group.protocol=consumer the broker sets both values, and group-protocol-conflict speaks of them.',
    references: [
      'org.apache.kafka.clients.consumer.internals.Heartbeat',
      'KIP-735, session timeout of 45 s',
      'https://kafka.apache.org/documentation/#consumerconfigs_heartbeat.interval.ms',
    ],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\nheartbeat.interval.ms=10000\nsession.timeout.ms=10000' },
      { role: 'consumer', settings: 'group.id=orders\nheartbeat.interval.ms=45000' },
      { role: 'consumer', settings: 'group.id=orders\nheartbeat.interval.ms=10000', version: '2.8', leftToKafka: ['session.timeout.ms'] },
      { role: 'consumer', settings: 'group.id=orders\nsession.timeout.ms=3000' },
      { role: 'consumer', settings: 'group.id=orders\nheartbeat.interval.ms=5000\nsession.timeout.ms=10000' },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\nheartbeat.interval.ms=3000\nsession.timeout.ms=10000' },
      { role: 'consumer', settings: 'group.id=orders\nheartbeat.interval.ms=10000\nsession.timeout.ms=30000' },
      { role: 'consumer', settings: 'group.id=orders\nheartbeat.interval.ms=44999' },
    ],
  },
  *check(config) {
    if (groupProtocol(config) !== 'classic') return;
    const written = ['heartbeat.interval.ms', 'session.timeout.ms'].flatMap(key => config.explicit(key) ?? []);
    const [at, ...related] = written;
    const heartbeat = config.number('heartbeat.interval.ms');
    const session = config.number('session.timeout.ms');
    if (!at || heartbeat === undefined || session === undefined) return;
    const third = Math.floor(session / 3);
    const data = { heartbeat, session };
    const fixes = third > 0 ? [unsafe(set('heartbeat.interval.ms', String(third)))] : [];
    if (heartbeat >= session) {
      // KafkaConsumer has a coordinator, which checks the two, only for a group; before 2.2 the group was the empty name
      const grouped =
        config.explicit('group.id') !== undefined || config.facts.has('group-may-be-in-code') || before(config.version, '2.2');
      if (grouped) yield { message: 'refused', at, related, data, fixes, refusedByKafka: true };
      else yield { message: 'refusedWithGroup', at, related, data, fixes, severity: 'warning', certainty: 'assumed' };
    } else if (related.length > 0 && heartbeat > session / 3) {
      yield { message: 'tight', at, related, data, fixes, severity: 'information' };
    }
  },
});
