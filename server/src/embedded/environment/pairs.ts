import type { Document, Entry } from '../../syntax/syntax.js';
import { insertPairs } from '../../syntax/yaml-items.js';
import { removeItem } from '../../syntax/yaml-remove.js';
import { setText } from '../../syntax/yaml-replace.js';
import { quoteOf } from '../../syntax/yaml-spell.js';
import { yaml } from '../../syntax/yaml.js';
import { slice } from '../../text/span.js';
import type { MapWriter } from '../map-view.js';
import { insideQuotes } from '../yaml-map.js';
import { insertText } from './insert-text.js';
import type { VariableNames } from './names.js';
import { nameFor, type Variable, type VariableItem } from './variables.js';

/** A variable as an item of Kubernetes: `- name: NAME` with `value: "…"` below it. */
export interface PairVariable extends Variable {
  readonly nameEntry: Entry;
  /** Undefined where no value is written, be it that it comes from elsewhere. */
  readonly valueEntry: Entry | undefined;
  /** Whether its value comes from a Secret, a field or the like. */
  readonly elsewhere: boolean;
}

/** The variable that an item sets; its value may stand elsewhere in the text. */
export function pairVariable(document: Document, nameEntry: Entry, valueEntry: Entry | undefined, elsewhere: boolean): PairVariable {
  const name = nameEntry.value;
  const keySpan = insideQuotes(document, nameEntry);
  const valueSpan = valueEntry ? insideQuotes(document, valueEntry) : { start: nameEntry.span.end, end: nameEntry.span.end };
  const other = valueEntry?.section === nameEntry.section ? valueEntry : undefined;
  const spans = [nameEntry.span, other?.span ?? nameEntry.span];
  const span = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  return { name, value: valueOf(document, name, valueEntry, elsewhere), keySpan, valueSpan, span, nameEntry, valueEntry, elsewhere };
}

/** Kubernetes wants a text; what is none by its look is meant as it is written. */
function valueOf(document: Document, name: string, valueEntry: Entry | undefined, elsewhere: boolean): string {
  if (elsewhere) return `\${${name}}`;
  if (!valueEntry) return '';
  const written = slice(document.text, valueEntry.valueSpan);
  return /^["'|>&!*]/.test(written) || valueEntry.value === '' ? valueEntry.value : written;
}

/** Writes settings as items of a list of Kubernetes. */
export function pairWriter(document: Document, names: VariableNames): MapWriter<VariableItem<PairVariable>> {
  return {
    setValue: ({ variable: { nameEntry, valueEntry, elsewhere } }, value) => {
      if (valueEntry) return setText(document, valueEntry, value);
      return elsewhere ? undefined : insertText(document, nameEntry, 'value', value);
    },
    setKey: ({ variable: { nameEntry } }, key) => {
      const name = nameFor(key, names);
      return name === undefined ? undefined : yaml.setValue(document, nameEntry, name);
    },
    remove: ({ variable: { nameEntry } }) => removeItem(document, nameEntry),
    insert: (before, key, value) => {
      const name = nameFor(key, names);
      if (!before || name === undefined) return undefined;
      const { nameEntry, valueEntry } = before.variable;
      const quote = (valueEntry && quoteOf(slice(document.text, valueEntry.valueSpan))) ?? '"';
      return insertPairs(document, nameEntry, [
        { key: 'name', value: name, quote: quoteOf(slice(document.text, nameEntry.valueSpan)) },
        { key: 'value', value, quote },
      ]);
    },
  };
}
