import { librdkafkaRoles } from '../../kafka/frameworks/librdkafka.js';
import type { Role } from '../../kafka/property.js';

/** `librdkafka_options` of Vector, the prefix `rdkafka.` of Fluent Bit, and sections that say it. */
const handedOverName = /^(lib)?rdkafka([-_]?(options|config|conf|opts))?$/i;
/** Below these a program keeps what librdkafka has in two maps. */
const partNames = /^(global|topic|default[-_.]?topic([-_.]?conf(ig)?)?|topic[-_.]?conf(ig)?|default)$/i;
const producerNames = /(^|[-_.#])(producers?|publishers?|sinks?|outputs?|writers?)($|[-_.#])/i;
const consumerNames = /(^|[-_.#])(consumers?|subscribers?|sources?|inputs?|readers?)($|[-_.#])/i;

/**
 * Whether a program hands over to librdkafka what stands below this path, as Fluent Bit, Vector and .NET Aspire do. Source:
 * DefaultConfigSectionName of Aspire's AspireKafkaProducerExtensions.
 */
export function isHandedOver(path: readonly string[]): boolean {
  return path.some((word, i) => handedOverName.test(word) || (word === 'Kafka' && path[i - 1] === 'Confluent'));
}

/** Whether the name is that of a part of one client's keys. */
export function isPartName(name: string): boolean {
  return partNames.test(name);
}

/** Whether the name says which client it is. */
export function saysWhich(name: string): boolean {
  return rolesNamed(name).length > 0;
}

/** The clients that a name speaks of: `orders-producer`, `ConsumerSettings`. */
export function rolesNamed(name: string): readonly Role[] {
  const spaced = name.replace(/([a-z\d])([A-Z])/g, '$1-$2');
  return librdkafkaRoles.filter(role => (role === 'librdkafka-producer' ? producerNames : consumerNames).test(spaced));
}

/** The clients that the innermost name of a path speaks of. */
export function rolesOfPath(path: readonly string[]): readonly Role[] {
  return rolesNamed(path.findLast(saysWhich) ?? '');
}

/** The path of the client, without the map that holds one part of its keys. */
export function withoutParts(path: readonly string[]): readonly string[] {
  const end = [3, 2, 1].find(count => count <= path.length && partNames.test(path.slice(-count).join('.')));
  return end === undefined ? path : path.slice(0, -end);
}
