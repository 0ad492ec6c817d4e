import { resolveValue } from '../../config/placeholder.js';
import type { FrameworkDefault, Ignored, Scope } from '../../config/setting.js';
import { ksqldbAttributes } from '../../kafka/frameworks/ksqldb.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { keyOf } from '../shared/flat-files.js';
import { bareKey } from '../shared/flat.js';
import { fileScope, isClientKey, knows, type Layout, type Meaning, type Place } from '../shared/layout.js';
import { streamsKey, streamsLayout } from '../shared/streams.js';
import { commandDefaults, isForcedOnCommands, serverDefaults } from './defaults.js';

const streamsPrefix = 'ksql.streams.';
const commandPrefix = /^ksql\.server\.command\.(producer|consumer)\./;
const clientPrefix = /^(producer|((main|restore|global)\.)?consumer|admin|topic)\./;
const commands = 'command topic';
const sinkReplicas = 'ksql.sink.replicas';

const attributes: ReadonlyMap<string, string> = new Map(ksqldbAttributes.map(({ name }) => [name.slice('ksql:'.length), name]));

/** Since 5.3, which came with Kafka 2.3, a topic for results gets as many replicas as the one that it is made from. */
const notReadAnyMore: Ignored = { why: 'outdated', worksAs: undefined, since: '2.3' };
/** Every source of a query gets a reset policy of its own, which Kafka Streams puts over what the consumer has. */
const resetElsewhere: Ignored = { why: 'always-overridden', worksAs: { property: 'auto.offset.reset', role: 'consumer' } };
const setByServer: Ignored = { why: 'always-overridden', worksAs: undefined };
/** Each query is an application with a name that the server makes, and each source has the time that its statement names. */
const ofServer: ReadonlySet<string> = new Set(['application.id', 'default.timestamp.extractor', 'timestamp.extractor']);

/**
 * The file of a ksqlDB server. Its queries are applications of Kafka Streams, which get every key that is not the server's own; those
 * with the prefix `ksql.streams.` win over those without. The clients of the topic in which the server keeps statements are a scope
 * beside them. Sources: KsqlConfig (its constructor and originalsWithPrefixOverride), KsqlRestConfig.getPropertiesWithOverrides,
 * CommandStore.Factory and SourceBuilderBase.getAutoOffsetReset of confluentinc/ksql.
 */
export function ksqlLayout(entries: readonly Entry[]): Layout {
  const file = fileScope();
  const command: Scope = { ...fileScope(), name: commands };
  const written = entries.map(entry => ({ key: keyOf(entry), entry }));
  const prefixed = written.filter(({ key }) => key.startsWith(streamsPrefix));
  const bare = written.filter(({ key }) => !key.startsWith('ksql.'));
  const ordered = [...bare, ...prefixed];
  const inner = streamsLayout(
    ordered.map(({ key }) => withoutPrefix(key)),
    ordered.map(({ entry }) => entry),
    file,
  );
  const toStreams = new Map(ordered.map(({ entry }, i) => [entry, inner.meanings[i]]));
  return {
    scopes: [...inner.scopes, command],
    meanings: written.map(({ key, entry }) => meaningOf(key, entry)),
    defaults: [...inner.defaults.filter(one => !isReset(one, file)), ...serverDefaults(file, valueOf), ...commandDefaults(command)],
    facts: ['group-may-be-in-code', 'no-reset-by-duration'],
  };

  function valueOf(key: string): string | undefined {
    const last = written.findLast(one => one.key === key);
    const value = last && resolveValue(last.entry.value, 'kafka');
    return value?.known ? value.text : undefined;
  }

  function meaningOf(key: string, entry: Entry): Meaning {
    const attribute = attributes.get(key);
    if (attribute !== undefined) {
      const ignored = key === sinkReplicas ? { ignored: notReadAnyMore } : {};
      return { kind: 'settings', places: [{ role: 'streams', property: attribute, scope: file, ...ignored }] };
    }
    const client = commandPrefix.exec(key);
    if (client) return ofCommands(client[1] as 'producer' | 'consumer', key.slice(client[0].length));
    const meaning = toStreams.get(entry);
    if (!meaning) return { kind: 'foreign' };
    const isPrefixed = key.startsWith(streamsPrefix);
    if (meaning.kind === 'settings') {
      const places = meaning.places.map(place => ofQueries(place, withoutPrefix(key), isPrefixed));
      return { kind: 'settings', places: isPrefixed ? places : [...places, ...toCommands(key)] };
    }
    // beside the keys of Kafka the server reads its own, such as listeners, without a prefix
    return isPrefixed || clientPrefix.test(key) ? meaning : { kind: 'foreign' };
  }

  function ofQueries(place: Place, key: string, isPrefixed: boolean): Place {
    const ranked: Place = { ...place, rank: (place.rank ?? 0) + (isPrefixed ? 0.5 : 0) };
    if (place.role === 'streams' && ofServer.has(place.property)) return { ...ranked, ignored: setByServer };
    const isReset = place.role === 'consumer' && place.property === 'auto.offset.reset' && place.scope === file;
    return isReset && key !== 'auto.offset.reset' ? { ...ranked, ignored: resetElsewhere } : ranked;
  }

  function ofCommands(role: 'producer' | 'consumer', property: string): Meaning {
    if (!knows(role, property)) return { kind: 'unknown', role, scope: command, key: property, candidates: undefined };
    const ignored = isForcedOnCommands(role, property) ? { ignored: setByServer } : {};
    return { kind: 'settings', places: [{ role, property, scope: command, rank: 1, ...ignored }] };
  }

  /** The clients of the server's own topic get bare keys as well, but for those that it sets itself. */
  function toCommands(property: string): readonly Place[] {
    const roles = (['producer', 'consumer'] as const).filter(role => knows(role, property) && !isForcedOnCommands(role, property));
    return isClientKey(property) ? roles.map(role => ({ role, property, scope: command, own: false })) : [];
  }
}

function withoutPrefix(key: string): string {
  return key.startsWith(streamsPrefix) ? key.slice(streamsPrefix.length) : key;
}

/** Kafka Streams' own default of the offset to start from, which no query of the server has. */
function isReset({ role, property, scope }: FrameworkDefault, file: Scope): boolean {
  return role === 'consumer' && property === 'auto.offset.reset' && scope === file;
}

/** How a key is written for a role in a scope of the file; undefined where it cannot be said there. */
export function ksqlKey(property: string, role: Role, scope: Scope): string | undefined {
  const attribute = [...attributes].find(([, name]) => name === property)?.[0];
  if (attribute !== undefined) return role === 'streams' && attribute !== sinkReplicas ? attribute : undefined;
  if (bareKey(property) === undefined || (role === 'streams' && ofServer.has(property))) return undefined;
  if (scope.name === commands) {
    const isClient = role === 'producer' || role === 'consumer';
    return isClient && !isForcedOnCommands(role, property) ? `ksql.server.command.${role}.${property}` : undefined;
  }
  if (role === 'consumer' && property === 'auto.offset.reset' && !scope.base) return `${streamsPrefix}${property}`;
  const key = streamsKey(property, role, scope);
  return key === undefined ? undefined : streamsPrefix + key;
}
