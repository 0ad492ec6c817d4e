import { brokerCount } from '../config/cluster.js';
import type { EffectiveConfig } from '../config/effective.js';
import { defineRule, set, unsafeBut, type Finding } from './rule.js';
import { createdTopics, creatingRoles } from './shared/created-topics.js';
import { explicitNumber } from './shared/explicit-number.js';
import { isBrokerOnly, isControllerOnly } from './shared/replication.js';

const key = 'default.replication.factor';

export default defineRule({
  id: 'replication-factor-low',
  roles: ['broker', ...creatingRoles],
  reads: [key, 'num.partitions', 'process.roles', 'broker.id', 'node.id', 'replication.factor', 'application.id', 'enabled'],
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
    byDefaultOfSeveral:
      '{property} is not set and is 1, though the cluster has {brokers} brokers: topics that are created without a number have one copy of their records, and the loss of one disk loses them.',
    createdOne: '{property}=1: there is one copy of the records in {topics}. If the disk of that broker is lost, so are they.',
    createdTwo:
      '{property}=2: with one broker down there is a single copy left of {topics}, and min.insync.replicas=2 would stop all writes then.',
    createdByDefault: '{property} is not set and is {replicas}: {topics} get no more copies of their records than that.',
    moreBrokers: 'needs as many brokers; topics that exist keep their replicas until they are reassigned',
  },
  docs: {
    summary: 'New topics get fewer than three replicas',
    why:
      'Records survive the loss of a broker only if another one has a copy. Topics that are created automatically, or with replication factor -1, get default.replication.factor copies. With 1, acks=all waits for the one broker that there is, and its disk takes every record with it. ' +
      'With 2 replicas one must choose between writing to a single copy and not writing while a broker restarts. ' +
      'Kafka Streams, MirrorMaker and connectors say themselves how many copies the topics get that they create; in the changelog topics of Kafka Streams is the state of the application.',
    remedy:
      'Write 3, together with min.insync.replicas=2: one broker may fail or restart without loss and without interruption. In KRaft it belongs into the controllers’ files too. Topics that exist are changed with kafka-reassign-partitions.sh.',
    falsePositives: 'Clusters of one broker, and clusters in which every topic is created with its own replication factor.',
    references: [
      `https://kafka.apache.org/documentation/#brokerconfigs_${key}`,
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-733%3A+change+Kafka+Streams+default+replication+factor+config',
      'org.apache.kafka.connect.runtime.TopicCreationConfig',
      'org.apache.kafka.connect.runtime.SinkConnectorConfig',
      'org.apache.kafka.connect.mirror.MirrorSourceConfig',
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
      { role: 'broker', settings: 'auto.create.topics.enable=false', leftToKafka: [key] },
      { role: 'streams', settings: 'replication.factor=1' },
      { role: 'streams', settings: 'num.standby.replicas=1', version: '2.8', leftToKafka: ['replication.factor'] },
      { role: 'topic', settings: 'scs:topic.replication-factor=1' },
      { role: 'mirror-source', settings: 'replication.factor=2' },
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nA.bootstrap.servers=kafka1:9092\nB.bootstrap.servers=kafka2:9092\nA->B.enabled=true\n',
      },
      { role: 'source-connector', settings: 'topic.creation.default.replication.factor=1\ntopic.creation.default.partitions=3' },
      {
        role: 'sink-connector',
        settings: 'topics=orders\nerrors.deadletterqueue.topic.name=bad-orders\nerrors.deadletterqueue.topic.replication.factor=1',
      },
    ],
    good: [
      { role: 'broker', settings: `${key}=3` },
      { role: 'broker', settings: `${key}=-1` },
      { role: 'streams', settings: 'replication.factor=-1' },
      { role: 'streams', settings: 'num.standby.replicas=1' },
      { role: 'topic', settings: 'scs:topic.replication-factor=3' },
      { role: 'mirror-source', settings: 'replication.factor=3' },
      { role: 'source-connector', settings: 'topic.creation.default.replication.factor=3\ntopic.creation.default.partitions=3' },
      {
        role: 'broker',
        settings: `process.roles=controller\nnode.id=7\ncontroller.quorum.voters=7@c7:9093,8@c8:9093,9@c9:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://c7:9093`,
      },
    ],
  },
  *check(config, cluster) {
    if (config.role !== 'broker') {
      yield* checkCreated(config);
      return;
    }
    const minIsr = explicitNumber(config, 'min.insync.replicas')?.number ?? 1;
    const enough = String(Math.max(3, minIsr + 1));
    const common = { data: { property: key }, fixes: [unsafeBut('moreBrokers', set(key, enough))] };
    const written = explicitNumber(config, key);
    if (written && written.number < 3) yield { ...common, ...severityOf(written.number, isBrokerOnly(config)), at: written.setting };
    // a controller's file says nothing about topics unless it sets something for them
    if (config.explicit(key) || config.number(key) !== 1 || isControllerOnly(config)) return;
    const brokers = cluster ? brokerCount(cluster) : 1;
    if (brokers > 1) yield { ...common, data: { property: key, brokers }, message: 'byDefaultOfSeveral', at: 'absent' };
    else yield { ...common, message: 'byDefault', at: 'absent', severity: 'information' };
  },
});

/** -1 leaves it to the brokers. */
function* checkCreated(config: EffectiveConfig): Iterable<Finding> {
  for (const { property, topics, at } of createdTopics(config)) {
    const replicas = config.number(property);
    if (replicas !== 1 && replicas !== 2) continue;
    const shown = property.slice(property.indexOf(':') + 1);
    const common = { at, data: { property: shown, topics, replicas }, fixes: [unsafeBut('moreBrokers', set(property, '3'))] };
    if (!config.explicit(property)) yield { ...common, message: 'createdByDefault', severity: 'information', certainty: 'assumed' };
    else if (replicas === 1) yield { ...common, message: 'createdOne' };
    else yield { ...common, message: 'createdTwo', severity: 'information' };
  }
}

function severityOf(replicas: number, brokerOnly: boolean): Pick<Finding, 'message' | 'severity'> {
  if (replicas === 0) return { message: 'zero', severity: brokerOnly ? 'information' : 'warning' };
  if (brokerOnly) return { message: 'brokerOnly', severity: 'information' };
  return replicas === 1 ? { message: 'one', severity: 'warning' } : { message: 'two', severity: 'information' };
}
