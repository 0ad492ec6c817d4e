import type { SettingValue } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import type { Role } from '../../kafka/property.js';
import { bare, mapKey, relaxed, type Element } from '../shared/names.js';
import type { Leaf, Section } from './leaves.js';
import { binderSection, coreSection, kafkaSection } from './sections.js';
import type { Meant } from './lines.js';
import type { Area } from './names.js';

/** A key that Spring does not bind, and that means nothing elsewhere. */
export interface UnknownLine {
  readonly role: Role;
  readonly key: string;
  readonly candidates: readonly string[];
}

interface Found {
  readonly meant: readonly Meant[];
  readonly unknown: UnknownLine | undefined;
}

const nothing: Found = { meant: [], unknown: undefined };

/** A key that its section does not have: one of the section for the other half of the binding, Kafka's own outside its map, or a typo. */
export function misplacedIn(area: Area, keys: readonly Element[], value: SettingValue): Found {
  const [first, second] = keys;
  if (!first) return nothing;
  if (area.kind === 'binder') return area.streams ? nothing : inBinder(keys, value);
  const section = relaxed(first.text);
  const role = section === 'consumer' ? 'consumer' : section === 'producer' ? 'producer' : undefined;
  if (area.kind === 'extended' && area.streams) return nothing;
  const other = area.kind === 'core' ? kafkaSection : coreSection;
  // people take the group for one of the consumer's own
  const leaf = leafIn(other, keys) ?? (role === 'consumer' ? leafIn(coreSection, keys.slice(1)) : undefined);
  if (leaf)
    return { meant: [ignored(leaf.reader, leaf.property, leaf.reader === 'output' ? 'producer' : 'consumer', value)], unknown: undefined };
  if (role === undefined || !second) return nothing;
  const rest = keys.slice(1);
  const key = mapKey(rest[0] && relaxed(rest[0].text) === 'configuration' ? rest.slice(1) : rest);
  const property = propertiesOf(role).find(({ name }) => bare(name) === bare(key))?.name;
  if (property !== undefined)
    return { meant: [ignored(role === 'consumer' ? 'input' : 'output', property, role, value)], unknown: undefined };
  const candidates = [...namesIn(area.kind === 'core' ? coreSection : kafkaSection, section), ...namesIn(other, section)];
  // of what the other half knows nothing can be said here
  if (isKnown(other, keys)) return nothing;
  return { meant: [], unknown: { role, key: mapKey(rest), candidates } };
}

function inBinder(keys: readonly Element[], value: SettingValue): Found {
  const key = mapKey(keys);
  for (const role of ['producer', 'consumer'] as const) {
    const property = propertiesOf(role).find(({ name }) => bare(name) === bare(key))?.name;
    if (property !== undefined)
      return { meant: [ignored(role === 'producer' ? 'producers' : 'consumers', property, role, value)], unknown: undefined };
  }
  const candidates = [...binderSection.leaves, ...binderSection.maps].map(({ path }) => path.join('.')).concat(binderSection.others);
  return keys.length === 1 ? { meant: [], unknown: { role: 'producer', key, candidates } } : nothing;
}

function ignored(reader: Meant['reader'], property: string, role: Role, value: SettingValue): Meant {
  return { reader, property, value, rank: 0, ignored: { why: 'other-section', worksAs: { property, role } } };
}

function leafIn({ leaves }: Section, keys: readonly Element[]): Leaf | undefined {
  const wanted = keys.map(({ text }) => relaxed(text)).join('.');
  return leaves.find(({ path, goneSince }) => goneSince === undefined && path.map(relaxed).join('.') === wanted);
}

function isKnown({ others, maps }: Section, keys: readonly Element[]): boolean {
  const wanted = keys.map(({ text }) => relaxed(text)).join('.');
  return [...others, ...maps.map(({ path }) => path.join('.'))].some(one =>
    `${wanted}.`.startsWith(`${one.split('.').map(relaxed).join('.')}.`),
  );
}

function namesIn({ leaves, maps, others }: Section, section: string): readonly string[] {
  const paths = [...leaves.filter(({ goneSince }) => goneSince === undefined), ...maps].map(({ path }) => path.join('.'));
  return [...paths, ...others].filter(one => one.startsWith(`${section}.`)).map(one => one.slice(section.length + 1));
}
