import type { Document, Entry, Place } from '../../syntax/syntax.js';
import type { Spelling } from '../carrier.js';
import { elementsOf, startsWith } from './names.js';

/**
 * Where keys of a Spring file are written, below each other from `spring` on: in the document of their neighbour, nested as that document
 * is. `fixed`: how many keys from the beginning on are written as the neighbour has them, where one line has them all.
 */
export function besideNeighbour(keys: readonly string[], document: Document, neighbour: Entry, fixed: number): Spelling {
  return document.syntax === 'properties' ? writeLine(keys, neighbour, fixed) : writeNested(keys, document, neighbour);
}

/** One dotted key, its beginning written as the neighbour's. */
function writeLine(keys: readonly string[], neighbour: Entry, fixed: number): Spelling {
  const start = elementsOf(neighbour.path)
    .slice(0, fixed)
    .map(({ text, bracketed }) => (bracketed ? `[${text}]` : text));
  return { place: { after: neighbour }, keys: [joinedKey([...start, ...keys.slice(fixed)])] };
}

/** Keys in one line; a name in brackets has no dot before it. */
export function joinedKey(keys: readonly string[]): string {
  return keys.join('.').replace(/\.\[/g, '[');
}

/** In YAML: below the deepest mapping that is on the way to the key, in the neighbour's document. */
function writeNested(keys: readonly string[], document: Document, neighbour: Entry): Spelling {
  const way = keys.map(text => ({ text, bracketed: false }));
  let place: Place = { atEnd: true };
  let depth = 0;
  for (const section of document.sections.filter(one => one.part === neighbour.part)) {
    const names = elementsOf(section.path).map(element => element.text);
    if (names.length < depth || names.length >= keys.length || !startsWith(way, names)) continue;
    place = neighbour.section === section ? { after: neighbour } : { in: section };
    depth = names.length;
  }
  const rest = keys.slice(depth);
  return { place, keys: depth === 0 && 'after' in place ? [rest.join('.')] : rest };
}
