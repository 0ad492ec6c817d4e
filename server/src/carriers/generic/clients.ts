import { textOf } from '../../syntax/key-text.js';
import type { Document, PathSegment } from '../../syntax/syntax.js';
import {
  containerId,
  containersOf,
  directKeys,
  idsAround,
  wordedKeys,
  type Container,
  type HeldKey,
  type WordedKey,
} from '../shared/containers.js';
import { perDocument } from '../shared/per-document.js';
import { usualStyle, type Style } from '../shared/styles.js';
import { isReadByOthers, otherParts } from './deployment.js';
import { clientRoles, fits, isOfOne, isOthers, mayMatter, propertyMeant, type ClientRole } from './keys.js';

/** A section of an application that holds the keys of a producer, a consumer, or both. */
export interface ClientSection {
  readonly container: Container;
  readonly roles: readonly ClientRole[];
  /** How most of its keys are written. */
  readonly style: Style;
  /** The keys that say so. */
  readonly evidence: readonly HeldKey[];
}

/** Names that an application gives the section of a client. */
const roleNames: Readonly<Record<ClientRole, RegExp>> = {
  producer: /(^|[-_])(producers?|publishers?|senders?|sinks?|outputs?)($|[-_])/i,
  consumer: /(^|[-_])(consumers?|subscribers?|listeners?|receivers?|sources?|inputs?)($|[-_])/i,
};
/** Names of a section that says no more than that settings follow. */
const settingsName =
  /(^|[-_.])(kafka|properties|props|config|configs|configuration|settings|options|conf|client|clients|common|defaults?)$/i;
const kafkaName = /kafka/i;
/** How far inside of the section with the addresses a client may be named. */
const farthest = 4;
/** One key tells nothing, but beside the name of the client. */
const enough = 2;

/** The sections of clients in a document, by their keys and by the addresses of brokers in or around them. */
export const clientSections = perDocument(sectionsIn);

function sectionsIn(document: Document): readonly ClientSection[] {
  const keys = applicationsKeys(document);
  const containers = containersOf(keys, propertyMeant);
  const withBrokers = containers.filter(({ held }) => held.some(isAddress));
  if (withBrokers.length === 0) return [];
  const near = nearnessTo(withBrokers);
  const direct = directKeys(keys);
  return containers.flatMap((container): readonly ClientSection[] => {
    if (!near(container) || (direct.get(idOf(container)) ?? []).some(({ key }) => isOthers(key))) return [];
    const roles = rolesOf(container);
    const evidence = container.held.filter(held => isAddress(held) || roles.some(role => tells(held, role)));
    return roles.length === 0 ? [] : [{ container, roles, style: usualStyle(container.held.map(({ key }) => key)) ?? 'dotted', evidence }];
  });
}

function applicationsKeys(document: Document): readonly WordedKey[] {
  const others = otherParts(document);
  const entries = document.entries.filter(({ part, path }) => !others.has(part) && mayMatter(lastWordOf(path)));
  return wordedKeys({ ...document, entries }).filter(({ words }) => !isReadByOthers(words));
}

function lastWordOf(path: readonly PathSegment[]): string {
  const last = path.findLast(({ kind }) => kind === 'key');
  const text = last ? textOf(last) : '';
  return text.slice(text.lastIndexOf('.') + 1);
}

function isAddress({ property, entry }: HeldKey): boolean {
  return property === 'bootstrap.servers' && fits(entry.value, property);
}

/** Whether brokers are named in a section, in one around it, or elsewhere in the section that is called after Kafka. */
function nearnessTo(withBrokers: readonly Container[]): (container: Container) => boolean {
  const ids = new Set(withBrokers.map(idOf));
  const kafkas = new Set(withBrokers.flatMap(kafkaAround));
  return container => {
    if (ids.has(idOf(container))) return true;
    const { path } = container;
    const around = idsAround(container).findLastIndex(id => ids.has(id));
    if (around >= 0 && leadsToClient(path.slice(around), around === 0)) return true;
    const kafka = kafkaAround(container).find(id => kafkas.has(id));
    return kafka !== undefined && roleNamed(path) !== undefined;
  };
}

/** The sections around a place, and the place itself, that are called after Kafka; the innermost first. */
function kafkaAround(container: Container): readonly string[] {
  const { part, path } = container;
  const named = path.flatMap((word, i) => (kafkaName.test(word) ? [containerId(part, path.slice(0, i + 1))] : []));
  return named.reverse();
}

/** Whether these names lead from the addresses of brokers to a client of the same section. `loose`: nothing else holds both together. */
function leadsToClient(words: readonly string[], loose: boolean): boolean {
  if (words.length > farthest) return false;
  const isUsual = (word: string): boolean => settingsName.test(word) || roleNamed([word]) !== undefined;
  return words.every(isUsual) || (!loose && roleNamed(words) !== undefined);
}

/** The client that the names say, the innermost first. */
function roleNamed(words: readonly string[]): ClientRole | undefined {
  const parted = words.map(word => word.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));
  const last = parted.findLast(word => clientRoles.some(role => roleNames[role].test(word))) ?? '';
  return clientRoles.find(role => roleNames[role].test(last));
}

function rolesOf({ path, held }: Container): readonly ClientRole[] {
  const named = roleNamed(path);
  const asked = named === undefined ? clientRoles : [named];
  return asked.filter(role => {
    const telling = new Set(held.filter(one => tells(one, role)).map(({ property }) => property));
    return telling.size >= enough || (role === named && [...telling].some(isUnmistakable));
  });
}

/** Whether the key speaks for that client, and its value does not speak against it. */
function tells({ property, listed, entry }: HeldKey, role: ClientRole): boolean {
  return !listed && isOfOne(property, role) && fits(entry.value, property);
}

/** `retries` may be anybody's. */
function isUnmistakable(property: string): boolean {
  return property.includes('.') || property === 'acks';
}

function idOf({ part, path }: Container): string {
  return containerId(part, path);
}
