import type { Scope } from '../config/setting.js';
import { findProperty, propertiesOf } from '../kafka/catalogue/catalogue.js';
import { removedIn } from '../kafka/lifecycle.js';
import type { Role } from '../kafka/property.js';

/** One reading of a key: who reads it, under which name, and which running configuration it belongs to. */
export interface Place {
  readonly role: Role;
  readonly property: string;
  readonly scope: Scope;
}

/** What a key of the file is: `foreign` keys belong to a client or a plug-in that the program hands them to. */
export type Meaning =
  | { readonly kind: 'settings'; readonly places: readonly Place[] }
  | { readonly kind: 'foreign' }
  | {
      readonly kind: 'unknown';
      readonly role: Role;
      readonly scope: Scope;
      readonly key: string;
      readonly candidates: readonly string[] | undefined;
    };

/** How a file is laid out: its running configurations, and what each of its keys means, in the order of the file. */
export interface Layout {
  readonly scopes: readonly Scope[];
  readonly meanings: readonly Meaning[];
}

/** The scope of a file that forms one running configuration. */
export function fileScope(): Scope {
  return { name: 'file', base: undefined, complete: true, development: false };
}

/** Whether the role reads the key in any Kafka version, or read it before the catalogue begins. */
export function knows(role: Role, key: string): boolean {
  return findProperty(role, key) !== undefined || removedIn(role, key) !== undefined;
}

/** A file whose every key is read by one or more of the roles themselves. */
export function sharedLayout(roles: readonly [Role, ...Role[]], keys: readonly string[]): Layout {
  const scope = fileScope();
  const meaningOf = (key: string): Meaning => {
    const places = roles.filter(role => knows(role, key)).map(role => ({ role, property: key, scope }));
    return places.length > 0 ? { kind: 'settings', places } : { kind: 'unknown', role: roles[0], scope, key, candidates: undefined };
  };
  return { scopes: [scope], meanings: keys.map(meaningOf) };
}

const clients: readonly Role[] = ['producer', 'consumer', 'admin'];

/** Whether one of the Java clients reads the key. */
export function isClientKey(key: string): boolean {
  return clients.some(role => knows(role, key));
}

/** Clients inside Streams take their keys with one of these prefixes, or bare; internal topics and tags have prefixes too. */
const streamsPrefix = /^(producer|((main|restore|global)\.)?consumer|admin|topic|client\.tag|config\.providers)\./;

/**
 * Keys of the clients inside Streams that StreamsConfig compares with its own. Its methods verifyClientTelemetryConfigs,
 * verifyEOSTransactionTimeoutCompatibility, checkIfUnexpectedUserSpecifiedClientConfig and getMainConsumerConfigs name them.
 */
const comparedByStreams =
  /^((producer|((main|restore|global)\.)?consumer)\.)?max\.in\.flight\.requests\.per\.connection$|^(producer\.)?(acks|retries|batch\.size|enable\.idempotence)$|^(consumer\.)?(isolation\.level|enable\.auto\.commit)$|^producer\.transaction\.timeout\.ms$|^((main\.)?consumer|admin)\.enable\.metrics\.push$|^((main\.)?consumer\.)?group\.instance\.id$|^client\.tag\.|^topic\.segment\.bytes$/;

/** The file of a Kafka Streams application. */
export function streamsLayout(keys: readonly string[]): Layout {
  return ownLayout('streams', keys, comparedByStreams, key => streamsPrefix.test(key) || isClientKey(key));
}

/** What a worker hands to its clients, converters, providers and its REST server; its internal topics take topic settings. */
const workerPrefix =
  /^(producer|consumer|admin|(internal\.)?(key|value)\.converter|header\.converter|config\.providers|(admin\.)?listeners\.https|metrics\.context|(offset|config|status)\.storage|rest\.extension)\./;

/** The file of a Connect worker. */
export function workerLayout(role: Role, keys: readonly string[]): Layout {
  return ownLayout(role, keys, undefined, key => workerPrefix.test(key) || isClientKey(key));
}

/** Keys that Connect compares with others, or whose name holds one that the user has chosen. */
const comparedByConnectors =
  /^(producer|consumer|admin)\.override\.|^(source\.)?consumer\.isolation\.level$|^topic\.creation\.|^(transforms|predicates)\..+\.type$|^offset-syncs[-.]|^exactly\.once\.support$|^emit\.offset-syncs\.enabled$/;

/** The file of a connector: what Connect does not know belongs to the connector itself. */
export function connectorLayout(role: Role, keys: readonly string[]): Layout {
  return ownLayout(role, keys, comparedByConnectors, () => true);
}

function ownLayout(role: Role, keys: readonly string[], compared: RegExp | undefined, isForeign: (key: string) => boolean): Layout {
  const scope = fileScope();
  const meaningOf = (key: string): Meaning => {
    if (knows(role, key) || compared?.test(key)) return { kind: 'settings', places: [{ role, property: key, scope }] };
    return isForeign(key) ? { kind: 'foreign' } : { kind: 'unknown', role, scope, key, candidates: undefined };
  };
  return { scopes: [scope], meanings: keys.map(meaningOf) };
}

/** The names that any of the roles reads in some version. */
export function namesOf(roles: readonly Role[]): readonly string[] {
  return [...new Set(roles.flatMap(role => propertiesOf(role).map(({ name }) => name)))];
}
