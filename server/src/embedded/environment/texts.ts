import type { Document } from '../../syntax/syntax.js';
import { setText } from '../../syntax/yaml-replace.js';
import { yaml } from '../../syntax/yaml.js';
import type { MapWriter } from '../map-view.js';
import { insertText } from './insert-text.js';
import type { VariableNames } from './names.js';
import { pairWriter, type PairVariable } from './pairs.js';
import { nameFor, type EntryVariable, type VariableItem } from './variables.js';

/** Writes settings as keys of a mapping whose values must be texts, such as the data of a ConfigMap. */
function textWriter(document: Document, names: VariableNames): MapWriter<VariableItem<EntryVariable>> {
  return {
    setValue: ({ variable: { entry } }, value) => setText(document, entry, value),
    setKey: ({ variable: { entry } }, key) => {
      const name = nameFor(key, names);
      return name === undefined ? undefined : yaml.setKey(document, entry, name);
    },
    remove: ({ variable: { entry } }) => yaml.remove(document, entry),
    insert: (before, key, value) => {
      const name = nameFor(key, names);
      return before && name !== undefined ? insertText(document, before.variable.entry, name, value) : undefined;
    },
  };
}

/** Writes settings of which some are items of a list and some keys of a mapping. */
export function mixedWriter(document: Document, names: VariableNames): MapWriter<VariableItem<PairVariable | EntryVariable>> {
  const [pairs, texts] = [pairWriter(document, names), textWriter(document, names)];
  const each = <R>(
    item: VariableItem<PairVariable | EntryVariable>,
    ofPairs: (item: VariableItem<PairVariable>) => R,
    ofTexts: (item: VariableItem<EntryVariable>) => R,
  ): R => {
    const { variable } = item;
    return 'nameEntry' in variable ? ofPairs({ ...item, variable }) : ofTexts({ ...item, variable });
  };
  return {
    setValue: (item, value) =>
      each(
        item,
        one => pairs.setValue(one, value),
        one => texts.setValue(one, value),
      ),
    setKey: (item, key) =>
      each(
        item,
        one => pairs.setKey(one, key),
        one => texts.setKey(one, key),
      ),
    remove: item =>
      each(
        item,
        one => pairs.remove(one),
        one => texts.remove(one),
      ),
    insert: (before, key, value) =>
      before &&
      each(
        before,
        one => pairs.insert(one, key, value),
        one => texts.insert(one, key, value),
      ),
  };
}
