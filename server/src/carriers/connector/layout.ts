import { resolveValue } from '../../config/placeholder.js';
import type { Ignored } from '../../config/setting.js';
import { javaTrim } from '../../kafka/java-text.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { taskDefaults } from '../shared/connect-defaults.js';
import type { FlatFile } from '../shared/flat.js';
import { knows, type Layout, type Meaning, type Place } from '../shared/layout.js';
import { debeziumClients } from './debezium.js';
import { mirrorClients } from './mirror.js';
import { overrides } from './overrides.js';
import { createdTopics } from './topics.js';

/** Keys that Connect compares with others, or whose name holds one that the user has chosen. */
const comparedByConnectors =
  /^(producer|consumer|admin)\.override\.|^(source\.)?consumer\.isolation\.level$|^topic\.creation\.|^(transforms|predicates)\..+\.type$|^offset-syncs[-.]|^exactly\.once\.support$|^emit\.offset-syncs\.enabled$/;

/** The keys of one connector. */
export type ConnectorKeys = Pick<FlatFile, 'keys' | 'entries' | 'scope'>;

/** The file of one connector, and what it says by the key. */
export interface ConnectorFile {
  readonly role: Role;
  readonly file: ConnectorKeys;
  /** The text of a key as Connect gets it; undefined where the key is not there, or its value not known. */
  readonly text: (key: string) => string | undefined;
  readonly has: (key: string) => boolean;
  /** Whether the workers must have exactly-once support: Connect refuses the connector else. */
  readonly exactlyOnce: boolean;
}

/** A client's key: where it goes, nowhere if there is no place; `unknown`: the client does not know it. */
export type ClientKey =
  | {
      readonly places: readonly Place[];
      /** What becomes of it as a key of the connector. */
      readonly ignored?: Ignored;
    }
  | { readonly unknown: string; readonly place: Pick<Place, 'role' | 'scope'> };

/** The clients of one kind that a connector has. */
export interface Clients extends Pick<Layout, 'scopes' | 'defaults'> {
  /** Undefined for a key that is not of these clients. */
  readonly read: (key: string, value: string | undefined) => ClientKey | undefined;
}

/**
 * The file of a connector. In its own scope are the clients that Connect makes for its tasks; the connector's own clients and the topics
 * that are created for it have scopes of their own. What nobody knows belongs to the connector itself.
 */
export function connectorLayout(role: Role, file: ConnectorKeys): Layout {
  const found = connectorFile(role, file);
  const clients = [overrides(found), mirrorClients(found), createdTopics(found), debeziumClients(found)];
  const { scope } = file;
  return {
    scopes: [scope, ...clients.flatMap(({ scopes }) => scopes)],
    meanings: file.keys.map((key, i) => meaningOf(key, valueOf(file.entries[i]))),
    defaults: [
      ...taskDefaults(scope, found.exactlyOnce).filter(one => one.role !== 'consumer' || !isMirror(role)),
      ...clients.flatMap(({ defaults = [] }) => defaults),
    ],
    facts: ['group-may-be-in-code', 'framework-commits'],
  };

  function meaningOf(key: string, value: string | undefined): Meaning {
    const own: readonly Place[] = knows(role, key) || comparedByConnectors.test(key) ? [{ role, property: key, scope }] : [];
    for (const { read } of clients) {
      const client = read(key, value);
      if (!client) continue;
      // admin.timeout.ms is the connector's
      if ('unknown' in client && knows(role, key)) break;
      if ('places' in client) return settings([...own.map(place => withFate(place, client.ignored)), ...client.places]);
      return { kind: 'unknown', ...client.place, key: client.unknown, candidates: undefined };
    }
    return settings(own);
  }
}

function settings(places: readonly Place[]): Meaning {
  return places.length > 0 ? { kind: 'settings', places } : { kind: 'foreign' };
}

function withFate(place: Place, ignored: Ignored | undefined): Place {
  return ignored ? { ...place, ignored } : place;
}

/** What a connector's file says, the last of equal keys. */
export function connectorFile(role: Role, file: ConnectorKeys): ConnectorFile {
  const text = (key: string): string | undefined => {
    const value = valueOf(file.entries.findLast((_, i) => file.keys[i] === key));
    return value === undefined ? undefined : javaTrim(value);
  };
  return { role, file, text, has: key => file.keys.includes(key), exactlyOnce: text('exactly.once.support')?.toLowerCase() === 'required' };
}

function valueOf(entry: Entry | undefined): string | undefined {
  const value = entry && resolveValue(entry.value, 'kafka');
  return value?.known ? value.text : undefined;
}

/** Whether the connector is one of MirrorMaker's. */
export function isMirror(role: Role): boolean {
  return role.startsWith('mirror-');
}
