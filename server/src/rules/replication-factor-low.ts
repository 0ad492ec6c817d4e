import { defineRule, set, unsafeBut, type Finding } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { isBrokerOnly, isControllerOnly } from './shared/replication.js';

const key = 'default.replication.factor';

export default defineRule({
  id: 'replication-factor-low',
  roles: ['broker'],
  reads: [key, 'num.partitions', 'process.roles', 'broker.id', 'node.id'],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    one: '{property}=1: topics that are created without a number have one copy of their records. If the disk of that broker is lost, so are they.',
    two: '{property}=2: with one broker down there is a single copy left, and min.insync.replicas=2 would stop all writes then.',
    zero: '{property}=0 is accepted at the start, but no topic can have 0 replicas: topics that are created without a number fail.',
    brokerOnly:
      '{property}={value}: topics that clients create by their first request have this many copies. Topics that an admin client creates without a number take the value of the controllers’ files, and Kafka 5.0 will ignore it here.',
    byDefault:
      '{property} is not set and is 1: topics that are created without a number have one copy of their records, and the loss of one disk loses them.',
    moreBrokers: 'needs as many brokers; topics that exist keep their replicas until they are reassigned',
  },
  docs: {
    summary: 'New topics get fewer than three replicas',
    why:
      'Records survive the loss of a broker only if another one has a copy. Topics that are created automatically, or with replication factor -1, get default.replication.factor copies. With 1, acks=all waits for the one broker that there is, and its disk takes every record with it. ' +
      'With 2 replicas one must choose between writing to a single copy and not writing while a broker restarts.',
    remedy:
      'Write 3, together with min.insync.replicas=2: one broker may fail or restart without loss and without interruption. In KRaft it belongs into the controllers’ files too. Topics that exist are changed with kafka-reassign-partitions.sh.',
    falsePositives: 'Clusters of one broker, and clusters in which every topic is created with its own replication factor.',
    references: [
      `https://kafka.apache.org/documentation/#brokerconfigs_${key}`,
      'KIP-464, replication factor -1: org.apache.kafka.clients.admin.NewTopic',
    ],
    evidence: ['disk-lost'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: `${key}=1` },
      { role: 'broker', settings: `${key}=2\nmin.insync.replicas=1` },
      {
        role: 'broker',
        settings: `process.roles=broker\nnode.id=1\ncontroller.quorum.voters=7@c7:9093,8@c8:9093,9@c9:9093\ncontroller.listener.names=CONTROLLER\n${key}=1`,
      },
      { role: 'broker', settings: 'auto.create.topics.enable=false' },
    ],
    good: [
      { role: 'broker', settings: `${key}=3` },
      { role: 'broker', settings: `${key}=-1` },
      {
        role: 'broker',
        settings: `process.roles=controller\nnode.id=7\ncontroller.quorum.voters=7@c7:9093,8@c8:9093,9@c9:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://c7:9093`,
      },
    ],
  },
  *check(config) {
    const minIsr = explicitNumber(config, 'min.insync.replicas')?.number ?? 1;
    const enough = String(Math.max(3, minIsr + 1));
    const common = { data: { property: key }, fixes: [unsafeBut('moreBrokers', set(key, enough))] };
    const written = explicitNumber(config, key);
    if (written && written.number < 3) yield { ...common, ...severityOf(written.number, isBrokerOnly(config)), at: written.setting };
    // a controller's file says nothing about topics unless it sets something for them
    if (config.explicit(key) || isControllerOnly(config)) return;
    yield { ...common, message: 'byDefault', at: 'absent', severity: 'information' };
  },
});

function severityOf(replicas: number, brokerOnly: boolean): Pick<Finding, 'message' | 'severity'> {
  if (replicas === 0) return { message: 'zero', severity: brokerOnly ? 'information' : 'warning' };
  if (brokerOnly) return { message: 'brokerOnly', severity: 'information' };
  return replicas === 1 ? { message: 'one', severity: 'warning' } : { message: 'two', severity: 'information' };
}
