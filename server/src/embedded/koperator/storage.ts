import type { Embedded } from '../embedded.js';
import { mapView, type GivenItem, type MapWriter } from '../map-view.js';
import type { Resource, Resources } from '../resources.js';
import { writtenKey } from '../written-key.js';
import { nameOf, nodeConfigs, ofCluster } from './nodes.js';

/** Another kind of volume needs more than another word. */
const nowhere: MapWriter<GivenItem> = {
  setValue: () => undefined,
  setKey: () => undefined,
  remove: () => undefined,
  insert: () => undefined,
};

/** Volumes of nodes that go with their pods; a claim beside them wins. Source: StorageConfig. */
export function storagesOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const { document, tree } = resources;
  const common = ofCluster(resources, resource);
  return nodeConfigs(resources, resource).flatMap(place => {
    const items = tree.branches(place, 'storageConfigs').flatMap(storage => {
      const path = tree.at(storage, 'mountPath');
      const span = writtenKey(document, tree, storage, ['emptyDir']);
      return path && span && !writtenKey(document, tree, storage, ['pvcSpec']) ? [{ value: path.value, span }] : [];
    });
    const [first] = items;
    if (!first) return [];
    const { span } = first;
    const value = items.map(item => item.value).join(',');
    const item: GivenItem = { key: 'storage:ephemeral-mounts', value, keySpan: span, valueSpan: span, span, given: true };
    return {
      ...{ ...common, name: nameOf(resource, place, 'storageConfigs'), facts: [...common.facts, 'partly-seen'] as const },
      ...{ keys: undefined, defaults: [], ...mapView([item], document.text, nowhere) },
    };
  });
}
