import { resolveValue } from '../../config/placeholder.js';
import type { Scope, SettingValue } from '../../config/setting.js';
import type { Document, PathSegment } from '../../syntax/syntax.js';
import { relaxed, splitName, type Element } from './names.js';
import type { Parts } from './spring-scopes.js';

/** Nobody configures longer values, and keys that name each other twice could grow without end. */
const longest = 10_000;

/** Whether the file sets a key, and the value if no other profile decides about it. */
type Lookup = (name: string) => { readonly text: string | undefined } | undefined;

/** Reads values of one Spring file, in which `${…}` may name another key of the same file. `scope`: where the value is written. */
export type SpringValues = (text: string, scope: Scope) => SettingValue;

/** What one key is set to, in the order of the file. */
type Definitions = readonly { readonly text: string; readonly scope: Scope }[];

export function springValues(document: Document, parts: Parts): SpringValues {
  let definitions: ((name: string) => Definitions) | undefined;
  const lookups = new Map<Scope, Lookup>();
  return (text, scope) => {
    if (!text.includes('${') || text.length > longest) return resolveValue(text, 'spring');
    definitions ??= definitionsIn(document, parts);
    const lookup = lookups.get(scope) ?? lookupFrom(scope, definitions);
    lookups.set(scope, lookup);
    return resolveValue(expanded(text, lookup), 'spring');
  };
}

/**
 * Spring's environment finds a key by its canonical name in every spelling, and by another name only as it is written.
 * Source: ConfigurationPropertySourcesPropertySource, ConfigurationPropertyName.
 */
function definitionsIn({ entries }: Document, { scopeOf }: Parts): (name: string) => Definitions {
  const exact = new Map<string, Definitions[number][]>();
  const canonical = new Map<string, Definitions[number][]>();
  for (const entry of entries) {
    const definition = { text: entry.value, scope: scopeOf(entry) };
    const name = flattened(entry.path);
    add(exact, name, definition);
    add(canonical, relaxedName(splitName(name)), definition);
  }
  return name => (/^[a-z0-9.[\]-]+$/.test(name) ? canonical.get(relaxedName(splitName(name))) : exact.get(name)) ?? [];
}

function add<T>(found: Map<string, T[]>, name: string, one: T): void {
  const before = found.get(name);
  if (before) before.push(one);
  else found.set(name, [one]);
}

/** As seen from a scope: what a profile says that may be active beside it leaves the value open, and so does what names itself. */
function lookupFrom(scope: Scope, definitions: (name: string) => Definitions): Lookup {
  const known = new Map<string, { text: string | undefined } | undefined>();
  const lookup: Lookup = name => {
    if (known.has(name)) return known.get(name);
    const found = definitions(name);
    const last = found.at(-1);
    if (!last) return undefined;
    known.set(name, { text: undefined });
    const open = found.some(one => one.scope !== scope && one.scope !== scope.base);
    const text = open ? undefined : expanded(last.text, lookup);
    known.set(name, { text: text === undefined || text.length > longest ? undefined : text });
    return known.get(name);
  };
  return lookup;
}

/** References to keys of the file replaced; what only the environment knows stays. */
function expanded(text: string, lookup: Lookup): string {
  let result = '';
  let from = 0;
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', from)) {
    const end = closing(text, start);
    if (end < 0) break;
    result += text.slice(from, start) + replaced(expanded(text.slice(start + 2, end), lookup), lookup);
    from = end + 1;
  }
  return result + text.slice(from);
}

/** What a placeholder becomes; a value that is not known leaves no default either. */
function replaced(inner: string, lookup: Lookup): string {
  const name = inner.replace(/:.*$/s, '');
  const found = lookup(name);
  return found ? (found.text ?? `\${${name}}`) : `\${${inner}}`;
}

/** The place of the brace that closes the placeholder; negative where there is none. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start + 2; at < text.length; at++) {
    if (text.startsWith('${', at)) depth++;
    else if (text[at] === '}' && depth-- === 0) return at;
  }
  return -1;
}

/** The key as Spring's loader writes it: `servers[0].name`. */
export function flattened(path: readonly PathSegment[]): string {
  return path.reduce((name, segment) => {
    if (segment.kind === 'item') return `${name}[${segment.index}]`;
    return name === '' || segment.text.startsWith('[') ? name + segment.text : `${name}.${segment.text}`;
  }, '');
}

function relaxedName(elements: readonly Element[]): string {
  return elements.map(({ text }) => relaxed(text)).join('.');
}
