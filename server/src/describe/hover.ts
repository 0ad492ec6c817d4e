import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { isSensitive, type Property } from '../kafka/property.js';
import { recommendedValue } from '../kafka/recommended.js';
import type { KafkaVersion } from '../kafka/version.js';
import type { Rule } from '../rules/rule.js';
import type { MeasuredScenario } from './evidence.js';
import { measuredScenarios } from './evidence-data.js';
import { measuredSentences } from './evidence-words.js';
import { docsUrl } from './links.js';
import { absentWords, code, defaultWords, historyWords, meaningSentence, ownerWords, typeWords, updateWords } from './property.js';
import { shorten, shownName, shownValue } from './values.js';

/** A finding as a hover explains it. */
export interface Explained {
  readonly rule: Rule;
  readonly message: string;
}

/** Everything to know about a setting where it stands, as Markdown: meaning, type, defaults, what is in force, what can be lost. */
export function settingHover(
  setting: Setting,
  config: EffectiveConfig,
  explained: readonly Explained[],
  scenarios: readonly MeasuredScenario[] = measuredScenarios,
): string {
  const property = config.property(setting.property);
  const parts = [`**${shownName(setting.property)}** (${whose(config)})`];
  if (property) parts.push(...propertyParts(property, config.version));
  parts.push(forceWords(setting, config, property));
  const seen = new Set<string>();
  for (const { rule, message } of explained) {
    const why = seen.has(rule.id) ? '' : `${measuredWords(rule, scenarios)}${reasonWords(rule)}`;
    seen.add(rule.id);
    parts.push(`---\n**${rule.id}**: ${message}${why}${linkWords(rule)}`);
  }
  return parts.join('\n\n');
}

/** What a property is, for a key that is not written yet. */
export function propertyDocumentation(property: Property, version: KafkaVersion): string {
  return propertyParts(property, version).join('\n\n');
}

function propertyParts(property: Property, version: KafkaVersion): readonly string[] {
  const meaning = meaningSentence(property);
  const absent = absentWords(property, version);
  const recommended = recommendedValue(property.role, property.name);
  const update = updateWords(property, version);
  const facts = [
    `Type: ${typeWords(property, version)}`,
    `Default: ${historyWords(property)}`,
    ...(recommended === undefined ? [] : [`Recommended: ${code(recommended)}`]),
    ...(update === undefined ? [] : [`Can be changed while the broker runs: ${update}`]),
  ];
  const known = property.defaults.length === 0 ? facts.slice(0, 1) : facts;
  return [
    ...(meaning === undefined ? [] : [meaning]),
    known.map(fact => `- ${fact}`).join('\n'),
    ...(absent === undefined ? [] : [absent]),
  ];
}

/** The role, and which of several where the file names them: `producer, channel orders`. */
function whose({ role, scope }: EffectiveConfig): string {
  return scope.name === 'file' ? role : `${role}, ${scope.name}`;
}

/** Which value holds here and where it comes from. */
function forceWords(setting: Setting, config: EffectiveConfig, property: Property | undefined): string {
  if (config.ignored.includes(setting)) return 'This line has no effect here.';
  const effective = config.effective(setting.property);
  const winner = config.explicit(setting.property);
  if (winner && winner !== setting)
    return `This line has no effect: the value in force is ${code(shownValue(winner, property))}, set elsewhere in this file.`;
  if (!effective) return 'In force here: a value that is known only at run time.';
  const value = isSensitive(setting.property, property?.type) ? '(hidden)' : code(shorten(effective.text));
  const placeholder = setting.value.known && setting.value.placeholder ? ', the default in the placeholder' : '';
  return `In force here: ${value}, set by this line${placeholder}${property ? comparedWords(effective.text, property, config) : ''}.`;
}

/** What would hold without the line, be it the framework's own value or Kafka's. */
function comparedWords(text: string, property: Property, config: EffectiveConfig): string {
  const otherwise = config.fallback(property.name);
  if (otherwise?.origin === 'framework') {
    const same = otherwise.text === text;
    return same
      ? `, which ${config.framework} sets by itself`
      : `, instead of ${code(shorten(otherwise.text))}, which ${config.framework} sets by itself`;
  }
  const byDefault = config.kafkaDefault(property.name);
  // an attribute of a framework has none that Kafka knows
  if (property.defaults.length === 0) return '';
  const owner = ownerWords(property, config.version);
  if (byDefault.kind === 'value' && byDefault.text === text) return `, which is also the default in ${owner}`;
  return `, instead of ${defaultWords(property, byDefault)} by default in ${owner}`;
}

/** Stands before the reason: a hover shows little without scrolling, and nothing convinces like a count. */
function measuredWords({ docs }: Rule, scenarios: readonly MeasuredScenario[]): string {
  return measuredSentences(docs.evidence ?? [], scenarios, 'markdown')
    .map(sentence => `\n\n*Measured:* ${sentence}`)
    .join('');
}

function reasonWords({ docs }: Rule): string {
  const missing = docs.notReproduced === undefined ? '' : `\n\n*Not reproduced:* ${docs.notReproduced}`;
  return `\n\n${docs.why}${missing}\n\n*What to do:* ${docs.remedy}`;
}

function linkWords(rule: Rule): string {
  const url = docsUrl(rule);
  return url === undefined ? '' : `\n\n[More about ${rule.id}](${url})`;
}
