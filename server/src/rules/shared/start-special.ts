import type { EffectiveConfig } from '../../config/effective.js';
import { listOf, nodeKind } from '../../config/node.js';
import { atLeast, before } from '../../kafka/version.js';
import type { Finding } from '../rule.js';
import { defaultListeners, listenersIn } from './listeners.js';

/** Listeners with a duty of their own must be among those that the node has; and the protocol of a KRaft node is that of KRaft. */
export function* checkSpecialListeners(config: EffectiveConfig): Iterable<Finding> {
  const whole = (config.explicit('process.roles') ?? config.explicit('zookeeper.connect')) !== undefined;
  if (!whole || nodeKind(config) === undefined) return;
  yield* checkEarlyStart(config);
  yield* checkControlPlane(config);
  yield* checkProtocolVersion(config);
}

/** KIP-801; names are compared as written. */
function* checkEarlyStart(config: EffectiveConfig): Iterable<Finding> {
  const early = config.explicit('early.start.listeners');
  const own = namesOf(config, 'listeners') ?? (config.explicit('listeners') ? undefined : defaultNames(config));
  if (!early || !own || before(config.version, '3.3')) return;
  const name = listOf(config, early.property).find(one => one !== '' && !own.includes(one));
  if (name !== undefined) yield { message: 'earlyUnknown', at: early, data: { name } };
}

/** KIP-291; gone with ZooKeeper in 4.0. */
function* checkControlPlane(config: EffectiveConfig): Iterable<Finding> {
  const at = config.explicit('control.plane.listener.name');
  const name = config.text('control.plane.listener.name')?.toUpperCase();
  if (!at || name === undefined || before(config.version, '2.2') || atLeast(config.version, '4.0')) return;
  if (config.explicit('process.roles')) {
    yield { message: 'controlPlaneInKRaft', at };
    return;
  }
  const advertised = namesOf(config, 'advertised.listeners') ?? namesOf(config, 'listeners') ?? defaultNames(config);
  const between = config.text('inter.broker.listener.name') ?? config.text('security.inter.broker.protocol') ?? 'PLAINTEXT';
  if (!advertised) return;
  if (!advertised.includes(name)) yield { message: 'controlPlaneUnknown', at };
  else if (between.toUpperCase() === name) yield { message: 'controlPlaneShared', at };
}

function* checkProtocolVersion(config: EffectiveConfig): Iterable<Finding> {
  const at = config.explicit('inter.broker.protocol.version');
  const text = config.text('inter.broker.protocol.version');
  if (!at || text === undefined || !config.explicit('process.roles') || before(config.version, '3.3') || atLeast(config.version, '4.0'))
    return;
  // MetadataVersion.isKRaftSupported
  if (/^[0-2]\.|^3\.0-IV0/.test(text)) yield { message: 'protocolTooOld', at };
}

/** KafkaConfig.validateValues: the mechanism between brokers must be one that they offer. */
export function* checkMechanisms(config: EffectiveConfig): Iterable<Finding> {
  const [mechanism, enabled] = ['sasl.mechanism.inter.broker.protocol', 'sasl.enabled.mechanisms'].map(key => config.effective(key)?.text);
  const written = ['sasl.mechanism.inter.broker.protocol', 'sasl.enabled.mechanisms'].map(key => config.explicit(key));
  const protocol = protocolBetweenBrokers(config);
  const [at, ...related] = [...written, protocol && config.explicit(protocol.key)].filter(setting => setting !== undefined);
  if (!at || !protocol || !/^SASL_/i.test(protocol.name) || mechanism === undefined || enabled === undefined) return;
  if (!enabled.split(/\s*,\s*/).includes(mechanism)) yield { message: 'mechanismDisabled', at, related, data: { mechanism, enabled } };
}

/** The security protocol between brokers and the key that chooses it. */
function protocolBetweenBrokers(config: EffectiveConfig): { readonly key: string; readonly name: string } | undefined {
  const direct = config.text('security.inter.broker.protocol');
  const listener = config.text('inter.broker.listener.name')?.toUpperCase();
  if (listener === undefined) return direct === undefined ? undefined : { key: 'security.inter.broker.protocol', name: direct };
  const pairs = listOf(config, 'listener.security.protocol.map').map(pair => pair.split(/\s*:\s*/));
  const mapped = pairs.findLast(([name = '']) => name.toUpperCase() === listener)?.[1];
  return { key: 'inter.broker.listener.name', name: mapped ?? listener };
}

function defaultNames(config: EffectiveConfig): readonly string[] | undefined {
  return defaultListeners(config)?.map(({ name }) => name);
}

function namesOf(config: EffectiveConfig, property: string): readonly string[] | undefined {
  if (!config.explicit(property)) return undefined;
  return listenersIn(config, property)?.map(listener => listener.name);
}
