import type { Section } from '../../syntax/syntax.js';
import type { Embedded } from '../embedded.js';
import { mapView } from '../map-view.js';
import { scalarText } from '../scalar-text.js';
import { mapWriter, ownItem, type EntryItem } from '../yaml-map.js';
import { hasMap, hasText, isSet, kindsOfNode, type BitnamiChart } from './bitnami-chart.js';
import { nameOf } from './chart.js';

/** `config` takes the place of what the chart writes, the others come after it. */
const texts = ['config', 'extraConfig'];
const maps = ['config', 'extraConfigYaml', 'overrideConfiguration'];
/** What comes from elsewhere, or takes the place of all of it. */
const outside = ['existingConfigmap', 'existingSecretConfig', 'secretConfig'];

/**
 * Files as texts, and maps that become lines of them. The chart itself writes listeners, roles and where the data is, and nothing about
 * replicas: what stands alone here is all there is to know. Source: the templates controller-eligible/configmap.yaml, broker/configmap.yaml
 * and _helpers.tpl (kafka.commonConfig), up to chart 23 configmap.yaml. As the file is there,
 * the image looks at no variable (kafka/setup.sh of bitnami/containers). The first map tells of the volumes, too.
 */
export function filesOf(chart: BitnamiChart, volumes: readonly EntryItem[]): readonly Embedded[] {
  const { document, tree, branch, section, ofVariables } = chart;
  const ofKinds = kindsOfNode.flatMap(kind => {
    const around = tree.section(branch, kind);
    return around ? [{ place: [kind], around }] : [];
  });
  const places: readonly { readonly place: readonly string[]; readonly around: Section }[] = [
    { place: [], around: section },
    ...(ofVariables ? [] : ofKinds),
  ];
  const written = places.flatMap(one =>
    [
      ...(ofVariables ? ['config'] : texts).filter(key => hasText(chart, ...one.place, key)),
      ...(ofVariables ? [] : maps).filter(key => hasMap(chart, ...one.place, key)),
    ].map(key => ({ ...one, key, path: [...one.place, key] })),
  );
  const isMore = written.length > 1 || places.some(({ place }) => outside.some(key => isSet(chart, ...place, key)));
  const first = written.find(({ path }) => !hasText(chart, ...path));
  return written.map(one => {
    const { path, key } = one;
    const facts = [...chart.around.facts, ...(isMore || key === 'config' ? (['partly-seen'] as const) : [])];
    const known = { ...chart.around, name: nameOf(chart, ...path), facts, defaults: ofVariables ? [] : byChart };
    const entry = tree.at(branch, ...path);
    const text = entry && scalarText(document, entry, known.path);
    if (text) return { ...known, ...text };
    const items = [...(one === first ? volumes : []), ...tree.inside(branch, ...path).map(each => ownItem(document, each))];
    const writer = mapWriter(document, { around: one.around, key, takes: () => true });
    const keys = { around: [...branch.path, ...path], part: branch.part, listed: false, spell: (name: string) => name };
    return { ...known, keys, ...mapView(items, document.text, writer) };
  });
}

/** Where the data is, unless a volume is mounted elsewhere. */
const byChart = ['log.dir', 'log.dirs'].map(property => ({ property, value: '/bitnami/kafka/data' }));
