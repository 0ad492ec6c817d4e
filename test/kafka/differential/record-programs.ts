import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { provideJars } from '../jars.js';
import { asCommand } from '../java.js';
import { startOracle, type OracleRole } from '../oracle.js';
import { releaseOf } from '../versions.js';
import { cases, propsOf, versions } from './program-cases.js';

const target = fileURLToPath(new URL('../../../../test/conformance/verdicts/programs.jsonl', import.meta.url));

/** Asks real Streams, Connect and MirrorMaker for each case, and writes what they say for the tests, which need no Java. */
await asCommand(async () => {
  for (const version of versions) await provideJars(releaseOf(version));
  const oracle = await startOracle();
  try {
    const lines: string[] = [];
    for (const one of cases) {
      const asked = versions.filter(version => one.role !== 'mirror-maker' || releaseOf(version).parts.includes('mirror'));
      const verdicts = await Promise.all(asked.map(version => oracle.ask(version, `${one.role}-client` as OracleRole, propsOf(one))));
      const refusedIn = asked.filter((_, i) => verdicts[i]?.accepted === false);
      const acceptedIn = asked.filter((_, i) => verdicts[i]?.accepted === true);
      lines.push(JSON.stringify({ role: one.role, settings: one.settings, refusedIn, acceptedIn }));
    }
    writeFileSync(target, `${lines.join('\n')}\n`);
    console.log(`${lines.length} cases in ${versions.length} versions`);
  } finally {
    await oracle.stop();
  }
});
