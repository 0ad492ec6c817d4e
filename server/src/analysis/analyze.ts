import type { Carrier } from '../carriers/carrier.js';
import type { Recognition } from '../carriers/recognition.js';
import { carriers } from '../carriers/registry.js';
import { clustersOf } from '../config/cluster.js';
import type { EffectiveConfig } from '../config/effective.js';
import { resolveConfigs, type Judged } from '../config/resolve.js';
import type { Reading } from '../config/setting.js';
import { newestComplete } from '../kafka/catalogue/catalogue.js';
import { parseVersion, type KafkaVersion } from '../kafka/version.js';
import { rules } from '../rules/registry.js';
import type { Rule } from '../rules/rule.js';
import { syntaxOf } from '../syntax/registry.js';
import type { Document, ParseMemory, SyntaxProblem } from '../syntax/syntax.js';
import { arrange, dropCovered } from './arrange.js';
import { chooseCarriers, type Choice } from './choose.js';
import type { Diagnosis } from './diagnosis.js';
import { foldDevelopment } from './fold.js';
import type { Raw } from './judge.js';
import { versionOf, wantedFor, type AnalysisOptions } from './options.js';
import { present } from './present.js';
import { markVersionDependent, runRules, type RuleFailure } from './run.js';

/** A text with the name that its carrier may go by; `path` with forward slashes. `languageId` serves where the name has no ending. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly languageId?: string;
  /** Kept from version to version of the text by whoever has it open. */
  readonly memory?: ParseMemory | undefined;
}

/** What one carrier made of the document. */
export interface Carried {
  readonly carrier: Carrier;
  readonly recognition: Recognition;
  readonly reading: Reading;
  readonly configs: readonly EffectiveConfig[];
  readonly path: string;
  /** What is in force by another reading of the same file, once edited. */
  resolve(reading: Reading, document: Document): readonly EffectiveConfig[];
}

/** Everything that is known of one text; `carried` is empty where it is not Kafka's. */
export interface Analysis {
  readonly document: Document | undefined;
  readonly carried: readonly Carried[];
  /** Every carrier that sees something of its own in the text, the best first. */
  readonly choices: readonly Choice[];
  readonly diagnoses: readonly Diagnosis[];
  /** What keeps the text from being read, where no rule speaks of it. */
  readonly problems: readonly SyntaxProblem[];
  /** The Kafka version that the text is judged for, or would be if it were Kafka's. */
  readonly version: KafkaVersion;
}

export interface AnalysisContext {
  readonly options: AnalysisOptions;
  readonly onRuleFailure: RuleFailure;
}

/** The line of versions that a verdict is compared with while the version is unknown. */
const olderLine = '2.8';

/** Reads one text, applies every rule and puts what they say into order. Never throws for any text. */
export function analyze(file: SourceFile, context: AnalysisContext): Analysis {
  const syntax = syntaxOf(file.path, file.languageId);
  const version = context.options.kafkaVersion ?? versionOf(newestComplete);
  const wanted = wantedFor(file.path, context.options);
  const mayRead = (carrier: Carrier): boolean =>
    syntax !== undefined && carrier.syntaxes.includes(syntax.id) && carrier.mayRead(file.path, file.text);
  if (!syntax || !(wanted ?? carriers.some(mayRead))) {
    return { document: undefined, carried: [], choices: [], diagnoses: [], problems: [], version };
  }
  const document = syntax.parse(file.text, file.memory);
  const choices = chooseCarriers(document, file.path, wanted);
  const resolve: Carried['resolve'] = (reading, text) => resolveConfigs(reading, text.problems, judgedFor(reading, context.options));
  const carried = choices.flatMap(({ carrier, recognition, verdict }) => {
    const reading = verdict === 'reads' ? carrier.read(document, file.path, recognition) : undefined;
    return reading ? [{ carrier, recognition, reading, configs: resolve(reading, document), path: file.path, resolve }] : [];
  });
  const diagnoses = carried.flatMap(one => diagnose(one, document, context));
  const unread = document.problems.filter(
    problem => problem.kind === 'not-text' || problem.kind === 'too-large' || problem.kind === 'not-yaml' || problem.kind === 'not-json',
  );
  const problems = carried.length > 0 || document.entries.length === 0 ? unread : [];
  return { document, carried, choices, diagnoses: arrange(diagnoses), problems, version: carried[0]?.configs[0]?.version ?? version };
}

function diagnose({ reading, configs }: Carried, document: Document, context: AnalysisContext): readonly Diagnosis[] {
  const { options, onRuleFailure } = context;
  const clusters = clustersOf(configs);
  const found = withVersionDoubt(runRules(rules, configs, clusters, onRuleFailure), reading, document, context);
  // a rule that is switched off hides nothing
  const wanted = found.filter(raw => options.severities[raw.rule.id] !== 'off');
  return present(foldDevelopment(dropCovered(wanted), clusters, options), options, onRuleFailure);
}

function withVersionDoubt(found: readonly Raw[], reading: Reading, document: Document, context: AnalysisContext): readonly Raw[] {
  const judged = judgedFor(reading, context.options);
  if (judged.versionKnown || found.length === 0) return found;
  const version = versionOf(olderLine);
  const configs = resolveConfigs(reading, document.problems, { ...judged, version });
  const spoken = new Set<Rule>(found.map(raw => raw.rule));
  return markVersionDependent(found, runRules([...spoken], configs, clustersOf(configs), context.onRuleFailure), version);
}

function judgedFor(reading: Reading, { kafkaVersion, profile }: AnalysisOptions): Judged {
  const version = kafkaVersion ?? parseVersion(reading.kafkaVersion ?? '');
  return { version: version ?? versionOf(newestComplete), versionKnown: version !== undefined, profile };
}
