import type { FrameworkDefault, Ignored, Scope } from '../../config/setting.js';
import { dotnetAttributes } from '../../kafka/frameworks/librdkafka-dotnet.js';
import { librdkafkaProperty } from '../../kafka/frameworks/librdkafka.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { containerId, idsAround, type Container, type DirectKey, type HeldKey } from '../shared/containers.js';
import { fileScope, type Layout, type Meaning, type Place } from '../shared/layout.js';
import type { Client, Clients } from './clients.js';
import { isForAnybody, isOfDotnet } from './keys.js';
import { isOptionOfFluentBit, lastKey } from './values.js';

/** A running configuration, and the places in which it is written. */
export interface ScopedClient {
  readonly scope: Scope;
  readonly roles: readonly Role[];
  readonly parts: readonly [Client, ...Client[]];
}

/** A layout that knows where the configuration of each scope is written. */
export interface ClientLayout extends Layout {
  readonly scoped: readonly ScopedClient[];
}

/** What each entry of the document sets, for which client. `around`: the scope that the file is itself. */
export function clientLayout(entries: readonly Entry[], { clients, direct }: Clients, around: Scope = fileScope()): ClientLayout {
  const scoped = scopesOf(clients, around);
  const meanings = new Map<Entry, Meaning>();
  const placed = scoped.flatMap(({ scope, parts }) => parts.map(client => ({ client, scope })));
  for (const { client, scope } of placed) {
    for (const held of client.container.held) {
      if (!held.listed) meanings.set(held.entry, meaningOf(held, client, scope));
    }
    for (const { entry } of commitsOfFluentBit(client, direct)) meanings.set(entry, commits(scope));
  }
  // the innermost client speaks first
  const depth = ({ client: { container } }: (typeof placed)[number]): number => container.path.length;
  for (const { client, scope } of placed.sort((one, other) => depth(other) - depth(one))) {
    for (const { key, entry } of directIn(direct, client.container)) {
      if (!meanings.has(entry)) meanings.set(entry, unknownIn(key, client, scope));
    }
  }
  return {
    scopes: scoped.map(({ scope }) => scope),
    meanings: entries.map(entry => meanings.get(entry) ?? { kind: 'foreign' }),
    defaults: scoped.flatMap(({ scope, parts: [client] }) => defaultsOf(client, scope)),
    scoped,
  };
}

function directIn(direct: Clients['direct'], { part, path }: Pick<Container, 'part' | 'path'>): readonly DirectKey[] {
  return direct.get(containerId(part, path)) ?? [];
}

/** A scope for each client; a client inside of another one, or beside a `default` section, inherits what that says. */
function scopesOf(clients: readonly Client[], around: Scope): readonly ScopedClient[] {
  const parts = new Map<string, [Client, ...Client[]]>();
  for (const client of clients) {
    const found = parts.get(idOf(client));
    if (found) found.push(client);
    else parts.set(idOf(client), [client]);
  }
  const scopes = new Map<string, ScopedClient>();
  for (const [id, same] of [...parts].sort(([, [one]], [, [other]]) => one.path.length - other.path.length)) {
    const [client] = same;
    const outer = idsAround({ part: client.container.part, path: client.path }).slice(0, -1);
    const base = scopes.get(outer.findLast(one => scopes.has(one)) ?? '')?.scope;
    const scope = { ...around, name: nameOf(client), base, complete: around.complete && client.whole };
    scopes.set(id, { scope, roles: client.roles, parts: same });
  }
  return [...scopes.values()];
}

function idOf({ container: { part }, path }: Client): string {
  return containerId(part, path);
}

function nameOf({ path, container }: Client): string {
  const name = path.length === 0 ? 'file' : path.join('.');
  return container.part === 0 ? name : `${name} in document ${container.part + 1}`;
}

function meaningOf(held: HeldKey, client: Client, scope: Scope): Meaning {
  const { key, property } = held;
  const reader = readerOf(property);
  const readers = client.roles.filter(role => reader === 'both' || reader === clientOfRole(role));
  const [role] = client.roles;
  // the classes for .NET have no property of the other client, and take no notice of it
  if (reader === undefined || !role || (readers.length === 0 && isOfDotnet(held))) return { kind: 'foreign' };
  if (readers.length === 0) return { kind: 'unknown', role, scope, key, candidates: undefined };
  const own = reader !== 'both' && !isForAnybody(property);
  if (property === autoCommit && isOfFluentBit(client)) return commits(scope, { why: 'always-overridden', worksAs: undefined });
  return { kind: 'settings', places: readers.map((one): Place => ({ role: one, property, scope, own })) };
}

function readerOf(property: string): 'producer' | 'consumer' | 'both' | undefined {
  const attribute = dotnetAttributes.find(({ name }) => name === property);
  return librdkafkaProperty(property)?.reader ?? (attribute && clientOfRole(attribute.role));
}

function clientOfRole(role: Role): 'producer' | 'consumer' {
  return role === 'librdkafka-producer' ? 'producer' : 'consumer';
}

/** Beside the keys of a client only what is dotted is meant for it; other words are the application's. */
function unknownIn(key: string, { roles: [role] }: Client, scope: Scope): Meaning {
  return role && key.includes('.') ? { kind: 'unknown', role, scope, key, candidates: undefined } : { kind: 'foreign' };
}

const autoCommit = 'enable.auto.commit';

function commits(scope: Scope, ignored?: Ignored): Meaning {
  return {
    kind: 'settings',
    places: [{ role: 'librdkafka-consumer', property: autoCommit, scope, own: true, ...(ignored && { ignored }) }],
  };
}

/** Whether the options are those of Fluent Bit, which have `rdkafka.` before each. */
function isOfFluentBit({ container: { held, path } }: Client): boolean {
  return path.at(-1) === 'rdkafka' && held.every(({ entry }) => lastKey(entry).startsWith('rdkafka.'));
}

/** The option of Fluent Bit itself, which it writes over that of librdkafka. Source: plugins/in_kafka/in_kafka.c of fluent/fluent-bit. */
function commitsOfFluentBit(client: Client, direct: Clients['direct']): readonly DirectKey[] {
  if (!isOfFluentBit(client) || !client.roles.includes('librdkafka-consumer')) return [];
  const { part, path } = client.container;
  return directIn(direct, { part, path: path.slice(0, -1) }).filter(({ key }) => isOptionOfFluentBit(key));
}

/**
 * Fluent Bit commits what it has taken over. Vector stores an offset when its sinks are done with the event. Sources:
 * plugins/in_kafka/in_kafka.c of fluent/fluent-bit, src/sources/kafka.rs of vectordotdev/vector.
 */
function defaultsOf(client: Client, scope: Scope): readonly FrameworkDefault[] {
  const { path, roles } = client;
  if (!roles.includes('librdkafka-consumer')) return [];
  const role = 'librdkafka-consumer';
  if (isOfFluentBit(client)) return [{ role, property: autoCommit, value: 'false', scope }];
  return path.at(-1) === 'librdkafka_options' ? [{ role, property: 'enable.auto.offset.store', value: 'false', scope }] : [];
}
