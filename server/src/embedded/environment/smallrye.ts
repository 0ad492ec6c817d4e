import { namesOf } from '../../kafka/catalogue/catalogue.js';
import { smallryeAttributes } from '../../kafka/frameworks/smallrye.js';
import type { VariableNames } from './names.js';

/** Attributes that decide what a channel is. Source: the attributes of io.smallrye.reactive.messaging.kafka.KafkaConnector. */
const ofChannels = [
  'connector',
  'topic',
  'topics',
  'pattern',
  'enabled',
  'concurrency',
  'partitions',
  'cloud-events',
  'max-inflight-messages',
];
const attributes = smallryeAttributes.map(({ name }) => name.slice('smallrye:'.length));
/** Those that the connector asks for by their names, so that it finds them whatever the name of the channel. */
const asked = [
  ...ofChannels,
  ...attributes,
  ...['acks', 'retries', 'bootstrap.servers', 'key.serializer', 'value.serializer', 'key.deserializer', 'value.deserializer'],
  ...['group.id', 'enable.auto.commit', 'auto.offset.reset', 'fetch.min.bytes'],
];

/** Each name that is known by that of its variable; a variable that two names have is nobody's. */
function byVariable(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const name of names) found.set(spelled(name), (found.get(spelled(name)) ?? new Set()).add(name));
  return new Map(
    [...found].flatMap(([variable, [name, ...others]]) => (name === undefined || others.length > 0 ? [] : [[variable, name]])),
  );
}

const known = byVariable([...new Set([...asked, ...namesOf(['producer', 'consumer'])])]);
const knownOfAny = byVariable(asked);
const ofStreams = byVariable(
  ['application-id', 'bootstrap-servers', 'application-server', 'topics'].map(key => `quarkus.kafka-streams.${key}`),
);

/** Source: io.smallrye.config.common.utils.StringUtil.replaceNonAlphanumericByUnderscores, and EnvConfigSource. */
function spelled(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '_').toUpperCase();
}

/**
 * Names of variables that SmallRye Config, and so Quarkus, takes for keys of channels, of their connector, of all Kafka clients and of
 * Kafka Streams. An underscore may be any sign: only attributes that are known are read. A channel has one word, or what its connector's
 * variable says; the keys of Kafka reach the clients of the former alone. Source: EnvConfigSource, and ConnectorConfig.getPropertyNames of
 * SmallRye Reactive Messaging.
 */
export function smallRyeNames(variables: readonly string[]): VariableNames {
  const quarkus = variables.some(name => name.startsWith('QUARKUS_'));
  const channels = variables.flatMap(name => /^(MP_MESSAGING_(?:INCOMING|OUTGOING)_\w+?)_CONNECTOR$/.exec(name)?.[1] ?? []);
  return {
    keyOf: variable => {
      if (/^(mp\.messaging|quarkus)\./.test(variable)) return variable;
      if (variable.startsWith('MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_'))
        return below('mp.messaging.connector.smallrye-kafka', known, variable.slice(38));
      if (variable.startsWith('MP_MESSAGING_')) return inChannel(variable, channels);
      if (!quarkus) return undefined;
      const global = /^KAFKA_(?!STREAMS_)(\w+)$/.exec(variable)?.[1];
      return ofStreams.get(variable) ?? (global === undefined ? undefined : below('kafka', known, global));
    },
    variableOf: spelled,
  };
}

function inChannel(variable: string, channels: readonly string[]): string | undefined {
  const channel =
    channels.find(one => variable.startsWith(`${one}_`)) ?? /^MP_MESSAGING_(?:INCOMING|OUTGOING)_[A-Z0-9]+/.exec(variable)?.[0];
  if (channel === undefined) return undefined;
  const [, direction = '', name = ''] = /^MP_MESSAGING_(INCOMING|OUTGOING)_(\w+)$/.exec(channel) ?? [];
  const section = `mp.messaging.${direction.toLowerCase()}.${name.toLowerCase().replaceAll('_', '-')}`;
  return below(section, name.includes('_') ? knownOfAny : known, variable.slice(channel.length + 1));
}

function below(section: string, names: ReadonlyMap<string, string>, rest: string): string | undefined {
  const key = names.get(rest);
  return key === undefined ? undefined : `${section}.${key}`;
}
