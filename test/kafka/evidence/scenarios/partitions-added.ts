import { createPartitions, createTopic, partitionsSeen, send, subscribe, subscribed } from '../commands.js';
import type { Cluster } from '../cluster.js';
import { distinct } from '../counting.js';
import type { Settings } from '../node-files.js';
import { usualVersions, type Counts, type Form, type Scenario } from '../scenario.js';

const count = 100;

/**
 * The topic grows while a group reads it, and the producer finds the new partition first. The group's window is 5 s here: its consumers ask
 * for metadata that often (the default of metadata.max.age.ms is 5 minutes), or are told with the heartbeat of that interval.
 */
async function partitionsAdded(cluster: Cluster, topic: string, config: Settings): Promise<Counts> {
  const { client } = cluster;
  const eager = { 'metadata.max.age.ms': 100, acks: 'all', 'linger.ms': 0 };
  const sendTo = (partition: number, name: string, records: number) => {
    return send(client, { topic, name, count: records, config: eager, partition });
  };
  await createTopic(client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  // the producer is warm before the consumer starts, whose metadata would be half used up otherwise
  await sendTo(0, 'warm', 1);
  await subscribe(client, topic, topic, config, true);
  await cluster.until('the group reads the first partition', async () => (await subscribed(client, topic)).positioned === 1);
  await createPartitions(client, topic, 2);
  await cluster.until('the producer knows the new partition', async () => (await partitionsSeen(client, topic, eager)) === 2);
  const { acknowledged } = await sendTo(1, 'record', count);
  const { assigned } = await subscribed(client, topic);
  if (assigned !== 1) throw new Error('The consumer found the new partition as early as the producer, so this run shows nothing.');
  await cluster.until('the group reads the new partition', async () => (await subscribed(client, topic)).positioned === 2);
  await sendTo(1, 'last', 1);
  await cluster.until('the group gets the last record', async () => (await subscribed(client, topic)).received.includes('last-0'));
  const { received } = await subscribed(client, topic, true);
  const readable = distinct(received).size;
  return { sent: count, acknowledged: acknowledged.length, readable, lost: count - readable };
}

function form(setting: string, safe: boolean, config: Settings, versions = usualVersions): Form {
  return { setting, safe, versions, run: (cluster, topic) => partitionsAdded(cluster, topic, config) };
}

const often = { 'metadata.max.age.ms': 5000 };
const consumerProtocol = { 'group.protocol': 'consumer' };

const partitionsAddedScenario: Scenario = {
  id: 'partitions-added',
  event: 'partition added and written to before the group saw it',
  harm: 'records never received',
  brokers: 3,
  forms: [
    form('auto.offset.reset=latest', false, { ...often, 'auto.offset.reset': 'latest' }),
    form('auto.offset.reset=latest, group.protocol=consumer', false, { ...consumerProtocol, 'auto.offset.reset': 'latest' }, ['4.3.1']),
    form('auto.offset.reset=earliest', true, { ...often, 'auto.offset.reset': 'earliest' }),
    form('auto.offset.reset=earliest, group.protocol=consumer', true, { ...consumerProtocol, 'auto.offset.reset': 'earliest' }, ['4.3.1']),
    form('auto.offset.reset=by_duration:PT6M', true, { ...often, 'auto.offset.reset': 'by_duration:PT6M' }, ['4.3.1']),
  ],
};
export default partitionsAddedScenario;
