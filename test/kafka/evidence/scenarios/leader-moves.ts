import type { Cluster } from '../cluster.js';
import { createTopic, electLeader, readAll, reassign, send } from '../commands.js';
import { countNeverWritten } from '../counting.js';
import type { Settings } from '../node-files.js';
import { usualVersions, type Counts, type Form, type Scenario } from '../scenario.js';

const count = 500;

/** Nobody dies: as in a rolling restart another replica leads, and the producer learns it from the answer to what it sends next. */
async function leaderMoves(cluster: Cluster, topic: string, settings: Settings): Promise<Counts> {
  const { client } = cluster;
  // one batch, so that all are written or none
  const config = { ...settings, 'linger.ms': 200, 'batch.size': 1_000_000, 'client.id': topic };
  await createTopic(client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  await send(client, { topic, name: 'warm', count: 1, config });
  await reassign(client, topic, [2, 3, 1]);
  await cluster.untilPartition(topic, 'broker 2 is the preferred leader', ({ replicas }) => replicas[0] === 2);
  await electLeader(client, topic, 'PREFERRED');
  await cluster.untilLeads(2, [1, 2, 3], topic);
  const sent = await send(client, { topic, name: 'record', count, config });
  return countNeverWritten(count, sent, await readAll(client, topic));
}

function form(setting: string, safe: boolean, settings: Settings): Form {
  return { setting, safe, versions: usualVersions, run: (cluster, topic) => leaderMoves(cluster, topic, settings) };
}

const leaderMovesScenario: Scenario = {
  id: 'leader-moves',
  event: 'leader moved to another broker, callback ignored',
  harm: 'records never written',
  brokers: 3,
  forms: [form('retries=0', false, { retries: 0 }), form('default retries and delivery.timeout.ms', true, {})],
};
export default leaderMovesScenario;
