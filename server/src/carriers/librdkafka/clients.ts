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
  type WordedKey,
} from '../shared/containers.js';
import { isForAnybody, isOfDotnet, mayEnd, ownerOf, propertyBy } from './keys.js';
import { isPartName, rolesNamed, rolesOfPath, saysWhich, withoutParts } from './names.js';
import { keysBySections, type Section } from './sections.js';
import { idOf, mayBe, speaks, weighAll, type Weighed } from './weigh.js';

/** A place in which a client of librdkafka is configured. */
export interface Client {
  readonly container: Container;
  /** Without the subsections `topic` and `global`, in which some keep a part of the keys. */
  readonly path: readonly string[];
  readonly roles: readonly Role[];
  /** Everything is here that the client gets: no program hands it more, and no code picks from it. */
  readonly whole: boolean;
}

/** What a document has of librdkafka. */
export interface Clients {
  readonly clients: readonly Client[];
  /** What stands directly in a place, by the id of the place. */
  readonly direct: ReadonlyMap<string, readonly DirectKey[]>;
  /** Keys that speak for librdkafka, the strongest first. */
  readonly evidence: readonly HeldKey[];
  readonly certainty: 'own-keys' | 'shared-keys' | 'sections';
  /** Some client is configured by the classes for .NET. */
  readonly dotnet: boolean;
}

/** Frameworks of Java that have a section of their own. */
const javaRoots = /^(spring|mp|quarkus|camel|micronaut|ksql|kafkastore)(\.|$)/i;

/** What is known of a document besides what stands in it. */
export interface Given {
  /** Empty where it is not known. */
  readonly path: string;
  /** Whose keys they are where nothing says which client it is. */
  readonly roles?: readonly Role[];
  /** Somebody says that librdkafka reads it. */
  readonly asked?: boolean;
}

/** The clients of librdkafka in a document; undefined where there are none, or too little says so. */
export function clientsIn(document: Document, given: Given): Clients | undefined {
  const entries = document.entries.filter(({ path: [root] }) => root?.kind !== 'key' || !javaRoots.test(root.text));
  const { keys, sections } = keysBySections({ ...document, entries });
  const likely = keys.filter(({ words }) => words.slice(-1).some(word => mayEnd(word, document.syntax)));
  const found = containersOf(likely, key => propertyBy(key, document.syntax));
  if (given.asked !== true && ((sections.length === 0 && !found.some(mayBe)) || keys.some(isConnectors))) return undefined;
  const direct = directKeys(keys);
  const weighed = weighAll(found, direct, document.syntax);
  const bySections = sections.length > 0 && isByConfigParser(sections, weighed);
  const sure = weighed.filter(one => bySections || given.asked === true || speaks(one));
  if (sure.length === 0) return undefined;
  const taken = takenWith(sure, weighed);
  const evidence = sure.flatMap(({ own, shared, dotnet, container, handedOver }) => [
    ...own,
    ...shared,
    ...(bySections || handedOver ? container.held : []),
    ...dotnet,
  ]);
  const strangers = found.some(({ held }) => held.some(isOfDotnet)) ? strangersIn(keys, found) : new Set<string>();
  const clients = taken.map(one => clientOf(one, taken, strangers, given));
  const dotnet = clients.some(({ container }) => container.held.some(isOfDotnet));
  const certain = sure.some(one => one.own.length > 0 || one.handedOver) || (dotnet && isOfDotnetWholly(clients, sure, given.path));
  const certainty = certain ? 'own-keys' : bySections ? 'sections' : 'shared-keys';
  return { clients, direct, evidence, certainty, dotnet };
}

/** A connector of Kafka Connect, whose clients are Java's. */
function isConnectors({ words }: WordedKey): boolean {
  return words.at(-1) === 'class' && words.at(-2) === 'connector';
}

/** Whether every client is bound to a class as a whole, and the file or a name of librdkafka alone says that it is one of these. */
function isOfDotnetWholly(clients: readonly Client[], sure: readonly Weighed[], file: string): boolean {
  const single = clients.filter(({ container }) => librdkafkaRoles.some(role => holdsKeyOf(role, container)));
  const own = sure.some(({ dotnet }) => dotnet.some(({ property }) => ownerOf(property) === 'own'));
  return single.length > 0 && single.every(({ whole }) => whole) && (own || /(^|\/)appsettings(\.[^/]+)?\.json$/i.test(file));
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

/** `[default]`, `[consumer]` and `[producer]` as Python's configparser reads them; Java has no sections. */
function isByConfigParser(sections: readonly Section[], weighed: readonly Weighed[]): boolean {
  const usual = sections.every(({ name }) => isPartName(name) || saysWhich(name));
  return usual && weighed.some(({ brokers }) => brokers) && weighed.every(({ java, scala }) => java === 0 && !scala);
}

/** The places, and all around them, in which something stands that is no key of a client. */
function strangersIn(keys: readonly WordedKey[], containers: readonly Container[]): ReadonlySet<string> {
  const known = new Set(containers.flatMap(({ held }) => held.map(({ entry }) => entry)));
  const strangers = keys.filter(({ entry }) => !known.has(entry));
  return new Set(strangers.flatMap(({ entry: { part }, words }) => idsAround({ part, path: words })));
}

function clientOf(weighed: Weighed, all: readonly Weighed[], strangers: ReadonlySet<string>, given: Given): Client {
  const { container, handedOver } = weighed;
  const path = withoutParts(container.path);
  const inside = all.map(one => one.container).filter(one => isInside(one, { part: container.part, path }));
  const byName = rolesOfPath(container.path);
  const byKeys = librdkafkaRoles.filter(role => inside.some(one => isFor(role, one, ({ property }) => !isForAnybody(property))));
  const byAnyKey = librdkafkaRoles.filter(role => inside.some(one => isFor(role, one, () => true)));
  const byFile = rolesNamed(given.path.slice(given.path.lastIndexOf('/') + 1));
  const roles = [byName, byKeys, byFile, given.roles ?? [], byAnyKey].find(some => some.length > 0) ?? ['librdkafka-producer'];
  // code picks from a section that holds more than the class has
  const bound = saysWhich(path.at(-1) ?? '') && !strangers.has(containerId(container.part, path));
  return { container, path, roles, whole: !handedOver && (bound || !container.held.some(isOfDotnet)) };
}

/** Whether a client of that role is configured there, by the name of the place or else by its keys. */
function isFor(role: Role, { path, held }: Container, counts: (key: HeldKey) => boolean): boolean {
  const named = rolesOfPath(path);
  return named.length > 0 ? named.includes(role) : holdsKeyOf(role, { held: held.filter(counts) });
}

/** Whether a key stands there that only this client reads. */
function holdsKeyOf(role: Role, { held }: Pick<Container, 'held'>): boolean {
  const reader = role === 'librdkafka-producer' ? 'producer' : 'consumer';
  return held.some(({ property }) => librdkafkaProperty(property)?.reader === reader);
}
