import type { FrameworkDefault, Scope } from '../../config/setting.js';
import { dotnetAttributes } from '../../kafka/frameworks/librdkafka-dotnet.js';
import { librdkafkaProperty } from '../../kafka/frameworks/librdkafka.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { containerId, isInside, type HeldKey } from '../shared/containers.js';
import { fileScope, type Layout, type Meaning, type Place } from '../shared/layout.js';
import type { Client, Clients } from './clients.js';
import { isOfDotnet } from './keys.js';

/** A layout that knows which client each scope is of. */
export interface ClientLayout extends Layout {
  readonly clientOf: ReadonlyMap<string, Client>;
}

/** What each entry of the document sets, for which client. `around`: the scope that the file is itself. */
export function clientLayout(entries: readonly Entry[], { clients, direct }: Clients, around: Scope = fileScope()): ClientLayout {
  const scopes = scopesOf(clients, around);
  const meanings = new Map<Entry, Meaning>();
  for (const client of clients) {
    const scope = scopeFor(client, scopes);
    for (const held of client.container.held) {
      if (!held.listed) meanings.set(held.entry, meaningOf(held, client, scope));
    }
  }
  // the innermost client speaks first
  for (const client of [...clients].sort((one, other) => other.container.path.length - one.container.path.length)) {
    const scope = scopeFor(client, scopes);
    for (const { key, entry } of direct.get(containerId(client.container.part, client.container.path)) ?? []) {
      if (!meanings.has(entry)) meanings.set(entry, unknownIn(key, client, scope));
    }
  }
  return {
    scopes: [...scopes.values()].map(({ scope }) => scope),
    meanings: entries.map(entry => meanings.get(entry) ?? { kind: 'foreign' }),
    defaults: [...scopes.values()].flatMap(({ scope, client }) => defaultsOf(client, scope)),
    clientOf: new Map([...scopes.values()].map(({ scope, client }) => [scope.name, client])),
  };
}

interface Scoped {
  readonly scope: Scope;
  readonly client: Client;
}

/** A scope for each client; a client inside of another one, or beside a `default` section, inherits what that says. */
function scopesOf(clients: readonly Client[], around: Scope): ReadonlyMap<string, Scoped> {
  const scopes = new Map<string, Scoped>();
  for (const client of [...clients].sort((one, other) => one.path.length - other.path.length)) {
    const id = containerId(client.container.part, client.path);
    if (scopes.has(id)) continue;
    const outer = [...scopes.values()].findLast(one => isInside(positionOf(client), positionOf(one.client)));
    const name = nameOf(client);
    const complete = around.complete && client.whole;
    scopes.set(id, { client, scope: { ...around, name, base: outer?.scope, complete } });
  }
  return scopes;
}

function positionOf({ container: { part }, path }: Client): { readonly part: number; readonly path: readonly string[] } {
  return { part, path };
}

function nameOf({ path, container }: Client): string {
  const name = path.length === 0 ? 'file' : path.join('.');
  return container.part === 0 ? name : `${name} in document ${container.part + 1}`;
}

function scopeFor(client: Client, scopes: ReadonlyMap<string, Scoped>): Scope {
  return scopes.get(containerId(client.container.part, client.path))?.scope ?? fileScope();
}

/** What many files have for all clients alike, as the ones of Confluent Cloud: it does not make a consumer of them. */
const forAnybody: ReadonlySet<string> = new Set(['session.timeout.ms']);

function meaningOf(held: HeldKey, client: Client, scope: Scope): Meaning {
  const { key, property } = held;
  const reader = readerOf(property);
  const readers = client.roles.filter(role => reader === 'both' || reader === clientOfRole(role));
  const [role] = client.roles;
  // the classes for .NET have no property of the other client, and take no notice of it
  if (reader === undefined || !role || (readers.length === 0 && isOfDotnet(held))) return { kind: 'foreign' };
  if (readers.length === 0) return { kind: 'unknown', role, scope, key, candidates: undefined };
  const own = reader !== 'both' && !forAnybody.has(property);
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

/** Vector stores an offset when its sinks are done with the event. Source: src/sources/kafka.rs of vectordotdev/vector. */
function defaultsOf({ path, roles }: Client, scope: Scope): readonly FrameworkDefault[] {
  if (path.at(-1) !== 'librdkafka_options' || !roles.includes('librdkafka-consumer')) return [];
  return [{ role: 'librdkafka-consumer', property: 'enable.auto.offset.store', value: 'false', scope }];
}
