import type { Cluster } from './cluster.js';
import { createTopic, readIsolated, send } from './commands.js';
import { countNeverWritten } from './counting.js';
import type { Counts } from './scenario.js';

const count = 100;

/** Sends with acks=all for at most 5 s to a topic led by broker 1, while another broker may be down, and counts what was not taken. */
export async function sendWithin5s(
  cluster: Cluster,
  topic: string,
  replicas: readonly number[],
  minInSync: number,
  down?: number,
): Promise<Counts> {
  const { client } = cluster;
  await createTopic(client, topic, { 'min.insync.replicas': minInSync }, [[...replicas]]);
  await cluster.untilLeads(1, replicas, topic);
  if (down !== undefined) {
    await cluster.kill(down);
    await cluster.untilLeads(
      1,
      replicas.filter(id => id !== down),
      topic,
    );
  }
  const config = {
    acks: 'all',
    // one batch, so that all are written or none
    'linger.ms': 50,
    'batch.size': 1_000_000,
    'delivery.timeout.ms': 5000,
    'request.timeout.ms': 3000,
    // few answers of the broker, so that the time runs out between two of them and not while one is on its way, which is another exception
    'retry.backoff.ms': 1000,
  };
  const sent = await send(client, { topic, name: 'record', count, config, fresh: true });
  await cluster.restore();
  await cluster.untilLeads(1, replicas, topic);
  return countNeverWritten(count, sent, await readIsolated(client, topic, 'read_uncommitted'));
}
