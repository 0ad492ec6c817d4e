import { readdirSync } from 'node:fs';
import type { EvidenceRun } from '../../../server/src/describe/evidence.js';
import type { Cluster, ClusterOptions } from './cluster.js';

/** The newest release of which Maven Central has everything, and the newest 3.x: what runs where the answer does not depend on the version. */
export const usualVersions: readonly string[] = ['4.3.1', '3.9.2'];

/** The newest 2.x, which runs with ZooKeeper. */
export const zooKeeperVersion = '2.8.2';

/** One practice that loses records, with settings that do and settings that do not. One file in `scenarios/` each. */
export interface Scenario {
  /** Names it in `docs.evidence` of a rule: `leader-dies`. */
  readonly id: string;
  /** What is done, in a few words behind "Kafka 4.3.1, 3 brokers, ": `leader killed`. */
  readonly event: string;
  /** What `lost` counts, behind the numbers: `acknowledged records lost`. */
  readonly harm: string;
  readonly brokers: number;
  /** In the order in which people are told of them: unsafe ones first. */
  readonly forms: readonly Form[];
}

/** One set of settings of a scenario. */
export interface Form {
  /** As a person would name them: `acks=1, min.insync.replicas=2`. */
  readonly setting: string;
  /** It has to lose nothing. */
  readonly safe: boolean;
  readonly versions: readonly string[];
  /** Forms of all scenarios with the same options share a cluster. */
  readonly cluster?: ClusterOptions;
  /** The topic's name is unique in the cluster; the topic is not there yet. The cluster is put back afterwards by whoever calls. */
  readonly run: (cluster: Cluster, topic: string) => Promise<Counts>;
}

/** What is measured; warm-up records are left out. */
export type Counts = Pick<EvidenceRun, 'sent' | 'acknowledged' | 'readable' | 'lost' | 'error'>;

/** All scenarios, by id: the default exports of the files in `scenarios/`; listed by source, because compiled files outlive theirs. */
export async function loadScenarios(): Promise<readonly Scenario[]> {
  const compiled = new URL('./scenarios/', import.meta.url);
  const names = readdirSync(new URL('../../../../test/kafka/evidence/scenarios/', import.meta.url))
    .filter(name => name.endsWith('.ts'))
    .map(name => name.replace(/ts$/, 'js'));
  const modules = await Promise.all(names.map(name => import(new URL(name, compiled).href) as Promise<{ default: Scenario }>));
  return modules.map(({ default: scenario }) => scenario).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One form on one version. */
export interface Job {
  readonly scenario: Scenario;
  readonly form: Form;
  readonly kafka: string;
}

/**
 * What is to be run, in lists that share a version and a cluster: as few clusters as the forms allow. The choices are ids and versions;
 * undefined chooses all.
 */
export function planJobs(
  scenarios: readonly Scenario[],
  chosenIds: readonly string[] | undefined,
  chosenVersions: readonly string[] | undefined,
): readonly (readonly Job[])[] {
  const groups = new Map<string, Job[]>();
  for (const scenario of scenarios) {
    if (chosenIds && !chosenIds.includes(scenario.id)) continue;
    for (const form of scenario.forms)
      for (const kafka of form.versions) {
        if (chosenVersions && !chosenVersions.includes(kafka)) continue;
        const key = JSON.stringify([kafka, form.cluster ?? {}]);
        const group = groups.get(key) ?? [];
        group.push({ scenario, form, kafka });
        groups.set(key, group);
      }
  }
  return [...groups.values()].sort((a, b) => compareVersions(b[0]?.kafka ?? '', a[0]?.kafka ?? ''));
}

/** Negative where the first version is the older one. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
