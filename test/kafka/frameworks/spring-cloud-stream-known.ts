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

const handler = 'scs:streams.deserialization-exception-handler';
/** Kafka's own keys for the same, the older one last. */
const handlerKeys = ['deserialization.exception.handler', 'default.deserialization.exception.handler'] as const;
const shownAsHandler: ReadonlySet<string> = new Set(handlerKeys);
/** The binder's names for handlers, by the classes that it makes of them. */
const handlers: Readonly<Record<string, string>> = {
  'org.apache.kafka.streams.errors.LogAndFailExceptionHandler': 'logAndFail',
  'org.apache.kafka.streams.errors.LogAndContinueExceptionHandler': 'logAndContinue',
  'org.springframework.kafka.streams.RecoveringDeserializationExceptionHandler': 'sendToDlq',
  'org.springframework.cloud.stream.binder.kafka.streams.SkipAndContinueExceptionHandler': 'skipAndContinue',
};

function roleOf(client: string): Role {
  return client.endsWith('streams') ? 'streams' : client.endsWith('consumer') ? 'consumer' : 'producer';
}

function attributesFor(client: string): readonly string[] {
  return / (?:streams|dead letters)/.test(client) ? [] : (attributes[roleOf(client)] ?? []);
}

/** What Ackguard has for the binder's own keys of that client. */
export function attributesOf(client: string, config: EffectiveConfig): Readonly<Record<string, string>> {
  // of both the file has said more with the binder's own
  if (config.role === 'streams' && config.explicit(handler)) return { [handler]: config.text(handler) ?? '' };
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
  if (role === 'streams') return { ...catalogued(client, role, props), ...handlerOf(props) };
  return catalogued(client, role, props);
}

/** Streams fails at a record that it cannot read if nobody says otherwise. */
function handlerOf(props: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [newer, older] = handlerKeys;
  const said = props[handler] ?? props[newer] ?? props[older] ?? 'logAndFail';
  return { [handler]: (handlers[said] ?? said).toLowerCase().replace(/[^a-z.]/g, '') };
}

function catalogued(client: string, role: Role, props: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const version = versionOf(kafkaVersion);
  const hidden = / streams (?:consumer|producer)$/.test(client) ? ofStreamsClients : role === 'streams' ? shownAsHandler : unknowable;
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
