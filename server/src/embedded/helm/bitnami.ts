import type { Embedded } from '../embedded.js';
import { mapView } from '../map-view.js';
import { fieldItem, mapWriter, type EntryItem } from '../yaml-map.js';
import { bitnamiChart, kindsOfNode, type BitnamiChart } from './bitnami-chart.js';
import { filesOf } from './bitnami-files.js';
import { variablesOf } from './bitnami-variables.js';
import { nameOf, type Chart } from './chart.js';

/** The brokers of the chart bitnami/kafka. */
export function brokersOf(chart: Chart): readonly Embedded[] {
  const known = bitnamiChart(chart);
  if (!known) return [];
  const volumes = volumesOf(known);
  const variables = known.ofVariables ? variablesOf(known, volumes) : [];
  const all = [...variables, ...filesOf(known, volumes)];
  // a text has no place for what stands beside it
  return volumes.length === 0 || all.some(({ keys }) => keys) ? all : [...all, alone(known, volumes)];
}

/**
 * Whether the data of nodes outlives their pods; of two kinds of node that one for which it does not. Source: templates/statefulset.yaml,
 * from chart 24 on the one of each kind.
 */
function volumesOf({ document, tree, branch, ofVariables }: BitnamiChart): readonly EntryItem[] {
  const places: readonly (readonly string[])[] = ofVariables ? [[]] : kindsOfNode.map(kind => [kind]);
  const entries = places.flatMap(place => {
    const entry = tree.at(branch, ...place, 'persistence', 'enabled');
    return entry && tree.at(branch, ...place, 'replicaCount')?.value !== '0' ? [entry] : [];
  });
  const worst = entries.find(({ value }) => value === 'false') ?? entries[0];
  return worst ? [fieldItem(document, worst, 'storage:persistence.enabled')] : [];
}

function alone(chart: BitnamiChart, volumes: readonly EntryItem[]): Embedded {
  const { document, section, around } = chart;
  const writer = mapWriter(document, { around: section, key: '', takes: () => false });
  const facts = [...around.facts, 'partly-seen' as const];
  const name = nameOf(chart, 'persistence');
  return { ...around, name, facts, defaults: [], keys: undefined, ...mapView(volumes, document.text, writer) };
}
