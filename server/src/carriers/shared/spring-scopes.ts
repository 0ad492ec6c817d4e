import type { Scope } from '../../config/setting.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { elementsOf, mayBeSpring, relaxed, startsWith } from './names.js';

/** Which part of a file an entry is in, and which scope each part belongs to. */
export interface Parts {
  /** The base of all others first. */
  readonly scopes: readonly [Scope, ...Scope[]];
  readonly partOf: (entry: Entry) => number;
  readonly scopeOf: (entry: Entry) => Scope;
}

/**
 * Splits a Spring file into its documents (`---`, or `#---` in `.properties`) and gives each its scope: documents without a condition
 * are one base, a document with a profile or a cloud platform, or a file with a profile, inherits from it.
 */
export function splitParts(document: Document, path: string): Parts {
  const parts = document.syntax === 'properties' ? propertiesParts(document) : undefined;
  const partOf = (entry: Entry): number => parts?.get(entry) ?? entry.part;

  const fileProfile = /(?:^|\/)(?:application|bootstrap)-([^/]+)\.(?:ya?ml|properties)$/i.exec(path)?.[1];
  const { conditions, imports } = readConditions(document, partOf);
  const base: Scope = fileProfile
    ? { name: `profile ${fileProfile}`, base: undefined, complete: false, development: isDevelopmentProfile(fileProfile) }
    : { name: 'file', base: undefined, complete: !imports, development: false };

  const named = new Map([...conditions.values()].map(condition => [nameOf(condition), scopeOf(condition, base)]));
  const scopeIn = (part: number): Scope => {
    const condition = conditions.get(part);
    return (condition && named.get(nameOf(condition))) ?? base;
  };
  return { scopes: [base, ...named.values()], partOf, scopeOf: entry => scopeIn(partOf(entry)) };
}

/** When a document counts: for a profile expression, of which a list means any item, or on a cloud platform, or both. */
interface Condition {
  readonly profile?: string;
  readonly platform?: string;
}

/** The conditions of the parts that have any, and whether the file imports others, in which anything may be set. */
function readConditions(document: Document, partOf: (entry: Entry) => number): { conditions: Map<number, Condition>; imports: boolean } {
  const conditions = new Map<number, Condition>();
  let imports = false;
  for (const entry of document.entries) {
    if (!mayBeSpring(entry.path)) continue;
    const kind = kindOf(entry);
    if (kind === 'import') imports = true;
    if (kind === undefined || kind === 'import') continue;
    const part = partOf(entry);
    const condition = conditions.get(part);
    const before = condition?.[kind];
    const value = entry.value.trim();
    conditions.set(part, { ...condition, [kind]: before === undefined ? value : `${before}, ${value}` });
  }
  return { conditions, imports };
}

/** Parts with equal conditions form one scope. */
function nameOf({ profile, platform }: Condition): string {
  return [...(profile === undefined ? [] : [`profile ${profile}`]), ...(platform === undefined ? [] : [`platform ${platform}`])].join(
    ' on ',
  );
}

function scopeOf(condition: Condition, base: Scope): Scope {
  const { profile = '' } = condition;
  return { name: nameOf(condition), base, complete: base.complete, development: base.development || isDevelopmentProfile(profile) };
}

/** `spring.profiles` is the spelling before Spring Boot 2.4. */
function kindOf(entry: Entry): 'profile' | 'platform' | 'import' | undefined {
  const elements = elementsOf(entry.path);
  const [, second, third] = elements;
  if (second && relaxed(second.text) === 'profiles') return elements.length === 2 || third?.bracketed === true ? 'profile' : undefined;
  if (!startsWith(elements, ['spring', 'config'])) return undefined;
  if (startsWith(elements.slice(2), ['import'])) return 'import';
  if (startsWith(elements.slice(2), ['activate', 'on-profile']) && elements.length <= 5) return 'profile';
  return startsWith(elements.slice(2), ['activate', 'on-cloud-platform']) ? 'platform' : undefined;
}

/** Every alternative of the profile expression is made for development: `dev`, `local | test`, `dev-eu`; never `!dev`. */
export function isDevelopmentProfile(expression: string): boolean {
  if (expression.includes('!')) return false;
  const names = expression.split(/[\s,|&()[\]]+/).filter(name => name !== '');
  return (
    names.length > 0 &&
    names.every(name => /(^|[-_])(dev|develop|development|test|tests|testing|local)([-_]|$)/i.test(name) && !/prod/i.test(name))
  );
}

/** The 0-based number of the document in which each entry of a `.properties` file is. */
function propertiesParts(document: Document): ReadonlyMap<Entry, number> {
  const separators = propertiesSeparators(document);
  let part = 0;
  return new Map(
    document.entries.map(entry => {
      while ((separators[part] ?? Infinity) < entry.span.start) part++;
      return [entry, part];
    }),
  );
}

/**
 * Offsets of the `#---` and `!---` lines that split a `.properties` file: written from the first column, not directly below another
 * comment of the same sign, and not followed by a comment before the first key of the new document.
 * Source: org.springframework.boot.env.OriginTrackedPropertiesLoader.
 */
function propertiesSeparators({ text, comments, entries }: Document): readonly number[] {
  const separators: number[] = [];
  let sign = '';
  let end = 0;
  let keys = 0;
  for (const comment of comments) {
    const written = text.slice(comment.start, comment.end);
    const first = written.slice(0, 1);
    if (!/^(\r\n|\r|\n)[ \t\f]*$/.test(text.slice(end, comment.start))) sign = '';
    end = comment.end;
    while ((entries[keys]?.span.start ?? Infinity) < comment.start) keys++;
    if (first !== sign && /^.---[ \t\f]*$/.test(written) && isLineStart(text, comment.start)) {
      separators.push(comment.start);
    } else {
      sign = first;
      const lastKey = entries[keys - 1]?.span.start ?? Infinity;
      while ((separators.at(-1) ?? 0) > lastKey) separators.pop();
    }
  }
  return separators;
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n' || text[offset - 1] === '\r';
}
