import type { Cluster } from '../cluster.js';
import { createTopic, readAll, send } from '../commands.js';
import { countNeverWritten } from '../counting.js';
import { usualVersions, type Counts, type Form, type Scenario } from '../scenario.js';

const count = 100;

/** A new producer knows nothing of the topic: its first send waits for metadata, and fails where it must not wait. */
async function firstSend(cluster: Cluster, topic: string, maxBlockMs: number): Promise<Counts> {
  const { client } = cluster;
  await createTopic(client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  // the JVM has loaded what a producer needs before the one that is measured opens
  await send(client, { topic, name: 'warm', count: 1, fresh: true });
  const config = { 'max.block.ms': maxBlockMs };
  const sent = await send(client, { topic, name: 'record', count, config, paceMs: 100, fresh: true });
  return countNeverWritten(count, sent, await readAll(client, topic));
}

function form(maxBlockMs: number, safe: boolean): Form {
  return {
    setting: `max.block.ms=${maxBlockMs}`,
    safe,
    versions: usualVersions,
    run: (cluster, topic) => firstSend(cluster, topic, maxBlockMs),
  };
}

const firstSendBlocked: Scenario = {
  id: 'first-send-blocked',
  event: 'new producer, one record every 100 ms, callback ignored',
  harm: 'records never written',
  brokers: 3,
  forms: [form(0, false), form(60_000, true)],
};
export default firstSendBlocked;
