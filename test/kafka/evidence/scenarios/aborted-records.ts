import type { Cluster } from '../cluster.js';
import { createTopic, readIsolated } from '../commands.js';
import { distinct } from '../counting.js';
import { usualVersions, type Counts, type Form, type Scenario } from '../scenario.js';

const count = 100;

/** One transaction is committed, the next is aborted after its records are written. Counted are the aborted ones. */
async function abortedRecords(cluster: Cluster, topic: string, isolation: 'read_uncommitted' | 'read_committed'): Promise<Counts> {
  const { client } = cluster;
  await createTopic(client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  await client.ask('SendTransaction', { topic, name: 'committed', count, abort: false });
  await client.ask('SendTransaction', { topic, name: 'aborted', count, abort: true });
  const received = await readIsolated(client, topic, isolation);
  if (distinct(received, 'committed').size !== count) throw new Error('Not all committed records were received.');
  const aborted = distinct(received, 'aborted').size;
  return { sent: count, acknowledged: count, readable: aborted, lost: aborted };
}

function form(isolation: 'read_uncommitted' | 'read_committed', safe: boolean): Form {
  return {
    setting: `isolation.level=${isolation}`,
    safe,
    versions: usualVersions,
    run: (cluster, topic) => abortedRecords(cluster, topic, isolation),
  };
}

const abortedRecordsScenario: Scenario = {
  id: 'aborted-records',
  event: 'transaction aborted',
  harm: 'aborted records received',
  brokers: 3,
  forms: [form('read_uncommitted', false), form('read_committed', true)],
};
export default abortedRecordsScenario;
