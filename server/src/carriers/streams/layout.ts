import { isClientKey, ownLayout, type Layout } from '../shared/layout.js';

/** Clients inside Streams take their keys with one of these prefixes, or bare; internal topics and tags have prefixes too. */
const streamsPrefix = /^(producer|((main|restore|global)\.)?consumer|admin|topic|client\.tag|config\.providers)\./;

/**
 * Keys of the clients inside Streams that StreamsConfig compares with its own. Its methods verifyClientTelemetryConfigs,
 * verifyEOSTransactionTimeoutCompatibility, checkIfUnexpectedUserSpecifiedClientConfig and getMainConsumerConfigs name them.
 */
const comparedByStreams =
  /^((producer|((main|restore|global)\.)?consumer)\.)?max\.in\.flight\.requests\.per\.connection$|^(producer\.)?(acks|retries|batch\.size|enable\.idempotence)$|^(consumer\.)?(isolation\.level|enable\.auto\.commit)$|^producer\.transaction\.timeout\.ms$|^((main\.)?consumer|admin)\.enable\.metrics\.push$|^((main\.)?consumer\.)?group\.instance\.id$|^client\.tag\.|^topic\.segment\.bytes$/;

/** The file of a Kafka Streams application. */
export function streamsLayout(keys: readonly string[]): Layout {
  return ownLayout('streams', keys, comparedByStreams, key => streamsPrefix.test(key) || isClientKey(key));
}
