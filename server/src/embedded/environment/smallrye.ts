import { namesOf } from '../../kafka/catalogue/catalogue.js';
import { smallryeAttributes } from '../../kafka/frameworks/smallrye.js';
import type { VariableNames } from './names.js';

/** What decides about a channel itself. Source: the attributes of io.smallrye.reactive.messaging.kafka.KafkaConnector. */
const ofChannels = ['connector', 'topic', 'topics', 'pattern', 'enabled', 'concurrency', 'partitions', 'max-inflight-messages'];
const attributes = smallryeAttributes.map(({ name }) => name.slice('smallrye:'.length));

/** Names that are known by those of their variables, of which no two are alike. */
function byVariable(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map(name => [spelled(name), name]));
}

const known = byVariable([...ofChannels, ...attributes, ...namesOf(['producer', 'consumer'])]);
const ofStreams = byVariable(
  ['application-id', 'bootstrap-servers', 'application-server', 'topics'].map(key => `quarkus.kafka-streams.${key}`),
);

/** Source: io.smallrye.config.common.utils.StringUtil.replaceNonAlphanumericByUnderscores, and EnvConfigSource. */
function spelled(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '_').toUpperCase();
}

/**
 * Names of variables that SmallRye Config, and so Quarkus, takes for keys of channels, of their connector, of all Kafka clients and of
 * Kafka Streams. An underscore may be any sign: only attributes that are known are read, of a channel whose name is one word or is known by
 * the variable of its connector. Source: EnvConfigSource, and ConnectorConfig of SmallRye Reactive Messaging, asked for every key of
 * producers and consumers (4.36.0).
 */
export function smallRyeNames(variables: readonly string[]): VariableNames {
  const quarkus = variables.some(name => name.startsWith('QUARKUS_'));
  const channels = variables
    .flatMap(name => /^(MP_MESSAGING_(?:INCOMING|OUTGOING)_\w+)_CONNECTOR$/.exec(name)?.[1] ?? [])
    .sort((a, b) => b.length - a.length);
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
  const [direction = '', ...words] = channel.slice('MP_MESSAGING_'.length).toLowerCase().split('_');
  return below(`mp.messaging.${direction}.${words.join('-')}`, known, variable.slice(channel.length + 1));
}

function below(section: string, names: ReadonlyMap<string, string>, rest: string): string | undefined {
  const key = names.get(rest);
  return key === undefined ? undefined : `${section}.${key}`;
}
