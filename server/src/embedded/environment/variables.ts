import { insertItem } from '../../syntax/yaml-items.js';
import { yaml } from '../../syntax/yaml.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { TextEdit } from '../../text/edit.js';
import { slice, type Span } from '../../text/span.js';
import type { MapItem, MapWriter } from '../map-view.js';
import type { VariableNames } from './names.js';

/** A variable of an environment, and where it is written. */
export interface Variable {
  readonly name: string;
  /** The text of the value; a placeholder where something else says it. */
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly span: Span;
}

/** A variable as one entry of YAML: `NAME: value`, or `- NAME=value`. */
export interface EntryVariable extends Variable {
  readonly entry: Entry;
}

/** The variable that an entry of a mapping or an item of a list sets. */
export function variableIn({ text }: Document, entry: Entry): EntryVariable {
  const last = entry.path.at(-1);
  const { span } = entry;
  if (last?.kind === 'key') {
    const written = slice(text, entry.valueSpan);
    const value = written === '' ? `\${${last.text}}` : /^["'|>&!*]/.test(written) ? entry.value : written;
    return { name: last.text, value, entry, keySpan: entry.keySpan, valueSpan: entry.valueSpan, span };
  }
  const sign = entry.value.indexOf('=');
  if (sign < 0)
    return {
      name: entry.value,
      value: `\${${entry.value}}`,
      entry,
      keySpan: entry.valueSpan,
      valueSpan: emptyAt(entry.valueSpan.end),
      span,
    };
  const [name, value] = [entry.value.slice(0, sign), entry.value.slice(sign + 1)];
  const written = slice(text, entry.valueSpan);
  const start = entry.valueSpan.start + Math.max(0, written.indexOf(name));
  const valueStart = start + name.length + 1;
  const asWritten = text.startsWith(value, valueStart);
  const valueSpan = asWritten ? { start: valueStart, end: valueStart + value.length } : entry.valueSpan;
  return { name, value, entry, keySpan: { start, end: start + name.length }, valueSpan, span };
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}

/** A variable as the setting that a program makes of it. */
export interface VariableItem<V extends Variable = Variable> extends MapItem {
  readonly variable: V;
}

/** The variables that the program takes for settings, with their values as it gets them. */
export function itemsOf<V extends Variable>(
  variables: readonly V[],
  names: VariableNames,
  valueOf = (value: string): string => value,
): readonly VariableItem<V>[] {
  return variables.flatMap(variable => {
    const key = names.keyOf(variable.name);
    const { value, keySpan, valueSpan, span } = variable;
    return key === undefined ? [] : [{ key, value: valueOf(value), keySpan, valueSpan, span, variable }];
  });
}

/** The variable that a program takes for a key; undefined for a key that no variable can say. */
export function nameFor(key: string, names: VariableNames): string | undefined {
  const name = names.variableOf(key);
  return names.keyOf(name) === key ? name : undefined;
}

/** Writes settings as variables of a YAML mapping or list. */
export function variableWriter(document: Document, names: VariableNames): MapWriter<VariableItem<EntryVariable>> {
  return {
    setValue: ({ variable }, value) => setEntry(variable, variable.name, value),
    setKey: ({ variable }, key) => renamed(variable, key),
    remove: ({ variable }) => yaml.remove(document, variable.entry),
    insert: (before, key, value) => {
      const name = nameFor(key, names);
      if (!before || name === undefined) return undefined;
      const { entry } = before.variable;
      if (isItem(entry)) return insertItem(document, entry, `${name}=${value}`);
      return quoted(yaml.insert(document, { after: entry }, [name], value), value);
    },
  };

  function setEntry({ entry }: EntryVariable, name: string, value: string): readonly TextEdit[] {
    if (isItem(entry)) return yaml.setValue(document, entry, `${name}=${value}`);
    return quoted(yaml.setValue(document, entry, value), value);
  }

  function renamed({ entry, value }: EntryVariable, key: string): readonly TextEdit[] | undefined {
    const name = nameFor(key, names);
    if (name === undefined) return undefined;
    return isItem(entry) ? yaml.setValue(document, entry, `${name}=${value}`) : yaml.setKey(document, entry, name);
  }
}

function isItem({ path }: Entry): boolean {
  return path.at(-1)?.kind === 'item';
}

/** The value of a variable is a text: what YAML would take for something else stands in quotes. */
function quoted(edits: readonly TextEdit[], value: string): readonly TextEdit[] {
  if (!/^(true|false|yes|no|on|off|null|~)$/i.test(value)) return edits;
  return edits.map(edit => {
    const at = edit.newText.lastIndexOf(value);
    const isPlain = at >= 0 && !/["']/.test(edit.newText.charAt(at - 1));
    return isPlain ? { ...edit, newText: `${edit.newText.slice(0, at)}"${value}"${edit.newText.slice(at + value.length)}` } : edit;
  });
}
