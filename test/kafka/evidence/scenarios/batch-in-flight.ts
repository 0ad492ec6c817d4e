import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster.js';
import { createTopic, readAll, send } from '../commands.js';
import { countNeverWritten } from '../counting.js';
import type { Settings } from '../node-files.js';
import { usualVersions, type Counts, type Form, type Scenario } from '../scenario.js';

const count = 500;

/** The leader dies with a batch that it has received and not looked at: it is paused first. Another broker leads within some seconds. */
async function batchInFlight(cluster: Cluster, topic: string, settings: Settings): Promise<Counts> {
  const { client } = cluster;
  // one batch, so that all are written or none
  const config = { ...settings, 'linger.ms': 200, 'batch.size': 1_000_000, 'client.id': topic };
  await createTopic(client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  await send(client, { topic, name: 'warm', count: 1, config });
  cluster.pause(1);
  const sending = send(client, { topic, name: 'record', count, config });
  // more than linger.ms
  await sleep(700);
  await cluster.kill(1);
  const sent = await sending;
  cluster.launch(1);
  await cluster.untilPartition(topic, 'all replicas are in sync', ({ isr }) => isr.length === 3);
  return countNeverWritten(count, sent, await readAll(client, topic));
}

function form(setting: string, safe: boolean, settings: Settings): Form {
  return { setting, safe, versions: usualVersions, run: (cluster, topic) => batchInFlight(cluster, topic, settings) };
}

const batchInFlightScenario: Scenario = {
  id: 'batch-in-flight',
  event: 'leader killed before it answered, callback ignored',
  harm: 'records never written',
  brokers: 3,
  forms: [
    form('retries=0', false, { retries: 0 }),
    form('delivery.timeout.ms=1500', false, { 'delivery.timeout.ms': 1500, 'request.timeout.ms': 1000 }),
    form('default retries and delivery.timeout.ms', true, {}),
  ],
};
export default batchInFlightScenario;
