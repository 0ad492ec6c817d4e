import type { Cluster } from './cluster.js';
import { createTopic, describeCluster, describeTopic, electLeader, readAll, send } from './commands.js';
import { countLost } from './counting.js';
import type { Counts } from './scenario.js';

/** How many records are sent before the disk is lost. */
const count = 1000;

/** Topics of the cluster itself, which later scenarios rely on. */
const internalTopics: readonly string[] = ['__consumer_offsets', '__transaction_state'];

/**
 * Ends a broker and brings it back with an empty disk, and waits until the partitions of these topics are complete again. Where nobody is
 * left to lead one (from 4.1 a broker that was killed is not trusted to), it does what an operator has to do then: allow any leader.
 */
export async function loseDisk(cluster: Cluster, broker: number, topics: readonly string[]): Promise<void> {
  const { client } = cluster;
  await cluster.kill(broker);
  await cluster.until(`broker ${broker} is known to be dead`, async () => !(await describeCluster(client)).includes(broker));
  await cluster.wipe(broker);
  cluster.launch(broker);
  await cluster.until(`broker ${broker} is back`, async () => (await describeCluster(client)).includes(broker));
  for (const topic of topics) await untilSomebodyLeads(cluster, topic);
  for (const topic of [...topics, ...(await existing(cluster, internalTopics))])
    await cluster.untilPartition(topic, 'all replicas are in sync', ({ isr, replicas }) => isr.length === replicas.length);
}

async function untilSomebodyLeads(cluster: Cluster, topic: string): Promise<void> {
  await cluster.until(`somebody leads ${topic}`, async () => {
    const [partition] = await describeTopic(cluster.client, topic);
    if (partition !== undefined && partition.leader > 0) return true;
    await electLeader(cluster.client, topic, 'UNCLEAN');
    return false;
  });
}

async function existing(cluster: Cluster, topics: readonly string[]): Promise<readonly string[]> {
  const described = await Promise.all(topics.map(topic => describeTopic(cluster.client, topic).catch(() => undefined)));
  return topics.filter((_, index) => described[index] !== undefined);
}

/** Records that the leader acknowledged with acks=all, and what of them is there after it lost its disk. Broker 1 leads at first. */
export async function diskLost(cluster: Cluster, topic: string, replicas: readonly number[], minInSync: number): Promise<Counts> {
  const { client } = cluster;
  await createTopic(client, topic, { 'min.insync.replicas': minInSync }, [[...replicas]]);
  await cluster.untilLeads(1, replicas, topic);
  const sent = await send(client, { topic, name: 'record', count, config: { acks: 'all' } });
  await loseDisk(cluster, 1, [topic]);
  return countLost(count, sent, await readAll(client, topic));
}
