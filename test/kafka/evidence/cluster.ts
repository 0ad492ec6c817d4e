import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sentence } from '../java.js';
import { ClientEnded } from './client.js';
import { describeCluster, describeTopic, type Partition } from './commands.js';
import type { Kit } from './kit.js';
import { freePorts, writeNodeFiles, type Settings } from './node-files.js';
import { startNodes, type Nodes } from './nodes.js';
import { startPrograms, type Programs } from './programs.js';

export interface ClusterOptions {
  /** 3 if not said. */
  readonly brokers?: number;
  /** Added to the file of each broker, or of the controller. */
  readonly broker?: Settings;
  readonly controller?: Settings;
}

/** A running cluster: a controller (100) and brokers (1, 2, …) on 127.0.0.1, and a client of the same version. */
export interface Cluster extends Omit<Nodes, 'ended' | 'revive' | 'recentLogs' | 'end'>, Omit<Programs, 'end'> {
  readonly kafka: string;
  /** Asks until the answer is neither undefined nor false; after the limit it fails, with what was asked and the nodes' last log lines. */
  readonly until: <T>(what: string, ask: () => Promise<T | undefined | false>, limitMs?: number) => Promise<T>;
  /** As `until`, about partition 0 of a topic. */
  readonly untilPartition: (topic: string, what: string, test: (partition: Partition) => boolean, limitMs?: number) => Promise<Partition>;
  /** Until a broker leads partition 0 and just these are in sync. */
  readonly untilLeads: (leader: number, inSync: readonly number[], topic: string) => Promise<Partition>;
  /** Resumes and launches whatever a scenario paused or killed, and waits for all brokers. */
  readonly restore: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A port was free when it was looked for and is not now. */
class PortTaken extends Sentence {}

/** Starts a cluster and waits until its brokers are up; tries other ports where one is taken in between. */
export async function startCluster(kit: Kit, options: ClusterOptions = {}): Promise<Cluster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnPorts(kit, options, await freePorts((options.brokers ?? 3) + 1));
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === 3) throw error;
    }
  }
}

/** As {@link startCluster}, on given ports of 127.0.0.1, the controller's first. */
export async function startOnPorts(kit: Kit, options: ClusterOptions, ports: readonly number[]): Promise<Cluster> {
  const folder = mkdtempSync(join(kit.household.folder, `kafka-${kit.kafka}-`));
  const settings = { brokers: options.brokers ?? 3, broker: options.broker ?? {}, controller: options.controller ?? {} };
  const nodes = await startNodes(kit, folder, writeNodeFiles(folder, kit.kafka, ports, settings));
  const bootstrap = ports.slice(1).map(port => `127.0.0.1:${port}`);
  const programs = startPrograms(kit, folder, bootstrap.join());
  const { client } = programs;
  const stop = async () => {
    await Promise.all([nodes.end(), programs.end()]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const until = waitFor(kit, nodes);
  const allBrokers = async () => (await describeCluster(client)).length === settings.brokers;
  try {
    await until('all brokers are up', async () => {
      const id = nodes.ended();
      if (id !== undefined) throw refusal(kit.kafka, id, nodes.log(id));
      return allBrokers();
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const untilPartition: Cluster['untilPartition'] = (topic, what, test, limitMs) => {
    const ask = async () => (await describeTopic(client, topic)).slice(0, 1).find(test);
    return until(`${what} (topic ${topic})`, ask, limitMs);
  };
  return {
    ...nodes,
    ...programs,
    kafka: kit.kafka,
    until,
    untilPartition,
    untilLeads: (leader, inSync, topic) =>
      untilPartition(topic, `broker ${leader} leads and the ISR is ${inSync.join()}`, partition => {
        return partition.leader === leader && [...partition.isr].sort().join() === [...inSync].sort().join();
      }),
    restore: async () => {
      nodes.revive();
      await until('all brokers are back', allBrokers);
    },
    stop,
  };
}

/** Asks again and again. */
function waitFor({ kafka }: Kit, nodes: Nodes): Cluster['until'] {
  return async (what, ask, limitMs = 90_000) => {
    let failure: unknown;
    const limit = performance.now() + limitMs;
    while (performance.now() < limit) {
      try {
        const answer = await ask();
        if (answer !== undefined && answer !== false) return answer;
      } catch (error) {
        if (error instanceof Sentence || error instanceof ClientEnded) throw error;
        failure = error;
      }
      await sleep(100);
    }
    const why = failure instanceof Error ? ` Last failure: ${failure.message.trim()}` : '';
    throw new Error(`Kafka ${kafka}: waited ${limitMs / 1000} s in vain until ${what}.${why}${nodes.recentLogs()}`);
  };
}

/** What a node that ended while the cluster started is reported as. */
function refusal(kafka: string, id: number, log: string): Sentence {
  const lines = log.trim().split('\n');
  const reason = lines.find(line => line.includes('Address already in use'));
  if (reason !== undefined)
    return new PortTaken(`Node ${id} of Kafka ${kafka} did not start, because its port was taken by another process.`);
  return new Sentence(`Node ${id} of Kafka ${kafka} ended while the cluster started. Its last lines:\n${lines.slice(-12).join('\n')}`);
}
