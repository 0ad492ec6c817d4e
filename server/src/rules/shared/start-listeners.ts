import type { EffectiveConfig } from '../../config/effective.js';
import { listOf, nodeKind, type NodeKind } from '../../config/node.js';
import type { Setting } from '../../config/setting.js';
import { atLeast, before } from '../../kafka/version.js';
import { remove, safe, set, unsafeBut, type Finding } from '../rule.js';
import { defaultListeners, listenersIn, sameName, samePort, type Listener } from './listeners.js';

/** What KafkaConfig.validateValues and CoreUtils.listenerListToEndPoints refuse about listeners. */
export function* checkListeners(config: EffectiveConfig): Iterable<Finding> {
  yield* checkEachList(config);
  const own = config.explicit('listeners');
  const advertised = config.explicit('advertised.listeners');
  const listening = own ? listenersIn(config, 'listeners') : defaultListeners(config);
  const announced = listenersIn(config, 'advertised.listeners');
  if (!listening || !announced) return;
  const kind = nodeKind(config);
  // before 3.1 a broker with ZooKeeper leaves them out of what it advertises by default, and knows them since 2.8
  const unread = kind === 'zookeeper-broker' && before(config.version, advertised ? '3.1' : '2.8');
  const names = unread ? [] : controllerNames(config);
  if (kind === undefined || names === undefined) return;
  const place: Place = { config, names, listening, announced, own, advertised };
  const roles = config.explicit('process.roles');
  if (roles) yield* checkControllerListeners(place, roles, kind);
  else yield* checkNamesWithoutRoles(config);
  if (kind === 'controller') yield* checkMetaAddress(config, advertised, announced);
  else if (names.length > 0 || !roles) yield* checkBrokerListeners(place);
}

interface Place {
  readonly config: EffectiveConfig;
  /** As written: Kafka compares controller.listener.names without changing them. */
  readonly names: readonly string[];
  readonly listening: readonly Listener[];
  readonly announced: readonly Listener[];
  readonly own: Setting | undefined;
  readonly advertised: Setting | undefined;
}

/** Undefined where the names are not known. */
export function controllerNames(config: EffectiveConfig): readonly string[] | undefined {
  const setting = config.explicit('controller.listener.names');
  return setting && config.text(setting.property) === undefined
    ? undefined
    : listOf(config, 'controller.listener.names').filter(name => name !== '');
}

function* checkEachList(config: EffectiveConfig): Iterable<Finding> {
  for (const property of ['listeners', 'advertised.listeners']) {
    const at = config.explicit(property);
    const listeners = listenersIn(config, property);
    if (!at || !listeners) continue;
    const name = sameName(listeners);
    if (name !== undefined) yield { message: 'nameTwice', at, data: { name } };
    const pair = property === 'listeners' ? samePort(listeners, atLeast(config.version, '3.6')) : undefined;
    if (pair) yield { message: 'portTwice', at, data: { one: pair[0].text, other: pair[1].text } };
  }
}

function* checkControllerListeners(place: Place, roles: Setting, kind: NodeKind): Iterable<Finding> {
  const { config, names, listening, announced, own, advertised } = place;
  const at = config.explicit('controller.listener.names') ?? roles;
  if (names.length === 0) {
    const fixes =
      kind === 'broker' && !config.explicit('listener.security.protocol.map')
        ? [unsafeBut('sameAsControllers', set('controller.listener.names', 'CONTROLLER'))]
        : [];
    yield { message: 'noControllerListenerNames', at, fixes };
    return;
  }
  // 3.9 to 4.1 count them against the listeners of a controller; 4.1 makes a map of them where there is none
  const counted = kind === 'controller' ? '3.9' : '4.1';
  const mapped = kind !== 'controller' && config.explicit('listener.security.protocol.map') !== undefined;
  if (new Set(names).size < names.length && atLeast(config.version, counted) && before(config.version, '4.2') && !mapped) {
    yield { message: 'controllerNamesTwice', at };
  }
  const isController = (listener: Listener): boolean => names.includes(listener.name);
  const where = own ?? at;
  if (kind === 'broker') {
    const [wrong] = listening.filter(isController);
    const rest = listening.filter(listener => !isController(listener)).map(listener => listener.text);
    const fixes = own && rest.length > 0 ? [unsafeBut('ifBrokerOnly', set('listeners', rest.join(',')))] : [];
    if (wrong) yield { message: 'controllerListenerInBroker', at: where, related: [at], data: { name: wrong.name }, fixes };
  } else {
    const missing = names.find(name => !listening.some(listener => listener.name === name));
    const extra = kind === 'controller' ? listening.find(listener => !isController(listener)) : undefined;
    if (missing !== undefined) yield { message: 'controllerListenerMissing', at: where, related: [at], data: { name: missing } };
    else if (extra) yield { message: 'brokerListenerInController', at: where, related: [at], data: { name: extra.name } };
  }
  yield* checkAdvertisedControllers(config, kind, advertised, announced.find(isController));
  const inter = config.explicit('inter.broker.listener.name');
  const shared = kind === 'controller' && inter && names.includes(config.text(inter.property)?.toUpperCase() ?? '');
  if (shared && atLeast(config.version, '4.0'))
    yield { message: 'interBrokerIsController', at: inter, related: [at], fixes: [safe(remove(inter))] };
}

/** Controllers may advertise their listeners since 3.9 (KIP-853). */
function* checkAdvertisedControllers(
  config: EffectiveConfig,
  kind: NodeKind,
  advertised: Setting | undefined,
  listener: Listener | undefined,
): Iterable<Finding> {
  if (!advertised || atLeast(config.version, '3.9')) return;
  if (kind === 'controller') yield { message: 'controllerAdvertises', at: advertised, fixes: [safe(remove(advertised))] };
  else if (listener) yield { message: 'advertisesControllerListener', at: advertised, data: { name: listener.name } };
}

/** Without KRaft's roles the names must be empty, but on the way from ZooKeeper to KRaft (KIP-866). */
function* checkNamesWithoutRoles(config: EffectiveConfig): Iterable<Finding> {
  const at = config.explicit('controller.listener.names');
  const zookeeper = config.explicit('zookeeper.connect');
  if (!at || !zookeeper || controllerNames(config)?.length === 0 || before(config.version, '3.1') || atLeast(config.version, '4.0')) return;
  if (config.explicit('zookeeper.metadata.migration.enable') && config.flag('zookeeper.metadata.migration.enable') !== false) return;
  yield { message: 'namesWithoutRoles', at, related: [zookeeper], fixes: [safe(remove(at))] };
}

function* checkBrokerListeners({ config, names, listening, announced, own, advertised }: Place): Iterable<Finding> {
  const whole = (config.explicit('process.roles') ?? config.explicit('zookeeper.connect')) !== undefined;
  const at =
    advertised ?? own ?? firstOf(config, ['controller.listener.names', 'inter.broker.listener.name', 'security.inter.broker.protocol']);
  // what is not written here may be written in another part of the configuration
  if (!at || !(whole || (own && advertised))) return;
  const serving = (advertised ? announced : listening).filter(listener => !names.includes(listener.name));
  if (serving.length === 0) {
    yield { message: 'noBrokerListener', at };
    return;
  }
  const stranger = serving.find(listener => !listening.some(other => other.name === listener.name));
  if (stranger) yield { message: 'advertisedUnknown', at, data: { name: stranger.name } };
  yield* checkInterBroker(
    config,
    at,
    serving.map(listener => listener.name),
    whole,
  );
  yield* checkMetaAddress(config, at, advertised ? announced : serving);
}

/** The meta-address that means every interface of this machine, and so leads nobody anywhere. */
function* checkMetaAddress(config: EffectiveConfig, at: Setting | undefined, listeners: readonly Listener[]): Iterable<Finding> {
  const open = listeners.find(listener => listener.host === '0.0.0.0');
  // until 2.8 a key of its own could name the address
  if (!at || !open || config.explicit('advertised.host.name') || before(config.version, '1.0')) return;
  const reachable = listOf(config, at.property).map(text => text.replace('://0.0.0.0:', '://:'));
  const fixes = [unsafeBut('nameMustResolve', set(at.property, reachable.join(',')))];
  yield {
    message: at.property === 'listeners' ? 'listensOnMetaAddress' : 'advertisesMetaAddress',
    at,
    data: { listener: open.text },
    fixes,
  };
}

function* checkInterBroker(config: EffectiveConfig, at: Setting, serving: readonly string[], whole: boolean): Iterable<Finding> {
  const inter = config.explicit('inter.broker.listener.name');
  const protocol = config.explicit('security.inter.broker.protocol');
  if (inter && protocol) return;
  const said = inter ?? protocol;
  const wanted = said ? config.text(said.property)?.toUpperCase() : 'PLAINTEXT';
  if (wanted === undefined || serving.includes(wanted) || (!said && !whole)) return;
  const only = serving.length === 1 ? serving[0] : undefined;
  const fixes = only !== undefined && inter ? [unsafeBut('brokersMustReachIt', set('inter.broker.listener.name', only))] : [];
  const data = { name: wanted, listeners: serving.join(', ') };
  yield {
    message: said ? 'interBrokerUnknown' : 'interBrokerByDefault',
    at: said ?? at,
    related: said && said !== at ? [at] : [],
    data,
    fixes,
  };
}

function firstOf(config: EffectiveConfig, properties: readonly string[]): Setting | undefined {
  return properties.map(property => config.explicit(property)).find(setting => setting !== undefined);
}
