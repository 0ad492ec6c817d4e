import type { Random } from '../differential/random.js';

/** Conditions of documents, each with profiles under which it counts, and the name of the scope that Ackguard makes of it. */
export const conditions: readonly (readonly [written: string, profiles: string, scope: string])[] = [
  ['eu', 'eu', 'profile eu'],
  ['us', 'us', 'profile us'],
  ['"dev | test"', 'test', 'profile dev | test'],
  ['prod & de', 'prod,de', 'profile prod & de'],
  ['"(a | b) & c"', 'b,c', 'profile (a | b) & c'],
];

/** One key with its value: words between which a dot or a nesting may stand, those in brackets apart. */
export interface Line {
  readonly words: readonly string[];
  readonly value: string;
}

/** Lines of one key are one, however it is spelled. */
export function bare({ words }: Line): string {
  return words
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** A word in one of the spellings that Spring takes for it. */
export function spelled(random: Random, word: string): string {
  if (random.chance(0.75)) return word;
  return random.pick([
    word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    word.replaceAll('-', '_'),
    word.replaceAll('-', ''),
    word.toUpperCase(),
  ]);
}

/** One document in YAML: nested, dotted, and both. */
export function yamlText(random: Random, lines: readonly Line[], condition: string): string {
  const root: Tree = new Map();
  // it gets no placeholder
  const quoted = condition.replace(/^([^"].*)$/, '"$1"');
  if (quoted !== '') put(root, random, { words: ['spring', 'config', 'activate', 'on-profile'], value: quoted });
  for (const line of lines) put(root, random, line);
  return treeText(root, '', random);
}

type Tree = Map<string, Tree | string>;

function put(root: Tree, random: Random, { words, value }: Line): void {
  const keys: string[] = [];
  for (let rest = words; rest.length > 0;) {
    const together = rest.length === 1 || random.chance(0.9) ? 1 : random.chance(0.3) ? rest.length : 1 + random.below(rest.length - 1);
    keys.push(joinedKey(rest.slice(0, together)));
    rest = rest.slice(together);
  }
  const last = keys.pop() ?? '';
  if (!isFree(root, keys, last)) return;
  let tree = root;
  for (const key of keys) {
    const below = tree.get(key);
    const next: Tree = typeof below === 'object' ? below : new Map<string, Tree | string>();
    tree.set(key, next);
    tree = next;
  }
  tree.set(last, value);
}

function isFree(tree: Tree, keys: readonly string[], last: string): boolean {
  const [key, ...deeper] = keys;
  const below = tree.get(key ?? last);
  if (below === undefined) return true;
  return key !== undefined && typeof below === 'object' && isFree(below, deeper, last);
}

function joinedKey(words: readonly string[]): string {
  return words.reduce((key, word) => (key === '' || word.startsWith('[') ? key + word : `${key}.${word}`), '');
}

function treeText(tree: Tree, indent: string, random: Random): string {
  return [...tree]
    .map(([key, below]) => {
      const name = /^[\w.-]+$/.test(key) ? key : `"${key}"`;
      if (typeof below !== 'string' && random.chance(0.04)) return `${indent}${name}: ${flowText(below)}\n`;
      if (typeof below !== 'string') return `${indent}${name}:\n${treeText(below, `${indent}  `, random)}`;
      return `${indent}${name}: ${yamlValue(random, below)}\n`;
    })
    .join('');
}

function flowText(tree: Tree): string {
  const members = [...tree].map(([key, below]) => `"${key}": ${typeof below === 'string' ? flowValue(below) : flowText(below)}`);
  return `{ ${members.join(', ')} }`;
}

function flowValue(value: string): string {
  return /^["'[]/.test(value) || !/[,{}[\]:#]/.test(value) ? value : `"${value}"`;
}

function yamlValue(random: Random, value: string): string {
  if (/^["'[]/.test(value)) return value;
  if (random.chance(0.1)) return random.pick([`"${value}"`, `'${value}'`, `${value} # as always`, `\${NOBODY_SETS_THIS:${value}}`]);
  return value;
}

/** The second words of the keys that get a placeholder at times. */
const ofKafka: ReadonlySet<string> = new Set(['kafka', 'cloud']);

/** One document of a properties file. */
export function propertiesText(random: Random, lines: readonly Line[], condition: string): string {
  const head = condition === '' ? [] : [{ words: ['spring', 'config', 'activate', 'on-profile'], value: condition }];
  return [...head, ...lines]
    .flatMap(listItems)
    .map(({ words, value }) => {
      const plain = value.replace(/^"(.*)"$/, '$1');
      const shown = ofKafka.has(words[1] ?? '') && random.chance(0.07) ? `\${NOBODY_SETS_THIS:${plain}}` : plain;
      return `${joinedKey(words)}${random.pick(['=', '=', '=', ': ', ' = '])}${shown}\n`;
    })
    .join('');
}

/** A list has a key for each of its items. */
function listItems({ words, value }: Line): readonly Line[] {
  if (!value.startsWith('[')) return [{ words, value }];
  const items = value.slice(1, -1).split(', ');
  return items.map((item, i) => ({ words: [...words, `[${i}]`], value: item }));
}
