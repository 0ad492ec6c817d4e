import type { Ignored } from '../../config/setting.js';
import { propertyNamed } from '../../kafka/frameworks/frameworks.js';
import type { Property, Role } from '../../kafka/property.js';
import { knows } from '../shared/layout.js';
import { attributeNames, isConnectorsOwn } from './attributes.js';
import type { Direction } from './names.js';

/** Who reads the configuration of a channel. */
export function roleOf(direction: Direction): 'consumer' | 'producer' {
  return direction === 'incoming' ? 'consumer' : 'producer';
}

/** The name of one of the connector's attributes among the properties. */
export function attributeNamed(role: Role, key: string): Property | undefined {
  return propertyNamed(role, `smallrye:${key}`);
}

/** A key that sets a property of the client, or an attribute of the connector that is one here. */
export interface KeyOfProperty {
  readonly kind: 'property';
  readonly property: string;
  readonly attribute: Property | undefined;
  /** Written with underscores: the right spelling beside it wins. */
  readonly weak: boolean;
  readonly ignored: Ignored | undefined;
}

/** What a key below a channel is. */
export type KeyMeaning =
  | KeyOfProperty
  /** The connector's own, and no rule knows it. */
  | { readonly kind: 'attribute' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unknown' };

/** What the key means for a client of that role. A key in quotes, as YAML makes of one with dots, reaches Kafka with its quotes. */
export function meaningOf(direction: Direction, key: string): KeyMeaning {
  const role = roleOf(direction);
  const plain = key.replaceAll('"', '');
  const attribute = attributeNamed(role, plain);
  const property = attribute?.name ?? (knows(role, plain) ? plain : undefined);
  if (property !== undefined) {
    const ignored = plain === key ? undefined : ({ why: 'dots-in-key', worksAs: { property, role } } as const);
    return { kind: 'property', property, attribute, weak: false, ignored };
  }
  const spelled = fromEnvironment(key);
  if (spelled !== key && knows(role, spelled)) {
    const ignored = readByName.has(spelled) ? ({ why: 'other-spelling', worksAs: { property: spelled, role } } as const) : undefined;
    return { kind: 'property', property: spelled, attribute: undefined, weak: true, ignored };
  }
  if (attributeNames[direction].has(plain)) return { kind: 'attribute' };
  // the producer of a dead letter queue takes the keys of its channel
  const others = direction === 'incoming' && knows('producer', plain);
  return others || isConnectorsOwn(direction, plain) ? { kind: 'foreign' } : { kind: 'unknown' };
}

/** The connector reads these by their own names only. Sources: getAcks and getGroupId of the configurations of KafkaConnector. */
export const readByName: ReadonlySet<string> = new Set(['acks', 'group.id']);

/** Names of environment variables are turned into Kafka's. Source: JsonHelper.extractConfigKey. */
function fromEnvironment(key: string): string {
  return key.includes('_') || key.toUpperCase() === key ? key.toLowerCase().replaceAll('_', '.') : key;
}
