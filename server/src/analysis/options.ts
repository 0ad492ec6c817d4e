import type { Profile } from '../config/setting.js';
import { wantedNamed, type Wanted } from './choose.js';
import { matchesGlob } from './glob.js';
import { parseVersion, type KafkaVersion } from '../kafka/version.js';
import type { Severity } from '../rules/rule.js';

/** What the user asked for. */
export interface AnalysisOptions {
  /** Undefined: taken from the files, else the newest complete release. */
  readonly kafkaVersion: KafkaVersion | undefined;
  readonly profile: Profile;
  /** Severities by rule id that the user set. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** What files are by the user's word: of several patterns that fit a path the last one holds. */
  readonly files: readonly FilePattern[];
}

/** A glob such as `**\/deploy/*.json`, counted from any folder, and what the files are that it names. */
export interface FilePattern {
  readonly glob: string;
  readonly wanted: Wanted;
}

export const defaultOptions: AnalysisOptions = { kafkaVersion: undefined, profile: 'production', severities: {}, files: [] };

export const profiles: readonly Profile[] = ['production', 'strict', 'single-node', 'at-most-once'];
const severities: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];

/** The user's section `ackguard` of the editor's settings; what is missing or makes no sense is as if it were not set. */
export function readOptions(section: unknown): AnalysisOptions {
  const given = isRecord(section) ? section : {};
  const version = typeof given.kafkaVersion === 'string' ? parseVersion(given.kafkaVersion) : undefined;
  const profile = profiles.find(one => one === given.profile);
  return {
    kafkaVersion: version,
    profile: profile ?? defaultOptions.profile,
    severities: severitiesIn(given.rules),
    files: readFilePatterns(given.files),
  };
}

/** Severities by rule id; `default` and nonsense are left out. */
function severitiesIn(section: unknown): AnalysisOptions['severities'] {
  const pairs = Object.entries(isRecord(section) ? section : {}).flatMap(([id, value]) => {
    const severity = severities.find(one => one === value);
    return severity === undefined ? [] : [[id, severity] as const];
  });
  return Object.fromEntries(pairs);
}

/** Globs and what their files are; names that nothing has are left out. */
export function readFilePatterns(section: unknown): AnalysisOptions['files'] {
  return Object.entries(isRecord(section) ? section : {}).flatMap(([glob, value]) => {
    const wanted = typeof value === 'string' ? wantedNamed(value) : undefined;
    return wanted ? [{ glob, wanted }] : [];
  });
}

/** What the user says that the file is, if anything. */
export function wantedFor(path: string, { files }: AnalysisOptions): Wanted | undefined {
  return files.findLast(({ glob }) => matchesGlob(path, glob))?.wanted;
}

/** A version that is known to be one; throws for a text that is none. */
export function versionOf(text: string): KafkaVersion {
  const version = parseVersion(text);
  if (!version) throw new Error(`"${text}" is no Kafka version.`);
  return version;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
