import type { Document, Entry } from '../../syntax/syntax.js';
import { wordedKeys, type WordedKey } from '../shared/containers.js';

/** A line `[name]` that opens a section of a file with `key = value` lines. */
export interface Section {
  readonly name: string;
  readonly entry: Entry;
}

/** The keys of a document; where lines such as `[consumer]` part it, the name of the section is the first word of each. */
export function keysBySections(document: Document): { readonly keys: readonly WordedKey[]; readonly sections: readonly Section[] } {
  const keys = wordedKeys(document);
  if (document.syntax !== 'properties') return { keys, sections: [] };
  const sections: Section[] = [];
  const used = new Map<string, number>();
  let around: readonly string[] = [];
  const parted = keys.flatMap((key): readonly WordedKey[] => {
    const name = nameIn(key, document.text);
    if (name === undefined)
      return key.words[0]?.startsWith(';') ? [] : [{ ...key, words: [...around, ...key.words], outer: around.length }];
    sections.push({ name, entry: key.entry });
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    // Fluent Bit has several sections of one name
    around = times === 1 ? [name] : [`${name}#${times}`];
    return [];
  });
  return { keys: parted, sections };
}

/** The name of the section that a line opens; undefined where it opens none. */
function nameIn({ entry: { span }, words: [first] }: WordedKey, text: string): string | undefined {
  return first?.startsWith('[') === true ? /^\[([^\]]+)\]$/.exec(text.slice(span.start, span.end).trim())?.[1] : undefined;
}
