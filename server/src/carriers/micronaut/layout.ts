import { resolveValue } from '../../config/placeholder.js';
import type { FrameworkDefault, Ignored, Scope, Setting, SettingValue, UnknownKey } from '../../config/setting.js';
import { namesOf, propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { micronautAttributes } from '../../kafka/frameworks/micronaut.js';
import type { Role } from '../../kafka/property.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { javaKind } from '../../syntax/yaml-scalar.js';
import { slice } from '../../text/span.js';
import { knows, type Layout } from '../shared/layout.js';
import { bare } from '../shared/names.js';
import { isDevelopmentProfile } from '../shared/spring-scopes.js';
import { streamsLayout } from '../shared/streams.js';
import { hyphenated, mayBeKafka, nameOf, rawKey, sections, type Name } from './names.js';

/** The clients that are made from one file. */
export interface Clients {
  readonly scopes: readonly Scope[];
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly defaults: readonly FrameworkDefault[];
}

type Client = Extract<Name, { kind: 'client' }>;

interface Written {
  readonly entry: Entry;
  readonly key: string;
  readonly value: SettingValue;
}

const clients: readonly Role[] = ['producer', 'consumer', 'admin'];
const exceptionHandler = 'default-listener-exception-handler.';

/** Below a producer or consumer, and for all clients: what Micronaut itself takes, of which Kafka makes nothing. */
const ownKeys = /^(enabled|executor|health|topics|(key|value)-(de)?serializer|schema)(\.|-|$)/;

/** What the file says to each client. A section named `default` is for the clients that have none of their own, and no other inherits from it. */
export function readClients(document: Document, path: string): Clients {
  const file = fileScopeOf(path);
  const scopes = new Map<string, Scope>();
  const settings: Setting[] = [];
  const unknownKeys: UnknownKey[] = [];
  const streams = new Map<string, readonly Written[]>();
  const items = new Set<string>();
  // an application without streams has none that could get a key for all clients
  const hasStreams = document.entries.some(entry => mayBeKafka(entry) && hyphenated(rawKey(entry)).startsWith('kafka.streams.'));
  for (const entry of document.entries) {
    if (!mayBeKafka(entry)) continue;
    const whole = rawKey(entry);
    const raw = whole.replace(/\[.*$/, '');
    const name = nameOf(raw);
    if (!name || name.kind === 'other') continue;
    const isItem = raw !== whole || entry.path.some(({ kind }) => kind === 'item');
    // a list is one value, which no entry holds
    if (isItem && items.has(raw)) continue;
    if (isItem) items.add(raw);
    const kind = kindOf(entry, document);
    const value: SettingValue = isItem || kind === 'null' ? { known: false } : withoutTicks(resolveValue(entry.value, 'spring'));
    if (name.kind === 'common') common(entry, name.key, value, raw.slice(raw.indexOf('.') + 1));
    else if (name.section === 'streams') streams.set(name.client, [...(streams.get(name.client) ?? []), { entry, key: name.key, value }]);
    else ofClient(entry, name, value.known && (kind === 'number' || kind === 'boolean') ? { ...value, as: kind } : value);
  }
  const streamsFound = [...streams].map(([client, found]) => ofStreams(client, found));
  return {
    scopes: [file, ...scopes.values(), ...streamsFound.flatMap(layout => layout.scopes)],
    settings,
    unknownKeys,
    defaults: [...defaults, ...groups(), ...streamsFound.flatMap(({ defaults: given = [] }) => given)],
  };

  /** `written`: the key before Micronaut makes its normal form of it. */
  function common(entry: Entry, key: string, value: SettingValue, written: string): void {
    const attribute = key.startsWith(exceptionHandler) && `micronaut:${key.slice(exceptionHandler.length)}`;
    if (micronautAttributes.some(({ name }) => name === attribute)) {
      add(entry, value, 'consumer', String(attribute), file, true);
      return;
    }
    const readers = clients.filter(role => knows(role, key));
    const isStreams = knows('streams', key) && (readers.length === 0 || hasStreams);
    const all: readonly Role[] = [...readers, ...(isStreams ? (['streams'] as const) : [])];
    for (const role of all) add(entry, value, role, key, file, all.length === 1, overridden(role, key));
    if (all.length === 0 && !ownKeys.test(key)) misspelled(entry, written, value, clients, file);
  }

  function ofClient(entry: Entry, { section, client, key, found }: Client, value: SettingValue): void {
    const role = sections[section];
    const scope = scopeOf(`${role} ${client}`);
    if (knows(role, key)) {
      const ignored = found ? overridden(role, key) : ({ why: 'other-name', worksAs: { property: key, role } } as const);
      add(entry, value, role, key, scope, true, ignored);
    } else if (!ownKeys.test(key)) misspelled(entry, key, value, [role], scope);
  }

  /** A section of streams is read as Streams reads a file of its own. */
  function ofStreams(client: string, found: readonly Written[]): Layout {
    const scope: Scope = { ...file, name: `streams ${client}`, base: file };
    const keys = found.map(({ key }) => key);
    const layout = streamsLayout(
      keys,
      found.map(({ entry }) => entry),
      scope,
    );
    for (const [i, { entry, value }] of found.entries()) {
      const meaning = layout.meanings[i];
      if (meaning?.kind === 'settings')
        for (const place of meaning.places) settings.push({ rank: 0, own: true, ignored: undefined, ...place, value, entry });
      else if (meaning?.kind === 'unknown') unknownKeys.push({ ...meaning, entry });
    }
    return layout;
  }

  /** Kafka knows a key only in its own spelling, and Micronaut changes none. */
  function misspelled(entry: Entry, key: string, value: SettingValue, roles: readonly Role[], scope: Scope): void {
    const wanted = bare(key);
    const meant = roles.flatMap(role => propertiesOf(role).filter(({ name }) => bare(name) === wanted));
    for (const { role, name } of meant)
      add(entry, value, role, name, scope, meant.length === 1, { why: 'other-spelling', worksAs: { property: name, role } });
    const [role = 'producer'] = roles;
    const isOne = roles.length === 1;
    if (meant.length === 0) unknownKeys.push({ entry, scope, role, key, candidates: isOne ? undefined : namesOf([...clients, 'streams']) });
  }

  function add(entry: Entry, value: SettingValue, role: Role, property: string, scope: Scope, own: boolean, ignored?: Ignored): void {
    settings.push({ property, role, value, entry, scope, rank: 0, own, ignored });
  }

  function scopeOf(name: string): Scope {
    const scope = scopes.get(name) ?? { ...file, name, base: file };
    scopes.set(name, scope);
    return scope;
  }

  function groups(): readonly FrameworkDefault[] {
    const named = [...scopes].filter(([name]) => name.startsWith('consumer ') && name !== 'consumer default');
    return named.map(([name, scope]) => ({ role: 'consumer', property: 'group.id', value: name.slice('consumer '.length), scope }));
  }
}

/**
 * What is there where the file says nothing. A listener's annotation decides about the offsets; the file, where it says something, wins.
 * Sources: KafkaDefaultConfiguration and KafkaConsumerProcessor#createConsumerProperties of micronaut-kafka 5.9.0.
 */
const defaults: readonly FrameworkDefault[] = [
  { role: 'consumer', property: 'micronaut:skip-record-on-deserialization-failure', value: 'true' },
  { role: 'consumer', property: 'micronaut:commit-record-on-deserialization-failure', value: 'false' },
  ...[...clients, 'streams' as const].map(role => ({ role, property: 'bootstrap.servers', value: 'localhost:9092' })),
  ...['enable.auto.commit', 'auto.offset.reset', 'isolation.level', 'group.id'].map(property => ({
    role: 'consumer' as const,
    property,
    value: undefined,
  })),
];

/** The listener's group is written over whatever the file says: KafkaConsumerProcessor#createConsumerProperties. */
export function isListenersOwn(role: Role, property: string): boolean {
  return role === 'consumer' && property === 'group.id';
}

function overridden(role: Role, property: string): Ignored | undefined {
  return isListenersOwn(role, property) ? { why: 'always-overridden', worksAs: undefined } : undefined;
}

/** Whether Kafka is turned off: KafkaDefaultConfiguration, which all clients need, is then not made. */
export function isOff({ entries }: Document): boolean {
  const enabled = entries.filter(entry => mayBeKafka(entry) && hyphenated(rawKey(entry)) === 'kafka.enabled').at(-1);
  return enabled?.value === 'false';
}

/** `application-dev.yml` is read besides `application.yml` where the environment `dev` is active: DefaultEnvironment of micronaut-inject. */
function fileScopeOf(path: string): Scope {
  const environment = /(?:^|\/)(?:application|bootstrap)-([^/]+)\.(?:ya?ml|properties)$/i.exec(path)?.[1];
  if (environment === undefined) return { name: 'file', base: undefined, complete: true, development: false };
  const name = `environment ${environment}`;
  return { name, base: undefined, complete: false, development: isDevelopmentProfile(environment) };
}

/** A default in a placeholder may stand in backticks: DefaultPropertyPlaceholderResolver of micronaut-inject. */
function withoutTicks(value: SettingValue): SettingValue {
  return value.known && value.placeholder ? { ...value, text: value.text.replace(/^`(.*)`$/, '$1') } : value;
}

/** What SnakeYAML makes of the value; everything is text in `.properties`. */
function kindOf({ valueSpan }: Entry, { syntax, text }: Document): ReturnType<typeof javaKind> {
  return syntax === 'yaml' ? javaKind(slice(text, valueSpan)) : 'text';
}
