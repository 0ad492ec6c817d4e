import { existsIn, knownNames, lastLine, newestComplete, rolesKnowing } from '../kafka/catalogue/catalogue.js';
import { editDistance } from '../kafka/edit-distance.js';
import { attributes, propertyNamed } from '../kafka/frameworks/frameworks.js';
import type { Property } from '../kafka/property.js';
import { recommendedValue } from '../kafka/recommended.js';
import { parseVersion, type KafkaVersion } from '../kafka/version.js';
import { rules } from '../rules/registry.js';
import type { Rule } from '../rules/rule.js';
import { measuredScenarios } from './evidence-data.js';
import { measuredSentences } from './evidence-words.js';
import { historyWords, meaningSentence, typeWords } from './property.js';

/** A text without markup: a heading, and sections of paragraphs. */
export interface Explanation {
  readonly heading: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** What `ackguard explain` says of the id of a rule or the name of a property; undefined where it is neither. */
export function explain(name: string): Explanation | undefined {
  const rule = rules.find(one => one.id === name);
  return rule ? explainRule(rule) : explainProperty(name);
}

function explainRule({ id, roles, severity, docs }: Rule): Explanation {
  const measured = [
    ...measuredSentences(docs.evidence ?? [], measuredScenarios, 'plain'),
    ...(docs.notReproduced === undefined ? [] : [`Not reproduced: ${docs.notReproduced}`]),
  ];
  const sections = [
    { title: 'Why', paragraphs: [docs.why] },
    { title: 'What to do', paragraphs: [docs.remedy] },
    { title: 'When it is no problem', paragraphs: [docs.falsePositives] },
    { title: 'Measured', paragraphs: measured },
    { title: 'References', paragraphs: docs.references },
  ];
  return {
    heading: `${id} (${roles.join(', ')}; ${severity}): ${docs.summary}.`,
    sections: sections.filter(({ paragraphs }) => paragraphs.length > 0),
  };
}

/** Roles that say the same of a property share a section; first come those for which somebody has written what it means. */
function explainProperty(name: string): Explanation | undefined {
  const roles = [...new Set([...rolesKnowing(name), ...attributes.filter(one => one.name === name).map(one => one.role)])];
  const properties = roles.flatMap(role => propertyNamed(role, name) ?? []);
  if (properties.length === 0) return undefined;
  const rolesOf = new Map<string, { readonly roles: string[]; readonly paragraphs: readonly string[] }>();
  const isDescribed = (property: Property): boolean => meaningSentence(property) !== undefined;
  for (const property of [...properties.filter(isDescribed), ...properties.filter(one => !isDescribed(one))]) {
    const paragraphs = propertyParagraphs(property);
    const known = rolesOf.get(paragraphs.join('\n'));
    if (known) known.roles.push(property.role);
    else rolesOf.set(paragraphs.join('\n'), { roles: [property.role], paragraphs });
  }
  return { heading: name, sections: [...rolesOf.values()].map(one => ({ title: one.roles.join(', '), paragraphs: one.paragraphs })) };
}

function propertyParagraphs(property: Property): readonly string[] {
  const recommended = recommendedValue(property.role, property.name);
  const readers = rules.filter(rule => rule.reads.includes(property.name) && rule.roles.includes(property.role)).map(rule => rule.id);
  const meaning = meaningSentence(property);
  return [
    ...(meaning === undefined ? [] : [meaning]),
    `Type: ${withoutTicks(typeWords(property, versionToShow(property)))}`,
    ...(property.defaults.length === 0 ? [] : [`Default: ${withoutTicks(historyWords(property))}`]),
    ...(recommended === undefined ? [] : [`Recommended: ${recommended}`]),
    ...traitWords(property),
    ...(readers.length === 0 ? [] : [`Rules that read it: ${readers.join(', ')}`]),
  ];
}

function traitWords({ brokerSynonym, deprecatedSince, internal, defaults }: Property): readonly string[] {
  return [
    ...(brokerSynonym === undefined ? [] : [`A topic without a value of its own takes the broker's ${brokerSynonym}.`]),
    ...(deprecatedSince === undefined ? [] : [`Deprecated since Kafka ${deprecatedSince}.`]),
    ...(internal !== undefined && internal.at(-1)?.to === defaults.at(-1)?.to
      ? ['Internal: Kafka reads it and does not document it.']
      : []),
  ];
}

/** The newest complete version, or where that does not know the property, the last that does. */
function versionToShow(property: Property): KafkaVersion {
  const [newest, last] = [parseVersion(newestComplete), parseVersion(lastLine(property) ?? newestComplete)];
  if (!newest || !last) throw new Error(`The catalogue has a version that is none: ${lastLine(property) ?? newestComplete}.`);
  return existsIn(property, newest) ? newest : last;
}

/** The words of Markdown code as a command line shows them. */
function withoutTicks(markdown: string): string {
  return markdown.replace(/(`+) ?([^]*?) ?\1/g, '$2');
}

const mostNames = 5;
const longestName = 100;

/** The rules and properties that a wrong name may stand for, the nearest first: few slips away, or one name ends or is in the other. */
export function nearestNames(name: string): readonly string[] {
  const wanted = name.toLowerCase();
  if (wanted === '' || wanted.length > longestName) return [];
  const known = [...new Set([...rules.map(rule => rule.id), ...knownNames(), ...attributes.map(one => one.name)])];
  const dotted = wanted.replaceAll('-', '.');
  const near = known.map(one => ({
    one,
    distance: editDistance(wanted, one),
    // `spring.kafka.consumer.auto-offset-reset` ends like the property that it sets
    related: (wanted.length >= 3 && one.includes(wanted)) || dotted.endsWith(`.${one}`),
  }));
  return near
    .filter(({ distance, related }) => related || distance <= Math.min(3, wanted.length / 2))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostNames)
    .map(({ one }) => one);
}
