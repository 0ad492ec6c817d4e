import { analyze, type Analysis, type AnalysisContext } from '../src/analysis/analyze.js';
import { fixesOf } from '../src/analysis/fixes.js';
import { defaultOptions } from '../src/analysis/options.js';
import { carriers } from '../src/carriers/registry.js';
import { embedders } from '../src/embedded/registry.js';
import { propertiesOf } from '../src/kafka/catalogue/catalogue.js';
import { attributes } from '../src/kafka/frameworks/frameworks.js';
import type { Role } from '../src/kafka/property.js';
import { parseVersion } from '../src/kafka/version.js';
import { rules } from '../src/rules/registry.js';
import type { Rule, SettingsExample } from '../src/rules/rule.js';
import { analyzeText } from '../src/service/analyzed.js';
import { completionsOf } from '../src/service/completion.js';
import { hoverOf } from '../src/service/hover.js';
import { applyEdits } from '../src/text/edit.js';
import { openSample } from './samples/open.js';
import { renderExample, type Rendered } from './samples/render.js';
import type { Sample } from './samples/sample.js';
import { writeInto } from './samples/write.js';

export const features = [
  'diagnostics',
  'fix that replaces',
  'fix that inserts',
  'hover',
  'completion of keys',
  'completion of values',
] as const;
export type Feature = (typeof features)[number];

const context: AnalysisContext = {
  options: defaultOptions,
  onRuleFailure: (id, error) => {
    throw new Error(`Rule ${id} failed.`, { cause: error });
  },
};

/** What the editor can do in a file of this carrier, found out by doing it in the sample. */
export function featuresOf(sample: Sample): ReadonlySet<Feature> {
  const found = new Set<Feature>();
  for (const [rule, example, rendered] of examplesFor(sample)) {
    tryExample(sample, rule, example, rendered, found);
    if (['diagnostics', 'fix that replaces', 'fix that inserts'].every(one => found.has(one as Feature))) break;
  }
  for (const { name } of [...propertiesOf(sample.role), ...attributes.filter(({ role }) => role === sample.role)]) {
    tryCursor(sample, name, found);
    if (['hover', 'completion of keys', 'completion of values'].every(one => found.has(one as Feature))) break;
  }
  return found;
}

function* examplesFor(sample: Sample): Iterable<readonly [Rule, SettingsExample, Rendered]> {
  for (const rule of rules) {
    for (const example of rule.examples.bad) {
      const rendered = 'file' in example || example.profile !== undefined ? undefined : renderExample(sample, example);
      if (!('file' in example) && rendered) yield [rule, example, rendered];
    }
  }
}

function tryExample({ role }: Sample, rule: Rule, { version }: SettingsExample, { path, text }: Rendered, found: Set<Feature>): void {
  const kafkaVersion = version === undefined ? undefined : parseVersion(version);
  const read = (now: string): Analysis => analyze({ path, text: now }, { ...context, options: { ...defaultOptions, kafkaVersion } });
  const analysis = read(text);
  const diagnosis = analysis.diagnoses.find(one => one.rule === rule && one.config.role === role);
  if (!diagnosis) return;
  found.add('diagnostics');
  for (const fix of fixesOf(diagnosis, analysis)) {
    const mended = read(applyEdits(text, fix.edits)).diagnoses.filter(one => one.rule === rule);
    if (mended.length < analysis.diagnoses.filter(one => one.rule === rule).length)
      found.add(fix.addsKey ? 'fix that inserts' : 'fix that replaces');
  }
}

function tryCursor(sample: Sample, property: string, found: Set<Feature>): void {
  const text = writeInto(sample, property, 'true');
  if (text === undefined) return;
  const open = (now: string) => analyzeText({ uri: `file:///${sample.path}`, languageId: '', text: now }, context);
  const analyzed = open(text);
  const { reading, outerSpan } = openSample({ ...sample, text });
  const setting = reading.settings.find(
    one => one.property === property && one.role === sample.role && one.value.known && one.value.text === 'true',
  );
  if (!setting) return;
  const entry = {
    keySpan: outerSpan(setting.entry.keySpan),
    valueSpan: outerSpan(setting.entry.valueSpan),
    span: outerSpan(setting.entry.span),
  };
  if (hoverOf(analyzed, analyzed.lines.positionAt(entry.keySpan.start))) found.add('hover');
  if (completionsOf(analyzed, analyzed.lines.positionAt(entry.valueSpan.end)).length > 0) found.add('completion of values');
  const key = text.slice(entry.keySpan.start, entry.keySpan.end);
  // a key of JSON is typed between quotes
  const quoted = key.startsWith('"');
  const typed = open(text.slice(0, entry.span.start) + (quoted ? '""' : '') + text.slice(entry.span.end));
  const items = completionsOf(typed, typed.lines.positionAt(entry.span.start + (quoted ? 1 : 0)));
  if (items.some(({ textEdit }) => textEdit?.newText.includes(key.replaceAll('"', '')))) found.add('completion of keys');
}

/** The features that some sample of each carrier or embedder has, by its id. */
export function featuresById(samples: readonly Sample[]): ReadonlyMap<string, ReadonlySet<Feature>> {
  const ids = [...carriers, ...embedders].map(({ id }) => id);
  return new Map(ids.map(id => [id, new Set(samples.filter(one => readerOf(one) === id).flatMap(one => [...featuresOf(one)]))]));
}

/** Who reads the file of a sample: its carrier, or the format that the carrier's configuration stands in. */
export function readerOf({ carrier, embedder }: Sample): string {
  return embedder ?? carrier;
}

/** The roles that have a sample of the carrier. */
export function rolesIn(samples: readonly Sample[], id: string): readonly Role[] {
  return [...new Set(samples.filter(one => readerOf(one) === id).map(({ role }) => role))];
}
