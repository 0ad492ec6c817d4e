import type { Document, Entry, Syntax } from '../../syntax/syntax.js';
import type { MapWriter } from '../map-view.js';
import { insideQuotes } from '../yaml-map.js';
import type { VariableNames } from './names.js';
import { nameFor, type EntryVariable, type VariableItem } from './variables.js';

/** A variable that an entry sets; a name alone takes what the variable of that name is outside. */
export function entryVariable(document: Document, entry: Entry, name: string, value: string): EntryVariable {
  const { keySpan, span } = entry;
  const isAlone = entry.valueSpan.start === keySpan.end;
  return { name, value: isAlone ? `\${${name}}` : value, entry, keySpan, valueSpan: insideQuotes(document, entry), span };
}

/** Writes settings as entries of a syntax that knows nothing but variables. */
export function entryWriter(syntax: Syntax, document: Document, names: VariableNames): MapWriter<VariableItem<EntryVariable>> {
  return {
    setValue: ({ variable: { entry } }, value) => syntax.setValue(document, entry, value),
    setKey: ({ variable: { entry } }, key) => {
      const name = nameFor(key, names);
      return name === undefined ? undefined : syntax.setKey(document, entry, name);
    },
    remove: ({ variable: { entry } }) => syntax.remove(document, entry),
    insert: (before, key, value) => {
      const name = nameFor(key, names);
      return before && name !== undefined ? syntax.insert(document, { after: before.variable.entry }, [name], value) : undefined;
    },
  };
}
