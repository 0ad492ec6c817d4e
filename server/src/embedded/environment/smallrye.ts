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

/** The name of a profile before that of the variable, which then holds in it alone. */
const ofProfile = /^_([A-Z0-9]+)_((?:MP_MESSAGING|KAFKA|QUARKUS)_\w+)$/;

/** Whether a variable is Quarkus' own. */
export function isOfQuarkus(variable: string): boolean {
  return /^(quarkus\.|(_[A-Z0-9]+_)?QUARKUS_)/.test(variable);
}

/**
 * Names of variables that SmallRye Config, and so Quarkus, takes for keys of channels, of their connector, of all Kafka clients and of
 * Kafka Streams. An underscore may be any sign: only attributes that are known are read, of a channel whose name is one word or is known by
 * the variable of its connector. Keys of Streams that are not Quarkus' own are only found by their names with dots.
 * Source: EnvConfigSource, ConnectorConfig of SmallRye Reactive Messaging and KafkaStreamsPropertiesUtil of Quarkus, asked for every key of
 * producers and consumers (4.36.0).
 */
export function smallRyeNames(variables: readonly string[]): VariableNames {
  const quarkus = variables.some(isOfQuarkus);
  const channels = variables
    .flatMap(name => /^(?:_[A-Z0-9]+_)?(MP_MESSAGING_(?:INCOMING|OUTGOING)_\w+)_CONNECTOR$/.exec(name)?.[1] ?? [])
    .sort((a, b) => b.length - a.length);
  return {
    keyOf: variable => {
      if (/^(mp\.messaging|quarkus|kafka-streams)\./.test(variable)) return variable;
      const [, profile, rest = ''] = ofProfile.exec(variable) ?? [];
      if (profile === undefined) return ofVariable(variable);
      // what is said of the connector in a profile alone is only found by those who ask for it by its name
      const key = rest.startsWith(ofConnector) && !variables.includes(rest) ? undefined : ofVariable(rest);
      return key === undefined ? undefined : `%${profile.toLowerCase()}.${key}`;
    },
    variableOf: spelled,
  };

  function ofVariable(variable: string): string | undefined {
    if (variable.startsWith(ofConnector)) return below('mp.messaging.connector.smallrye-kafka', known, variable.slice(ofConnector.length));
    if (variable.startsWith('MP_MESSAGING_')) return inChannel(variable, channels);
    if (!quarkus) return undefined;
    const global = /^KAFKA_(?!STREAMS_)(\w+)$/.exec(variable)?.[1];
    return ofStreams.get(variable) ?? (global === undefined ? undefined : below('kafka', known, global));
  }
}

const ofConnector = 'MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_';

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
