import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster.js';
import { createTopic, send, subscribe, subscribed } from '../commands.js';
import { distinct } from '../counting.js';
import { zooKeeperVersion, type Counts, type Form, type Scenario } from '../scenario.js';

const count = 100;

/** A group needs the offsets topic even to begin: its coordinator writes there who belongs to it. */
async function groupStarts(cluster: Cluster, topic: string): Promise<Counts> {
  const { client } = cluster;
  await createTopic(client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  const { acknowledged } = await send(client, { topic, name: 'record', count });
  await subscribe(client, topic, topic, { 'auto.offset.reset': 'earliest' });
  await sleep(20_000);
  const { received, error } = await subscribed(client, topic, true);
  const readable = distinct(received).size;
  return { sent: count, acknowledged: acknowledged.length, readable, lost: count - readable, ...(error !== undefined && { error }) };
}

function form(replicationFactor: number, safe: boolean): Form {
  return {
    setting: `offsets.topic.replication.factor=${replicationFactor}, min.insync.replicas=2`,
    safe,
    versions: ['3.6.2', zooKeeperVersion],
    cluster: { broker: { 'offsets.topic.replication.factor': replicationFactor, 'min.insync.replicas': 2 } },
    run: groupStarts,
  };
}

/** Up to 3.6 a leader asks for min.insync.replicas even where there are not so many; from 3.7 it does not. */
const commitsBlocked: Scenario = {
  id: 'commits-blocked',
  event: 'all up, new group waiting for 20 s',
  harm: 'records not received',
  brokers: 3,
  forms: [form(1, false), form(3, true)],
};
export default commitsBlocked;
