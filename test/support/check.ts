import { analyze, type Analysis } from '../../server/src/analysis/analyze.js';
import type { Diagnosis } from '../../server/src/analysis/diagnosis.js';
import { defaultOptions, type AnalysisOptions } from '../../server/src/analysis/options.js';
import type { Profile } from '../../server/src/config/setting.js';
import type { Role } from '../../server/src/kafka/property.js';
import { parseVersion } from '../../server/src/kafka/version.js';
import { render, samplesFor } from './render.js';

export interface Circumstances {
  readonly version?: string | undefined;
  readonly profile?: Profile | undefined;
  readonly severities?: AnalysisOptions['severities'];
  readonly files?: AnalysisOptions['files'];
  /** Texts of files beside it, by their paths. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Analyses a text as the product does, but lets a rule that throws fail the test. */
export function analyzeFile(
  path: string,
  text: string,
  { version, profile, severities, files, beside = {} }: Circumstances = {},
): Analysis {
  const kafkaVersion = version === undefined ? undefined : parseVersion(version);
  return analyze(
    { path, text },
    {
      options: { kafkaVersion, profile: profile ?? 'production', severities: severities ?? defaultOptions.severities, files: files ?? [] },
      onRuleFailure: (ruleId, error) => {
        throw new Error(`Rule ${ruleId} failed.`, { cause: error });
      },
      readFile: name => beside[name],
    },
  );
}

/** What is found in a plain Kafka file of this role with these settings, `property=value` a line. */
export function findIn(role: Role, settings: string, circumstances: Circumstances = {}): readonly Diagnosis[] {
  return findingsIn(['plain', 'streams', 'connect-worker', 'connector', 'mirror-maker'], role, settings, circumstances);
}

/** The same settings in a Spring Boot `application.yml`. */
export function findInSpring(role: Role, settings: string, circumstances: Circumstances = {}): readonly Diagnosis[] {
  return findingsIn(['spring-boot'], role, settings, circumstances);
}

/** One line a finding, for short assertions: `warning acks-leader-only acks=1`; what is underlined comes last. */
export function summaries(path: string, text: string, circumstances: Circumstances = {}): readonly string[] {
  const { diagnoses } = analyzeFile(path, text, circumstances);
  return diagnoses.map(one => `${one.severity} ${one.rule.id} ${text.slice(one.span.start, one.span.end)}`.trim());
}

/** The severity with which a rule speaks; undefined if it is silent. */
export function severityOf(ruleId: string, diagnoses: readonly Diagnosis[]): string | undefined {
  return diagnoses.find(one => one.rule.id === ruleId)?.severity;
}

function findingsIn(carriers: readonly string[], role: Role, settings: string, circumstances: Circumstances): readonly Diagnosis[] {
  const [sample] = samplesFor(role, carriers);
  const rendered = sample && render(sample, settings);
  if (!rendered) throw new Error(`These settings of a ${role} cannot be written there:\n${settings}`);
  return analyzeFile(rendered.path, rendered.text, circumstances).diagnoses;
}
