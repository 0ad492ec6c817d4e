import { librdkafkaProperty } from '../kafka/frameworks/librdkafka.js';
import type { Said } from './derived.js';

/**
 * What librdkafka puts in place of the default of a key that is not set, because of another key; undefined where the default stays.
 * Sources: its functions `rd_kafka_conf_finalize` and `rd_kafka_topic_conf_finalize`.
 */
export function derivedByLibrdkafka(property: string, said: Said): string | undefined {
  const forClient = said.role === 'librdkafka-producer' ? derivedForProducer(property, said) : derivedForConsumer(property, said);
  return forClient ?? derivedForBoth(property, said);
}

function derivedForProducer(property: string, said: Said): string | undefined {
  const transactional = (said.text('transactional.id') ?? '') !== '';
  const idempotent = said.isSet('enable.idempotence') ? said.text('enable.idempotence') === 'true' : transactional;
  switch (property) {
    case 'allow.auto.create.topics':
      return 'true';
    case 'enable.idempotence':
      return idempotent ? 'true' : undefined;
    case 'max.in.flight.requests.per.connection':
      return idempotent ? '5' : undefined;
    case 'delivery.timeout.ms':
      return transactional ? String(numberOf('transaction.timeout.ms', said)) : undefined;
    case 'socket.timeout.ms':
      return transactional ? String(Math.max(numberOf('transaction.timeout.ms', said) - 100, 900)) : undefined;
    case 'linger.ms': {
      const timeout = said.isSet('delivery.timeout.ms') ? numberOf('delivery.timeout.ms', said) : 0;
      return timeout > 0 && timeout <= numberOf('linger.ms', said) ? String(timeout - 0.1) : undefined;
    }
    case 'sticky.partitioning.linger.ms':
      return String(Math.min(900_000, Math.trunc(2 * numberOf('linger.ms', said))));
    default:
      return undefined;
  }
}

function derivedForConsumer(property: string, said: Said): string | undefined {
  if (property === 'fetch.max.bytes') return String(fetchSize(said));
  if (property !== 'receive.message.max.bytes') return undefined;
  return String(Math.max(numberOf(property, said), fetchSize(said) + 512));
}

/** In bytes; at least one message, at most what the queue holds. */
function fetchSize(said: Said): number {
  const size = numberOf('fetch.max.bytes', said);
  if (said.isSet('fetch.max.bytes')) return size;
  return Math.max(Math.min(size, numberOf('queued.max.messages.kbytes', said) * 1024), numberOf('message.max.bytes', said));
}

function derivedForBoth(property: string, said: Said): string | undefined {
  switch (property) {
    case 'metadata.max.age.ms': {
      const refresh = numberOf('topic.metadata.refresh.interval.ms', said);
      return refresh > 0 ? String(refresh * 3) : undefined;
    }
    case 'topic.metadata.refresh.fast.interval.ms':
      return String(numberOf('retry.backoff.ms', said));
    case 'connections.max.idle.ms':
      // Azure closes idle connections after four minutes
      return /azure/i.test(said.text('bootstrap.servers') ?? '') ? '230000' : undefined;
    default:
      return undefined;
  }
}

/** The explicit value if it is known, else librdkafka's default. */
function numberOf(name: string, { text }: Said): number {
  return Number(text(name) ?? librdkafkaProperty(name)?.byDefault);
}
