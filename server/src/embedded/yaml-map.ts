import { textOf } from '../syntax/key-text.js';
import { syntaxes } from '../syntax/registry.js';
import type { Document, Entry, Section } from '../syntax/syntax.js';
import { quoteOf } from '../syntax/yaml-spell.js';
import { slice, type Span } from '../text/span.js';
import type { MapItem, MapWriter } from './map-view.js';

/** A key of a map that is written as a scalar of YAML or a value of HCL. */
export interface EntryItem extends MapItem {
  readonly entry: Entry;
  /** Whether the entry is one of the map; else a field beside the map gives the value, and its name cannot change. */
  readonly own: boolean;
}

/** A scalar as a key of a map, by its own name. */
export function ownItem(document: Document, entry: Entry): EntryItem {
  return { ...itemOf(document, entry), key: entry.path.slice(-1).map(textOf).join(''), own: true };
}

/** A field beside the map as a key of it. */
export function fieldItem(document: Document, entry: Entry, key: string): EntryItem {
  return { ...itemOf(document, entry), key, own: false };
}

function itemOf(document: Document, entry: Entry): Omit<EntryItem, 'key' | 'own'> {
  return { value: entry.value, keySpan: entry.keySpan, valueSpan: insideQuotes(document, entry), span: entry.span, entry };
}

/** The text of a scalar alone, where its quotes hold nothing else. */
export function insideQuotes({ text }: Document, { value, valueSpan }: Entry): Span {
  const written = slice(text, valueSpan);
  const quote = quoteOf(written);
  return quote !== undefined && written === quote + value + quote ? { start: valueSpan.start + 1, end: valueSpan.end - 1 } : valueSpan;
}

/** Where a map is, or would be if there were one: the mapping around it, and its key. */
export interface MapPlace {
  readonly around: Section;
  readonly key: string;
  /** Whether a key that is written there gets to its reader. */
  readonly takes: (key: string) => boolean;
}

/** Writes settings as keys of a mapping. */
export function mapWriter(document: Document, { around, key: map, takes }: MapPlace): MapWriter<EntryItem> {
  const syntax = syntaxes[document.syntax];
  return {
    setValue: ({ entry }, value) => syntax.setValue(document, entry, value),
    setKey: ({ entry, own }, key) => (own && takes(key) ? syntax.setKey(document, entry, key) : undefined),
    remove: ({ entry, own }) => (own ? syntax.remove(document, entry) : undefined),
    insert: (before, key, value, together = []) => {
      if (!takes(key)) return undefined;
      if (before?.own === true) return syntax.insert(document, { after: before.entry }, [key], value, together);
      // each would bring a map of its own
      return together.length > 1 ? undefined : syntax.insert(document, { in: around }, [map, key], value);
    },
  };
}
