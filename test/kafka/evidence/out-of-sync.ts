import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import { createTopic, readAll, send, type Sent } from './commands.js';
import { countLost } from './counting.js';
import type { Settings } from './node-files.js';
import type { Counts } from './scenario.js';

/** How many records are sent to the leader that is alone. */
const count = 1000;

/**
 * Creates a topic, and sends records with acks=all to its leader, broker 1, while the two followers are paused and out of the ISR. They are
 * paused and not killed because from 4.1 a killed one also leaves the ELR (its shutdown counts as unclean), and because they keep their data.
 */
export async function sendToLonelyLeader(cluster: Cluster, topic: string, topicConfig: Settings): Promise<Sent> {
  const { client } = cluster;
  // one batch, so that all are accepted or none
  const config = {
    acks: 'all',
    'client.id': topic,
    'linger.ms': 50,
    'batch.size': 1_000_000,
    'delivery.timeout.ms': 5000,
    'request.timeout.ms': 3000,
  };
  await createTopic(client, topic, topicConfig);
  await cluster.untilLeads(1, [1, 2, 3], topic);
  await send(client, { topic, name: 'warm', count: 10, config });
  cluster.pause(2, 3);
  await cluster.untilLeads(1, [1], topic);
  return send(client, { topic, name: 'record', count, config });
}

/** Ends the lonely leader, lets the followers come back, and gives the id of the one that leads then; -1 where none is elected. */
export async function replaceLonelyLeader(cluster: Cluster, topic: string): Promise<number> {
  await cluster.kill(1);
  cluster.resume(2, 3);
  await cluster.untilPartition(topic, 'broker 1 is known to be dead', ({ leader }) => leader !== 1);
  // an election that is allowed follows within a second; one that is not never does
  for (let second = 0; second < 8; second++) {
    const { leader } = await cluster.untilPartition(topic, 'it can be described', () => true);
    if (leader > 0) return leader;
    await sleep(1000);
  }
  return -1;
}

/** The leader is alone when it takes the records, and dies; it comes back when somebody else leads, or nobody could. */
export async function lonelyLeaderDies(cluster: Cluster, topic: string, topicConfig: Settings): Promise<Counts> {
  const sent = await sendToLonelyLeader(cluster, topic, topicConfig);
  await replaceLonelyLeader(cluster, topic);
  cluster.launch(1);
  await cluster.untilPartition(topic, 'all replicas are in sync', ({ isr }) => isr.length === 3);
  return countLost(count, sent, await readAll(cluster.client, topic));
}

/** As {@link lonelyLeaderDies}, but the dead leader comes back with an empty disk, and an operator allows any leader if there is none. */
export async function lonelyLeaderLosesDisk(cluster: Cluster, topic: string, elect: () => Promise<void>): Promise<Counts> {
  const sent = await sendToLonelyLeader(cluster, topic, {});
  const leader = await replaceLonelyLeader(cluster, topic);
  await cluster.wipe(1);
  cluster.launch(1);
  if (leader < 0) await elect();
  await cluster.untilPartition(topic, 'all replicas are in sync', ({ isr }) => isr.length === 3);
  return countLost(count, sent, await readAll(cluster.client, topic));
}
