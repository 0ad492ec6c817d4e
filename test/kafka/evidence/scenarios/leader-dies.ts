import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster.js';
import { createTopic, readAll, send } from '../commands.js';
import { countLost } from '../counting.js';
import { usualVersions, zooKeeperVersion, type Counts, type Form, type Scenario } from '../scenario.js';

/**
 * The leader takes records that no follower has yet, and dies. The followers are still in the ISR, so one of them is elected cleanly. Two
 * paused brokers are followers that are a moment behind.
 */
async function leaderDies(cluster: Cluster, topic: string, acks: string, minInSync: number): Promise<Counts> {
  const { client } = cluster;
  const config = { acks, 'linger.ms': 0, 'delivery.timeout.ms': 60_000, 'request.timeout.ms': 3000, 'client.id': topic };
  await createTopic(client, topic, { 'min.insync.replicas': minInSync });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  await send(client, { topic, name: 'first', count: 10, config: { acks: 'all' } });
  // the producer knows the leader and is connected before the others are paused
  await send(client, { topic, name: 'warm', count: 10, config });
  await sleep(300);
  cluster.pause(2, 3);
  // longer than replica.fetch.wait.max.ms: the fetch that each follower had open is answered, with nothing
  await sleep(600);
  const sending = send(client, { topic, name: 'record', count: 1000, config });
  // with acks=all nothing is acknowledged now; all of this must end before the paused brokers' sessions do
  await Promise.race([sending, sleep(500)]);
  await cluster.kill(1);
  cluster.resume(2, 3);
  await cluster.untilPartition(topic, 'another broker leads', ({ leader }) => leader > 1);
  const sent = await sending;
  cluster.launch(1);
  // the old leader is back and follows: what it alone had is gone for good
  await cluster.untilPartition(topic, 'all replicas are in sync', ({ isr }) => isr.length === 3);
  return countLost(1000, sent, await readAll(client, topic));
}

function form(acks: string, minInSync: number, safe: boolean): Form {
  return {
    setting: `acks=${acks}, min.insync.replicas=${minInSync}`,
    safe,
    versions: [...usualVersions, zooKeeperVersion],
    run: (cluster: Cluster, topic: string) => leaderDies(cluster, topic, acks, minInSync),
  };
}

const leaderDiesScenario: Scenario = {
  id: 'leader-dies',
  event: 'leader killed',
  harm: 'acknowledged records lost',
  brokers: 3,
  forms: [form('1', 1, false), form('0', 2, false), form('1', 2, false), form('all', 2, true)],
};
export default leaderDiesScenario;
