import type { EffectiveConfig } from '../../config/effective.js';
import { listOf, nodeKind } from '../../config/node.js';
import { atLeast, before } from '../../kafka/version.js';
import { remove, safe, set, unsafeBut, type Finding } from '../rule.js';
import { defaultListeners, listenersIn } from './listeners.js';

const mapKey = 'listener.security.protocol.map';
const standardNames = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

/** Every listener needs a security protocol, and only one key may choose the one between brokers. */
export function* checkProtocols(config: EffectiveConfig): Iterable<Finding> {
  const inter = config.explicit('inter.broker.listener.name');
  const protocol = config.explicit('security.inter.broker.protocol');
  if (inter && protocol) yield { message: 'interBrokerTwice', at: protocol, related: [inter], fixes: [safe(remove(protocol))] };

  const mapped = mappedNames(config);
  if (!mapped) return;
  const map = config.explicit(mapKey);
  const said = new Set<string>();
  for (const { property, names } of namedListeners(config)) {
    const at = config.explicit(property);
    const name = names.find(one => !mapped.includes(one) && !said.has(one));
    if (!at || name === undefined) continue;
    said.add(name);
    const fixes = map ? [unsafeBut('chooseProtocol', set(mapKey, [...listOf(config, mapKey), `${name}:PLAINTEXT`].join(',')))] : [];
    yield { message: map ? 'noProtocol' : 'noProtocolByDefault', at, related: map && map !== at ? [map] : [], data: { name }, fixes };
  }
}

function namedListeners(config: EffectiveConfig): readonly { readonly property: string; readonly names: readonly string[] }[] {
  const inter = config.text('inter.broker.listener.name');
  const whole = (config.explicit('process.roles') ?? config.explicit('zookeeper.connect')) !== undefined;
  return [
    { property: mapKey, names: whole && !config.explicit('listeners') ? (defaultListeners(config) ?? []).map(({ name }) => name) : [] },
    { property: 'listeners', names: (listenersIn(config, 'listeners') ?? []).map(listener => listener.name) },
    { property: 'advertised.listeners', names: (listenersIn(config, 'advertised.listeners') ?? []).map(listener => listener.name) },
    {
      property: 'controller.listener.names',
      // until 3.0 only those that listen here are looked up
      names:
        config.explicit('process.roles') && atLeast(config.version, '3.1')
          ? listOf(config, 'controller.listener.names')
              .filter(name => name !== '')
              .map(upper)
          : [],
    },
    { property: 'inter.broker.listener.name', names: inter === undefined ? [] : [upper(inter)] },
  ];
}

/**
 * The names that have a protocol, as KafkaConfig.effectiveListenerSecurityProtocolMap works them out: without a map of its own, a
 * KRaft node gives PLAINTEXT to its controllers' listeners, unless one of its listeners is called SSL or SASL. Undefined where
 * the map is not known, or may be in another part of the configuration.
 */
function mappedNames(config: EffectiveConfig): readonly string[] | undefined {
  if (config.explicit(mapKey)) {
    return config.text(mapKey) === undefined ? undefined : listOf(config, mapKey).map(pair => upper(pair.replace(/\s*:[^:]*$/, '')));
  }
  const kraft = config.explicit('process.roles') !== undefined;
  if (kraft && nodeKind(config) === undefined) return undefined;
  if (!kraft) return config.explicit('zookeeper.connect') ? standardNames : undefined;
  const names = config.explicit('controller.listener.names');
  const listeners = config.explicit('listeners');
  if ((names && config.text(names.property) === undefined) || (listeners && !listenersIn(config, 'listeners'))) return undefined;
  const controllers = listOf(config, 'controller.listener.names');
  const written = listOf(config, 'listeners').map(text => text.replace(/:.*$/, ''));
  const secured = [...controllers, ...written].some(name => /^(SSL|SASL_SSL|SASL_PLAINTEXT)$/.test(name));
  // KAFKA-13456: before 3.1 the controllers' listeners had no protocol by themselves either
  return secured || before(config.version, '3.1') ? standardNames : [...standardNames, ...controllers];
}

const upper = (name: string): string => name.toUpperCase();
