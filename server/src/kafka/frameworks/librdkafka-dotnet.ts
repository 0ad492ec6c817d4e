import type { Property } from '../property.js';
import { allWords, librdkafkaProperty, librdkafkaTable } from './librdkafka.js';
import { librdkafkaText } from './librdkafka-value.js';

/**
 * The classes ClientConfig, ProducerConfig and ConsumerConfig of Confluent.Kafka for .NET, to which a section of `appsettings.json` is
 * bound: `BootstrapServers` is `bootstrap.servers`, and words are the names of enumerations, in any case or by their number.
 * Sources: src/ConfigGen/Program.cs and src/Confluent.Kafka/Config_gen.cs of confluentinc/confluent-kafka-dotnet, whose names
 * `test/conformance/librdkafka/dotnet.json` has; Microsoft.Extensions.Configuration.Binder, which binds by name.
 */

/** Of several names of a property the one that the classes have, where that is not the canonical one: PreferredNames of ConfigGen. */
const preferred: ReadonlyMap<string, string> = new Map([
  ['max.in.flight.requests.per.connection', 'max.in.flight'],
  ['retries', 'message.send.max.retries'],
  ['delivery.timeout.ms', 'message.timeout.ms'],
]);

/** What the classes leave out: RemoveLegacyOrNotRelevant of ConfigGen, where every name with an underscore is one of these. */
const leftOut =
  /_|^(consume\.callback\.max\.messages|offset\.store\.(path|sync\.interval\.ms)|builtin\.features|produce\.offset\.report|delivery\.report\.only\.error|topic\.metadata\.refresh\.fast\.cnt|reconnect\.backoff\.jitter\.ms|socket\.blocking\.max\.ms|auto\.commit\.enable|queuing\.strategy)$/;

/** Enumerations whose names do not follow from librdkafka's words, or are not all of them; in the order of their numbers. */
const enumerations: Readonly<Record<string, readonly (readonly [name: string, word: string])[]>> = {
  'auto.offset.reset': pairs('Latest=latest Earliest=earliest Error=error'),
  partitioner: pairs('Random=random Consistent=consistent ConsistentRandom=consistent_random Murmur2=murmur2 Murmur2Random=murmur2_random'),
  'partition.assignment.strategy': pairs('Range=range RoundRobin=roundrobin CooperativeSticky=cooperative-sticky'),
  'sasl.mechanism': pairs('Gssapi=GSSAPI Plain=PLAIN ScramSha256=SCRAM-SHA-256 ScramSha512=SCRAM-SHA-512 OAuthBearer=OAUTHBEARER'),
};
/** The only one that has numbers of its own. */
const acks = pairs('None=0 Leader=1 All=all');

/** What the classes have besides librdkafka's properties, with the key that a dictionary of strings takes for it. */
const own = {
  EnableDeliveryReports: 'dotnet.producer.enable.delivery.reports',
  EnableBackgroundPoll: 'dotnet.producer.enable.background.poll',
  DeliveryReportFields: 'dotnet.producer.delivery.report.fields',
  ConsumeResultFields: 'dotnet.consumer.consume.result.fields',
  CancellationDelayMaxMs: 'dotnet.cancellation.delay.max.ms',
} as const;

/** The one of them that decides about durability: without delivery reports nobody learns of a record that was not delivered. */
export const dotnetAttributes: readonly Property[] = [
  { name: 'dotnet:EnableDeliveryReports', role: 'librdkafka-producer', type: 'boolean', defaults: [], validity: undefined },
];

const names: ReadonlyMap<string, string> = new Map(
  librdkafkaTable.flatMap(({ name }) => (leftOut.test(name) ? [] : [[name, classNameOf(preferred.get(name) ?? name)] as const])),
);
const properties: ReadonlyMap<string, string> = new Map([...names].map(([property, name]) => [name, property]));

/** The name of a property in the classes; undefined where they do not have it. */
export function dotnetName(property: string): string | undefined {
  return property.startsWith('dotnet:') ? property.slice('dotnet:'.length) : names.get(property);
}

/** The property that a name in the classes stands for, canonical or an attribute of .NET's own; undefined where they have no such name. */
export function dotnetProperty(name: string): string | undefined {
  return properties.get(name) ?? (Object.hasOwn(own, name) ? `dotnet:${name}` : undefined);
}

/** The same for a key of .NET's own in a dictionary of strings. */
export function dotnetOwnKey(key: string): string | undefined {
  return ownKeys.get(key);
}

const ownKeys: ReadonlyMap<string, string> = new Map(Object.entries(own).map(([name, key]) => [key, `dotnet:${name}`]));

/** All of those keys. */
export const dotnetOwnKeys: readonly string[] = [...ownKeys.keys()];

/** The word of librdkafka for a name or number of an enumeration; unchanged where it is none. */
export function fromDotnet(property: string, value: string): string {
  if (property === 'acks') return acks.find(([name]) => isSame(name, value))?.[1] ?? value;
  const words = enumerationOf(property);
  const found = words.find(([name]) => isSame(name, value)) ?? (/^\d+$/.test(value.trim()) ? words[Number(value)] : undefined);
  return found?.[1] ?? value;
}

/** The name in an enumeration for a word of librdkafka; unchanged where the property is no enumeration. */
export function toDotnet(property: string, value: string): string {
  const known = librdkafkaProperty(property);
  if (!known) return value;
  const printed = (text: string): string => librdkafkaText(known, text);
  const words = property === 'acks' ? acks : enumerationOf(property);
  return words.find(([, word]) => printed(word) === printed(value))?.[0] ?? value;
}

function enumerationOf(property: string): readonly (readonly [name: string, word: string])[] {
  const found = enumerations[property];
  const known = librdkafkaProperty(property);
  if (found || known?.type !== 'word') return found ?? [];
  return allWords(known.words).map(word => [classNameOf(word), word]);
}

/** `max.in.flight` is MaxInFlight, and `read_committed` ReadCommitted: ConfigNameToDotnetName and EnumNameToDotnetName of ConfigGen. */
function classNameOf(name: string): string {
  return name
    .split(/[._-]/)
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** Names of enumerations are read in any case: System.ComponentModel.EnumConverter. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

function pairs(text: string): readonly (readonly [string, string])[] {
  return text.split(' ').map(pair => {
    const [name = '', word = ''] = pair.split('=');
    return [name, word];
  });
}
