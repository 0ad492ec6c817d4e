import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Evidence, EvidenceRun, EvidenceScenario } from '../../../server/src/describe/evidence.js';
import { compareVersions, type Job } from './scenario.js';

/** The recorded evidence. */
export const evidenceFile = fileURLToPath(new URL('../../../../test/kafka/evidence.json', import.meta.url));

/** One form as it was measured. */
export interface Measured {
  readonly job: Job;
  readonly run: EvidenceRun;
}

/** The evidence of a file; none where there is no file yet. */
export function readEvidence(file: string): Evidence {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Evidence) : { scenarios: [] };
}

/** Writes the evidence so that a reader never sees half of it. */
export function writeEvidence(file: string, evidence: Evidence): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(evidence, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/**
 * The evidence with what was measured now in the place of what was measured before, in an order that does not depend on that of the runs:
 * scenarios by id, newest version first, unsafe forms before safe ones, then by setting.
 */
export function mergeEvidence(before: Evidence, measured: readonly Measured[]): Evidence {
  const scenarios = new Map<string, EvidenceScenario>(before.scenarios.map(scenario => [scenario.id, scenario]));
  for (const { job, run } of measured) {
    const { id, event, harm, brokers } = job.scenario;
    const others = (scenarios.get(id)?.runs ?? []).filter(other => !isSame(other, run));
    scenarios.set(id, { id, event, harm, brokers, runs: [...others, run].sort(compareRuns) });
  }
  return { scenarios: [...scenarios.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** A sentence for each count that differs from the recorded one, or that was never recorded. Seconds may differ. */
export function differences(recorded: Evidence, measured: readonly Measured[]): string[] {
  return measured.flatMap(({ job: { scenario }, run }) => {
    const before = recorded.scenarios.find(({ id }) => id === scenario.id)?.runs.find(other => isSame(other, run));
    const name = `${scenario.id}, Kafka ${run.kafka}, ${run.setting}`;
    if (before === undefined) return [`${name}: is not in the recorded evidence.`];
    return sameCounts(before, run) ? [] : [`${name}: recorded ${counts(before)}, measured ${counts(run)}.`];
  });
}

/** Whether two measurements of a form agree in what was acknowledged and what was lost. */
export function sameCounts(a: EvidenceRun, b: EvidenceRun): boolean {
  return a.acknowledged === b.acknowledged && a.lost === b.lost;
}

function counts({ lost, acknowledged }: EvidenceRun): string {
  return `${lost} lost of ${acknowledged} acknowledged`;
}

function isSame(a: EvidenceRun, b: EvidenceRun): boolean {
  return a.kafka === b.kafka && a.setting === b.setting;
}

function compareRuns(a: EvidenceRun, b: EvidenceRun): number {
  return compareVersions(b.kafka, a.kafka) || Number(a.safe) - Number(b.safe) || (a.setting < b.setting ? -1 : 1);
}
