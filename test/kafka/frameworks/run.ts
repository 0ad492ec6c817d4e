import { asCommand, Sentence } from '../java.js';
import { readArguments } from './arguments.js';
import { askAll, generated } from './ask-all.js';
import { compareAnswers, lineOf } from './compare.js';
import type { Comparison, Framework } from './comparison.js';
import { shrink, type Found } from './shrink.js';

const shownPerKey = 1;
const shownPerFramework = 8;

/** Compares every framework with Ackguard on hand-made and generated files; ends with 1 where a difference is not explained. */
await asCommand(async () => {
  const wanted = readArguments(process.argv.slice(2), { count: 300, seed: String(Date.now()) });
  console.log(`seed ${wanted.seed}, ${wanted.count} generated files a framework and those made by hand`);
  const different: string[] = [];
  for (const comparison of wanted.comparisons) {
    const found = await compareOne(comparison, wanted.count, wanted.seed);
    if (found > 0) different.push(`${found} of ${comparison.name}`);
  }
  if (different.length > 0)
    throw new Sentence(`Differences that are not explained: ${different.join(', ')}; --seed ${wanted.seed} shows them again.`);
});

async function compareOne(comparison: Comparison, count: number, seed: string): Promise<number> {
  const started = performance.now();
  const framework = await comparison.start();
  try {
    const random = Array.from({ length: count }, (_, i) => generated(comparison, seed, i));
    const answered = await askAll(framework, [...comparison.cases, ...random]);
    let [maps, keys, refused] = [0, 0, 0];
    const meant = new Map<string, number>();
    const unexplained: Found[] = [];
    for (const { file, theirs } of answered) {
      const compared = compareAnswers(comparison, file, theirs, comparison.resolve(file));
      maps += compared.maps;
      keys += compared.keys;
      if ('refused' in theirs) refused++;
      for (const difference of compared.differences) {
        const { reason } = difference;
        if (reason === undefined) unexplained.push({ file, difference });
        else meant.set(reason, (meant.get(reason) ?? 0) + 1);
      }
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const asked = `${answered.length} files (${comparison.cases.length} by hand, ${refused} refused by the framework)`;
    console.log(`\n${comparison.name}: ${asked}, ${maps} maps, ${keys} keys, ${unexplained.length} unexplained, ${seconds} s`);
    for (const [reason, times] of meant) console.log(`${String(times).padStart(8)}  deliberate: ${reason}`);
    await show(comparison, framework, unexplained);
    return unexplained.length;
  } finally {
    await framework.stop();
  }
}

async function show(comparison: Comparison, framework: Framework, unexplained: readonly Found[]): Promise<void> {
  const groups = new Map<string, Found[]>();
  for (const found of unexplained) groups.set(found.difference.key, [...(groups.get(found.difference.key) ?? []), found]);
  const largest = [...groups].sort(([, one], [, other]) => other.length - one.length);
  for (const [, group] of largest.slice(0, shownPerFramework)) {
    for (const found of group.slice(0, shownPerKey)) {
      const { file, difference } = await shrink(comparison, framework, found);
      const circumstances = file.circumstances ? ` ${JSON.stringify(file.circumstances)}` : '';
      console.log(`\n  ${group.length} × ${lineOf(difference)}\n  ${file.about ?? 'generated'}, ${file.path}${circumstances}:`);
      console.log(file.text.trimEnd().replace(/^/gm, '    | '));
    }
  }
  if (largest.length > shownPerFramework) {
    const others = largest.slice(shownPerFramework).map(([key, group]) => `${group.length} × ${key}`);
    console.log(`\n  and ${others.join(', ')}`);
  }
}
