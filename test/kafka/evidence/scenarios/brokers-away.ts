import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster.js';
import { createTopic, readAll, send } from '../commands.js';
import { countNeverWritten } from '../counting.js';
import type { Settings } from '../node-files.js';
import { usualVersions, type Counts, type Form, type Scenario } from '../scenario.js';

const count = 500;

/** Both followers are gone, so that the leader refuses with acks=all, for 10 s or until the producer has given up. */
async function brokersAway(cluster: Cluster, topic: string, settings: Settings): Promise<Counts> {
  const { client } = cluster;
  // one batch, so that all are written or none
  const config = { ...settings, 'linger.ms': 200, 'batch.size': 1_000_000, 'client.id': topic };
  await createTopic(client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  await send(client, { topic, name: 'warm', count: 1, config });
  await cluster.kill(2, 3);
  await cluster.untilLeads(1, [1], topic);
  const sending = send(client, { topic, name: 'record', count, config });
  await Promise.race([sending, sleep(10_000)]);
  cluster.launch(2, 3);
  const sent = await sending;
  await cluster.untilPartition(topic, 'all replicas are in sync', ({ isr }) => isr.length === 3);
  return countNeverWritten(count, sent, await readAll(client, topic));
}

function form(setting: string, safe: boolean, settings: Settings): Form {
  return { setting, safe, versions: usualVersions, run: (cluster, topic) => brokersAway(cluster, topic, settings) };
}

/** From 3.7 the wait between two retries grows to a second; ten of them take about 7.6 s, whatever delivery.timeout.ms is. */
const brokersAwayScenario: Scenario = {
  id: 'brokers-away',
  event: 'two brokers away for 10 s, callback ignored',
  harm: 'records never written',
  brokers: 3,
  forms: [
    form('retries=0', false, { retries: 0 }),
    form('retries=10', false, { retries: 10 }),
    form('delivery.timeout.ms=5000', false, { 'delivery.timeout.ms': 5000, 'request.timeout.ms': 3000 }),
    form('default retries and delivery.timeout.ms', true, {}),
  ],
};
export default brokersAwayScenario;
