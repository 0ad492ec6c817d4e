import { wantedNames } from '../src/analysis/choose.js';
import { carriers as known } from '../src/carriers/registry.js';
import type { MeasuredScenario } from '../src/describe/evidence.js';
import type { Example, Rule } from '../src/rules/rule.js';
import { everyRole } from '../src/rules/shared/roles.js';
import { syntaxOf } from '../src/syntax/registry.js';
import { measuredSection } from './evidence.js';

/** The page of one rule, as shipped in the extension. */
export function rulePage(rule: Rule, scenarios: readonly MeasuredScenario[]): string {
  const { docs, examples } = rule;
  const dagger = rule.foldsInDevelopment === true ? ['In a development cluster this is folded into `single-node-cluster`.', ''] : [];
  return [
    `# ${rule.id}`,
    '',
    `${docs.summary}. Roles: ${rolesOf(rule)}. Severity: ${rule.severity}, unless a case below says otherwise.`,
    '',
    ...dagger,
    '## Why',
    '',
    docs.why,
    '',
    ...measuredSection(rule, scenarios),
    '## What to do',
    '',
    docs.remedy,
    '',
    '## When it is no problem',
    '',
    docs.falsePositives,
    '',
    '## Examples',
    '',
    ...exampleLines('Reported', examples.bad),
    ...exampleLines('Not reported', examples.good),
    '## References',
    '',
    ...docs.references.map(reference => `* ${reference}`),
    '',
    `Severity can be set by \`ackguard.rules.${rule.id}\`.`,
    '',
  ].join('\n');
}

/** Fifteen names say less than one word. */
function rolesOf({ roles }: Rule): string {
  return everyRole.every(role => roles.includes(role)) ? 'all' : roles.join(', ');
}

function exampleLines(title: string, examples: readonly Example[]): readonly string[] {
  return examples.flatMap(example => {
    const language = ('file' in example ? syntaxOf(example.file, undefined)?.id : undefined) ?? 'properties';
    const text = 'file' in example ? visible(example.text) : example.settings;
    return [`${title} (${circumstancesOf(example)}):`, '', `\`\`\`${language}`, text, '```', ''];
  });
}

/** A byte order mark is nothing to see, so the page names it. */
function visible(text: string): string {
  return text.replace('\ufeff', '<BOM>').replace(/\n$/, '');
}

function circumstancesOf(example: Example): string {
  const { role, version, profile } = example;
  const where =
    'file' in example ? [example.file] : (example.carriers ?? []).map(id => known.find(carrier => carrier.id === id)?.title ?? id);
  return [
    role,
    ...(version === undefined ? [] : [`Kafka ${version}`]),
    ...(profile === undefined ? [] : [`profile ${profile}`]),
    ...where,
  ].join(', ');
}

/** The README's table of rules. */
export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    rule => `| [\`${rule.id}\`](server/docs/rules/${rule.id}.md) | ${rolesOf(rule)} | ${rule.severity} | ${rule.docs.summary} |`,
  );
  return ['| Rule | Role | Severity | What is reported |', '|---|---|---|---|', ...rows, ''].join('\n');
}

/** package.json with one severity setting for each rule; everything else stays. */
export function settingsOf(packageJson: string, rules: readonly Rule[]): string {
  const manifest = JSON.parse(packageJson) as { contributes: { configuration: { properties: Record<string, unknown> } } };
  const { properties } = manifest.contributes.configuration;
  const others = Object.entries(properties).filter(([name]) => !name.startsWith('ackguard.rules.') && name !== 'ackguard.files');
  const files = {
    type: 'object',
    default: {},
    additionalProperties: { type: 'string', enum: ['off', ...wantedNames()] },
    markdownDescription:
      'What files are, where their content does not say it: a glob such as `**/deploy/*.properties`, and a carrier, a role, or `off`. Of several globs that fit a file the last one holds.',
    scope: 'resource',
  };
  const severities = rules.map(rule => [
    `ackguard.rules.${rule.id}`,
    {
      type: 'string',
      enum: ['default', 'off', 'hint', 'information', 'warning', 'error'],
      default: 'default',
      description: `${rule.docs.summary}. Usually: ${rule.severity}.`,
      scope: 'resource',
    },
  ]);
  manifest.contributes.configuration.properties = Object.fromEntries([...others, ['ackguard.files', files], ...severities]) as Record<
    string,
    unknown
  >;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
