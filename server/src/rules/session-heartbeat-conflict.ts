import { nodeKind } from '../config/node.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'session-heartbeat-conflict',
  roles: ['broker'],
  reads: ['broker.heartbeat.interval.ms', 'broker.session.timeout.ms'],
  severity: 'warning',
  messages: {
    late: 'A heartbeat every {heartbeat} ms comes too late for a session of {session} ms: the controller declares the broker dead between two heartbeats, again and again, and sends fail meanwhile.',
    tight:
      'A heartbeat every {heartbeat} ms leaves room for one only in a session of {session} ms: a single late heartbeat and the controller takes the broker out.',
  },
  docs: {
    summary: 'The broker sends its heartbeats too seldom for its session timeout',
    why:
      'A KRaft controller takes a broker out when no heartbeat came for broker.session.timeout.ms. Kafka starts with an interval that is longer than that and only logs an error. ' +
      'The broker is then taken out and let in again all the time: in-sync sets shrink and grow, leaders change, and sends that are not repeated fail.',
    remedy: 'Keep the heartbeat interval below half of the session timeout; the defaults are 2000 and 9000 ms.',
    falsePositives: 'None known.',
    references: [
      'kafka.server.KafkaConfig.validateValues',
      'https://kafka.apache.org/documentation/#brokerconfigs_broker.session.timeout.ms',
    ],
  },
  examples: {
    bad: [
      {
        role: 'broker',
        settings:
          'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=11@c1:9093,12@c2:9093,13@c3:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://kafka1:9092\nbroker.session.timeout.ms=3000\nbroker.heartbeat.interval.ms=5000',
      },
    ],
    good: [
      {
        role: 'broker',
        settings:
          'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=11@c1:9093,12@c2:9093,13@c3:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://kafka1:9092\nbroker.session.timeout.ms=9000\nbroker.heartbeat.interval.ms=2000',
      },
    ],
  },
  *check(config) {
    const kind = nodeKind(config);
    const [beat, end] = [config.explicit('broker.heartbeat.interval.ms'), config.explicit('broker.session.timeout.ms')];
    const [heartbeat, session] = [config.number('broker.heartbeat.interval.ms'), config.number('broker.session.timeout.ms')];
    if (!beat || !end || heartbeat === undefined || session === undefined || kind === 'controller' || kind === 'zookeeper-broker') return;
    const found = { at: beat, related: [end], data: { heartbeat, session } };
    if (heartbeat >= session) yield { ...found, message: 'late' };
    // the bound of which Kafka itself logs an error
    else if (heartbeat * 2 > session) yield { ...found, message: 'tight', severity: 'information' };
  },
});
