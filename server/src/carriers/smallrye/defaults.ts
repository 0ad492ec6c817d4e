import type { FrameworkDefault, Scope, Setting } from '../../config/setting.js';
import type { Application, Channel } from './application.js';
import { roleOf } from './meaning.js';

/** A share group commits nothing by itself and starts where the group is told to. */
const notOfShareGroups: ReadonlySet<string> = new Set(['enable.auto.commit', 'auto.offset.reset']);
const shareGroup = 'smallrye:share-group';
const acknowledgement = 'share.acknowledgement.mode';

/**
 * What the connector gives a client where nobody sets the key, with what the settings of each scope change in it.
 * Sources: getKafkaProducerConfiguration of io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaProducer,
 * getKafkaConsumerConfiguration of ReactiveKafkaConsumer, getKafkaShareConsumerConfiguration of ReactiveKafkaShareConsumer, the constructor of
 * KafkaSource for the commit strategy, the attributes of KafkaConnector, and KafkaRuntimeConfigProducer of Quarkus for the group.
 */
export function channelDefaults(
  { direction }: Channel,
  scopes: readonly Scope[],
  settings: readonly Setting[],
  application: Application,
): readonly FrameworkDefault[] {
  const role = roleOf(direction);
  const common = { 'reconnect.backoff.max.ms': '10000', 'bootstrap.servers': 'localhost:9092', 'client.id': undefined };
  return scopes.flatMap(scope => {
    const own: Readonly<Record<string, string | undefined>> =
      role === 'producer'
        ? ofProducer
        : ofConsumer(winner('enable.auto.commit', scope, settings), winner(shareGroup, scope, settings), application);
    return Object.entries({ ...common, ...own }).map(([property, value]) => ({ role, property, value, scope }));
  });
}

const ofProducer: Readonly<Record<string, string | undefined>> = {
  acks: '1',
  'key.serializer': 'org.apache.kafka.common.serialization.StringSerializer',
  'value.serializer': undefined,
  'smallrye:waitForWriteCompletion': 'true',
};

function ofConsumer(
  autoCommit: string | undefined,
  isShareGroup: string | undefined,
  { quarkus, named, valueOf }: Application,
): Readonly<Record<string, string | undefined>> {
  const name = named.findLast(one => one.name === 'quarkus.application.name' && one.profiles.length === 0);
  const value = name && valueOf(name.entry);
  return {
    'key.deserializer': 'org.apache.kafka.common.serialization.StringDeserializer',
    'value.deserializer': undefined,
    // Quarkus takes the name of the application, which it has from the build if nobody gives it
    ...(quarkus ? { 'group.id': value?.known === true ? value.text.trim() : undefined } : {}),
    'smallrye:commit-strategy': autoCommit?.toLowerCase() === 'true' && isShareGroup !== 'true' ? 'ignore' : 'throttled',
    'smallrye:failure-strategy': 'fail',
    'smallrye:fail-on-deserialization-failure': 'true',
    'smallrye:throttled.unprocessed-record-max-age.ms': '60000',
    [shareGroup]: 'false',
    ...(isShareGroup === 'true'
      ? { [acknowledgement]: 'explicit', 'enable.auto.commit': undefined, 'auto.offset.reset': undefined }
      : { 'enable.auto.commit': 'false' }),
  };
}

/** The text in force in a scope, if it is known. */
function winner(property: string, scope: Scope, settings: readonly Setting[]): string | undefined {
  const chain: Scope[] = [];
  for (let one: Scope | undefined = scope; one; one = one.base) chain.push(one);
  const strength = (setting: Setting): number => setting.rank * 10 - chain.indexOf(setting.scope);
  const holding = settings.filter(
    one => one.property === property && !one.ignored && chain.includes(one.scope) && (one.scope === scope || one.inherited !== false),
  );
  const [strongest] = holding.reverse().sort((a, b) => strength(b) - strength(a));
  return strongest?.value.known === true ? strongest.value.text : undefined;
}

/** Marks what the connector takes out, or writes itself, for the channels that are share groups. */
export function withoutShareGroupKeys(settings: readonly Setting[]): readonly Setting[] {
  const sharing = new Set(settings.filter(one => winner(shareGroup, one.scope, settings) === 'true').map(({ scope }) => scope));
  if (sharing.size === 0) return settings;
  return settings.map((one): Setting => {
    if (!sharing.has(one.scope) || one.ignored) return one;
    if (notOfShareGroups.has(one.property)) return { ...one, ignored: { why: 'dropped', worksAs: undefined } };
    return one.property === acknowledgement ? { ...one, ignored: { why: 'always-overridden', worksAs: undefined } } : one;
  });
}
