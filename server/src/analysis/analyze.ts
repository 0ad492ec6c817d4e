import type { Carrier } from '../carriers/carrier.js';
import type { Recognition } from '../carriers/recognition.js';
import { carriers } from '../carriers/registry.js';
import { clustersOf } from '../config/cluster.js';
import type { EffectiveConfig } from '../config/effective.js';
import { resolveConfigs, type Judged } from '../config/resolve.js';
import type { Reading } from '../config/setting.js';
import { newestComplete } from '../kafka/catalogue/catalogue.js';
import { parseVersion, type KafkaVersion } from '../kafka/version.js';
import type { ReadFile } from '../files/files.js';
import { rules } from '../rules/registry.js';
import type { Rule } from '../rules/rule.js';
import { embeddedIn } from '../embedded/nested.js';
import { embedders as everyEmbedder } from '../embedded/registry.js';
import type { Embedded } from '../embedded/embedded.js';
import { syntaxOf } from '../syntax/registry.js';
import type { Document, ParseMemory, SyntaxProblem } from '../syntax/syntax.js';
import { arrange, dropCovered } from './arrange.js';
import { chooseCarriers, type Choice } from './choose.js';
import type { Diagnosis } from './diagnosis.js';
import { foldDevelopment } from './fold.js';
import { gatherInClusters } from './gather.js';
import type { Raw } from './judge.js';
import { versionOf, wantedFor, type AnalysisOptions } from './options.js';
import { placesIn } from './places.js';
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

/** What one carrier made of the document, or of one that is embedded in it. */
export interface Carried {
  readonly document: Document;
  /** Undefined for the text itself. */
  readonly embedded: Embedded | undefined;
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
  /** The configurations of other programs inside of the text. */
  readonly embedded: readonly Embedded[];
  /** What keeps the text from being read, where no rule speaks of it. */
  readonly problems: readonly SyntaxProblem[];
  /** The Kafka version that the text is judged for, or would be if it were Kafka's. */
  readonly version: KafkaVersion;
}

export interface AnalysisContext {
  readonly options: AnalysisOptions;
  readonly onRuleFailure: RuleFailure;
  /** For the files that a text names; without it none is read. */
  readonly readFile?: ReadFile;
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
  const holding = everyEmbedder.filter(one => syntax && one.syntaxes.includes(syntax.id) && one.mayHold(file.path, file.text));
  if (!syntax || !(wanted ?? (holding.length > 0 || carriers.some(mayRead)))) {
    return { document: undefined, carried: [], choices: [], diagnoses: [], embedded: [], problems: [], version };
  }
  const document = syntax.parse(file.text, file.memory);
  const choices = chooseCarriers(document, file.path, wanted);
  const embedded = wanted ? [] : embeddedIn({ document, path: file.path }, everyEmbedder, context.readFile);
  const carried = [
    ...carry(choices, document, file.path, undefined, context),
    ...embedded.flatMap(one => carry(chooseCarriers(one.document, one.path, one.wanted), one.document, one.path, one, context)),
  ];
  const diagnoses = diagnose(carried, context);
  const problems = carried.length > 0 || document.entries.length === 0 ? unreadIn(document) : [];
  const judgedVersion = carried[0]?.configs[0]?.version ?? version;
  return { document, carried, choices, diagnoses: arrange(diagnoses), embedded, problems, version: judgedVersion };
}

/** What keeps the text from being read; a template is not what its reader gets, and not YAML before somebody fills it in. */
function unreadIn({ problems, text }: Document): readonly SyntaxProblem[] {
  const kinds = new Set(['not-text', 'too-large', 'not-yaml', 'not-json', 'not-hcl']);
  const isTemplate = ({ kind, span }: SyntaxProblem): boolean => {
    const end = text.indexOf('\n', span.start);
    const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, end < 0 ? text.length : end);
    return kind === 'not-yaml' && line.includes('{{');
  };
  return problems.filter(problem => kinds.has(problem.kind) && !isTemplate(problem));
}

/** What the chosen carriers make of a document. */
function carry(
  choices: readonly Choice[],
  document: Document,
  path: string,
  embedded: Embedded | undefined,
  { options }: AnalysisContext,
): readonly Carried[] {
  const resolve: Carried['resolve'] = (reading, text) => resolveConfigs(reading, text.problems, judgedFor(reading, options));
  return choices.flatMap(({ carrier, recognition, verdict }) => {
    const read = verdict === 'reads' ? carrier.read(document, path, recognition) : undefined;
    const reading = read && inSurroundings(read, embedded);
    return reading ? [{ carrier, recognition, reading, document, embedded, configs: resolve(reading, document), path, resolve }] : [];
  });
}

/** What an embedded document says, with what its surroundings add and take out. */
function inSurroundings(reading: Reading, embedded: Embedded | undefined): Reading {
  if (!embedded) return reading;
  const { ignored, elsewhere } = embedded;
  const roles = [...new Set(reading.settings.map(({ role }) => role))];
  const defaults = embedded.defaults.flatMap(one => roles.map(role => ({ ...one, role })));
  return {
    ...reading,
    settings: reading.settings.map(one => ({
      ...one,
      ignored: ignored?.get(one.entry) ?? one.ignored,
      elsewhere: elsewhere?.has(one.entry) === true,
    })),
    unknownKeys: reading.unknownKeys.filter(({ entry }) => ignored?.has(entry) !== true && elsewhere?.has(entry) !== true),
    frameworkDefaults: [...reading.frameworkDefaults, ...defaults],
    facts: new Set([...reading.facts, ...embedded.facts]),
    nodes: embedded.nodes,
    kafkaVersion: embedded.kafkaVersion ?? reading.kafkaVersion,
  };
}

function diagnose(carried: readonly Carried[], context: AnalysisContext): readonly Diagnosis[] {
  const { options, onRuleFailure } = context;
  const configs = carried.flatMap(one => one.configs);
  const clusters = clustersOf(configs);
  const found = withVersionDoubt(runRules(rules, configs, clusters, onRuleFailure), carried, context);
  // a rule that is switched off hides nothing
  const wanted = found.filter(raw => options.severities[raw.rule.id] !== 'off');
  const places = placesIn(carried);
  return present(gatherInClusters(foldDevelopment(dropCovered(wanted), clusters, options), clusters), places, options, onRuleFailure);
}

function withVersionDoubt(found: readonly Raw[], carried: readonly Carried[], context: AnalysisContext): readonly Raw[] {
  const isDoubtful = ({ reading }: Carried): boolean => !judgedFor(reading, context.options).versionKnown;
  if (found.length === 0 || !carried.some(isDoubtful)) return found;
  const version = versionOf(olderLine);
  const configs = carried.flatMap(one =>
    isDoubtful(one)
      ? resolveConfigs(one.reading, one.document.problems, { ...judgedFor(one.reading, context.options), version })
      : one.configs,
  );
  const spoken = new Set<Rule>(found.map(raw => raw.rule));
  return markVersionDependent(found, runRules([...spoken], configs, clustersOf(configs), context.onRuleFailure), version);
}

function judgedFor(reading: Reading, { kafkaVersion, profile }: AnalysisOptions): Judged {
  const version = kafkaVersion ?? parseVersion(reading.kafkaVersion ?? '');
  return { version: version ?? versionOf(newestComplete), versionKnown: version !== undefined, profile };
}
