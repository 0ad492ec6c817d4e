import type { Setting } from '../../config/setting.js';
import type { Document, Entry, PathSegment } from '../../syntax/syntax.js';
import { elementsOf, startsWith, type Element } from '../shared/names.js';
import { readSpringKafka } from '../shared/spring-kafka/read.js';
import { isOfStreams } from '../shared/spring-kafka/streams.js';
import type { Parts } from '../shared/spring-scopes.js';
import type { Application } from './application.js';
import { ownEnvironment } from './lines.js';
import { root } from './names.js';

/** What the containers get from `spring.kafka.listener`. Source: propagateContainerProperties of KafkaMessageChannelBinder. */
const ofListener: ReadonlySet<string> = new Set(
  ['ack-mode', 'async-acks', 'ack-count', 'ack-time', 'poll-timeout', 'no-poll-threshold', 'idle-between-polls', 'monitor-interval'].map(
    key => `spring:listener.${key}`,
  ),
);

/** What `spring.kafka` says to the clients of a binder, and to those of Kafka Streams. */
export interface OfBoot {
  readonly clients: readonly Setting[];
  readonly streams: readonly Setting[];
}

/** Of the application; Spring Boot's own clients get it too. */
export function readBoot(document: Document, parts: Parts): OfBoot {
  const usable = readSpringKafka(document, parts, 'always').settings.filter(({ ignored }) => !ignored);
  const shared = usable.map(setting => ({ ...setting, own: false }));
  return {
    clients: shared.filter(setting => !isOfStreams(setting.scope) && reachesBinder(setting)),
    streams: shared.filter(({ scope, property }) => isOfStreams(scope) && !property.includes(':')),
  };
}

/** Of the environment of one binder, which is asked first. */
export function readEnvironment(binder: string, { document, parts }: Application): readonly Setting[] {
  const original = new Map<Entry, Entry>();
  const entries = document.entries.flatMap((entry): readonly Entry[] => {
    const elements = elementsOf(entry.path);
    const inside = inEnvironment(binder, elements);
    // what the application has of the kind is read for itself
    if (!inside) return startsWith(elements, ['spring', 'kafka']) ? [] : [entry];
    const path = inside.map(({ text, bracketed }): PathSegment => ({
      kind: 'key',
      text: bracketed ? `[${text}]` : text,
      span: entry.keySpan,
    }));
    const there = { ...entry, path };
    original.set(there, entry);
    return [there];
  });
  const written = (entry: Entry): Entry => original.get(entry) ?? entry;
  const there: Parts = {
    ...parts,
    partOf: entry => parts.partOf(written(entry)),
    scopeOf: entry => parts.scopeOf(written(entry)),
  };
  const { clients } = readBoot({ ...document, entries, sections: [] }, there);
  return clients.map(one => ({ ...one, entry: written(one.entry), rank: one.rank + ownEnvironment }));
}

function inEnvironment(binder: string, elements: readonly Element[]): readonly Element[] | undefined {
  const way = [...root, 'binders', binder, 'environment'];
  return startsWith(elements, [...way, 'spring', 'kafka']) ? elements.slice(way.length) : undefined;
}

function reachesBinder({ role, property, value }: Setting): boolean {
  if (role !== 'consumer') return !property.includes(':');
  if (property === 'group.id') return false;
  // the binder takes it out
  if (property === 'enable.auto.commit') return !value.known || value.text.trim().toLowerCase() !== 'true';
  return !property.includes(':') || ofListener.has(property);
}
