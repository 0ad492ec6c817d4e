import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sentence } from '../java.js';
import { ClientEnded, connectClient, type Client } from './client.js';
import { describeCluster, describeTopic, type Partition } from './commands.js';
import type { Kit } from './kit.js';
import { controllerId, freePorts, usesZooKeeper, writeNodeFiles, type NodeFile, type Settings } from './node-files.js';
import { end, exitOf, hasEnded, lastOf, output, type ProgramResult } from './processes.js';

export interface ClusterOptions {
  /** 3 if not said. */
  readonly brokers?: number;
  /** Added to the file of each broker, or of the controller. */
  readonly broker?: Settings;
  readonly controller?: Settings;
}

/** A running cluster: a controller (100) and brokers (1, 2, …) on 127.0.0.1, and a client of the same version. */
export interface Cluster {
  readonly kafka: string;
  readonly bootstrap: string;
  readonly client: Client;
  /** Asks until the answer is neither undefined nor false; after the limit it fails, with what was asked and the nodes' last log lines. */
  readonly until: <T>(what: string, ask: () => Promise<T | undefined | false>, limitMs?: number) => Promise<T>;
  readonly untilPartition: (topic: string, what: string, test: (partition: Partition) => boolean, limitMs?: number) => Promise<Partition>;
  /** Until a broker leads partition 0 and just these are in sync; the leader alone where no others are named. */
  readonly untilLeads: (leader: number, inSync: readonly number[], topic: string) => Promise<Partition>;
  /** Stops processes without ending them; their connections stay open and nothing is answered. */
  readonly pause: (...ids: readonly number[]) => void;
  readonly resume: (...ids: readonly number[]) => void;
  /** Ends processes as a power failure does (but what they wrote stays with the operating system). */
  readonly kill: (...ids: readonly number[]) => Promise<void>;
  readonly launch: (...ids: readonly number[]) => void;
  /** Gives a node that is not running an empty, formatted disk. */
  readonly wipe: (id: number) => Promise<void>;
  /** Resumes and launches whatever a scenario paused or killed, and waits for all brokers. */
  readonly restore: () => Promise<void>;
  /** Runs a program of `test/kafka/src/lab` in a JVM of its own, whose arguments begin with the bootstrap servers. */
  readonly runProgram: (main: string, args: readonly string[], limitMs?: number) => Promise<ProgramResult>;
  readonly log: (id: number) => string;
  readonly stop: () => Promise<void>;
}

/** 16 bytes in base64, as KRaft wants them; any will do. */
const clusterId = 'MkU3OEVBNTcwNTJENDM2Qg';

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
  const { household, kafka, classpath } = kit;
  const folder = mkdtempSync(join(household.folder, `kafka-${kafka}-`));
  const settings = { brokers: options.brokers ?? 3, broker: options.broker ?? {}, controller: options.controller ?? {} };
  const nodes = new Map(writeNodeFiles(folder, kafka, ports, settings).map(node => [node.id, node]));
  const processes = new Map<number, ChildProcess>();
  const programs = new Set<ChildProcess>();
  const bootstrap = ports
    .slice(1)
    .map(port => `127.0.0.1:${port}`)
    .join(',');

  const start = (main: string, args: readonly string[], log: string, answers: boolean, heap = '256m') => {
    const program = { classpath, main, args, heap, log: join(folder, log), answers, logLevel: answers ? 'error' : 'warn' } as const;
    return household.startJava(program);
  };
  const log = (id: number) => lastOf(join(folder, `${id}.log`), 20_000);
  const recentLogs = () => [...nodes.keys()].map(id => `\n--- node ${id}\n${lastOf(join(folder, `${id}.log`), 1200)}`).join('');
  const node = (id: number) => found(nodes.get(id), id);
  const processOf = (id: number) => found(processes.get(id), id);

  const launch = (...ids: readonly number[]) => {
    for (const id of ids) processes.set(id, start('lab.Server', [node(id).main, node(id).file], `${id}.log`, false));
  };
  const kill = async (...ids: readonly number[]) => {
    await Promise.all(ids.map(id => end(processOf(id))));
  };
  const signal = (name: NodeJS.Signals, ids: readonly number[]) => {
    for (const id of ids) processOf(id).kill(name);
  };
  const format = async (formatted: readonly NodeFile[]) => {
    if (usesZooKeeper(kafka)) return;
    const args = [clusterId, ...formatted.map(({ file }) => file)];
    if ((await exitOf(start('lab.Format', args, 'format.log', false))) !== 0)
      throw new Error(`The disks of Kafka ${kafka} could not be formatted. ${lastOf(join(folder, 'format.log'), 2000)}`);
  };
  const stop = async () => {
    await Promise.all([...processes.values(), ...programs].map(end));
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const until: Cluster['until'] = async (what, ask, limitMs = 90_000) => {
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
    const why = failure instanceof Error ? ` Last failure: ${failure.message}.` : '';
    throw new Error(`Kafka ${kafka}: waited ${limitMs / 1000} s in vain until ${what}.${why}${recentLogs()}`);
  };

  try {
    await format([...nodes.values()]);
    launch(controllerId, ...[...nodes.keys()].filter(id => id !== controllerId));
    const jvm = start('lab.Client', [bootstrap], 'client.log', true, '512m');
    programs.add(jvm);
    const client = connectClient(jvm, join(folder, 'client.log'));
    const allBrokers = async () => (await describeCluster(client)).length === settings.brokers;
    await until('all brokers are up', async () => {
      for (const [id, child] of processes) if (hasEnded(child)) throw refusal(kafka, id, log(id));
      return allBrokers();
    });
    const untilPartition: Cluster['untilPartition'] = (topic, what, test, limitMs) =>
      until(
        `${what} (topic ${topic})`,
        async () => {
          const [partition] = await describeTopic(client, topic);
          return partition !== undefined && test(partition) && partition;
        },
        limitMs,
      );
    return {
      kafka,
      bootstrap,
      client,
      until,
      untilPartition,
      untilLeads: (leader, inSync, topic) =>
        untilPartition(topic, `broker ${leader} leads and the ISR is ${inSync.join()}`, partition => {
          return partition.leader === leader && [...partition.isr].sort().join() === [...inSync].sort().join();
        }),
      pause: (...ids) => {
        signal('SIGSTOP', ids);
      },
      resume: (...ids) => {
        signal('SIGCONT', ids);
      },
      kill,
      launch,
      wipe: async id => {
        rmSync(node(id).data, { recursive: true, force: true });
        await format([node(id)]);
      },
      restore: async () => {
        for (const [id, child] of processes)
          if (hasEnded(child)) launch(id);
          else child.kill('SIGCONT');
        await until('all brokers are back', allBrokers);
      },
      runProgram: async (main, args, limitMs = 120_000) => {
        const child = start(`lab.${main}`, [bootstrap, ...args], `${main}.log`, true);
        programs.add(child);
        const result = await output(child, limitMs);
        programs.delete(child);
        if (result === undefined)
          throw new Error(`${main} did not end within ${limitMs / 1000} s. ${lastOf(join(folder, `${main}.log`), 2000)}`);
        return result;
      },
      log,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a node that ended while the cluster started is reported as. */
function refusal(kafka: string, id: number, log: string): Sentence {
  const lines = log.trim().split('\n');
  const reason = lines.find(line => line.includes('Address already in use'));
  if (reason !== undefined)
    return new PortTaken(`Node ${id} of Kafka ${kafka} did not start, because its port was taken by another process.`);
  return new Sentence(`Node ${id} of Kafka ${kafka} ended while the cluster started. Its last lines:\n${lines.slice(-12).join('\n')}`);
}

function found<T>(value: T | undefined, id: number): T {
  if (value === undefined) throw new Error(`There is no node ${id}.`);
  return value;
}
