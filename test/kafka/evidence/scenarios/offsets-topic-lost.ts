import type { Cluster } from '../cluster.js';
import { describeTopic } from '../commands.js';
import { loseDisk } from '../disk.js';
import { groupAway } from '../group-away.js';
import { usualVersions, type Form, type Scenario } from '../scenario.js';

const offsetsTopic = '__consumer_offsets';

/** Empties the disk of the broker that leads the only partition of the offsets topic. */
async function loseDiskOfCoordinator(cluster: Cluster, topic: string): Promise<void> {
  const [partition] = await describeTopic(cluster.client, offsetsTopic);
  if (partition === undefined || partition.leader < 0) throw new Error('The offsets topic has no leader.');
  await loseDisk(cluster, partition.leader, [offsetsTopic, topic]);
}

function form(replicationFactor: 1 | 3, safe: boolean): Form {
  return {
    setting: `offsets.topic.replication.factor=${replicationFactor}, auto.offset.reset=latest`,
    safe,
    versions: usualVersions,
    ...(replicationFactor === 1 && { cluster: { broker: { 'offsets.topic.replication.factor': 1 } } }),
    run: (cluster, topic) => groupAway(cluster, topic, { autoOffsetReset: 'latest', meanwhile: loseDiskOfCoordinator }),
  };
}

const offsetsTopicLost: Scenario = {
  id: 'offsets-topic-lost',
  event: 'disk of one broker lost while a group was away',
  harm: 'records sent meanwhile never received',
  brokers: 3,
  forms: [form(1, false), form(3, true)],
};
export default offsetsTopicLost;
