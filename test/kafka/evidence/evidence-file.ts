import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Evidence, EvidenceRun } from '../../../server/src/describe/evidence.js';
import { compareVersions, type Job, type Scenario } from './scenario.js';

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
 * scenarios by id, newest version first, forms as the scenario lists them. Runs of forms that a known scenario no longer has are left out.
 */
export function mergeEvidence(before: Evidence, measured: readonly Measured[], known: readonly Scenario[]): Evidence {
  const others = before.scenarios.filter(({ id }) => !known.some(scenario => scenario.id === id));
  const merged = known.flatMap(({ id, event, harm, brokers, forms }) => {
    const old = before.scenarios.find(scenario => scenario.id === id)?.runs ?? [];
    const now = measured.filter(({ job }) => job.scenario.id === id).map(({ run }) => run);
    const kept = old.filter(run => !now.some(other => isSame(run, other)));
    const place = ({ kafka, setting }: EvidenceRun) => forms.findIndex(form => form.setting === setting && form.versions.includes(kafka));
    const runs = [...kept, ...now].filter(run => place(run) >= 0);
    return runs.length === 0
      ? []
      : [{ id, event, harm, brokers, runs: runs.sort((a, b) => compareVersions(b.kafka, a.kafka) || place(a) - place(b)) }];
  });
  return { scenarios: [...others, ...merged].sort((a, b) => (a.id < b.id ? -1 : 1)) };
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
