import { resolveValue } from '../../config/placeholder.js';
import type { FrameworkDefault, Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { fileScope, knows, type Layout, type Meaning, type Place } from './layout.js';
import { forcedOver, isTaken, streamsDefaults, type Way } from './streams-forced.js';

/**
 * Keys of the clients inside Streams that StreamsConfig compares with its own. Its methods verifyClientTelemetryConfigs,
 * verifyEOSTransactionTimeoutCompatibility, checkIfUnexpectedUserSpecifiedClientConfig and getMainConsumerConfigs name them.
 */
const comparedByStreams =
  /^((producer|((main|restore|global)\.)?consumer)\.)?max\.in\.flight\.requests\.per\.connection$|^(producer\.)?(acks|retries|batch\.size|enable\.idempotence)$|^(consumer\.)?(isolation\.level|enable\.auto\.commit)$|^producer\.transaction\.timeout\.ms$|^((main\.)?consumer|admin)\.enable\.metrics\.push$|^((main\.)?consumer\.)?group\.instance\.id$|^client\.tag\.|^topic\.segment\.bytes$/;

const clientPrefix = /^(producer|((main|restore|global)\.)?consumer|admin|topic)\./;
/** What plug-ins and the assignment of tasks take. */
const foreignPrefix = /^(client\.tag|config\.providers)\./;
const clients = ['producer', 'consumer', 'admin'] as const;
/** Streams reads these bare keys itself and gives its clients others. */
const notHandedOn: ReadonlySet<string> = new Set(['client.id', 'group.protocol']);

/** A layout that says what Streams gives its clients by itself. `common`: the scope of what is said of the consumers beside the main one. */
export interface StreamsLayout extends Layout {
  readonly common: Scope;
  readonly defaults: readonly FrameworkDefault[];
}

/** Names of the scopes beside the file's own; both stand below the one that holds what is said of all consumers. */
const asideNames = { restore: 'restore consumer', global: 'global consumer' } as const;

/** What is known of an application besides its keys and entries. */
export interface StreamsSaid {
  /** The value of each key as Streams gets it, where its text is not what is written; undefined where it is not known. */
  readonly values?: readonly (string | undefined)[];
  /** Values of the scope that this one builds on. */
  readonly inherited?: (key: string) => string | undefined;
  /** What holds for all its consumers beside, if that is not what the scope of the application builds on. */
  readonly below?: { readonly scope: Scope | undefined };
}

/**
 * The file of a Kafka Streams application. In the scope of the file the consumer is the one that reads the input; the two that restore
 * state and read global tables have scopes of their own, which inherit what is said of all consumers. Source: StreamsConfig.
 * `file`: the scope of the application where it shares the file with others; `keys` are then without what comes before.
 */
export function streamsLayout(
  keys: readonly string[],
  entries: readonly Entry[],
  file: Scope = fileScope(),
  said: StreamsSaid = {},
): StreamsLayout {
  const named = (name: string): string => (file.name === 'file' ? name : `${file.name} ${name}`);
  const common: Scope = { ...file, name: named('consumers'), base: said.below ? said.below.scope : file.base };
  const restore: Scope = { ...file, name: named(asideNames.restore), base: common };
  const global: Scope = { ...file, name: named(asideNames.global), base: common };
  const values = said.values ?? entries.map(textOf);
  const written = new Set(keys);
  const before = isExactlyOnce(said.inherited?.(guarantee));
  const exactlyOnce = written.has(guarantee) ? isExactlyOnce(values.findLast((_, i) => keys[i] === guarantee)) : before;
  return {
    scopes: [file, restore, global],
    common,
    meanings: keys.map((key, i) => meaningOf(key, values[i])),
    defaults: streamsDefaults(file, common, exactlyOnce ? 'yes' : before ? 'no longer' : 'no'),
  };

  function meaningOf(key: string, value: string | undefined): Meaning {
    const own: readonly Place[] =
      knows('streams', key) || comparedByStreams.test(key) ? [{ role: 'streams', property: key, scope: file }] : [];
    const prefix = clientPrefix.exec(key)?.[1];
    if (prefix !== undefined) return ofClient(prefix, key.slice(prefix.length + 1), value, own);
    const handedOn = notHandedOn.has(key) ? [] : clients.filter(role => knows(role, key));
    const places = [...own, ...handedOn.flatMap(role => bare(role, key, value))];
    if (places.length > 0) return { kind: 'settings', places };
    return foreignPrefix.test(key) ? { kind: 'foreign' } : { kind: 'unknown', role: 'streams', scope: file, key, candidates: undefined };
  }

  function bare(role: (typeof clients)[number], property: string, value: string | undefined): readonly Place[] {
    // a key of Streams itself stands where it belongs
    const way = (one: Way): Way | undefined => (knows('streams', property) ? undefined : one);
    if (role !== 'consumer') return [{ ...place(role, property, file, way(role), value), own: false }];
    const both = [place(role, property, file, way('all-to-main'), value), place(role, property, common, way('all-to-aside'), value)];
    return both.map(one => ({ ...one, own: false }));
  }

  function ofClient(prefix: string, property: string, value: string | undefined, own: readonly Place[]): Meaning {
    const role = prefix.endsWith('consumer') ? 'consumer' : (prefix as Role);
    if (!knows(role, property) && own.length === 0) {
      return { kind: 'unknown', role, scope: scopeFor(prefix), key: property, candidates: undefined };
    }
    return { kind: 'settings', places: [...own, ...(knows(role, property) ? placesOf(prefix, role, property, value) : [])] };
  }

  function scopeFor(prefix: string): Scope {
    if (prefix === 'restore.consumer') return restore;
    return prefix === 'global.consumer' ? global : file;
  }

  function placesOf(prefix: string, role: Role, property: string, value: string | undefined): readonly Place[] {
    switch (prefix) {
      case 'consumer':
        return [
          // not void where the main consumer has its own: the others take it
          { ...place(role, property, file, 'all-to-main', value), rank: 1, own: !written.has(`main.consumer.${property}`) },
          { ...place(role, property, common, 'all-to-aside', value), rank: 1 },
        ];
      case 'main.consumer':
        return [{ ...place(role, property, file, 'main', value), rank: 2 }];
      case 'restore.consumer':
      case 'global.consumer':
        return [{ ...place(role, property, scopeFor(prefix), 'aside', value), rank: 2 }];
      case 'topic':
        return [{ role, property, scope: file }];
      default:
        return [{ ...place(role, property, file, prefix as Way, value), rank: 1 }];
    }
  }

  function place(role: Role, property: string, scope: Scope, way: Way | undefined, value: string | undefined): Place {
    const ignored = way && forcedOver(way, property, value, exactlyOnce);
    return { role, property, scope, ...(ignored ? { ignored } : {}) };
  }
}

/** How a key is written for a role; undefined where Streams sets it itself in every application. */
export function streamsKey(property: string, role: Role, { name }: Scope): string | undefined {
  switch (role) {
    case 'streams':
      return property;
    case 'consumer':
      if (name.endsWith(asideNames.restore)) return isTaken('aside', property) ? undefined : `restore.consumer.${property}`;
      if (name.endsWith(asideNames.global)) return isTaken('aside', property) ? undefined : `global.consumer.${property}`;
      return isTaken('all-to-main', property) ? undefined : `consumer.${property}`;
    case 'producer':
    case 'admin':
      return isTaken(role, property) ? undefined : `${role}.${property}`;
    default:
      return `topic.${property}`;
  }
}

const guarantee = 'processing.guarantee';

function isExactlyOnce(value: string | undefined): boolean {
  return value?.startsWith('exactly_once') === true;
}

function textOf(entry: Entry): string | undefined {
  const value = resolveValue(entry.value, 'kafka');
  return value.known ? value.text : undefined;
}
