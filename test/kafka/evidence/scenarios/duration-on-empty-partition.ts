import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster.js';
import { createTopic, send, subscribe, subscribed } from '../commands.js';
import { distinct } from '../counting.js';
import type { Settings } from '../node-files.js';
import type { Counts, Form, Scenario } from '../scenario.js';

const count = 100;

/**
 * A group reads a partition that is still empty, so the look for "the offset of now minus the duration" finds none. It is repeated only
 * after request.timeout.ms (30 s by default), counted from the new now: what was sent in between and is older than the duration is skipped.
 */
async function durationOnEmptyPartition(cluster: Cluster, topic: string, config: Settings): Promise<Counts> {
  const { client } = cluster;
  const producer = { acks: 'all', 'linger.ms': 0 };
  await createTopic(client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  await subscribe(client, topic, topic, config);
  await cluster.until('the partition is assigned', async () => (await subscribed(client, topic)).assigned === 1);
  await sleep(1000);
  const { acknowledged } = await send(client, { topic, name: 'record', count, config: producer });
  // within the duration of 5 s before the second look
  await sleep(26_000);
  await send(client, { topic, name: 'last', count: 1, config: producer });
  await cluster.until('the group gets the last record', async () => (await subscribed(client, topic)).received.includes('last-0'));
  const { received } = await subscribed(client, topic, true);
  const readable = distinct(received).size;
  return { sent: count, acknowledged: acknowledged.length, readable, lost: count - readable };
}

function form(duration: string, protocol: 'classic' | 'consumer', safe: boolean): Form {
  const config = { 'auto.offset.reset': `by_duration:${duration}`, 'group.protocol': protocol };
  return {
    setting: `auto.offset.reset=by_duration:${duration}${protocol === 'consumer' ? ', group.protocol=consumer' : ''}`,
    safe,
    versions: ['4.3.1'],
    run: (cluster, topic) => durationOnEmptyPartition(cluster, topic, config),
  };
}

const durationOnEmptyPartitionScenario: Scenario = {
  id: 'duration-on-empty-partition',
  event: 'group started on an empty topic, records sent a second later',
  harm: 'records never received',
  brokers: 3,
  forms: [form('PT5S', 'classic', false), form('PT5S', 'consumer', false), form('PT6M', 'classic', true), form('PT6M', 'consumer', true)],
};
export default durationOnEmptyPartitionScenario;
