import type { FrameworkDefault, Scope, Setting } from '../../config/setting.js';
import { namesOf } from '../../kafka/catalogue/catalogue.js';
import type { Entry } from '../../syntax/syntax.js';
import { elementsOf, mayBeSpring, startsWith } from '../shared/names.js';
import { title } from '../shared/spring-kafka/streams.js';
import { forcedOver } from '../shared/streams-forced.js';
import { streamsLayout, type StreamsLayout } from '../shared/streams.js';
import type { Application, Binding } from './application.js';
import type { OfBoot } from './boot.js';
import { openerOf, settingsFrom, type Clients } from './clients.js';
import { streamsDeadLetterDefaults } from './defaults.js';
import { deserializationHandler } from './leaves.js';
import type { Line, Meant } from './lines.js';
import { scopeIn, type StreamScope } from './scopes.js';

/** A key as Streams gets it, and how near to this application it is written. */
interface Key extends Meant {
  readonly entry: Entry;
  readonly own: boolean;
}

/** What Streams makes of a key weighs more than where it is written: `producer.acks` wins over `acks`. */
const perPrefix = 1e9;
const known = namesOf(['producer', 'consumer', 'admin', 'streams']);

/** The applications of Kafka Streams: one for each function, by what its first input says. */
export function readStreams(application: Application, lines: readonly Line[], boot: OfBoot): readonly Clients[] {
  const inputs = application.bindings.filter(({ kind, direction }) => kind === 'streams' && direction === 'input');
  const first = new Map<string, Binding>();
  for (const binding of inputs) {
    const name = functionOf(binding);
    const before = first.get(name);
    if (!before || binding.name < before.name) first.set(name, binding);
  }
  const found = [...first.values()].map(binding => readFunction(binding, application, lines, boot));
  return found.length > 0 ? found : readWithoutBinding(application, lines);
}

function functionOf({ name }: Binding): string {
  return name.replace(/-in-\d+$/, '');
}

function readFunction(binding: Binding, application: Application, all: readonly Line[], boot: OfBoot): Clients {
  const { parts } = application;
  const [base] = parts.scopes;
  const name = functionOf(binding);
  const written = new Set(binding.own.map(({ entry }) => entry));
  const lines = all.filter(line => {
    if (!line.streams && line.area.kind !== 'core') return false;
    return line.level === 'binding' ? written.has(line.entry) : line.streams && isFor(line, binding, name);
  });
  const found = emptyClients();
  // what Spring Boot has for the same counts, and is judged where Spring Boot itself reads it
  const ofBoot: Scope = { ...base, name: 'spring.kafka' };
  const ofProducers: Scope = { ...ofBoot };
  let deadLetters: StreamScope | undefined;
  let main: StreamScope | undefined;
  for (const part of parts.scopes) {
    const here = lines.filter(line => line.part === part);
    const exists = binding.own.some(({ entry }) => parts.scopeOf(entry) === part);
    const changes =
      here.length > 0 || boot.clients.some(one => one.scope === part) || boot.streams.some(one => one.scope.name === nameInBoot(part));
    if (!exists && !(main && changes)) continue;
    const scope = scopeIn(part, { kind: 'binding', binding }, main ?? ofBoot, { own: ownEntries(part), clients: ['streams'] });
    const before = keysOf(lines.filter(line => line.part === base && part !== base));
    const layout = readKeys(keysOf(here), scope, key => lastOf(before, key) ?? bootText(boot, key, [base, part]), found);
    found.settings.push(...fromBoot(boot, part, layout).map(one => ({ ...one, scope: part === base ? ofBoot : scope })));
    found.scopes.push(...(part === base ? layout.scopes : [scope]));
    found.defaults.push(...(main ? [] : streamsDefaults(application, name, scope)), ...layout.defaults);
    const span = openerOf(binding, application, entry => parts.scopeOf(entry) === part);
    if (span) found.openers.push({ scope, role: 'streams', span });
    if (part === base) main = scope;
    readDeadLetters(here, part);
  }
  return found;

  function ownEntries(part: Scope): readonly Entry[] {
    return binding.own.map(({ entry }) => entry).filter(entry => parts.scopeOf(entry) === part);
  }

  /** The producer of what Streams could not read; in a document with a condition it has what the others say too. */
  function readDeadLetters(here: readonly Line[], part: Scope): void {
    const maker = here.findLast(isMaker) ?? (deadLetters && lines.findLast(line => line.part === base && isMaker(line)));
    if (!maker) return;
    const scope = scopeIn(part, { kind: 'dead letters', binding }, deadLetters ?? ofProducers, {
      own: ownEntries(part),
      clients: ['producer'],
    });
    for (const line of lines) {
      const own = line.level === 'binding';
      if (line.part === part || (line.part === base && !deadLetters))
        found.settings.push(...settingsFrom(line, ['dead-letters'], scope, own));
    }
    const ofBoth = boot.clients.filter(one => one.role === 'producer' && (one.scope === part || (one.scope === base && !deadLetters)));
    found.settings.push(...ofBoth.map(one => ({ ...one, scope: one.scope === base ? ofProducers : scope })));
    found.scopes.push(scope);
    found.defaults.push(...streamsDeadLetterDefaults(scope));
    found.openers.push({ scope, role: 'producer', span: maker.entry.keySpan });
    deadLetters ??= scope;
  }

  function isMaker(line: Line): boolean {
    return line.meant.some(isSendToDlq) || turnsOn(line, application);
  }
}

/** What Spring Boot has for Streams in that part of the file, and for the clients that the binder hands on with their prefixes. */
function fromBoot({ streams, clients }: OfBoot, part: Scope, { defaults }: StreamsLayout): readonly Setting[] {
  const exactlyOnce = defaults.some(({ property }) => property === 'isolation.level');
  const handedOn = clients.filter(({ scope, role, property, value }) => {
    if (scope !== part || property.includes(':') || (role !== 'consumer' && role !== 'producer')) return false;
    return (
      forcedOver(role === 'consumer' ? 'all-to-main' : role, property, value.known ? value.text : undefined, exactlyOnce) === undefined
    );
  });
  return [
    ...streams.filter(one => one.scope.name === nameInBoot(part) && !isBeaten(one)),
    ...handedOn.map(one => ({ ...one, rank: one.rank + perPrefix })),
  ];
}

type Found = { -readonly [K in keyof Clients]: Clients[K][number][] };

function emptyClients(): Found {
  return { scopes: [], settings: [], unknownKeys: [], defaults: [], openers: [] };
}

/** What is said to every Streams application, where the file names none. */
function readWithoutBinding({ parts }: Application, all: readonly Line[]): readonly Clients[] {
  const lines = all.filter(line => line.streams && line.level !== 'binding');
  if (lines.length === 0) return [];
  const found = emptyClients();
  let main: StreamScope | undefined;
  for (const part of parts.scopes) {
    const here = lines.filter(line => line.part === part);
    if (here.length === 0) continue;
    const scope = scopeIn(part, { kind: 'binder', binder: undefined, streams: true }, main, { own: here.map(({ entry }) => entry) });
    const layout = readKeys(keysOf(here), scope, () => undefined, found);
    found.scopes.push(...(main ? [scope] : layout.scopes));
    found.defaults.push(...layout.defaults);
    main ??= scope;
  }
  return [found];
}

function isFor({ level, name, binder }: Line, binding: Binding, functionName: string): boolean {
  if (binder !== undefined && binder !== binding.binder) return false;
  return level !== 'function' || name === functionName;
}

function keysOf(lines: readonly Line[]): readonly Key[] {
  const keys = lines.flatMap(({ meant, entry, level }) =>
    meant.filter(({ reader }) => reader === 'streams').map(one => ({ ...one, entry, own: level === 'binding' || level === 'function' })),
  );
  return [...keys].sort((one, other) => one.rank - other.rank);
}

/** Reads what stands in a scope as Kafka Streams does; `inherited`: what holds besides. */
function readKeys(keys: readonly Key[], scope: Scope, inherited: (key: string) => string | undefined, found: Found): StreamsLayout {
  const layout = streamsLayout(
    keys.map(({ property }) => property),
    keys.map(({ entry }) => entry),
    scope,
    { values: keys.map(textOf), inherited },
  );
  for (const [i, key] of keys.entries()) {
    const { property, value, rank, own, entry, ignored } = key;
    const meaning = layout.meanings[i];
    if (property.startsWith('scs:')) found.settings.push({ property, role: 'streams', value, rank, own, entry, scope, ignored });
    else if (meaning?.kind === 'settings') {
      for (const { rank: place = 0, own: mine = true, ignored: taken, ...rest } of meaning.places)
        found.settings.push({
          ...rest,
          rank: place * perPrefix + rank,
          own: own && mine,
          ignored: taken ?? beaten(rest, place),
          value,
          entry,
        });
    } else if (meaning?.kind === 'unknown') {
      const { role, key: name } = meaning;
      found.unknownKeys.push({ entry, scope: meaning.scope, role, key: name, candidates: role === 'streams' ? known : undefined });
    }
  }
  return layout;
}

/** Of what Spring Boot says to all clients; what it says to consumers has a prefix. */
function isBeaten({ role, property, rank }: Setting): boolean {
  return role === 'consumer' && property === 'isolation.level' && rank < 1e8;
}

/** With its prefix the binder always hands Spring Boot's own isolation level on, which wins over the bare key. */
function beaten({ role, property }: Pick<Setting, 'role' | 'property'>, place: number): Setting['ignored'] {
  const bare = role === 'consumer' && property === 'isolation.level' && place === 0;
  return bare ? { why: 'always-overridden', worksAs: { property, role } } : undefined;
}

function lastOf(keys: readonly Key[], wanted: string): string | undefined {
  return textOf(keys.findLast(({ property }) => property === wanted));
}

/** What Spring Boot has for a key of Streams in these parts of the file. */
function bootText({ streams }: OfBoot, wanted: string, parts: readonly Scope[]): string | undefined {
  const names = parts.map(part => nameInBoot(part));
  const last = streams.findLast(({ role, property, scope }) => role === 'streams' && property === wanted && names.includes(scope.name));
  return last?.value.known ? last.value.text : undefined;
}

function nameInBoot(part: Scope): string {
  return part.base ? `${part.name} ${title}` : title;
}

function textOf(key: Key | undefined): string | undefined {
  return key?.value.known ? key.value.text : undefined;
}

function isSendToDlq({ property, value, ignored }: Meant): boolean {
  return property === deserializationHandler && !ignored && value.known && /^send-?_?to-?_?dlq$/i.test(value.text);
}

function turnsOn({ area, entry }: Line, { valueOf }: Application): boolean {
  const value = valueOf(entry);
  return (
    'keys' in area &&
    area.keys.length === 2 &&
    startsWith(area.keys, ['consumer', 'enable-dlq']) &&
    value.known &&
    /^(true|on|yes|1)$/i.test(value.text.trim())
  );
}

/** Sources: streamConfigGlobalProperties of KafkaStreamsBinderSupportAutoConfiguration, and buildStreamsBuilderAndRetrieveConfig. */
function streamsDefaults({ document }: Application, name: string, scope: Scope): readonly FrameworkDefault[] {
  const bytes = 'org.apache.kafka.common.serialization.Serdes$ByteArraySerde';
  const application = document.entries.filter(
    ({ path }) => mayBeSpring(path) && startsWith(elementsOf(path), ['spring', 'application', 'name']),
  );
  const [first] = application;
  const values: Readonly<Record<string, string | undefined>> = {
    'application.id': first ? (application.length === 1 && !first.value.includes('${') ? first.value : undefined) : `${name}-applicationId`,
    'bootstrap.servers': 'localhost:9092',
    'default.key.serde': bytes,
    'default.value.serde': bytes,
    'replication.factor': '-1',
    [deserializationHandler]: 'logAndFail',
  };
  // the binder hands what Spring Boot has by default on to the clients inside
  const inside: readonly FrameworkDefault[] = [
    { role: 'consumer', property: 'isolation.level', value: 'read_uncommitted', scope },
    ...(['consumer', 'producer', 'admin'] as const).map(role => ({ role, property: 'bootstrap.servers', value: 'localhost:9092', scope })),
  ];
  return [...Object.entries(values).map(([property, value]) => ({ role: 'streams' as const, property, value, scope })), ...inside];
}
