import type { EffectiveConfig } from '../config/effective.js';
import { listOf, nodeKind } from '../config/node.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, remove, safe, set, type Finding } from './rule.js';
import { checkIds } from './shared/start-ids.js';
import { checkListeners } from './shared/start-listeners.js';
import { checkProtocols } from './shared/start-protocols.js';
import { checkMechanisms, checkSpecialListeners } from './shared/start-special.js';

export default defineRule({
  id: 'broker-start-conflict',
  roles: ['broker'],
  reads: ['process.roles', 'listeners', 'advertised.listeners', 'controller.listener.names', 'node.id', 'broker.id', 'log.dirs'],
  severity: 'error',
  messages: {
    rolesMissing:
      'Kafka {version} has no ZooKeeper mode and does not start without process.roles, node.id and the addresses of its controllers; zookeeper.connect does nothing.',
    rolesTwice: 'process.roles={value} names a role twice; Kafka {version} does not start.',
    idsDiffer: 'broker.id={value} differs from node.id={node}; Kafka does not start unless both are the same.',
    noId: 'process.roles is set and node.id is missing; Kafka does not start without it.',
    negativeId: '{property}={value}: a KRaft node needs an id of 0 or more and does not start.',
    noQuorum:
      'process.roles is set, but neither controller.quorum.voters nor controller.quorum.bootstrap.servers; Kafka does not start without its controllers.',
    noVoters: 'Kafka {version} does not know {property} and does not start without controller.quorum.voters.',
    brokerAmongVoters:
      '{property}={value} is one of controller.quorum.voters, but process.roles does not name the controller role; Kafka does not start.',
    controllerNotAmongVoters:
      '{property}={value} has the controller role, but controller.quorum.voters names {voters} only; Kafka does not start.',
    autoJoin: 'controller.quorum.auto.join.enable=true is for controllers; a node with the broker role alone does not start with it.',
    noControllerListenerNames: 'controller.listener.names is missing or empty; a KRaft node does not start without it.',
    controllerListenerInBroker:
      'The listener {name} belongs to the controllers (controller.listener.names), and this node has the broker role alone; Kafka does not start.',
    controllerListenerMissing:
      'controller.listener.names has {name}, but listeners has no such listener (names are compared as written, in capitals); a controller does not start.',
    brokerListenerInController:
      'The listener {name} is not in controller.listener.names; a node with the controller role alone does not start with it.',
    controllerAdvertises:
      'advertised.listeners must not be set on a node with the controller role alone before Kafka 3.9; Kafka {version} does not start.',
    advertisesControllerListener:
      'advertised.listeners has the controller listener {name}, which Kafka refuses before 3.9; Kafka {version} does not start.',
    interBrokerIsController:
      'inter.broker.listener.name={value} is a controller listener; Kafka {version} does not start a controller with it.',
    namesWithoutRoles: 'controller.listener.names is set without process.roles; a broker with ZooKeeper does not start with it.',
    noBrokerListener: 'Every listener is in controller.listener.names; there is none left for the broker, and Kafka does not start.',
    advertisedUnknown: '{property} has {name}, which listeners has not; Kafka does not start.',
    interBrokerUnknown: '{property}={value}, but the listeners that are advertised are {listeners}; Kafka does not start.',
    interBrokerByDefault:
      'Brokers talk to each other over a listener called PLAINTEXT unless inter.broker.listener.name or security.inter.broker.protocol says otherwise; {property} has {listeners} only, and Kafka does not start.',
    interBrokerTwice: 'security.inter.broker.protocol and inter.broker.listener.name exclude each other; Kafka does not start with both.',
    listensOnMetaAddress:
      '{listener} would also be advertised, as advertised.listeners is not set, and nobody can connect to 0.0.0.0; Kafka does not start.',
    advertisesMetaAddress: 'Nobody can connect to {listener}; Kafka does not start with 0.0.0.0 in advertised.listeners.',
    controllerNamesTwice: 'controller.listener.names={value} names a listener twice, with which Kafka {version} does not start.',
    nameTwice: '{property} has two listeners called {name}; Kafka does not start.',
    portTwice: '{one} and {other} want the same port; Kafka does not start.',
    noProtocol: 'The listener {name} is missing in listener.security.protocol.map; Kafka does not start.',
    noProtocolByDefault:
      'The listener {name} has no security protocol, as listener.security.protocol.map is not set; Kafka does not start.',
    earlyUnknown: 'early.start.listeners has {name}, which listeners has not; Kafka does not start.',
    controlPlaneInKRaft: 'control.plane.listener.name belongs to ZooKeeper: a node with process.roles does not start with it.',
    controlPlaneUnknown: 'control.plane.listener.name={value} is no listener that this broker has and advertises; Kafka does not start.',
    controlPlaneShared:
      'control.plane.listener.name={value} is also the listener between brokers, which must be another one; Kafka does not start.',
    mechanismDisabled:
      'Brokers talk to each other with SASL and the mechanism {mechanism}, which sasl.enabled.mechanisms ({enabled}) lacks; Kafka does not start.',
    protocolTooOld: 'inter.broker.protocol.version={value} is older than KRaft, which wants 3.0-IV1 or later; Kafka does not start.',
    fetchWaitTooLong: '{wait} is more than {property}={value}; Kafka does not start unless replica.fetch.wait.max.ms is at most that.',
    fetchWaitAboveDefault: '{property}={value} is more than {limit} (its default); Kafka does not start.',
    directoryTwice: '{property} names {one} and {other}, which is one directory; Kafka does not start.',
    directoryInside: '{property} has {other} inside {one}; Kafka takes it for a partition’s directory and does not start.',
    keepOldId: 'keep the id under which the node has stored its data',
    sameAsControllers: 'the name must be the one that the controllers’ own files use',
    ifBrokerOnly: 'right if this node is to be a broker alone; else add controller to process.roles',
    nameMustResolve: 'the host’s own name is advertised then: clients must be able to resolve it',
    brokersMustReachIt: 'every broker must be able to reach the others over this listener',
    chooseProtocol: 'choose the protocol that the listener is to speak',
  },
  docs: {
    summary: 'Settings that contradict each other, so that the broker or controller does not start',
    why: 'Kafka checks at its start that roles, ids, voters, listeners and some timeouts fit together, and ends if they do not. A node that does not come back after a restart leaves its partitions with one replica less, and the next failure may be the one that loses data.',
    remedy: 'Change one of the settings that the message names. Start one node with the new file before the others are restarted.',
    falsePositives: 'A file to which missing keys are added when the process starts, although it names process.roles already.',
    references: [
      'https://kafka.apache.org/documentation/#kraft_config',
      'kafka.server.KafkaConfig (validateValues)',
      'kafka.utils.CoreUtils (listenerListToEndPoints)',
    ],
  },
  examples: {
    bad: [
      {
        role: 'broker',
        settings: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=1@controller1:9093\ncontroller.listener.names=CONTROLLER',
      },
      { role: 'broker', settings: 'listeners=INTERNAL://kafka1:9092,EXTERNAL://kafka1:9092' },
      { role: 'broker', settings: 'node.id=1\nbroker.id=2' },
    ],
    good: [
      {
        role: 'broker',
        settings: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=100@controller1:9093\ncontroller.listener.names=CONTROLLER',
      },
      { role: 'broker', settings: 'node.id=1\nbroker.id=1' },
    ],
  },
  *check(config) {
    // in 2.8 and 3.0 KRaft was a preview with checks of its own
    if (config.explicit('process.roles') && before(config.version, '3.1')) return;
    // what is not seen may well make it fit
    if (config.facts.has('partly-seen')) return;
    for (const checks of [
      checkRoles,
      checkIds,
      checkListeners,
      checkProtocols,
      checkFetchWait,
      checkDirectories,
      checkSpecialListeners,
      checkMechanisms,
    ]) {
      for (const finding of checks(config)) yield { refusedByKafka: true, ...finding };
    }
  },
});

function* checkRoles(config: EffectiveConfig): Iterable<Finding> {
  const roles = config.explicit('process.roles');
  const zookeeper = config.explicit('zookeeper.connect');
  if (!roles && zookeeper && atLeast(config.version, '4.0')) yield { message: 'rolesMissing', at: zookeeper, on: 'key' };
  const kind = nodeKind(config);
  const named = listOf(config, 'process.roles');
  const once = [...new Set(named)];
  // lists lose their duplicates since 4.2 (KIP-1161)
  if (roles && kind && once.length < named.length && before(config.version, '4.2')) {
    yield { message: 'rolesTwice', at: roles, fixes: [safe(set('process.roles', once.join(',')))] };
  }
  const join = config.explicit('controller.quorum.auto.join.enable');
  if (join && kind === 'broker' && config.flag(join.property) === true && atLeast(config.version, '4.2')) {
    yield { message: 'autoJoin', at: join, fixes: [safe(remove(join))] };
  }
}

/** Defaults take part as Kafka compares with them; but where the file may be a part of the configuration, they may not hold. */
function* checkFetchWait(config: EffectiveConfig): Iterable<Finding> {
  const whole = (config.explicit('process.roles') ?? config.explicit('zookeeper.connect')) !== undefined;
  const wait = config.explicit('replica.fetch.wait.max.ms');
  const longest = config.number('replica.fetch.wait.max.ms');
  for (const property of ['replica.lag.time.max.ms', 'replica.socket.timeout.ms']) {
    const limit = config.explicit(property);
    const most = config.number(property);
    if (longest === undefined || most === undefined || longest <= most || !(whole || (wait && limit))) continue;
    if (limit) {
      const fixes = [safe(...(wait ? [remove(wait)] : []), remove(limit))];
      yield {
        message: 'fetchWaitTooLong',
        at: limit,
        related: wait ? [wait] : [],
        data: { wait: `replica.fetch.wait.max.ms=${String(longest)}` },
        fixes,
      };
    } else if (wait) {
      yield { message: 'fetchWaitAboveDefault', at: wait, data: { limit: `${property}=${String(most)}` }, fixes: [safe(remove(wait))] };
      return;
    }
  }
}

/** LogManager wants directories that are different, none inside another; measured by real starts of 3.9, 4.0 and 4.3. */
function* checkDirectories(config: EffectiveConfig): Iterable<Finding> {
  const at = config.explicit('log.dirs') ?? config.explicit('log.dir');
  if (!at) return;
  const written = listOf(config, at.property).filter(text => text !== '');
  // the same text twice counts once since 4.2 (KIP-1161)
  const counted = atLeast(config.version, '4.2') ? [...new Set(written)] : written;
  for (const [i, other] of counted.entries()) {
    for (const one of counted.slice(0, i)) {
      const [first, second] = [plainPath(one), plainPath(other)];
      if (first === second) yield { message: 'directoryTwice', at, data: { one, other } };
      else if (second.startsWith(`${first}/`)) yield { message: 'directoryInside', at, data: { one, other } };
      else if (first.startsWith(`${second}/`)) yield { message: 'directoryInside', at, data: { one: other, other: one } };
    }
  }
}

function plainPath(path: string): string {
  return path.replace(/\/(\.?\/)+/g, '/').replace(/(.)\/$/, '$1');
}
