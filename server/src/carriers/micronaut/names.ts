import { textOf } from '../../syntax/key-text.js';
import type { Entry } from '../../syntax/syntax.js';

/** The sections of `kafka` that hold clients by name. */
export const sections = { producers: 'producer', consumers: 'consumer', streams: 'streams' } as const;
export type Section = keyof typeof sections;

/** What a key below `kafka` is to Micronaut. */
export type Name =
  /** Handed to every client: all keys below `kafka` that belong to no section. */
  | { readonly kind: 'common'; readonly key: string }
  | {
      readonly kind: 'client';
      readonly section: Section;
      /** As Micronaut calls the client: in kebab case. */
      readonly client: string;
      readonly key: string;
      /** False where the client is written in another spelling than kebab case, and Micronaut does not find its keys. */
      readonly found: boolean;
    }
  /** Micronaut's own, or nothing that a client gets. */
  | { readonly kind: 'other' };

/**
 * Micronaut's normal form of a name: lower case with hyphens, `orderGroup` and `order_group` are `order-group`.
 * Source: io.micronaut.core.naming.NameUtils#hyphenate (micronaut-core 4.9.12).
 */
export function hyphenated(name: string): string {
  const kebab = name.replace(/[_ -]+/g, '-').replace(/-$/, '');
  return kebab.replace(/[A-Z]/g, (letter, at: number) => `${beginsWord(kebab.slice(0, at)) ? '-' : ''}${letter.toLowerCase()}`);
}

/** Whether a capital after this text begins a word of its own. */
function beginsWord(text: string): boolean {
  return !/(^|[A-Z.-]|[A-Z-]\d)$/.test(text);
}

/** The key of an entry as Micronaut joins it from what is nested; a list is one value. */
export function rawKey({ path }: Entry): string {
  const item = path.findIndex(({ kind }) => kind === 'item');
  const keys = item < 0 ? path : path.slice(0, item);
  return keys.map(textOf).join('.');
}

/** A quick look at the first key, as most entries of an application are none of Kafka's. */
export function mayBeKafka({ path: [first] }: Entry): boolean {
  return first?.kind === 'key' && /^kafka/i.test(first.text);
}

/**
 * What the key is to Micronaut; undefined where it is not below `kafka`. Keys for all clients, and of streams, are taken in their normal
 * form; those of a producer or consumer as they are written, and only below the client's name in kebab case.
 * Sources: AbstractKafkaConfiguration#toKafkaProperties, KafkaProducerConfiguration, KafkaConsumerConfiguration and
 * KafkaStreamsConfiguration of micronaut-kafka 5.9.0; PropertySourcePropertyResolver#getProperties of micronaut-core 4.9.12.
 */
export function nameOf(raw: string): Name | undefined {
  const normal = hyphenated(raw);
  if (!normal.startsWith('kafka.')) return undefined;
  const below = normal.slice('kafka.'.length);
  const [, section, client, key = ''] = /^(producers|consumers|streams)\.([^.]+)\.(.+)$/.exec(below) ?? [];
  if (section !== undefined && client !== undefined) {
    const written = raw.split('.').slice(3).join('.');
    if (section === 'streams') return { kind: 'client', section, client, key, found: true };
    const found = raw.startsWith(`kafka.${section}.${client}.`);
    return { kind: 'client', section: section as Section, client, key: written, found };
  }
  return isCommon(below) ? { kind: 'common', key: below } : { kind: 'other' };
}

/** Whether a key below `kafka` reaches every client. */
export function isCommon(key: string): boolean {
  return key !== '' && !/^(embedded|consumers|producers|streams)/.test(key);
}
