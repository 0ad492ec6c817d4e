import type { Setting } from '../../config/setting.js';
import type { Document } from '../../syntax/syntax.js';
import { readSpringKafka } from '../shared/spring-kafka/read.js';
import { isOfStreams } from '../shared/spring-kafka/streams.js';
import type { Parts } from '../shared/spring-scopes.js';

/** What the containers of the binder get from `spring.kafka.listener`. Source: propagateContainerProperties of KafkaMessageChannelBinder. */
const ofListener: ReadonlySet<string> = new Set(
  ['ack-mode', 'async-acks', 'ack-count', 'ack-time', 'poll-timeout', 'no-poll-threshold', 'idle-between-polls', 'monitor-interval'].map(
    key => `spring:listener.${key}`,
  ),
);

/** What `spring.kafka` says to the binder's clients, and to those of Kafka Streams; Spring Boot's own clients get it too. */
export function readBoot(document: Document, parts: Parts): { readonly clients: readonly Setting[]; readonly streams: readonly Setting[] } {
  const usable = readSpringKafka(document, parts).settings.filter(({ ignored }) => !ignored);
  const shared = usable.map(setting => ({ ...setting, own: false }));
  return {
    clients: shared.filter(setting => !isOfStreams(setting.scope) && reachesBinder(setting)),
    streams: shared.filter(({ scope, property }) => isOfStreams(scope) && !property.includes(':')),
  };
}

function reachesBinder({ role, property, value }: Setting): boolean {
  if (role !== 'consumer') return !property.includes(':');
  if (property === 'group.id') return false;
  // the binder takes it out
  if (property === 'enable.auto.commit') return !value.known || value.text.trim().toLowerCase() !== 'true';
  return !property.includes(':') || ofListener.has(property);
}
