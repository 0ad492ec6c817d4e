import type { FrameworkDefault, Ignored, Scope } from '../../config/setting.js';
import type { Meaning } from '../shared/layout.js';
import { streamsLayout, type StreamsLayout } from '../shared/streams.js';
import { holdsIn, production, type Application, type Placed } from './application.js';
import type { Clients } from './client.js';
import { clientScopes, settled, type Candidate } from './scopes.js';

export const streamsName = 'streams';

/** What Quarkus itself calls keys of Streams. Source: io.quarkus.kafka.streams.runtime.KafkaStreamsRuntimeConfig. */
export const quarkusNames: Readonly<Record<string, string>> = {
  'application-id': 'application.id',
  'application-server': 'application.server',
  'bootstrap-servers': 'bootstrap.servers',
};

/** Quarkus always writes these itself, from its own names for them, from `kafka.bootstrap.servers` or the name of the application. */
const alwaysWritten: ReadonlySet<string> = new Set(['application.id', 'bootstrap.servers']);

/** Of one key the later wins: what is said to all clients, `quarkus.kafka-streams.*`, `kafka-streams.*`, and what Quarkus itself sets. */
const ranks = { global: 0, byQuarkus: 1, app: 2, typed: 3 };
/** Which client a key is for decides before who says it. */
const perPlace = 10;

type OfStreams = Placed<'streams' | 'global'>;

/** The Streams application. Source: getStreamsProperties of io.quarkus.kafka.streams.runtime.KafkaStreamsProducer. */
export function readStreams(application: Application, path: string): readonly Clients[] {
  const { streams, globals, valueOf } = application;
  if (streams.length === 0) return [];
  const entries: readonly OfStreams[] = [...globals, ...streams];
  const found = clientScopes(streamsName, entries, path);
  const { main, hidden, profiles, targets } = found;
  const candidates: Candidate[] = [];
  const unknownKeys: Clients['unknownKeys'][number][] = [];
  const ofMain = read(main, production);
  const layouts = [...profiles].map(([profile, scope]) => ({ scope, layout: read(scope, profile) }));
  // what StreamsConfig gives the clients holds in the others
  read(hidden, undefined);
  const scopes = [...ofMain.scopes, ...profiles.values()];
  const name: FrameworkDefault = { role: 'streams', property: 'application.id', value: application.name, scope: main };
  const defaults = [
    ...ofMain.defaults,
    ...layouts.flatMap(({ scope, layout }) => changedDefaults(ofMain, layout, scope)),
    ...addresses(main, ofMain),
    name,
  ];
  return [{ scopes, settings: settled(candidates, found), unknownKeys, defaults, openers: [] }];

  /** Reads what stands in a scope, beside what else holds in its profile. */
  function read(scope: Scope, profile: string | undefined): StreamsLayout {
    const here = entries.filter(one => targets(one).some(target => target.scope === scope));
    const own = new Set(here);
    const beside = profile === undefined ? [] : entries.filter(one => holdsIn(one, profile) && !own.has(one));
    const all = [...beside, ...here];
    const layout = streamsLayout(
      all.map(keyOf),
      all.map(({ entry }) => entry),
      scope,
      // below: the hidden scope has what the main consumer reads in other profiles
      { values: all.map(valueTextOf), below: { scope: undefined } },
    );
    for (const [i, one] of here.entries()) take(one, layout.meanings[beside.length + i], scope);
    return layout;
  }

  function valueTextOf({ entry }: OfStreams): string | undefined {
    const value = valueOf(entry);
    return value.known ? value.text.trim() : undefined;
  }

  function take(one: OfStreams, meaning: Meaning | undefined, scope: Scope): void {
    const written = valueOf(one.entry);
    const value = written.known ? { ...written, text: written.text.trim() } : written;
    if (meaning?.kind === 'settings') {
      for (const place of meaning.places) {
        if (scope === hidden && place.scope !== hidden) continue;
        const { rank = 0, own = true, ...rest } = place;
        const strength = { rank: rank * perPlace + rankOf(one), own: own && one.area.kind === 'streams' };
        // other profiles build on the main scope, and have nothing of production's
        const local = one.profiles.includes(production) && place.scope === main;
        const ignored = place.ignored ?? overwritten(one, place.property);
        const setting = { ...rest, ...strength, ignored, value, entry: one.entry, ...(local ? { inherited: false } : {}) };
        candidates.push({ setting, shared: one.area.kind === 'global' });
      }
    } else if (meaning?.kind === 'unknown' && one.area.kind === 'streams' && !one.area.byQuarkus) {
      unknownKeys.push({ entry: one.entry, scope: meaning.scope, role: meaning.role, key: meaning.key, candidates: meaning.candidates });
    }
  }
}

/** What Streams gives its clients in another profile; what production alone has is not known there. */
function changedDefaults(ofMain: StreamsLayout, { defaults }: StreamsLayout, scope: Scope): readonly FrameworkDefault[] {
  const lasting = defaults.filter(({ before }) => before === undefined);
  const has = new Set(lasting.map(({ role, property }) => `${role} ${property}`));
  const lost = ofMain.defaults.filter(({ role, property }) => !has.has(`${role} ${property}`));
  return [...defaults, ...lost.map(one => ({ ...one, value: undefined, scope }))];
}

/** Where nobody gives an address; sources: KafkaStreamsRuntimeConfig, and the constructor of KafkaStreamsProducer. */
function addresses(main: Scope, { common }: StreamsLayout): readonly FrameworkDefault[] {
  const ofMain = (['streams', 'producer', 'consumer', 'admin'] as const).map(role => ({ role, scope: main }));
  return [...ofMain, { role: 'consumer' as const, scope: common }].map(place => ({
    ...place,
    property: 'bootstrap.servers',
    value: 'localhost:9092',
  }));
}

function keyOf({ area }: OfStreams): string {
  return area.kind === 'streams' && area.byQuarkus ? (quarkusNames[area.key] ?? area.key) : area.key;
}

/** What becomes of a key that Quarkus writes itself, where it is not written by Quarkus' own name. */
function overwritten(one: OfStreams, property: string): Ignored | undefined {
  if (one.area.kind === 'global' || !alwaysWritten.has(property) || rankOf(one) === ranks.typed) return undefined;
  // of a client's own address Quarkus knows nothing
  return keyOf(one) === property ? { why: 'always-overridden', worksAs: { property, role: 'streams' } } : undefined;
}

function rankOf({ area }: OfStreams): number {
  if (area.kind === 'global') return ranks.global;
  if (!area.byQuarkus) return ranks.app;
  return area.key in quarkusNames ? ranks.typed : ranks.byQuarkus;
}
