import type { EffectiveConfig } from '../config/effective.js';
import { listOf } from '../config/node.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, remove, set, unsafe, unsafeBut, type Finding } from './rule.js';
import { groupProperty, isAnonymous } from './shared/anonymous-group.js';
import { groupProtocol } from './shared/group-protocol.js';
import { ownName } from './shared/own-name.js';

const deadLetters = 'scs:consumer.enable-dlq';
const addressOfBinding = 'scs:binding.bootstrap-servers';

export default defineRule({
  id: 'client-start-conflict',
  roles: ['producer', 'consumer', 'admin'],
  reads: [
    'default.api.timeout.ms',
    'bootstrap.servers',
    'bootstrap.controllers',
    'sasl.mechanism',
    'group.id',
    'request.timeout.ms',
    deadLetters,
  ],
  severity: 'error',
  messages: {
    apiTimeout:
      'default.api.timeout.ms={value} is less than request.timeout.ms ({request}): one request could outlive the call that it is made for, and the admin client is not created.',
    noServers: 'bootstrap.servers={value} names no server: the admin client is not created.',
    serversAndControllers: 'bootstrap.servers and bootstrap.controllers exclude each other: the admin client is not created.',
    noMechanism: 'security.protocol={protocol} wants a sasl.mechanism, and it is empty: the client is not created.',
    emptyGroup: 'group.id is empty: the consumer is not created. Without a group, remove the line.',
    requestTimeout:
      'request.timeout.ms ({request}) must be more than {limit} ({least}), or the consumer of Kafka {version} is not created: a request that waits for records would time out.',
    deadLettersWithoutGroup:
      '{property}={value} and no consumer group is named: {framework} refuses to make a dead-letter topic for a consumer that has a new name at every start, and the application does not start.',
    addressOfBinding:
      'bootstrap.servers cannot be set for one binding: {framework} refuses it, and the application does not start. Each cluster wants a binder of its own.',
    ownName: 'the name must be this application’s own: two applications with one name share the records',
    negativeHeartbeat: 'heartbeat.interval.ms={value} is negative: a consumer with a group is not created.',
    noRack: 'partitioner.rack.aware=true wants to know the rack of this client, and client.rack is not set: the producer is not created.',
  },
  docs: {
    summary: 'Settings that contradict each other, so that the client is not created',
    why: 'The constructors of the Java clients compare settings with each other and throw where they do not fit together. The application then sends and reads nothing, often only after a new version of the client library brought the check.',
    remedy: 'Change one of the settings that the message names.',
    falsePositives: 'A program that sets the other key in its code.',
    references: [
      'org.apache.kafka.clients.admin.KafkaAdminClient (configureDefaultApiTimeoutMs), AdminBootstrapAddresses',
      'org.apache.kafka.clients.CommonClientConfigs (postValidateSaslMechanismConfig)',
      'org.apache.kafka.clients.consumer.KafkaConsumer and org.apache.kafka.clients.producer.KafkaProducer',
      'org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder#createConsumerEndpoint',
      'org.springframework.cloud.stream.binder.kafka.utils.BindingUtils',
      'https://kafka.apache.org/documentation/#adminclientconfigs_default.api.timeout.ms',
    ],
  },
  examples: {
    bad: [
      { role: 'admin', settings: 'default.api.timeout.ms=10000' },
      { role: 'consumer', settings: 'group.id=' },
      {
        role: 'consumer',
        settings: 'scs:binding.error-handler-definition=keep\nscs:consumer.enable-dlq=true',
      },
      { role: 'producer', settings: 'acks=all\nsecurity.protocol=SASL_SSL\nsasl.mechanism=', version: '3.9' },
    ],
    good: [
      { role: 'admin', settings: 'default.api.timeout.ms=10000\nrequest.timeout.ms=5000' },
      { role: 'consumer', settings: 'group.id=', version: '3.9' },
      { role: 'consumer', settings: 'scs:binding.group=orders\nscs:consumer.enable-dlq=true' },
      { role: 'producer', settings: 'acks=all\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN', version: '3.9' },
    ],
  },
  *check(config) {
    yield* checkMechanism(config);
    const address = config.explicit(addressOfBinding);
    if (address)
      yield {
        message: 'addressOfBinding',
        at: address,
        on: 'entry',
        data: { framework: config.framework },
        refusedByKafka: true,
        fixes: [unsafe(remove(address))],
      };
    if (config.role === 'admin') yield* checkAdmin(config);
    else if (config.role === 'consumer') yield* checkConsumer(config);
    else yield* checkRack(config);
  },
});

// since 3.3, asked of every line
function* checkMechanism(config: EffectiveConfig): Iterable<Finding> {
  const mechanism = config.explicit('sasl.mechanism');
  const protocol = config.text('security.protocol');
  if (!mechanism || config.text('sasl.mechanism') !== '' || before(config.version, '3.3')) return;
  if (protocol === undefined || !/^SASL_/i.test(protocol)) return;
  yield { message: 'noMechanism', at: mechanism, on: 'entry', data: { protocol }, refusedByKafka: true };
}

function* checkAdmin(config: EffectiveConfig): Iterable<Finding> {
  const timeout = config.explicit('default.api.timeout.ms');
  const [most, request] = [config.number('default.api.timeout.ms'), config.number('request.timeout.ms')];
  if (timeout && most !== undefined && request !== undefined && most < request && atLeast(config.version, '2.5')) {
    const related = [config.explicit('request.timeout.ms')].filter(setting => setting !== undefined);
    const fixes = [unsafe(set('default.api.timeout.ms', String(Math.max(60_000, request))))];
    yield { message: 'apiTimeout', at: timeout, related, data: { request }, refusedByKafka: true, fixes };
  }
  const servers = config.explicit('bootstrap.servers');
  const controllers = atLeast(config.version, '3.7') ? config.explicit('bootstrap.controllers') : undefined;
  if (!servers || config.text('bootstrap.servers') === undefined) return;
  const given = listOf(config, 'bootstrap.servers');
  if (!controllers) {
    if (given.length === 0) yield { message: 'noServers', at: servers, on: 'entry', refusedByKafka: true };
  } else if (config.text('bootstrap.controllers') !== undefined) {
    const both = given.length > 0 && listOf(config, 'bootstrap.controllers').length > 0;
    const none = given.length === 0 && listOf(config, 'bootstrap.controllers').length === 0;
    if (both) yield { message: 'serversAndControllers', at: controllers, related: [servers], refusedByKafka: true };
    if (none) yield { message: 'noServers', at: servers, on: 'entry', refusedByKafka: true };
  }
}

function* checkConsumer(config: EffectiveConfig): Iterable<Finding> {
  const group = config.explicit('group.id');
  // the consumer of KIP-848 refuses it from the beginning, the classic one since 4.0
  const wantsName = atLeast(config.version, groupProtocol(config) === 'consumer' ? '3.7' : '4.0');
  if (group && config.text('group.id') === '' && wantsName) {
    yield { message: 'emptyGroup', at: group, on: 'entry', refusedByKafka: true, fixes: [unsafe(remove(group))] };
  }
  const keeps = config.explicit(deadLetters);
  if (keeps && config.flag(deadLetters) === true && isAnonymous(config) && config.scope.complete) {
    const fixes = [unsafeBut('ownName', set(groupProperty(config), ownName(config))), unsafe(remove(keeps))];
    yield { message: 'deadLettersWithoutGroup', at: keeps, data: { framework: config.framework }, refusedByKafka: true, fixes };
  }
  const heartbeat = config.explicit('heartbeat.interval.ms');
  const interval = config.number('heartbeat.interval.ms');
  // a clock of its own since 2.1 (org.apache.kafka.common.utils.Timer); before 2.2 the group was the empty name
  const grouped = group !== undefined || before(config.version, '2.2');
  if (
    heartbeat &&
    grouped &&
    interval !== undefined &&
    interval < 0 &&
    atLeast(config.version, '2.1') &&
    groupProtocol(config) === 'classic'
  ) {
    yield { message: 'negativeHeartbeat', at: heartbeat, refusedByKafka: true };
  }
  yield* checkRequestTimeout(config);
}

/** Before 2.0 the timeout of a request had to outlast every request that waits on purpose. */
function* checkRequestTimeout(config: EffectiveConfig): Iterable<Finding> {
  const request = config.number('request.timeout.ms');
  if (request === undefined || atLeast(config.version, '2.0')) return;
  for (const limit of ['session.timeout.ms', 'fetch.max.wait.ms']) {
    const least = config.number(limit);
    const [at, ...related] = ['request.timeout.ms', limit].map(key => config.explicit(key)).filter(setting => setting !== undefined);
    if (!at || least === undefined || request > least) continue;
    yield { message: 'requestTimeout', at, related, data: { request, limit, least }, refusedByKafka: true };
    return;
  }
}

/** KIP-1123. */
function* checkRack(config: EffectiveConfig): Iterable<Finding> {
  const aware = config.explicit('partitioner.rack.aware');
  const rack = config.explicit('client.rack');
  if (!aware || config.flag('partitioner.rack.aware') !== true || before(config.version, '4.4')) return;
  if (rack && config.text('client.rack') !== '') return;
  yield { message: 'noRack', at: aware, related: rack ? [rack] : [], refusedByKafka: true };
}
