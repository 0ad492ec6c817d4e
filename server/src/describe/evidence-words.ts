import { compareVersions, parseVersion } from '../kafka/version.js';
import type { MeasuredRun, MeasuredScenario } from './evidence.js';
import { code } from './property.js';

/** Where the words are to stand: settings get back ticks in Markdown only. */
export type Style = 'plain' | 'markdown';

/** The settings of one version that gave the same counts. */
interface Result {
  readonly lost: number;
  readonly total: number;
  readonly failure: string;
  readonly settings: readonly string[];
}

/** The sentence of each scenario, in the order of the ids; an id without a scenario says nothing. */
export function measuredSentences(ids: readonly string[], scenarios: readonly MeasuredScenario[], style: Style): readonly string[] {
  return ids.flatMap(id => scenarios.filter(scenario => scenario.id === id).map(scenario => measuredSentence(scenario, style)));
}

/**
 * What was counted on the newest version, unsafe settings first; then which versions gave the same answer, and what the others gave:
 * `Kafka 4.3.1, 3 brokers, leader killed: 1,000 of 1,000 acknowledged records lost with acks=1; 0 with acks=all. The same on 3.9.2.`
 */
export function measuredSentence(scenario: MeasuredScenario, style: Style): string {
  const { newest, older, brokers } = circumstancesOf(scenario);
  const same = older.filter(kafka => agrees(scenario, kafka, newest));
  const others = older.filter(kafka => !same.includes(kafka));
  const sentences = [
    `Kafka ${newest ?? ''}, ${brokers}, ${scenario.event}: ${countWords(resultsOf(scenario, newest), scenario.harm)}.`,
    ...(same.length === 0 ? [] : [`The same on ${listWords(same.map(kafka => `${kafka}${partWords(scenario, kafka, newest)}`))}.`]),
    ...others.map(kafka => `On ${kafka}: ${countWords(resultsOf(scenario, kafka), undefined)}.`),
  ];
  return styled(sentences.join(' '), style);
}

/** Whether everything that was run on one version gave the same on another one. */
function agrees(scenario: MeasuredScenario, kafka: string, newest: string | undefined): boolean {
  const resultOf = (run: MeasuredRun): string => `${run.setting} ${run.lost} ${totalOf(scenario, run)} ${failureWords(scenario, run)}`;
  const known = new Set(runsOn(scenario, newest).map(resultOf));
  return runsOn(scenario, kafka).every(run => known.has(resultOf(run)));
}

/** Not every form is run on every version. */
function partWords(scenario: MeasuredScenario, kafka: string, newest: string | undefined): string {
  const [part, all] = [runsOn(scenario, kafka).length, runsOn(scenario, newest).length];
  return part === all ? '' : ` (${part} of these ${all} ${part === 1 ? 'was' : 'were'} run)`;
}

function runsOn({ runs }: MeasuredScenario, kafka: string | undefined): readonly MeasuredRun[] {
  return runs.filter(run => run.kafka === kafka);
}

function circumstancesOf({ runs, brokers }: MeasuredScenario) {
  const [newest, ...older] = [...new Set(runs.map(run => run.kafka))].sort(newerFirst);
  return { newest, older, brokers: `${brokers} ${brokers === 1 ? 'broker' : 'brokers'}` };
}

function styled(text: string, style: Style): string {
  return style === 'plain' ? text : text.replace(/[A-Za-z][\w.-]*=[^\s,;()]*[\w-]/g, code);
}

/** One row of a table in Markdown: the newest version, the form that lost most (the last of equals), and the first that lost nothing. */
export function measuredCells(scenario: MeasuredScenario): readonly string[] {
  const { newest, brokers } = circumstancesOf(scenario);
  const results = resultsOf(scenario, newest);
  const worst = results.reduce<Result | undefined>((most, one) => (most && most.lost >= one.lost ? most : one), undefined);
  const spared = results.find(result => result.lost === 0);
  const lost = worst ? `${grouped(worst.lost)} of ${grouped(worst.total)} ${harmWords(scenario.harm, worst.total)}` : '';
  const cells = [`${newest ?? ''}, ${brokers}`, scenario.event, lost, worst?.settings.at(-1) ?? '', spared?.settings[0] ?? ''];
  return cells.map(cell => styled(cell, 'markdown'));
}

/** Unsafe settings first, else as the lab wrote them. */
function resultsOf(scenario: MeasuredScenario, kafka: string | undefined): readonly Result[] {
  const runs = runsOn(scenario, kafka);
  const ordered = [...runs.filter(run => !run.safe), ...runs.filter(run => run.safe)];
  return ordered.reduce<readonly Result[]>((results, run) => {
    const last = results.at(-1);
    const next = { lost: run.lost, total: totalOf(scenario, run), failure: failureWords(scenario, run), settings: [settingWords(run)] };
    if (last?.lost !== next.lost || last.total !== next.total || last.failure !== next.failure) return [...results, next];
    return [...results.slice(0, -1), { ...last, settings: [...last.settings, settingWords(run)] }];
  }, []);
}

/** The total is told with the first count, and again where a loss is out of another one. */
function countWords(results: readonly Result[], harm: string | undefined): string {
  const first = results[0];
  const words = results.map(result => {
    const { lost, total, settings, failure } = result;
    const counted = result === first || (lost > 0 && total !== first?.total) ? `${grouped(lost)} of ${grouped(total)}` : grouped(lost);
    const what = result === first && harm !== undefined ? ` ${harmWords(harm, total)}` : '';
    const noted = failure === '' ? '' : ` (${failure}${settings.length > 1 ? ' each time' : ''})`;
    return `${counted}${what} with ${settings.join(', also with ')}${noted}`;
  });
  return words.join('; ');
}

/** A comma between two settings would be read as one between two forms. */
function settingWords({ setting }: MeasuredRun): string {
  return listWords(setting.split(', '));
}

function harmWords(harm: string, total: number): string {
  return total === 1 ? harm.replace(/\brecords\b/, 'record') : harm;
}

/** What the harm counts out of: what was acknowledged if it says so, else what was sent. */
function totalOf({ harm }: MeasuredScenario, { sent, acknowledged }: MeasuredRun): number {
  return countsAcknowledged(harm) ? acknowledged : sent;
}

/** An exception is told; where the harm is about acknowledged records, also how many never became that. */
function failureWords({ harm }: MeasuredScenario, { sent, acknowledged, error }: MeasuredRun): string {
  const failed = sent - acknowledged;
  if (!countsAcknowledged(harm) || failed <= 0) return error ?? '';
  return `${grouped(failed)} ${failed === 1 ? 'send' : 'sends'} failed${error === undefined ? '' : ` with ${error}`}`;
}

function countsAcknowledged(harm: string): boolean {
  return harm.startsWith('acknowledged');
}

function newerFirst(one: string, other: string): number {
  const [a, b] = [parseVersion(one), parseVersion(other)];
  return a && b ? compareVersions(b, a) : 0;
}

function listWords(items: readonly string[]): string {
  return items.length === 1 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
