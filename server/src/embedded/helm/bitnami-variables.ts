import { textOf } from '../../syntax/key-text.js';
import { yaml } from '../../syntax/yaml.js';
import type { Embedded } from '../embedded.js';
import { bitnami } from '../environment/bitnami.js';
import { mapView, type MapWriter } from '../map-view.js';
import { fieldItem, type EntryItem } from '../yaml-map.js';
import { hasText, isSet, type BitnamiChart } from './bitnami-chart.js';
import { keysOfValues, valuesOfChart, withoutUnderscore } from './bitnami-keys.js';
import { nameOf } from './chart.js';

const valueOf = new Map([...keysOfValues].map(([value, key]) => [key, value]));

/**
 * Values that become variables of the image, and variables that are written as such. A file of its own, or one that is there already, makes
 * the image look at no variable. Source: templates/statefulset.yaml of bitnami/kafka up to chart 23.
 */
export function variablesOf(chart: BitnamiChart, volumes: readonly EntryItem[]): readonly Embedded[] {
  const { document, tree, branch, section, around } = chart;
  if (hasText(chart, 'config') || isSet(chart, 'existingConfigmap')) return [];
  const values = tree.inside(branch).flatMap(entry => {
    const key = keysOfValues.get(entry.path.slice(-1).map(textOf).join(''));
    return key === undefined ? [] : [withoutUnderscore(fieldItem(document, entry, key))];
  });
  const variables = tree.branches(branch, 'extraEnvVars').flatMap(one => {
    const key = bitnami.names.keyOf(tree.at(one, 'name')?.value ?? '');
    const entry = tree.at(one, 'value');
    return key === undefined || !entry ? [] : [fieldItem(document, entry, key)];
  });
  if (values.length + variables.length === 0) return [];
  const items = [...volumes, ...values, ...variables];
  const writer: MapWriter<EntryItem> = {
    setValue: ({ entry }, value) => yaml.setValue(document, entry, value),
    setKey: () => undefined,
    remove: () => undefined,
    insert: (_, key, value) => {
      const name = valueOf.get(key);
      return name === undefined ? undefined : yaml.insert(document, { in: section }, [name], value);
    },
  };
  const keys = { around: branch.path, part: branch.part, listed: false, spell: (key: string) => valueOf.get(key) };
  return [{ ...around, name: nameOf(chart) || 'values', defaults: valuesOfChart, keys, ...mapView(items, document.text, writer) }];
}
