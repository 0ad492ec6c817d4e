import { textOf } from '../../syntax/key-text.js';
import type { Embedded } from '../embedded.js';
import { programOf, versionOf } from '../environment/images.js';
import { mapView } from '../map-view.js';
import { fieldItem, mapWriter, ownItem } from '../yaml-map.js';
import { countAt, nameOf, type Chart } from './chart.js';

const map = 'configurationOverrides';
/** In the older chart of helm/charts, incubator/kafka, the second one. */
const counts = ['brokers', 'replicas', 'replicaCount'];

/**
 * A map that the chart hands to the program of its image, each key as a variable, and variables as such. Sources: the values and templates of cp-kafka,
 * cp-kafka-connect, cp-kafka-rest and cp-ksql-server in charts of confluentinc/cp-helm-charts. There are three brokers unless `brokers`
 * says otherwise, and their data is in a volume of the chart.
 */
export function configurationOverridesOf(chart: Chart): readonly Embedded[] {
  const { document, tree, branch, section, image } = chart;
  const own = tree.inside(branch, map).map(entry => ownItem(document, entry));
  const program = image === undefined ? undefined : programOf(image);
  if (image === undefined || !program || own.length === 0 || !tree.section(branch, map)) return [];
  const { path, reader: wanted, defaults = [], facts = [] } = program;
  const isBroker = wanted?.kind === 'role' && wanted.role === 'broker';
  const written = counts.find(key => tree.at(branch, key));
  const nodes = countAt(chart, [written ?? 'brokers'], isBroker ? 3 : undefined);
  const persistence = tree.at(branch, 'persistence', 'enabled');
  const variables = tree.inside(branch, 'customEnv').flatMap(entry => {
    const key = program.names.keyOf(entry.path.slice(-1).map(textOf).join(''));
    return key === undefined ? [] : [fieldItem(document, entry, key)];
  });
  const volumes = persistence ? [fieldItem(document, persistence, 'storage:persistence.enabled')] : [];
  const items = [...volumes, ...variables, ...own];
  return [
    {
      ...{ name: nameOf(chart, map), path, wanted, nodes, kafkaVersion: versionOf(image, program) },
      defaults: defaults.map(one => (one.property.startsWith('log.dir') ? { ...one, value: undefined } : one)),
      facts: [...facts, ...(isBroker && nodes === 1 ? (['only-broker'] as const) : [])],
      keys: { around: [...branch.path, map], part: branch.part, listed: false, spell: key => key },
      ...mapView(items, document.text, mapWriter(document, { around: section, key: map, takes: () => true })),
    },
  ];
}
