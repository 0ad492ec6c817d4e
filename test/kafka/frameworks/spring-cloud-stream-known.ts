import { versionOf } from '../../../server/src/analysis/options.js';
import type { EffectiveConfig } from '../../../server/src/config/effective.js';
import { existsIn, findProperty, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../../server/src/kafka/property.js';

/** Of the binder's dependencies. */
export const kafkaVersion = '4.1.2';

/** The binder's own keys that the other side tells. */
const attributes: Readonly<Partial<Record<Role, readonly string[]>>> = {
  consumer: [
    ...['scs:binding.group', 'scs:consumer.max-attempts', 'scs:consumer.enable-dlq', 'scs:consumer.auto-commit-on-error'],
    ...['scs:consumer.reset-offsets', 'scs:consumer.reactive-at-most-once', 'scs:consumer.reactive-auto-commit'],
    ...['spring:listener.concurrency', 'spring:listener.ack-mode'],
  ],
  producer: ['scs:producer.sync', 'scs:producer.error-channel-enabled', 'spring:transaction-id-prefix'],
};

/** Put there by Kafka Streams for each of its clients. */
const ofStreamsClients: ReadonlySet<string> = new Set([
  ...['client.id', 'group.id', 'group.instance.id', 'key.deserializer', 'value.deserializer', 'key.serializer', 'value.serializer'],
]);
/** Places that depend on the machine, and what has the prefix for transactions and a number. */
const unknowable: ReadonlySet<string> = new Set(['ssl.keystore.location', 'ssl.truststore.location', 'transactional.id']);

function roleOf(client: string): Role {
  return client.endsWith('streams') ? 'streams' : client.endsWith('consumer') ? 'consumer' : 'producer';
}

function attributesFor(client: string): readonly string[] {
  return / (?:streams|dead letters)/.test(client) ? [] : (attributes[roleOf(client)] ?? []);
}

/** What Ackguard has for the binder's own keys of that client. */
export function attributesOf(client: string, config: EffectiveConfig): Readonly<Record<string, string>> {
  return Object.fromEntries(
    attributesFor(client).flatMap(name => {
      // spring-kafka takes a transactional id for a prefix
      const text = config.effective(name)?.text ?? (name === 'spring:transaction-id-prefix' ? config.text('transactional.id') : undefined);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** What both sides can know of a client; Kafka cuts blanks off, and lists have their items side by side. */
export function knownTo(client: string, props: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const role = roleOf(client);
  const version = versionOf(kafkaVersion);
  const hidden = / streams (?:consumer|producer)$/.test(client) ? ofStreamsClients : unknowable;
  const names = new Set([
    ...propertiesOf(role).flatMap(one => (existsIn(one, version) && !hidden.has(one.name) ? [one.name] : [])),
    ...attributesFor(client),
  ]);
  return Object.fromEntries(
    Object.entries(props)
      .filter(([name]) => names.has(name))
      .map(([name, value]) => [name, comparable(role, name, value)]),
  );
}

function comparable(role: Role, name: string, value: string): string {
  if (findProperty(role, name)?.type !== 'list') return value.trim();
  return value
    .split(',')
    .map(item => item.trim())
    .join(',');
}
