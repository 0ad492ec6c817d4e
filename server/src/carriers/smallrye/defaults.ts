import type { FrameworkDefault, Scope, Setting } from '../../config/setting.js';
import type { Application, Channel } from './application.js';
import { roleOf } from './meaning.js';
import type { ClientScopes } from './scopes.js';

/** A share group commits nothing by itself and starts where the group is told to. */
const notOfShareGroups: ReadonlySet<string> = new Set(['enable.auto.commit', 'auto.offset.reset']);
const shareGroup = 'smallrye:share-group';
const acknowledgement = 'share.acknowledgement.mode';

type Defaults = Readonly<Record<string, string | undefined>>;

const ofBoth: Defaults = { 'reconnect.backoff.max.ms': '10000', 'bootstrap.servers': 'localhost:9092', 'client.id': undefined };

/** Source: getKafkaProducerConfiguration of io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaProducer. */
const ofProducer: Defaults = {
  ...ofBoth,
  acks: '1',
  'key.serializer': 'org.apache.kafka.common.serialization.StringSerializer',
  'value.serializer': undefined,
  'smallrye:waitForWriteCompletion': 'true',
};

/**
 * What the connector gives a client where nobody sets the key, with what the settings of each scope change in it.
 * Sources: getKafkaConsumerConfiguration of ReactiveKafkaConsumer, getKafkaShareConsumerConfiguration of ReactiveKafkaShareConsumer, the
 * constructor of KafkaSource for the commit strategy, the attributes of KafkaConnector, and KafkaRuntimeConfigProducer of Quarkus for the
 * group.
 */
export function channelDefaults(
  { direction }: Channel,
  scopes: readonly Scope[],
  settings: readonly Setting[],
  application: Application,
): readonly FrameworkDefault[] {
  const role = roleOf(direction);
  return scopes.flatMap(scope =>
    role === 'producer'
      ? producerDefaults(scope, application.quarkus && winner('transactional.id', scope, settings) !== undefined)
      : defaultsIn(scope, role, ofConsumer(scope, settings, application)),
  );
}

/**
 * Of a producer. Quarkus gives channels that the code injects as KafkaTransactions acks=all, which shows in the code alone; who names
 * the transactions has such code. Source: processKafkaTransactions of SmallRyeReactiveMessagingKafkaProcessor.
 */
export function producerDefaults(scope: Scope, mayBeTransactional = false): readonly FrameworkDefault[] {
  return defaultsIn(
    scope,
    'producer',
    mayBeTransactional ? { ...ofProducer, acks: undefined, 'enable.idempotence': undefined } : ofProducer,
  );
}

function defaultsIn(scope: Scope, role: 'producer' | 'consumer', values: Defaults): readonly FrameworkDefault[] {
  return Object.entries(values).map(([property, value]) => ({ role, property, value, scope }));
}

function ofConsumer(scope: Scope, settings: readonly Setting[], application: Application): Defaults {
  const automatic = textOf('enable.auto.commit', scope, settings)?.toLowerCase() === 'true';
  const sharing = textOf(shareGroup, scope, settings) === 'true';
  return {
    ...ofBoth,
    'key.deserializer': 'org.apache.kafka.common.serialization.StringDeserializer',
    'value.deserializer': undefined,
    ...(application.quarkus ? { 'group.id': application.name } : {}),
    'smallrye:commit-strategy': automatic && !sharing ? 'ignore' : 'throttled',
    'smallrye:failure-strategy': 'fail',
    'smallrye:fail-on-deserialization-failure': 'true',
    'smallrye:throttled.unprocessed-record-max-age.ms': '60000',
    [shareGroup]: 'false',
    ...(sharing
      ? { [acknowledgement]: 'explicit', 'enable.auto.commit': undefined, 'auto.offset.reset': undefined }
      : { [acknowledgement]: undefined, 'enable.auto.commit': 'false' }),
  };
}

/** The setting in force in a scope. */
export function winner(property: string, scope: Scope, settings: readonly Setting[]): Setting | undefined {
  const chain: Scope[] = [];
  for (let one: Scope | undefined = scope; one; one = one.base) chain.push(one);
  const strength = (setting: Setting): number => setting.rank * 10 - chain.indexOf(setting.scope);
  const holding = settings.filter(
    one => one.property === property && !one.ignored && chain.includes(one.scope) && (one.scope === scope || one.inherited !== false),
  );
  const [strongest] = holding.reverse().sort((a, b) => strength(b) - strength(a));
  return strongest;
}

/** The text in force in a scope, if it is known. */
function textOf(property: string, scope: Scope, settings: readonly Setting[]): string | undefined {
  const value = winner(property, scope, settings)?.value;
  return value?.known === true ? value.text : undefined;
}

/** Marks what the connector takes out, or writes itself, for the channels that are share groups. */
export function withoutShareGroupKeys(settings: readonly Setting[], { main, hidden, profiles }: ClientScopes): readonly Setting[] {
  if (settings.every(({ property }) => property !== shareGroup)) return settings;
  const sharing = new Set([main, ...profiles.values()].filter(scope => textOf(shareGroup, scope, settings) === 'true'));
  if (sharing.has(main)) sharing.add(hidden);
  return settings.map((one): Setting => {
    if (!sharing.has(one.scope) || one.ignored) return one;
    if (notOfShareGroups.has(one.property)) return { ...one, ignored: { why: 'dropped', worksAs: undefined } };
    return one.property === acknowledgement ? { ...one, ignored: { why: 'always-overridden', worksAs: undefined } } : one;
  });
}
