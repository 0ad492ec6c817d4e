import type { Cluster } from './cluster.js';
import { createTopic, send, subscribe, subscribed } from './commands.js';
import { distinct } from './counting.js';
import type { Settings } from './node-files.js';
import type { Counts } from './scenario.js';

const count = 100;

/** What differs between the scenarios in which a group stops, misses something and comes back. */
export interface Outage {
  readonly topicConfig?: Settings;
  readonly autoOffsetReset: 'earliest' | 'latest';
  /** How far in the past the timestamps are of the records that the group has to find when it comes back. */
  readonly ageMs?: number;
  /** What happens between the sending of these records and the return of the group. */
  readonly meanwhile: (cluster: Cluster, topic: string) => Promise<void>;
}

/**
 * A group reads a topic to its end, commits and leaves (nothing was sent yet, for a newer record would keep older ones in its segment).
 * Then 100 records are sent and something happens, and the group comes back: what it does not get now it never gets, and nothing tells it.
 */
export async function groupAway(cluster: Cluster, topic: string, outage: Outage): Promise<Counts> {
  const { client } = cluster;
  const { ageMs, autoOffsetReset, topicConfig, meanwhile } = outage;
  await createTopic(client, topic, { 'min.insync.replicas': 2, ...topicConfig });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  const arrive = async () => {
    await subscribe(client, topic, topic, { 'auto.offset.reset': autoOffsetReset }, true);
    await cluster.until('the group knows where to read', async () => (await subscribed(client, topic)).positioned === 1);
  };
  await arrive();
  // the offset is committed when it leaves, as enable.auto.commit is true by default
  await subscribed(client, topic, true);
  const { acknowledged } = await send(client, { topic, name: 'record', count, ...(ageMs !== undefined && { ageMs }) });
  await meanwhile(cluster, topic);
  await arrive();
  await send(client, { topic, name: 'last', count: 1 });
  await cluster.until('the group gets the last record', async () => (await subscribed(client, topic)).received.includes('last-0'));
  const { received } = await subscribed(client, topic, true);
  const readable = distinct(received).size;
  return { sent: count, acknowledged: acknowledged.length, readable, lost: count - readable };
}
