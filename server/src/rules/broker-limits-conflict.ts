import type { EffectiveConfig } from '../config/effective.js';
import { listOf, nodeKind } from '../config/node.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, type Finding } from './rule.js';
import { orderedPairs, type OrderedPair } from './shared/ordered-pairs.js';

const bytesPerCleaner = 1024 * 1024;

export default defineRule({
  id: 'broker-limits-conflict',
  roles: ['broker'],
  reads: ['queued.max.request.bytes', 'log.cleaner.dedupe.buffer.size', 'max.connections.per.ip', 'offsets.commit.required.acks'],
  severity: 'error',
  messages: {
    above: '{low} is {value} and must be at most {high}, which is {most}; Kafka does not start.',
    notBelow: '{low} is {value} and must be less than {high}, which is {most}; Kafka does not start.',
    dedupeBuffer:
      'log.cleaner.dedupe.buffer.size is {size}, and each of the {threads} log.cleaner.threads must get more than a mebibyte of it; Kafka does not start.',
    noCleaner: '{property}={value}: there must be at least one thread to share log.cleaner.dedupe.buffer.size; Kafka does not start.',
    queuedBytes:
      'queued.max.request.bytes is {queued}, less than the {request} bytes that one request may have (socket.request.max.bytes); Kafka does not start.',
    noConnections:
      'max.connections.per.ip=0 lets nobody in, and max.connections.per.ip.overrides makes no exception; Kafka does not start.',
    requiredAcks:
      'offsets.commit.required.acks is {acks} and must lie between -1 and offsets.topic.replication.factor ({replicas}); Kafka does not start.',
    generatedId:
      'broker.id is {id} and must lie between -1 and reserved.broker.max.id ({most}), as greater ids are generated; Kafka does not start.',
    ownId: 'broker.id is {id} and must be 0 or more, as broker.id.generation.enable is false; Kafka does not start.',
    noDirectory: '{property}={value} names no directory; Kafka does not start.',
    cordonedUnknown: 'cordoned.log.dirs has {directory}, which log.dirs has not; Kafka does not start.',
    cordonedAll: 'cordoned.log.dirs names * beside others: it stands for every directory and must stand alone; Kafka does not start.',
    consumerNeedsKRaft:
      'group.coordinator.rebalance.protocols has consumer, which a broker with ZooKeeper cannot serve; Kafka does not start.',
    assignors: 'group.share.assignors must name exactly one assignor; Kafka {version} does not start.',
    classicDisabled: 'group.coordinator.rebalance.protocols={value} lacks classic, which cannot be turned off; Kafka does not start.',
  },
  docs: {
    summary: 'Numbers and lists of a broker that do not fit together, so that it does not start',
    why: 'Kafka compares some limits with each other when a broker or controller starts, and ends if one of them leaves no room for the other. Defaults take part in it. A node that does not come back after a restart leaves its partitions with one replica less, and the next failure may be the one that loses data.',
    remedy: 'Change one of the two values. Start one node with the new file before the others are restarted.',
    falsePositives:
      'A file to which missing keys are added when the process starts, although it names process.roles or zookeeper.connect already.',
    references: [
      'kafka.server.KafkaConfig (validateValues)',
      'org.apache.kafka.coordinator.group.GroupCoordinatorConfig (validate)',
      'org.apache.kafka.server.config.ShareGroupConfig (validate)',
      'https://kafka.apache.org/documentation/#brokerconfigs',
    ],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'queued.max.request.bytes=1000\nsocket.request.max.bytes=104857600' },
      {
        role: 'broker',
        settings: 'zookeeper.connect=zk1:2181\noffsets.commit.required.acks=3\noffsets.topic.replication.factor=2',
        version: '3.9',
      },
    ],
    good: [
      { role: 'broker', settings: 'queued.max.request.bytes=104857600\nsocket.request.max.bytes=104857600' },
      { role: 'broker', settings: 'log.cleaner.dedupe.buffer.size=134217728\nlog.cleaner.threads=2' },
    ],
  },
  *check(config) {
    // KRaft was a preview with checks of its own
    if (config.explicit('process.roles') && before(config.version, '3.1')) return;
    const checks = [
      checkPairs,
      checkCleaner,
      checkRequests,
      checkConnections,
      checkRequiredAcks,
      checkGeneratedId,
      checkDirectories,
      checkProtocols,
    ];
    for (const check of checks) for (const finding of check(config)) yield { refusedByKafka: true, ...finding };
  },
});

/**
 * The settings that take part where all keys are written, or some of them in a file that is the whole configuration, where the others
 * have their defaults; undefined where nothing can be compared.
 */
function compared(config: EffectiveConfig, ...keys: readonly string[]): Pick<Finding, 'at' | 'related'> | undefined {
  const whole = (config.explicit('process.roles') ?? config.explicit('zookeeper.connect')) !== undefined;
  const [at, ...related] = keys.map(key => config.explicit(key)).filter(setting => setting !== undefined);
  return at && (whole || related.length === keys.length - 1) ? { at, related } : undefined;
}

function* checkPairs(config: EffectiveConfig): Iterable<Finding> {
  const controls = nodeKind(config) === 'controller';
  for (const pair of orderedPairs) {
    if (atLeast(config.version, pair.since) && !(controls && pair.forRecords)) yield* checkPair(config, pair);
  }
}

function* checkPair(config: EffectiveConfig, { low, high, strictly }: OrderedPair): Iterable<Finding> {
  const place = compared(config, low, high);
  const [value, most] = [config.number(low), config.number(high)];
  // a negative limit is none
  if (!place || value === undefined || most === undefined || most < 0 || (strictly ? value < most : value <= most)) return;
  yield { ...place, message: strictly ? 'notBelow' : 'above', data: { low, high, value, most } };
}

function* checkCleaner(config: EffectiveConfig): Iterable<Finding> {
  const keys = ['log.cleaner.dedupe.buffer.size', 'log.cleaner.threads'];
  const [size, threads] = keys.map(key => config.number(key));
  const place = compared(config, ...keys);
  const cleaners = config.explicit('log.cleaner.threads');
  if (!place || size === undefined || threads === undefined) return;
  if (cleaners && threads === 0) yield { message: 'noCleaner', at: cleaners };
  else if (Math.trunc(size / threads) <= bytesPerCleaner) yield { ...place, message: 'dedupeBuffer', data: { size, threads } };
}

function* checkRequests(config: EffectiveConfig): Iterable<Finding> {
  const keys = ['queued.max.request.bytes', 'socket.request.max.bytes'];
  const [queued, request] = keys.map(key => config.number(key));
  const place = compared(config, ...keys);
  if (!place || queued === undefined || request === undefined || queued <= 0 || queued >= request || before(config.version, '1.0')) return;
  yield { ...place, message: 'queuedBytes', data: { queued, request } };
}

function* checkConnections(config: EffectiveConfig): Iterable<Finding> {
  const limit = config.explicit('max.connections.per.ip');
  const overrides = config.explicit('max.connections.per.ip.overrides');
  if (!limit || config.number(limit.property) !== 0 || (overrides && config.text(overrides.property) !== '')) return;
  if (atLeast(config.version, '2.0')) yield { message: 'noConnections', at: limit, related: overrides ? [overrides] : [] };
}

function* checkRequiredAcks(config: EffectiveConfig): Iterable<Finding> {
  const keys = ['offsets.commit.required.acks', 'offsets.topic.replication.factor'];
  const [acks, replicas] = keys.map(key => config.number(key));
  const place = compared(config, ...keys);
  if (!place || acks === undefined || replicas === undefined || atLeast(config.version, '4.0')) return;
  if (acks < -1 || acks > replicas) yield { ...place, message: 'requiredAcks', data: { acks, replicas } };
}

/** Before the two keys became one in 3.1, node.id came first unless it was negative. */
function idOfBroker(config: EffectiveConfig): number | undefined {
  const node = before(config.version, '3.1') && atLeast(config.version, '2.8') ? config.number('node.id') : undefined;
  return node !== undefined && node >= 0 ? node : config.number('broker.id');
}

/** A broker with ZooKeeper may have its id made for it. */
function* checkGeneratedId(config: EffectiveConfig): Iterable<Finding> {
  const keys = ['broker.id', 'node.id', 'reserved.broker.max.id', 'broker.id.generation.enable'];
  const setting = keys.map(key => config.explicit(key)).find(one => one !== undefined);
  const id = idOfBroker(config);
  const most = config.number('reserved.broker.max.id');
  if (!setting || id === undefined || !config.explicit('zookeeper.connect') || config.explicit('process.roles')) return;
  const generates = config.flag('broker.id.generation.enable');
  if (generates === false && id < 0) yield { message: 'ownId', at: setting, data: { id } };
  if (generates === true && most !== undefined && (id < -1 || id > most)) yield { message: 'generatedId', at: setting, data: { id, most } };
}

function* checkDirectories(config: EffectiveConfig): Iterable<Finding> {
  const setting = config.explicit('log.dirs') ?? config.explicit('log.dir');
  if (setting && config.text(setting.property) === undefined) return;
  const directories = setting ? listOf(config, setting.property).filter(directory => directory !== '') : undefined;
  // since 4.2 the lists themselves want an item
  if (setting && directories?.length === 0 && before(config.version, '4.2')) yield { message: 'noDirectory', at: setting };
  const cordoned = config.explicit('cordoned.log.dirs');
  if (!cordoned || nodeKind(config) === 'controller' || before(config.version, '4.3') || !compared(config, 'cordoned.log.dirs', 'log.dirs'))
    return;
  const named = new Set(listOf(config, cordoned.property));
  const known = directories ?? ['/tmp/kafka-logs'];
  const directory = [...named].find(one => !known.includes(one));
  if (named.has('*')) {
    if (named.size > 1) yield { message: 'cordonedAll', at: cordoned };
  } else if (directory !== undefined)
    yield { message: 'cordonedUnknown', at: cordoned, related: setting ? [setting] : [], data: { directory } };
}

function* checkProtocols(config: EffectiveConfig): Iterable<Finding> {
  const assignors = config.explicit('group.share.assignors');
  const one = assignors && config.text(assignors.property) !== undefined ? listOf(config, assignors.property) : undefined;
  // lists lose their duplicates since 4.2 (KIP-1161)
  const count = one && (atLeast(config.version, '4.2') ? new Set(one).size : one.length);
  if (assignors && count !== undefined && count !== 1 && atLeast(config.version, '4.1')) yield { message: 'assignors', at: assignors };
  const setting = config.explicit('group.coordinator.rebalance.protocols');
  if (!setting || before(config.version, '3.7') || config.text(setting.property) === undefined) return;
  const protocols = listOf(config, setting.property);
  const zookeeper = config.explicit('zookeeper.connect') && !config.explicit('process.roles');
  if (!protocols.includes('classic')) yield { message: 'classicDisabled', at: setting };
  else if (zookeeper && protocols.includes('consumer') && atLeast(config.version, '3.8'))
    yield { message: 'consumerNeedsKRaft', at: setting };
}
