import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { provideJars } from '../jars.js';
import { compileJava } from '../java.js';
import type { KafkaRelease } from '../versions.js';
import type { Household } from './cleanup.js';

/** What a cluster of one release is started from. */
export interface Kit {
  readonly household: Household;
  readonly kafka: string;
  /** Of brokers and clients: the lab's own classes, then Kafka's jars. */
  readonly classpath: readonly string[];
}

/** Fetches and compiles what clusters of a release need. */
export async function prepareKit(release: KafkaRelease, household: Household): Promise<Kit> {
  const jars = await provideJars(release, household);
  const classes = await compileJava('lab', jars, household);
  // old releases bring a second slf4j binding, and log4j without configuration says nothing
  const names = readdirSync(jars).filter(name => name.endsWith('.jar') && !/^slf4j-(log4j12|reload4j)/.test(name));
  return { household, kafka: release.version, classpath: [classes, ...names.map(name => join(jars, name))] };
}
