import type { Cluster } from './cluster.js';
import { createTopic, send } from './commands.js';
import { distinct } from './counting.js';
import type { Counts } from './scenario.js';

const count = 500;

/**
 * Runs an application of `test/kafka/src/lab` twice over the records of a topic: it halts like a crashed process after 20, and its restart
 * goes on where the group's committed offset is. Each prints the values that it has processed.
 */
export async function crashAndRestart(cluster: Cluster, topic: string, application: string, mode: string): Promise<Counts> {
  await createTopic(cluster.client, topic, { 'min.insync.replicas': 2 });
  await cluster.untilLeads(1, [1, 2, 3], topic);
  const { acknowledged } = await send(cluster.client, { topic, name: 'record', count, config: { acks: 'all' } });
  const crashed = await cluster.runProgram(application, [topic, mode, '20']);
  if (crashed.exitCode !== 137) throw new Error(`${application} did not reach the point of its crash: ${crashed.lines.slice(-1).join('')}`);
  const restarted = await cluster.runProgram(application, [topic, mode, '0']);
  const processed = distinct([...crashed.lines, ...restarted.lines]).size;
  return { sent: count, acknowledged: acknowledged.length, readable: processed, lost: count - processed };
}
