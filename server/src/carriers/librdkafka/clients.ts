import { librdkafkaProperty, librdkafkaRoles } from '../../kafka/frameworks/librdkafka.js';
import type { Role } from '../../kafka/property.js';
import type { Document } from '../../syntax/syntax.js';
import {
  containerId,
  containersOf,
  directKeys,
  idsAround,
  isInside,
  type Container,
  type DirectKey,
  type HeldKey,
} from '../shared/containers.js';
import { ownerOf } from './keys.js';
import { keysBySections, type Section } from './sections.js';

/** A place in which a client of librdkafka is configured. */
export interface Client {
  readonly container: Container;
  /** Without the subsections `topic` and `global`, in which some keep a part of the keys. */
  readonly path: readonly string[];
  readonly roles: readonly Role[];
  /** An option of another program is handed over to librdkafka: Fluent Bit and Vector. */
  readonly handedOver: boolean;
}

/** What a document has of librdkafka. */
export interface Clients {
  readonly clients: readonly Client[];
  /** What stands directly in a place, by the id of the place. */
  readonly direct: ReadonlyMap<string, readonly DirectKey[]>;
  /** Keys that speak for librdkafka, the strongest first. */
  readonly evidence: readonly HeldKey[];
  readonly certainty: 'own-keys' | 'shared-keys' | 'sections';
}

/** `librdkafka_options` of Vector, the prefix `rdkafka.` of Fluent Bit, and sections that say it. */
const handedOverName = /^(lib)?rdkafka([-_]?(options|config|conf|opts))?$/i;
/** Below these a program keeps what librdkafka has in two maps. */
const partNames = /^(global|topic|default[-_.]?topic([-_.]?conf(ig)?)?|topic[-_.]?conf(ig)?|default)$/i;
const producerNames = /(^|[-_.#])(producers?|publishers?|sinks?|outputs?|writers?)($|[-_.#])/i;
const consumerNames = /(^|[-_.#])(consumers?|subscribers?|sources?|inputs?|readers?)($|[-_.#])/i;
/** Frameworks of Java that have a section of their own. */
const javaRoots = /^(spring|mp|quarkus|camel|micronaut|ksql|kafkastore)$/i;

/** The clients of librdkafka in a document; undefined where there are none, or too little says so. */
export function clientsIn(document: Document, path: string): Clients | undefined {
  const { keys, sections } = keysBySections(document);
  const containers = containersOf(keys, key => librdkafkaProperty(key)?.name).filter(({ path: [root] }) => !javaRoots.test(root ?? ''));
  if (sections.length === 0 && !containers.some(mayBe)) return undefined;
  const direct = directKeys(keys);
  const brokers = containers.filter(({ held }) => held.some(({ property }) => property === 'bootstrap.servers'));
  const [aroundBrokers, withBrokers] = [new Set(brokers.flatMap(idsAround)), new Set(brokers.map(idOf))];
  const weighed = containers.map(container => {
    const near = aroundBrokers.has(idOf(container)) || idsAround(container).some(id => withBrokers.has(id));
    return weigh(container, direct.get(idOf(container)) ?? [], near);
  });
  const bySections = sections.length > 0 && isByConfigParser(sections, weighed);
  const sure = weighed.filter(one => bySections || speaks(one));
  if (sure.length === 0) return undefined;
  const taken = takenWith(sure, weighed);
  const evidence = sure.flatMap(({ own, shared, container, handedOver }) => [
    ...own,
    ...shared,
    ...(bySections || handedOver ? container.held : []),
  ]);
  const certain = sure.some(one => one.own.length > 0 || one.handedOver);
  const certainty = certain ? 'own-keys' : bySections ? 'sections' : 'shared-keys';
  return { clients: taken.map(one => clientOf(one, taken, path)), direct, evidence, certainty };
}

interface Weighed {
  readonly container: Container;
  readonly own: readonly HeldKey[];
  readonly shared: readonly HeldKey[];
  /** Keys beside them that librdkafka refuses and Java reads. */
  readonly java: number;
  readonly scala: boolean;
  /** Addresses of brokers stand here, in a mapping around this one, or in one inside of it. */
  readonly brokers: boolean;
  readonly handedOver: boolean;
}

/** A quick look: without such a key it is nobody's whom librdkafka serves. */
function mayBe({ held, path }: Container): boolean {
  return path.some(word => handedOverName.test(word)) || held.some(({ key }) => ['own', 'shared'].includes(ownerOf(key)));
}

function weigh(container: Container, beside: readonly DirectKey[], brokers: boolean): Weighed {
  const owners = beside.map(({ key }) => ownerOf(key));
  return {
    container,
    own: container.held.filter(({ key }) => ownerOf(key) === 'own'),
    shared: container.held.filter(({ key }) => ownerOf(key) === 'shared'),
    java: owners.filter(owner => owner === 'java').length,
    scala: owners.includes('scala'),
    brokers,
    handedOver: container.path.some(word => handedOverName.test(word)),
  };
}

/** Whether the container says by itself that librdkafka reads it. */
function speaks({ own, shared, java, scala, brokers, handedOver }: Weighed): boolean {
  if (handedOver) return true;
  if (scala || own.length + shared.length <= java) return false;
  return own.length > 1 || (brokers && own.length + shared.length > 0);
}

/** Those that speak, the sections around them with what holds for all clients, and the clients inside of these. */
function takenWith(sure: readonly Weighed[], all: readonly Weighed[]): readonly Weighed[] {
  const aroundSure = new Set(sure.flatMap(({ container }) => idsAround(container)));
  const outer = all.filter(one => sure.includes(one) || (one.brokers && !one.scala && aroundSure.has(idOf(one.container))));
  const ids = new Set(outer.map(({ container }) => idOf(container)));
  return all.filter(one => outer.includes(one) || (!one.scala && one.java <= one.container.held.length && isPartOfOne(one.container, ids)));
}

/** Whether it is the section of a client, such as `consumer`, or of a part of its keys, inside of one of these. */
function isPartOfOne({ part, path }: Container, ids: ReadonlySet<string>): boolean {
  const whole = withoutParts(path);
  const names = whole.length - whole.findLastIndex(word => !saysWhich(word)) - 1;
  return Array.from({ length: names + 1 }, (_, i) => whole.length - i).some(length => ids.has(containerId(part, whole.slice(0, length))));
}

function saysWhich(word: string): boolean {
  return producerNames.test(word) || consumerNames.test(word);
}

/** The path of the client, without the map that holds one part of its keys. */
function withoutParts(path: readonly string[]): readonly string[] {
  const end = [3, 2, 1].find(count => count <= path.length && partNames.test(path.slice(-count).join('.')));
  return end === undefined ? path : path.slice(0, -end);
}

/** `[default]`, `[consumer]` and `[producer]` as Python's configparser reads them; Java has no sections. */
function isByConfigParser(sections: readonly Section[], weighed: readonly Weighed[]): boolean {
  const usual = sections.every(({ name }) => partNames.test(name) || saysWhich(name));
  return usual && weighed.some(({ brokers }) => brokers) && weighed.every(({ java, scala }) => java === 0 && !scala);
}

function clientOf({ container, handedOver }: Weighed, all: readonly Weighed[], file: string): Client {
  const path = withoutParts(container.path);
  const inside = all.map(one => one.container).filter(one => isInside(one, { part: container.part, path }));
  const byName = rolesNamed(container.path.join('.'));
  const byKeys = librdkafkaRoles.filter(role => inside.some(one => isFor(role, one)));
  const byFile = rolesNamed(file.slice(file.lastIndexOf('/') + 1));
  const roles = [byName, byKeys, byFile].find(some => some.length > 0) ?? ['librdkafka-producer'];
  return { container, path, roles, handedOver };
}

function rolesNamed(name: string): readonly Role[] {
  return librdkafkaRoles.filter(role => (role === 'librdkafka-producer' ? producerNames : consumerNames).test(name));
}

/** Whether a client of that role is configured there, by the name of the place or else by its keys. */
function isFor(role: Role, { path, held }: Container): boolean {
  const named = rolesNamed(path.join('.'));
  if (named.length > 0) return named.includes(role);
  const reader = role === 'librdkafka-producer' ? 'producer' : 'consumer';
  return held.some(({ key }) => librdkafkaProperty(key)?.reader === reader);
}

function idOf({ part, path }: Container): string {
  return containerId(part, path);
}
