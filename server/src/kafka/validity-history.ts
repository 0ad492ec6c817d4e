import { recordedValidity } from './catalogue/catalogue.js';
import { connectorRoles, type Property, type Role, type Validity } from './property.js';
import { atLeast, before, type KafkaVersion } from './version.js';

/** A check in the versions from `since` on and before `until`. */
interface Check {
  readonly since?: string;
  readonly until?: string;
  readonly validity: Validity;
}

const always = (validity: Validity): readonly Check[] => [{ validity }];
const named = (...validators: string[]): Validity => ({ kind: 'checked-by', validators });

/** The constructors of KafkaProducer, KafkaConsumer and KafkaAdminClient. */
const ofClients: Readonly<Record<string, readonly Check[]>> = {
  'bootstrap.servers': always(named('parseAndValidateAddresses')),
  'security.protocol': always(named('SecurityProtocol.forName')),
  'interceptor.classes': always(named('getConfiguredInstances')),
  'metric.reporters': always(named('getConfiguredInstances')),
  'client.id': [{ until: '1.0', validity: named('ObjectName.quote') }],
};

/**
 * Checks of a single value that Kafka makes after ConfigDef, so that the catalogue cannot know them.
 * Source: `kafka.server.KafkaConfig.validateValues` and `logRetentionTimeMillis` and the constructors of the clients, asked in eleven
 * versions from 0.11.0.3 to 4.4.0: a retention below zero means without limit, zero is refused.
 */
const checkedAtStart: Readonly<Partial<Record<Role, Readonly<Record<string, readonly Check[]>>>>> = {
  producer: {
    ...ofClients,
    // org.apache.kafka.common.record.CompressionType.forName; zstd is KIP-110
    'compression.type': [
      { until: '2.1', validity: { kind: 'one-of', values: ['none', 'gzip', 'snappy', 'lz4'], ignoreCase: false } },
      { since: '2.1', validity: { kind: 'one-of', values: ['none', 'gzip', 'snappy', 'lz4', 'zstd'], ignoreCase: false } },
    ],
  },
  admin: {
    'bootstrap.servers': always(named('AdminBootstrapAddresses')),
    'bootstrap.controllers': always(named('AdminBootstrapAddresses')),
    'security.protocol': always(named('SecurityProtocol.forName')),
    'metric.reporters': always(named('getConfiguredInstances')),
    'client.id': [{ until: '1.0', validity: named('ObjectName.quote') }],
  },
  consumer: {
    ...ofClients,
    'partition.assignment.strategy': always(named('getConfiguredInstances')),
    // KIP-345
    'group.instance.id': [{ since: '2.3', validity: named('validateGroupInstanceId') }],
  },
  broker: {
    'log.retention.ms': always({ kind: 'range', except: [0] }),
    'log.retention.minutes': always({ kind: 'range', except: [0] }),
    'log.retention.hours': always({ kind: 'range', except: [0] }),
    'log.roll.ms': always({ kind: 'range', min: 1 }),
    'log.roll.jitter.ms': always({ kind: 'range', min: 0 }),
    // org.apache.kafka.common.record.CompressionType.forId
    'offsets.topic.compression.codec': [
      { until: '2.1', validity: { kind: 'range', min: 0, max: 3 } },
      { since: '2.1', validity: { kind: 'range', min: 0, max: 4 } },
    ],
    'share.coordinator.state.topic.compression.codec': always({ kind: 'range', min: 0, max: 4 }),
    'compression.type': [{ until: '3.3', validity: named('BrokerCompressionCodec') }],
    listeners: always(named('Endpoint')),
    'listener.security.protocol.map': always(named('listener.security.protocol.map')),
    'authorizer.class.name': [{ since: '2.4', until: '3.3', validity: named('AuthorizerUtils') }],
    'group.share.assignors': always(named('getConfiguredInstances')),
    'group.streams.assignors': always(named('getConfiguredInstances')),
    'group.streams.rack.aware.assignment.tags': [{ since: '4.4', validity: named('distinct items') }],
    'share.coordinator.snapshot.update.records.per.snapshot': always({ kind: 'range', min: 0, max: 500 }),
    // KIP-848: built-in ones by their names
    'group.consumer.assignors': always(named('getConfiguredInstances')),
    'advertised.listeners': always(named('Endpoint')),
    'max.connections.per.ip.overrides': always(named('parseCsvMap')),
    // before the validators of 2.1
    'inter.broker.protocol.version': [{ until: '2.1', validity: named('ApiVersionValidator') }],
    'log.message.format.version': [{ until: '2.1', validity: named('ApiVersionValidator') }],
  },
};

/** What a Kafka of this version accepts for the property, apart from its type; undefined where it checks nothing else. */
export function validityIn(property: Property, version: KafkaVersion): Validity | undefined {
  return validitiesIn(property, version).at(-1);
}

/** Everything that a value must satisfy in this version, apart from its type: what ConfigDef checks, then what is checked at start. */
export function validitiesIn(property: Property, version: KafkaVersion): readonly Validity[] {
  const checks = checkedAtStart[property.role];
  const later = checks && Object.hasOwn(checks, property.name) ? checks[property.name] : undefined;
  const recorded = recordedValidity(property, version);
  return [
    recorded,
    // what a connector is given is validated as it is written; a Config class drops repeated items first
    ...(recorded?.kind === 'list-of' && connectorRoles.includes(property.role) && atLeast(version, '4.2') ? [named('unique items')] : []),
    ...(later ?? []).filter(check => isIn(check, version)).map(({ validity }) => validity),
  ].filter(validity => validity !== undefined);
}

function isIn({ since, until }: Check, version: KafkaVersion): boolean {
  return (since === undefined || atLeast(version, since)) && (until === undefined || before(version, until));
}
