import { textOf } from '../syntax/key-text.js';
import { properties } from '../syntax/properties.js';
import type { Entry } from '../syntax/syntax.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import { sameSpan, slice, touches, type Span } from '../text/span.js';
import type { Embedded } from './embedded.js';

/** A key of an embedded map, as its reader gets it, and where the outer text writes it. */
export interface MapItem {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  /** Empty where no value is written. */
  readonly valueSpan: Span;
  readonly span: Span;
  /** Written in another file; it stands where the outer text names that. */
  readonly elsewhere?: boolean;
}

/** How the outer text writes the map. Undefined where a change cannot be written there. */
export interface MapWriter<T extends MapItem> {
  setValue(item: T, value: string): readonly TextEdit[] | undefined;
  setKey(item: T, key: string): readonly TextEdit[] | undefined;
  remove(item: T): readonly TextEdit[] | undefined;
  /** `before`: the item that it is to follow; undefined for a map that is empty. `together`: all keys that are added at once. */
  insert(before: T | undefined, key: string, value: string, together?: readonly string[]): readonly TextEdit[] | undefined;
}

/** An item that the reader gets as well, though the outer text has no such key. */
export interface GivenItem extends MapItem {
  readonly given: true;
  /** Where another value can be written there. */
  readonly set?: (value: string) => readonly TextEdit[] | undefined;
}

/** A writer for a map with given items beside those that it writes. */
export function besideGiven<T extends MapItem>(writer: MapWriter<T>, own: readonly T[]): MapWriter<T | GivenItem> {
  const isOwn = (item: T | GivenItem): item is T => !('given' in item);
  return {
    setValue: (item, value) => (isOwn(item) ? writer.setValue(item, value) : item.set?.(value)),
    setKey: (item, key) => (isOwn(item) ? writer.setKey(item, key) : undefined),
    remove: item => (isOwn(item) ? writer.remove(item) : undefined),
    insert: (before, key, value, together) => writer.insert(before && isOwn(before) ? before : own.at(-1), key, value, together),
  };
}

/** A map of keys as the `.properties` file that its reader makes of it, one line for each item. */
export function mapView<T extends MapItem>(
  items: readonly T[],
  outerText: string,
  writer: MapWriter<T>,
): Pick<Embedded, 'document' | 'elsewhere' | 'outerSpan' | 'innerOffset' | 'outerEdits'> {
  const document = properties.parse(items.map(lineOf).join(''));
  const elsewhere = new Set(document.entries.filter((_, i) => items[i]?.elsewhere === true));
  return { document, elsewhere, outerSpan, innerOffset, outerEdits };

  function outerSpan(span: Span): Span {
    const index = document.entries.findLastIndex(entry => entry.span.start <= span.start);
    const [entry, item] = [document.entries[Math.max(index, 0)], items[Math.max(index, 0)]];
    if (!entry || !item) return { start: 0, end: 0 };
    if (isIn(span, entry.valueSpan)) return isEmpty(item.valueSpan) ? item.keySpan : partOf(span, entry, item);
    return isIn(span, entry.keySpan) ? item.keySpan : item.span;
  }

  /** Only inside of values: of what is between them the outer text alone knows. */
  function innerOffset(outer: number): number | undefined {
    const index = items.findIndex(item => item.elsewhere !== true && (touches(item.valueSpan, outer) || isBlankTo(item.valueSpan, outer)));
    const [entry, item] = [document.entries[index], items[index]];
    if (!entry || !item) return undefined;
    const { start, end } = entry.valueSpan;
    return isEmpty(item.valueSpan) ? start : Math.min(end, start + outer - item.valueSpan.start);
  }

  /** Where a value is to stand that is not written yet. */
  function isBlankTo(valueSpan: Span, outer: number): boolean {
    return isEmpty(valueSpan) && valueSpan.start < outer && /^[ \t]+$/.test(outerText.slice(valueSpan.start, outer));
  }

  /** A part of a value that is written in both texts alike; else the whole. */
  function partOf(span: Span, { valueSpan }: Entry, item: T): Span {
    if (slice(document.text, valueSpan) !== slice(outerText, item.valueSpan)) return item.valueSpan;
    const shift = item.valueSpan.start - valueSpan.start;
    return { start: span.start + shift, end: span.end + shift };
  }

  function outerEdits(innerText: string): readonly TextEdit[] | undefined {
    const pairs = properties.parse(innerText).entries.map((entry): Pair => ({ key: keyOf(entry), value: entry.value }));
    const kept = matched(items, pairs);
    const gone = items.filter(item => ![...kept.values()].includes(item));
    const come = pairs.filter(pair => !kept.has(pair));
    const steps: (readonly TextEdit[] | undefined)[] = [...kept]
      .filter(([pair, item]) => pair.value !== item.value)
      .map(([pair, item]) => writer.setValue(item, pair.value));
    const [old, fresh] = [gone[0], come[0]];
    if (old && fresh && gone.length === 1 && come.length === 1 && old.value === fresh.value) steps.push(writer.setKey(old, fresh.key));
    else {
      steps.push(...gone.map(item => writer.remove(item)));
      const together = come.map(({ key }) => key);
      steps.push(...come.map(pair => writer.insert(itemBefore(pair, pairs, kept) ?? items.at(-1), pair.key, pair.value, together)));
    }
    const edits: TextEdit[] = [];
    for (const step of steps) {
      if (!step) return undefined;
      edits.push(...step.filter(edit => !edits.some(other => isSameBlank(edit, other))));
    }
    return edits;
  }
}

/** Blanks that keep signs below each other are needed once, however many keys are added. */
function isSameBlank({ span, newText }: TextEdit, other: TextEdit): boolean {
  return newText.trim() === '' && newText !== '' && other.newText === newText && sameSpan(span, other.span);
}

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** Which item each line is, by its key; of several with one key in their order. */
function matched<T extends MapItem>(items: readonly T[], pairs: readonly Pair[]): ReadonlyMap<Pair, T> {
  const found = new Map<Pair, T>();
  for (const item of items) {
    const pair = pairs.find(one => one.key === item.key && !found.has(one));
    if (pair) found.set(pair, item);
  }
  return found;
}

/** The item that a new line follows. */
function itemBefore<T>(pair: Pair, pairs: readonly Pair[], kept: ReadonlyMap<Pair, T>): T | undefined {
  const before = pairs.slice(0, pairs.indexOf(pair)).findLast(one => kept.has(one));
  return before && kept.get(before);
}

function lineOf({ key, value }: MapItem): string {
  return applyEdits('', properties.insert(nothing, { atEnd: true }, [key], value));
}

const nothing = properties.parse('');

function keyOf({ path }: Entry): string {
  return path.map(textOf).join('');
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && !isEmpty(outer);
}

function isEmpty(span: Span): boolean {
  return span.start === span.end;
}
