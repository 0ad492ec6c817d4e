import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Case } from './comparison.js';

/** A key and a value as an application hands them to `rd_kafka_conf_set`, in this order. */
export type Pair = readonly [key: string, value: string];

export type Client = 'producer' | 'consumer';
export const clients: readonly Client[] = ['producer', 'consumer'];

/** What the classes of Confluent.Kafka have, as their generated source says. */
interface Classes {
  readonly classes: Readonly<Record<string, readonly (readonly [name: string, key: string, type: string])[]>>;
  readonly enumerations: Readonly<Record<string, readonly string[]>>;
}

const recorded = JSON.parse(readFileSync('test/conformance/librdkafka/dotnet.json', 'utf8')) as Classes;

/** A property of the classes of .NET. */
export interface ClassProperty {
  readonly name: string;
  readonly key: string;
  /** The names of its enumeration in the order of their numbers; empty where it is none. */
  readonly members: readonly string[];
}

/** The properties of the class that one client is made from. */
export function classOf(client: Client): readonly ClassProperty[] {
  const names = ['ClientConfig', client === 'producer' ? 'ProducerConfig' : 'ConsumerConfig'];
  const rows = names.flatMap(name => recorded.classes[name] ?? []);
  return rows.map(([name, key]) => ({ name, key, members: (recorded.enumerations[name] ?? []).map(member => member.replace(/=.*/, '')) }));
}

/** What the program of each kind hands over that reads such a file for one client. */
export function handedOver({ path, text }: Case, client: Client): readonly Pair[] {
  if (path.includes('appsettings')) return byClass(documentIn(text), client);
  if (path.endsWith('.json')) return fromMap(documentIn(text), client);
  if (path.endsWith('.yaml')) return fromMap(parse(text), client);
  return text.split('\n').flatMap((line): readonly Pair[] => {
    const [, key, value] = /^\s*([^\s=:[#]+)(?:\s*[=:]\s*|\s+)(.*)$/.exec(line) ?? [];
    return key === undefined || key === 'Name' ? [] : [[key.replace(/^rdkafka\./, ''), (value ?? '').trim()]];
  });
}

/** Nothing for a text that is not JSON, as one is that loses a line. */
function documentIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Programs take the section of the client, with what stands around it before, and join the keys that they nested. */
function fromMap(document: unknown, client: string): readonly Pair[] {
  if (!isMap(document)) return [];
  return Object.entries(document).flatMap(([key, value]): readonly Pair[] => {
    if (['kafka', 'topic', 'default.topic.config', client].includes(key)) return fromMap(value, client);
    if (['producer', 'consumer', 'logging'].includes(key)) return [];
    if (!isMap(value)) return [[key, String(value)]];
    return fromMap(value, client).map(([rest, one]): Pair => [`${key}.${rest}`, one]);
  });
}

/**
 * The binder of .NET sets the properties of the class, whose setters hand them on. Sources: the setters in Config_gen.cs, and SetObject of
 * src/Confluent.Kafka/Config.cs, which makes small letters of an enumeration's name where it has no other word for it.
 */
function byClass(document: unknown, client: Client): readonly Pair[] {
  const section = client === 'producer' ? 'Producer' : 'Consumer';
  const found = isMap(document) && isMap(document.Kafka) ? { ...document.Kafka, ...asMap(document.Kafka[section]) } : {};
  const own = classOf(client);
  return Object.entries(found).flatMap(([name, value]): readonly Pair[] => {
    const property = own.find(one => one.name === name);
    if (!property || property.key.startsWith('dotnet.') || isMap(value)) return [];
    return [[property.key, property.members.length === 0 ? String(value) : wordOf(property, String(value))]];
  });
}

const otherWords: Readonly<Record<string, string>> = {
  SaslPlaintext: 'sasl_plaintext',
  SaslSsl: 'sasl_ssl',
  ConsistentRandom: 'consistent_random',
  Murmur2Random: 'murmur2_random',
  ReadCommitted: 'read_committed',
  ReadUncommitted: 'read_uncommitted',
};
const numbersOfAcks: Readonly<Record<string, string>> = { None: '0', Leader: '1', All: '-1' };

function wordOf({ name, members }: ClassProperty, value: string): string {
  const member = members.find(one => one.toLowerCase() === value.toLowerCase());
  if (name === 'Acks') return numbersOfAcks[member ?? ''] ?? value;
  const found = member ?? members[Number(value)] ?? value;
  return otherWords[found] ?? found.toLowerCase();
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return isMap(value) ? value : {};
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
