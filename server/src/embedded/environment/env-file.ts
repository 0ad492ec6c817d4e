import { env } from '../../syntax/env.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Embedder } from '../embedded.js';
import type { MapWriter } from '../map-view.js';
import { environmentsOf } from './container.js';
import type { VariableNames } from './names.js';
import { nameFor, type EntryVariable, type VariableItem } from './variables.js';

/**
 * Files of variables, as the environment of whatever they belong to: a broker, a worker or an application, by their names. Who starts it
 * may set others.
 */
export const envFile: Embedder = {
  id: 'env-file',
  title: 'files of variables',
  syntaxes: ['env'],
  mayHold: (_path, text) => /kafka|CONNECT_|MP_MESSAGING/i.test(text),
  embedded: document =>
    environmentsOf(
      {
        ...{ name: 'environment', image: '', command: [], facts: ['partly-seen'] },
        variables: document.entries.map(entry => variableOf(document, entry)),
        keys: names => ({ around: [], part: 0, listed: false, spell: key => nameFor(key, names) }),
        writer: names => envWriter(document, names),
      },
      document.text,
    ),
};

/** A name alone hands on the variable of that name outside. */
function variableOf({ text }: Document, entry: Entry): EntryVariable {
  const { keySpan, span, path } = entry;
  const name = path.map(textOf).join();
  const isAlone = entry.valueSpan.start === keySpan.end;
  const quoted = /^(["'])(.*)\1$/s.exec(text.slice(entry.valueSpan.start, entry.valueSpan.end));
  const isPlain = quoted?.[2] === entry.value;
  const valueSpan = isPlain ? { start: entry.valueSpan.start + 1, end: entry.valueSpan.end - 1 } : entry.valueSpan;
  return { name, value: isAlone ? `\${${name}}` : entry.value, entry, keySpan, valueSpan, span };
}

/** Writes settings as lines of such a file. */
function envWriter(document: Document, names: VariableNames): MapWriter<VariableItem<EntryVariable>> {
  return {
    setValue: ({ variable: { entry } }, value) => env.setValue(document, entry, value),
    setKey: ({ variable: { entry } }, key) => {
      const name = nameFor(key, names);
      return name === undefined ? undefined : env.setKey(document, entry, name);
    },
    remove: ({ variable: { entry } }) => env.remove(document, entry),
    insert: (before, key, value) => {
      const name = nameFor(key, names);
      return before && name !== undefined ? env.insert(document, { after: before.variable.entry }, [name], value) : undefined;
    },
  };
}
