import { portOf } from './address.js';
import { checksOfPrograms } from './named-checks-connect.js';
import { javaTrim } from './java-text.js';
import { isProtocolVersion } from './protocol-versions.js';
import { before, type KafkaVersion } from './version.js';

/** Takes the items of a list, or the one value of a string; false where Kafka refuses them. */
interface Check {
  /** What the value must be, for people: "it must be …". */
  readonly form: string;
  accepts(items: readonly string[], version: KafkaVersion): boolean;
}

const protocolVersion: Check = {
  form: 'a version of the protocol that this Kafka knows, such as 3.0 or 2.8-IV1',
  accepts: ([text = ''], version) => isProtocolVersion(text, version),
};

/** Blank items are passed over. */
const bootstrapServers: Check = {
  form: 'a list of host:port, of which at least one is there, with ports up to 65535',
  accepts: (items, version) => items.some(item => item !== '') && items.every(item => item === '' || isAddress(item, version)),
};

/** The validators that the catalogue knows by their names, and checks that Kafka's constructors make. Asked of 0.11.0.3 to 4.4.0. */
const checks: Readonly<Record<string, Check>> = {
  ...checksOfPrograms,
  // org.apache.kafka.server.common.MetadataVersion.fromVersionString, before 3.3 kafka.api.ApiVersion
  ApiVersionValidator: protocolVersion,
  MetadataVersionValidator: protocolVersion,
  // org.apache.kafka.clients.ClientUtils.parseAndValidateAddresses
  parseAndValidateAddresses: bootstrapServers,
  // org.apache.kafka.storage.internals.log.ThrottledReplicaListValidator
  ThrottledReplicaListValidator: {
    form: '* or a list of partition:broker',
    accepts: (items, version) => {
      // what followed a star did not matter before 2.1
      const all = items[0] === '*' && (before(version, '2.1') || items.filter(item => item !== '').length === 1);
      return all || items.every(item => /^([0-9]+:[0-9]+)?$/.test(item));
    },
  },
  // org.apache.kafka.common.Endpoint, kafka.cluster.EndPoint; blank items are passed over
  Endpoint: {
    form: 'a list of NAME://host:port',
    accepts: items => itemsIn(items).every(item => item === '' || isEndpoint(item)),
  },
  // kafka.utils.CoreUtils.parseCsvMap, of which KafkaConfig makes whole numbers
  parseCsvMap: {
    form: 'a list of host:number',
    accepts: (items, version) => pairsIn(items).every(({ name, value }) => isLimitOfHost(name, value, version)),
  },
  // the same, of which KafkaConfig makes security protocols
  'listener.security.protocol.map': {
    form: 'a list of NAME:PROTOCOL, each protocol being PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL',
    accepts: (items, version) =>
      pairsIn(items).every(({ value }) => /^(SASL_)?(PLAINTEXT|SSL)$/i.test(value) || (value === 'TRACE' && before(version, '1.0'))),
  },
  // org.apache.kafka.coordinator.group.GroupCoordinatorConfig.validate
  'distinct items': { form: 'a list that names nothing twice', accepts: items => new Set(items).size === items.length },
  // kafka.security.authorizer.AuthorizerUtils; empty means none
  AuthorizerUtils: { form: 'the full name of a class', accepts: ([text = '']) => text === '' || isClassName(text) },
  // kafka.message.BrokerCompressionCodec.isValid; zstd is KIP-110
  BrokerCompressionCodec: {
    form: 'one of uncompressed, zstd, lz4, snappy, gzip and producer',
    accepts: ([text = ''], version) =>
      /^(uncompressed|zstd|lz4|snappy|gzip|producer)$/i.test(text) && !(before(version, '2.1') && /zstd/i.test(text)),
  },
  // org.apache.kafka.raft.QuorumConfig.parseVoterConnections
  ControllerQuorumVotersValidator: {
    form: 'a list of id@host:port',
    accepts: (items, version) => items.every(item => isVoter(item, version)),
  },
  // org.apache.kafka.raft.QuorumConfig.parseBootstrapServers
  ControllerQuorumBootstrapServersValidator: {
    form: 'a list of host:port',
    accepts: (items, version) => items.every(item => isAddress(item, version)),
  },
  // org.apache.kafka.clients.admin.internals.AdminBootstrapAddresses, which may do without
  AdminBootstrapAddresses: {
    form: bootstrapServers.form,
    accepts: (items, version) => items.length === 0 || bootstrapServers.accepts(items, version),
  },
  // org.apache.kafka.common.config.AbstractConfig.getConfiguredInstances
  getConfiguredInstances: { form: 'a list of full class names', accepts: items => items.every(isClassName) },
  // org.apache.kafka.common.security.auth.SecurityProtocol.forName
  'SecurityProtocol.forName': {
    form: 'PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL',
    accepts: ([text = '']) => /^(SASL_)?(PLAINTEXT|SSL)$/.test(text.toUpperCase()),
  },
  // javax.management.ObjectName, in which the name of the client stood as it was before KAFKA-6136
  'ObjectName.quote': {
    form: 'free of the characters , = : " * and ?',
    accepts: ([text = '']) => !/[,=:"*?]/.test(text) || /^"[^"*?\\]*"$/.test(text),
  },
  // org.apache.kafka.common.requests.JoinGroupRequest.validateGroupInstanceId, by org.apache.kafka.common.internals.Topic.validate
  validateGroupInstanceId: {
    form: 'a name of at most 249 letters, digits, dots, underscores and hyphens, and not a dot or two alone',
    accepts: ([text = '']) => /^[a-zA-Z0-9._-]{1,249}$/.test(text) && text !== '.' && text !== '..',
  },
};

/** What the value must be where one of these validators refuses it, for people; undefined where all take it or are not known. */
export function formWanted(validators: readonly string[], items: readonly string[], version: KafkaVersion): string | undefined {
  const refusing = validators.map(name => checks[name]).find(check => check && !check.accepts(items, version));
  return refusing?.form;
}

/** Before 4.2 these keys are plain texts. */
function itemsIn(items: readonly string[]): readonly string[] {
  return items.flatMap(item => item.split(',')).map(javaTrim);
}

/** As String.split, which drops empty items at the end; parted at the last colon of each. */
function pairsIn(items: readonly string[]): readonly { readonly name: string; readonly value: string }[] {
  const all = itemsIn(items);
  const end = all.findLastIndex(item => item !== '') + 1;
  return all.slice(0, end).map(item => {
    const colon = item.lastIndexOf(':');
    return colon < 0 ? { name: '', value: '' } : { name: javaTrim(item.slice(0, colon)), value: javaTrim(item.slice(colon + 1)) };
  });
}

function isLimitOfHost(host: string, number: string, version: KafkaVersion): boolean {
  if (!/^[+-]?\d{1,10}$/.test(number) || Math.abs(Number(number)) >= 2 ** 31) return false;
  // KAFKA-7730 and its like: hosts are checked since 2.1
  return before(version, '2.1') || /^[0-9a-zA-Z\-%._:]*$/.test(host);
}

function isEndpoint(text: string): boolean {
  const port = /^.+:\/\/\[?[0-9a-zA-Z\-%._:]*\]?:(-?[0-9]+)$/.exec(text)?.[1];
  return port !== undefined && Number(port) < 2 ** 31;
}

/** The name of a class as people write it in Java, Kotlin or Scala. */
export function isClassName(text: string): boolean {
  return /^[\p{L}_$][\p{L}\p{M}\p{N}_$-]*(\.[\p{L}_$][\p{L}\p{M}\p{N}_$-]*)*$/u.test(text);
}

function isAddress(text: string, version: KafkaVersion): boolean {
  const port = portOf(text, version);
  return port !== undefined && port <= 65_535;
}

function isVoter(text: string, version: KafkaVersion): boolean {
  const [id = '', address, ...more] = text.split('@');
  return more.length === 0 && address !== undefined && /^[+-]?[0-9]+$/.test(id) && isAddress(address, version);
}
