import type { EffectiveConfig } from '../config/effective.js';
import type { Setting, UnknownKey } from '../config/setting.js';
import { documentedNames, existsIn, findProperty, rolesKnowing } from '../kafka/catalogue/catalogue.js';
import { isLibrdkafka, librdkafkaProperty, librdkafkaTable, refusedByLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import type { Property, Role } from '../kafka/property.js';
import { atLeast, type KafkaVersion } from '../kafka/version.js';
import { defineRule, unsafe, type Finding, type Fix } from './rule.js';
import { closestKeyAmong } from './shared/closest-key.js';
import { closedRoles } from './shared/roles.js';

/** Keys that plug-ins read: authorizers, interceptors, serializers, reporters, remote storage, and vendors' additions. */
const pluginKeys =
  /^(listener\.name|sasl|ssl|confluent|schema\.registry|metrics?\.reporters?|principal\.builder|authorizer|rsm\.config|rlmm\.config|(key|value)\.(de)?serializer|config\.providers|spring\.(json|deserializer|message)|apicurio|cruise\.control|strimzi)\.|(^|\.)interceptor\.|^(super\.users|allow\.everyone\.if\.no\.acl\.found)$/;

/** Kafka's own remote storage runs inside the broker and reads these keys from its file. */
const brokersOwn: readonly Role[] = ['remote-log-manager', 'remote-log-metadata'];

const javaClients: readonly Role[] = ['producer', 'consumer', 'admin'];

/** A file with more unknown keys than this is not judged to its end: it is hardly Kafka's, and it must not take long. */
const most = 200;

const namesOfLibrdkafka = { producer: namesReadBy('producer'), consumer: namesReadBy('consumer') };

function namesReadBy(client: 'producer' | 'consumer'): readonly string[] {
  return librdkafkaTable.filter(({ reader }) => reader === 'both' || reader === client).flatMap(({ names }) => names);
}

/** The beginning of the files in the examples. */
const ofLibrdkafka = 'metadata.broker.list=kafka1:9092\nstatistics.interval.ms=60000\n';

const titles: Readonly<Record<Role, string>> = {
  broker: 'the broker',
  topic: 'the topic',
  group: 'the group (dynamic)',
  producer: 'the producer',
  consumer: 'the consumer',
  admin: 'the admin client',
  streams: 'Kafka Streams',
  'connect-distributed': 'the Connect worker',
  'connect-standalone': 'the Connect worker',
  connector: 'the connector',
  'source-connector': 'the source connector',
  'sink-connector': 'the sink connector',
  'mirror-maker': 'MirrorMaker',
  'mirror-connector': 'the MirrorMaker connector',
  'mirror-source': 'the MirrorMaker source connector',
  'mirror-checkpoint': 'the MirrorMaker checkpoint connector',
  'mirror-heartbeat': 'the MirrorMaker heartbeat connector',
  'mirror-client': 'the MirrorMaker client',
  'client-metrics': 'client metrics (dynamic)',
  'remote-log-manager': 'remote storage',
  'remote-log-metadata': 'remote storage metadata',
  'librdkafka-producer': 'the producer of librdkafka',
  'librdkafka-consumer': 'the consumer of librdkafka',
};

export default defineRule({
  id: 'unknown-property',
  roles: closedRoles,
  reads: [],
  severity: 'warning',
  messages: {
    close: 'Nothing reads {property} here, so the line has no effect. Did you mean {suggestion}?',
    otherRole: '{property} is a key of {owner}: {reader} does not read it, so the line has no effect.',
    laterVersion: '{property} exists from Kafka {since} on: {version} does not read it.',
    refused: 'Kafka {version} knows no setting {property} of a topic, and refuses every request that holds it.',
    refusedClose:
      'Kafka {version} knows no setting {property} of a topic, and refuses every request that holds it. Did you mean {suggestion}?',
    refusedLater: '{property} exists from Kafka {since} on: {version} refuses a topic that has it.',
    refusedRemoved: 'Kafka {version} knows {property} no longer, and refuses a topic that has it.',
    otherClient: '{property} is a key of the {owner}: this client takes it and does nothing with it.',
    java: '{property} is a key of Kafka’s own clients: librdkafka has none of that name, and refuses a configuration that holds it.',
    notLibrdkafka: 'librdkafka has no property {property}, and refuses a configuration that holds it. Did you mean {suggestion}?',
    unknownHere: 'librdkafka has no property {property}: only the application itself could read it.',
    unknown: 'Kafka {version} knows no key {property} of {reader}: only a plug-in or the application itself could read it.',
  },
  docs: {
    summary: 'A key that nothing reads, and that looks like a misspelled one',
    why:
      'Kafka takes any key and passes it on to plug-ins, so a misspelled one stops nothing and is at most a line at start in the log of a client. The default holds instead: ' +
      'a 4.3.1 cluster with min.insync.replica=2 in every file runs with 1 and logs nothing. ' +
      'Topics are strict, a request with a key that they do not know fails; and so is librdkafka, which refuses a configuration with such a key.',
    remedy: 'Write the key as the message proposes, or remove the line. A key of another role belongs into the file of that role.',
    falsePositives:
      'Keys that a plug-in or the application reads from the same file. Known prefixes of plug-ins are left out, and only keys close to one of Kafka’s are reported, unless the profile is strict.',
    references: ['org.apache.kafka.common.config.AbstractConfig.logUnused', 'https://kafka.apache.org/documentation/#configuration'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'advertised.isteners=PLAINTEXT://kafka1:9092' },
      { role: 'broker', settings: 'min.insync.replica=2' },
      { role: 'producer', settings: 'delivery.timeout=120000\nacks=all' },
      { role: 'producer', settings: 'min.insync.replicas=2\nacks=all' },
      { role: 'consumer', settings: 'auto.offset.rest=earliest\ngroup.id=orders' },
      { role: 'topic', settings: 'cleanup.policy=delete\nretention.msec=604800000' },
      {
        role: 'librdkafka-producer',
        file: 'rdkafka.properties',
        text: `${ofLibrdkafka}enable.idempotence=true\nrequest.required.ack=all\n`,
      },
      { role: 'librdkafka-producer', file: 'rdkafka.properties', text: `${ofLibrdkafka}acks=all\nbuffer.memory=33554432\n` },
      { role: 'librdkafka-producer', file: 'rdkafka-producer.properties', text: `${ofLibrdkafka}rdkafka.producer.group.id=orders\n` },
    ],
    good: [
      { role: 'broker', settings: 'advertised.listeners=PLAINTEXT://kafka1:9092' },
      { role: 'producer', settings: 'schema.registry.url=http://registry:8081\nacks=all' },
      { role: 'producer', settings: 'sasl.mecanism=PLAIN\nacks=all' },
      {
        role: 'librdkafka-producer',
        file: 'rdkafka.properties',
        text: `${ofLibrdkafka}acks=all\nschema.registry.url=http://registry:8081\n`,
      },
    ],
  },
  *check(config) {
    if (isLibrdkafka(config.role)) {
      yield* unknownToLibrdkafka(config);
      return;
    }
    const closest = suggesterFor(config);
    if (config.role === 'topic') {
      yield* refusedKeys(config, closest);
      return;
    }
    yield* config.settings.flatMap(setting => tooNew(setting, config));
    let judged = 0;
    for (const unknown of config.unknownKeys) {
      if (pluginKeys.test(unknown.key)) continue;
      if (++judged > most) return;
      const finding = judge(unknown, config, closest(unknown));
      if (finding) yield finding;
    }
  },
});

/** Unlike all others, topics take no key that they do not know: LogConfig.validateNames, in every version. */
function* refusedKeys(config: EffectiveConfig, closest: (unknown: UnknownKey) => string | undefined): Iterable<Finding> {
  const refused = { on: 'key', severity: 'error', refusedByKafka: true } as const;
  for (const setting of config.settings) {
    const property = findProperty('topic', setting.property);
    if (!property || existsIn(property, config.version)) continue;
    const since = firstLineAfter(property, config.version);
    if (since === undefined) yield { ...refused, message: 'refusedRemoved', at: setting };
    else yield { ...refused, message: 'refusedLater', at: setting, data: { since } };
  }
  // a vendor's broker knows more
  for (const unknown of config.unknownKeys.filter(({ key }) => !key.startsWith('confluent.')).slice(0, most)) {
    const suggestion = closest(unknown);
    if (suggestion === undefined) yield { ...refused, message: 'refused', at: unknown };
    else {
      const fixes = renameTo(suggestion, unknown, config);
      yield { ...refused, message: 'refusedClose', at: unknown, data: { suggestion }, fixes };
    }
  }
}

/** Like topics, librdkafka takes no key that it does not know; what a file holds for the application is left alone. */
function* unknownToLibrdkafka(config: EffectiveConfig): Iterable<Finding> {
  const closest = closestKeyAmong(config.role === 'librdkafka-producer' ? namesOfLibrdkafka.producer : namesOfLibrdkafka.consumer);
  for (const unknown of config.unknownKeys.slice(0, most)) {
    const { key } = unknown;
    const place = { at: unknown, on: 'key' } as const;
    const other = librdkafkaProperty(key);
    const suggestion = closest(key);
    if (other) {
      const owner = titles[other.reader === 'producer' ? 'librdkafka-producer' : 'librdkafka-consumer'];
      yield { ...place, message: 'otherClient', severity: 'information', data: { owner } };
    } else if (refusedByLibrdkafka.includes(key) || rolesKnowing(key).some(role => javaClients.includes(role))) {
      yield { ...place, message: 'java' };
    } else if (suggestion !== undefined) {
      const fixes = renameTo(suggestion, unknown, config);
      yield { ...place, message: 'notLibrdkafka', severity: 'error', refusedByKafka: true, data: { suggestion }, fixes };
    } else if (config.profile === 'strict') yield { ...place, message: 'unknownHere', severity: 'information' };
  }
}

function judge(unknown: UnknownKey, config: EffectiveConfig, suggestion: string | undefined): Finding | undefined {
  const place = { at: unknown, on: 'key' } as const;
  const reader = titles[config.role];
  const owners = rolesKnowing(unknown.key);
  const [owner] = owners;
  // in a framework's own section a single word such as topics is the application's
  if (owner && (unknown.candidates === undefined || unknown.key.includes('.'))) {
    if (config.role === 'broker' && owners.some(role => brokersOwn.includes(role))) return undefined;
    // most topic keys have a counterpart for all topics of a broker: retention.ms is log.retention.ms there
    const counterpart = findProperty(config.role, `log.${unknown.key}`)?.name;
    return {
      ...place,
      message: 'otherRole',
      severity: 'information',
      data: { owner: titleOf(owner, owners), reader },
      fixes: renameTo(counterpart, unknown, config),
    };
  }
  if (suggestion !== undefined) return { ...place, message: 'close', data: { suggestion }, fixes: renameTo(suggestion, unknown, config) };
  return config.profile === 'strict' ? { ...place, message: 'unknown', severity: 'information', data: { reader } } : undefined;
}

/** Every client knows keys such as client.id: then no single one is named. */
function titleOf(owner: Role, owners: readonly Role[]): string {
  return owners.includes('producer') && owners.includes('consumer') ? 'the clients' : titles[owner];
}

/** A key that only a later Kafka knows; keys that are gone are the affair of `removed-property`. */
function tooNew(setting: Setting, config: EffectiveConfig): readonly Finding[] {
  const property = findProperty(config.role, setting.property);
  const since = property && firstLineAfter(property, config.version);
  // of a key for all clients those that know it get it
  if (!setting.own && config.siblings.some(sibling => reads(sibling, setting))) return [];
  return since === undefined ? [] : [{ message: 'laterVersion', at: setting, on: 'key', severity: 'information', data: { since } }];
}

function reads({ role, version }: EffectiveConfig, { property }: Setting): boolean {
  const known = findProperty(role, property);
  return known !== undefined && existsIn(known, version);
}

/** The line from which the property exists, where the version is before it or in a gap of its history. */
function firstLineAfter(property: Property, version: KafkaVersion): string | undefined {
  return existsIn(property, version) ? undefined : property.defaults.find(({ from }) => !atLeast(version, from))?.from;
}

function suggesterFor({ role, version }: EffectiveConfig): (unknown: UnknownKey) => string | undefined {
  return ({ key, candidates }) => closestKeyAmong(candidates ?? documentedNames(role, version))(key);
}

/** No way out where the key is there already: it must not be written a second time. */
function renameTo(key: string | undefined, unknown: UnknownKey, config: EffectiveConfig): readonly Fix[] {
  if (key === undefined || config.explicit(key)) return [];
  const taken = config.settings.some(({ entry }) => {
    const last = entry.path.at(-1);
    return entry.section === unknown.entry.section && last?.kind === 'key' && last.text.endsWith(key);
  });
  return taken ? [] : [unsafe({ kind: 'rename', unknown, key })];
}
