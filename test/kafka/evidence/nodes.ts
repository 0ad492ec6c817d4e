import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kit } from './kit.js';
import { usesZooKeeper, type NodeFile } from './node-files.js';
import { end, exitOf, hasEnded, lastOf } from './processes.js';

/** 16 bytes in base64, as KRaft wants them; any will do. */
const clusterId = 'MkU3OEVBNTcwNTJENDM2Qg';

/** The server processes of a cluster, by id. */
export interface Nodes {
  readonly launch: (...ids: readonly number[]) => void;
  /** Stops processes without ending them; their connections stay open and nothing is answered. */
  readonly pause: (...ids: readonly number[]) => void;
  readonly resume: (...ids: readonly number[]) => void;
  /** Ends processes as a power failure does (but what they wrote stays with the operating system). */
  readonly kill: (...ids: readonly number[]) => Promise<void>;
  /** Gives a node that is not running an empty, formatted disk. */
  readonly wipe: (id: number) => Promise<void>;
  /** Resumes what is paused and launches what has ended. */
  readonly revive: () => void;
  /** One that is not running. */
  readonly ended: () => number | undefined;
  readonly log: (id: number) => string;
  /** The last lines of all, for the message of a failure. */
  readonly recentLogs: () => string;
  readonly end: () => Promise<void>;
}

/** Formats the disks of nodes and starts them. */
export async function startNodes(kit: Kit, folder: string, files: readonly NodeFile[]): Promise<Nodes> {
  const processes = new Map<number, ChildProcess>();
  const logFile = (id: number) => join(folder, `${id}.log`);
  const fileOf = (id: number) =>
    found(
      files.find(file => file.id === id),
      id,
    );
  const launch = (...ids: readonly number[]) => {
    for (const id of ids) {
      const { main, file } = fileOf(id);
      const program = { main: 'lab.Server', args: [main, file], heap: '256m', log: logFile(id), answers: false, logLevel: 'warn' } as const;
      processes.set(id, kit.household.startJava({ ...program, classpath: kit.classpath }));
    }
  };
  const signal = (name: NodeJS.Signals, ids: readonly number[]) => {
    for (const id of ids) found(processes.get(id), id).kill(name);
  };
  await format(kit, folder, files);
  launch(...files.map(({ id }) => id));
  return {
    launch,
    pause: (...ids) => {
      signal('SIGSTOP', ids);
    },
    resume: (...ids) => {
      signal('SIGCONT', ids);
    },
    kill: async (...ids) => {
      await Promise.all(ids.map(id => end(found(processes.get(id), id))));
    },
    wipe: async id => {
      rmSync(fileOf(id).data, { recursive: true, force: true });
      await format(kit, folder, [fileOf(id)]);
    },
    revive: () => {
      for (const [id, child] of processes)
        if (hasEnded(child)) launch(id);
        else child.kill('SIGCONT');
    },
    ended: () => [...processes].find(([, child]) => hasEnded(child))?.[0],
    log: id => lastOf(logFile(id), 20_000),
    recentLogs: () => files.map(({ id }) => `\n--- node ${id}\n${lastOf(logFile(id), 1200)}`).join(''),
    end: async () => {
      await Promise.all([...processes.values()].map(end));
    },
  };
}

async function format({ household, kafka, classpath }: Kit, folder: string, files: readonly NodeFile[]): Promise<void> {
  if (usesZooKeeper(kafka)) return;
  const log = join(folder, 'format.log');
  const args = [clusterId, ...files.map(({ file }) => file)];
  const jvm = household.startJava({ classpath, main: 'lab.Format', args, heap: '256m', log, answers: false, logLevel: 'warn' });
  if ((await exitOf(jvm)) !== 0) throw new Error(`The disks of Kafka ${kafka} could not be formatted. ${lastOf(log, 2000)}`);
}

function found<T>(value: T | undefined, id: number): T {
  if (value === undefined) throw new Error(`There is no node ${id}.`);
  return value;
}
