import type { Scope, Setting } from '../../config/setting.js';
import type { Meaning } from '../shared/layout.js';
import { streamsLayout } from '../shared/streams.js';
import type { Application, Placed } from './application.js';
import type { Clients } from './channels.js';
import { clientScopes } from './scopes.js';

export const streamsName = 'streams';

/** What Quarkus itself calls keys of Streams. Source: io.quarkus.kafka.streams.runtime.KafkaStreamsRuntimeConfig. */
export const quarkusNames: Readonly<Record<string, string>> = {
  'application-id': 'application.id',
  'application-server': 'application.server',
  'bootstrap-servers': 'bootstrap.servers',
};

/** Of one key the later wins: what is said to all clients, `quarkus.kafka-streams.*`, `kafka-streams.*`, and what Quarkus itself sets. */
const ranks = { global: 0, byQuarkus: 10, app: 20, typed: 30 };

type OfStreams = Placed<'streams' | 'global'>;

/** The Streams application. Source: getStreamsProperties of io.quarkus.kafka.streams.runtime.KafkaStreamsProducer. */
export function readStreams({ streams, globals, valueOf }: Application, path: string): readonly Clients[] {
  if (streams.length === 0) return [];
  const entries: readonly OfStreams[] = [...globals, ...streams];
  const { main, profiles, targets } = clientScopes(streamsName, entries, path);
  const settings: Setting[] = [];
  const unknownKeys: Clients['unknownKeys'][number][] = [];
  const layouts = [main, ...profiles.values()].map(scope => {
    const here = entries.filter(one => targets(one).some(target => target.scope === scope));
    const layout = streamsLayout(
      here.map(keyOf),
      here.map(({ entry }) => entry),
      scope,
    );
    for (const [i, one] of here.entries()) take(one, layout.meanings[i], scope);
    return layout;
  });
  const scopes = [...(layouts[0]?.scopes ?? []), ...profiles.values()];
  const unsaid = { role: 'streams', property: 'application.id', value: undefined, scope: main } as const;
  return [{ scopes, settings, unknownKeys, defaults: [...layouts.flatMap(({ defaults }) => defaults), unsaid] }];

  function take(one: OfStreams, meaning: Meaning | undefined, scope: Scope): void {
    const written = valueOf(one.entry);
    const value = written.known ? { ...written, text: written.text.trim() } : written;
    const local = one.profiles.includes('prod') && scope === main;
    if (meaning?.kind === 'settings') {
      for (const place of meaning.places) {
        const { rank = 0, own = true, ignored, ...rest } = place;
        const strength = { rank: rank + rankOf(one), own: own && one.area.kind === 'streams', ignored };
        settings.push({ ...rest, ...strength, value, entry: one.entry, ...(local ? { inherited: false } : {}) });
      }
    } else if (meaning?.kind === 'unknown' && one.area.kind === 'streams' && !one.area.byQuarkus) {
      unknownKeys.push({ entry: one.entry, scope: meaning.scope, role: meaning.role, key: meaning.key, candidates: meaning.candidates });
    }
  }
}

function keyOf({ area }: OfStreams): string {
  return area.kind === 'streams' && area.byQuarkus ? (quarkusNames[area.key] ?? area.key) : area.key;
}

function rankOf({ area }: OfStreams): number {
  if (area.kind === 'global') return ranks.global;
  if (!area.byQuarkus) return ranks.app;
  return area.key in quarkusNames ? ranks.typed : ranks.byQuarkus;
}
