import { hcl } from '../../syntax/hcl.js';
import type { Embedded } from '../embedded.js';
import { mapView, type MapWriter } from '../map-view.js';
import type { Resource } from '../resources.js';
import { fieldItem, ownItem, type EntryItem } from '../yaml-map.js';
import type { Blocks } from './blocks.js';

const block = 'config';

/**
 * A topic of Aiven, whose settings are attributes of a block, with underscores for the dots. Source: docs/resources/kafka_topic.md of
 * aiven/terraform-provider-aiven.
 */
export function aivenTopicOf({ document, tree }: Blocks, resource: Resource): readonly Embedded[] {
  const replication = tree.at(resource, 'replication');
  const own = tree.inside(resource, block).map(entry => {
    const item = ownItem(document, entry);
    return { ...item, key: item.key.replaceAll('_', '.') };
  });
  const items: readonly EntryItem[] = [...(replication ? [fieldItem(document, replication, 'strimzi:replicas')] : []), ...own];
  if (items.length === 0) return [];
  const section = tree.section(resource, block);
  const writer: MapWriter<EntryItem> = {
    setValue: ({ entry }, value) => hcl.setValue(document, entry, value),
    setKey: ({ entry, own: isOwn }, key) => (isOwn ? hcl.setKey(document, entry, attributeOf(key)) : undefined),
    remove: ({ entry, own: isOwn }) => (isOwn ? hcl.remove(document, entry) : undefined),
    insert: (_before, key, value) => section && hcl.insert(document, { in: section }, [attributeOf(key)], value),
  };
  const keys = { around: [...resource.path, block], part: resource.part, listed: false, spell: attributeOf };
  const name = `${resource.kind} ${resource.name}`;
  const topic = { path: 'topic.properties', wanted: { kind: 'role', role: 'topic' } } as const;
  return [{ name, ...topic, defaults: [], facts: [], kafkaVersion: undefined, keys, ...mapView(items, document.text, writer) }];
}

function attributeOf(key: string): string {
  return key.replaceAll('.', '_');
}
