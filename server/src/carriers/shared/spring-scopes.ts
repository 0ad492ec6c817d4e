import type { Scope } from '../../config/setting.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { elementsOf, mayBeSpring, startsWith } from './names.js';

/** Which part of a file an entry is in, and which scope each part belongs to. */
export interface Parts {
  readonly scopes: readonly Scope[];
  readonly partOf: (entry: Entry) => number;
  readonly scopeOf: (entry: Entry) => Scope;
}

/**
 * Splits a Spring file into its documents (`---`, or `#---` in `.properties`) and gives each its scope: documents without a profile
 * are one base, a document or a file with a profile inherits from it.
 */
export function splitParts(document: Document, path: string): Parts {
  const parts = document.syntax === 'properties' ? propertiesParts(document) : undefined;
  const partOf = (entry: Entry): number => parts?.get(entry) ?? entry.part;

  const fileProfile = /(?:^|\/)(?:application|bootstrap)-([^/]+)\.(?:ya?ml|properties)$/i.exec(path)?.[1];
  const base: Scope = fileProfile
    ? { name: `profile ${fileProfile}`, base: undefined, complete: false, development: isDevelopmentProfile(fileProfile) }
    : { name: 'file', base: undefined, complete: true, development: false };

  const profiles = profilesByPart(document, partOf);
  const named = new Map([...new Set(profiles.values())].map(profile => [profile, scopeOf(profile, base)]));
  const scopeIn = (part: number): Scope => named.get(profiles.get(part) ?? '') ?? base;
  return { scopes: [base, ...named.values()], partOf, scopeOf: entry => scopeIn(partOf(entry)) };
}

/** The profile expression of each part that has one; a list means any of its items. Parts with equal expressions form one scope. */
function profilesByPart(document: Document, partOf: (entry: Entry) => number): ReadonlyMap<number, string> {
  const profiles = new Map<number, string>();
  for (const entry of document.entries) {
    if (!mayBeSpring(entry.path)) continue;
    const part = partOf(entry);
    const before = profiles.get(part);
    if (isProfileKey(entry)) profiles.set(part, before === undefined ? entry.value.trim() : `${before}, ${entry.value.trim()}`);
  }
  return profiles;
}

function scopeOf(profile: string, base: Scope): Scope {
  return { name: `profile ${profile}`, base, complete: base.complete, development: base.development || isDevelopmentProfile(profile) };
}

/** `spring.profiles` is the spelling before Spring Boot 2.4. */
function isProfileKey(entry: Entry): boolean {
  const elements = elementsOf(entry.path);
  return (
    (startsWith(elements, ['spring', 'config', 'activate', 'on-profile']) && elements.length <= 5) ||
    (startsWith(elements, ['spring', 'profiles']) && (elements.length === 2 || elements[2]?.bracketed === true))
  );
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
