import type { Scope } from '../config/setting.js';
import type { Document, Entry } from '../syntax/syntax.js';
import { elementsOf, startsWith } from './spring-boot-names.js';

/** Which part of a file an entry is in, and which scope each part belongs to. */
export interface Parts {
  readonly scopes: readonly Scope[];
  partOf(entry: Entry): number;
  scopeOf(entry: Entry): Scope;
}

/**
 * Splits a Spring file into its documents (`---`, or `#---` in `.properties`) and gives each its scope: documents without a profile
 * are one base, a document or a file with a profile inherits from it.
 */
export function splitParts(document: Document, path: string): Parts {
  const separators = document.syntax === 'properties' ? propertiesSeparators(document) : [];
  const partOf = (entry: Entry): number =>
    document.syntax === 'properties' ? separators.filter(offset => offset < entry.span.start).length : entry.part;

  const fileProfile = /(?:^|\/)(?:application|bootstrap)-([^/]+)\.(?:ya?ml|properties)$/i.exec(path)?.[1];
  const base: Scope = fileProfile
    ? { name: `profile ${fileProfile}`, base: undefined, complete: false, development: isDevelopmentProfile(fileProfile) }
    : { name: 'file', base: undefined, complete: true, development: false };

  const byPart = new Map<number, Scope>();
  for (const entry of document.entries) {
    if (!isProfileKey(entry)) continue;
    const profile = entry.value.trim();
    const development = base.development || isDevelopmentProfile(profile);
    byPart.set(partOf(entry), { name: `profile ${profile}`, base, complete: base.complete, development });
  }
  return { scopes: [base, ...byPart.values()], partOf, scopeOf: entry => byPart.get(partOf(entry)) ?? base };
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
function isDevelopmentProfile(expression: string): boolean {
  if (expression.includes('!')) return false;
  const names = expression.split(/[\s,|&()[\]]+/).filter(name => name !== '');
  return names.length > 0 && names.every(name => /(^|[-_])(dev|develop|development|test|tests|testing|local)([-_]|$)/i.test(name) && !/prod/i.test(name));
}

/**
 * Offsets of `#---` and `!---` lines that split a `.properties` file: written from the first column, and no comment of the same
 * sign directly above or below. Source: org.springframework.boot.env.OriginTrackedPropertiesLoader.
 */
function propertiesSeparators(document: Document): readonly number[] {
  const { text, comments } = document;
  const isSeparator = (at: number): boolean => /^[#!]---[ \t\f]*$/.test(text.slice(comments[at]?.start, comments[at]?.end)) && isLineStart(text, comments[at]?.start ?? 0);
  return comments.flatMap((comment, at) => {
    if (!isSeparator(at)) return [];
    const sign = text[comment.start];
    const touchesComment = [comments[at - 1], comments[at + 1]].some(other => {
      if (!other || text[other.start] !== sign) return false;
      const between = other.start < comment.start ? text.slice(other.end, comment.start) : text.slice(comment.end, other.start);
      return /^(\r\n|\r|\n)$/.test(between);
    });
    return touchesComment ? [] : [comment.start];
  });
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n' || text[offset - 1] === '\r';
}
