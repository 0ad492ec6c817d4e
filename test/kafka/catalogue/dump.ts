import { rolesOfPart, type DumpedKey, type DumpedLine, type Part } from '../../../server/tools/catalogue/dumped.js';
import { neutralized } from '../../../server/tools/catalogue/neutral.js';
import { provideJars } from '../jars.js';
import { linesOfJava } from './lines-of-java.js';
import type { KafkaRelease } from '../versions.js';

/** The surroundings in which Kafka's classes are asked: nothing of them may show in the catalogue. */
export interface Surroundings {
  readonly temporaryFolder: string;
  readonly flags: readonly string[];
}

export const usual: Surroundings = { temporaryFolder: '/temporary-folder', flags: [] };

/** As different as it can be made: folders, user, time zone, a locale with its own upper case, encoding, processors, memory. */
export const unusual: Surroundings = {
  temporaryFolder: '/somewhere/else',
  flags: [
    '-Duser.dir=/nowhere',
    '-Duser.home=/nowhere',
    '-Duser.name=nobody',
    '-Duser.timezone=Asia/Kolkata',
    '-Duser.language=tr',
    '-Duser.country=TR',
    '-Dfile.encoding=ISO-8859-9',
    '-XX:ActiveProcessorCount=7',
    '-Xmx200m',
  ],
};

/** What the classes of a release say; its jars are fetched where they are missing. Fails with a sentence. */
export async function dumpRelease(release: KafkaRelease, classes: string, { temporaryFolder, flags }: Surroundings): Promise<DumpedLine> {
  const jars = await provideJars(release);
  const said = await linesOfJava(release.version, [classes, `${jars}/*`], 'ConfigDump', [`-Djava.io.tmpdir=${temporaryFolder}`, ...flags]);
  return {
    line: release.line,
    keys: said.map(text => neutralized(JSON.parse(text) as DumpedKey, temporaryFolder)),
    unserved: (Object.keys(rolesOfPart) as Part[]).filter(part => !release.parts.includes(part)),
  };
}
