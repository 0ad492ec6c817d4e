import { parseArgs } from 'node:util';
import type { EvidenceRun } from '../../../server/src/describe/evidence.js';
import { asCommand, requireJava, Sentence } from '../java.js';
import { releaseOf } from '../versions.js';
import { endOnSignal, openHousehold } from './cleanup.js';
import { startCluster, type Cluster } from './cluster.js';
import { differences, evidenceFile, mergeEvidence, readEvidence, sameCounts, writeEvidence, type Measured } from './evidence-file.js';
import { prepareKit, type Kit } from './kit.js';
import { loadScenarios, planJobs, type Counts, type Job } from './scenario.js';

const usage = 'npm run evidence -- [--scenarios ID,ID] [--versions 4.3.1,3.9.2] [--repeat 3] [--check]';

interface Choice {
  readonly scenarios: readonly string[] | undefined;
  readonly versions: readonly string[] | undefined;
  readonly repeat: number;
  readonly check: boolean;
}

await asCommand(async () => {
  const started = performance.now();
  const choice = readArguments(process.argv.slice(2));
  await requireJava();
  const scenarios = await loadScenarios();
  const unknown = choice.scenarios?.filter(id => !scenarios.some(scenario => scenario.id === id)) ?? [];
  if (unknown.length > 0)
    throw new Sentence(`There is no scenario ${unknown.join(', ')}; there are ${scenarios.map(({ id }) => id).join(', ')}.`);
  const groups = planJobs(scenarios, choice.scenarios, choice.versions);
  if (groups.length === 0) throw new Sentence('No scenario runs on these versions.');
  const household = openHousehold();
  endOnSignal(household);
  try {
    const problems: string[] = [];
    let count = 0;
    let kit: Kit | undefined;
    for (const jobs of groups) {
      const [{ kafka } = { kafka: '' }] = jobs;
      if (kit?.kafka !== kafka) kit = await prepareKit(releaseOf(kafka), household);
      const { measured, failures } = await runGroup(jobs, choice.repeat, kit);
      count += measured.length;
      problems.push(...failures);
      // another run may have written in the meantime, and this one may be ended before it is through
      const recorded = readEvidence(evidenceFile);
      if (choice.check) problems.push(...differences(recorded, measured));
      else writeEvidence(evidenceFile, mergeEvidence(recorded, measured, scenarios));
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`${count} measurements, ${problems.length} problems, ${seconds} s`);
    if (problems.length > 0) throw new Sentence(problems.join('\n'));
  } finally {
    await household.end();
  }
});

function readArguments(args: readonly string[]): Choice {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { scenarios: { type: 'string' }, versions: { type: 'string' }, repeat: { type: 'string' }, check: { type: 'boolean' } },
    });
    const repeat = Number(values.repeat ?? 1);
    if (!Number.isInteger(repeat) || repeat < 1) throw new Error('--repeat needs a whole number from 1.');
    return { scenarios: values.scenarios?.split(','), versions: values.versions?.split(','), repeat, check: values.check ?? false };
  } catch (error) {
    throw new Sentence(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

interface Results {
  readonly measured: readonly Measured[];
  /** A sentence for each form that could not be measured, or whose counts are not what they must be. */
  readonly failures: readonly string[];
}

/** Runs forms one after the other in one cluster, or in a new one behind a form that failed and may have left anything behind. */
async function runGroup(jobs: readonly Job[], repeat: number, kit: Kit): Promise<Results> {
  const measured: Measured[] = [];
  const failures: string[] = [];
  let cluster: Cluster | undefined;
  try {
    for (const job of jobs) {
      const runs: EvidenceRun[] = [];
      for (let turn = 1; turn <= repeat; turn++) {
        try {
          cluster ??= await startCluster(kit, job.form.cluster);
          runs.push(await measure(job, cluster, `${job.scenario.id}-${job.scenario.forms.indexOf(job.form)}-${turn}`));
        } catch (error) {
          // a signal has been answered, and everything fails from then on
          if (kit.household.isEnding()) throw error;
          failures.push(`${nameOf(job)}: ${error instanceof Error ? error.message : String(error)}`);
          console.log(`${nameOf(job)}: failed`);
          await cluster?.stop();
          cluster = undefined;
        }
      }
      const [run] = runs;
      const wrong = complaints(job, runs);
      failures.push(...wrong);
      if (run && wrong.length === 0) measured.push({ job, run });
    }
  } finally {
    await cluster?.stop();
  }
  return { measured, failures };
}

async function measure(job: Job, cluster: Cluster, topic: string): Promise<EvidenceRun> {
  const { form, kafka } = job;
  const started = performance.now();
  const counts = await form.run(cluster, topic);
  await cluster.restore();
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  console.log(`${nameOf(job)}: ${told(counts)} in ${seconds} s`);
  return { kafka, setting: form.setting, safe: form.safe, ...counts, seconds };
}

function complaints(job: Job, runs: readonly EvidenceRun[]): string[] {
  const [first] = runs;
  if (!first) return [];
  return [
    ...(runs.every(run => sameCounts(run, first)) ? [] : [`${nameOf(job)}: repetitions differ: ${runs.map(told).join('; ')}.`]),
    ...(job.form.safe && runs.some(({ lost }) => lost > 0) ? [`${nameOf(job)}: is to lose nothing and lost ${first.lost}.`] : []),
  ];
}

function nameOf({ scenario, form, kafka }: Job): string {
  return `${kafka}  ${scenario.id}  ${form.setting}`;
}

function told({ sent, acknowledged, readable, lost, error }: Counts): string {
  return `${lost} lost, ${acknowledged} of ${sent} acknowledged, ${readable} readable${error === undefined ? '' : `, ${error}`}`;
}
