import type { EffectiveConfig } from '../../config/effective.js';
import { listOf } from '../../config/node.js';

/** One `NAME://host:port` of a list of listeners; the name in capitals, as ListenerName.normalised has it. */
export interface Listener {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** As written, for messages and fixes. */
  readonly text: string;
}

/** The listeners that a key names; none where it is not set, undefined where one of them cannot be read. */
export function listenersIn(config: EffectiveConfig, property: string): readonly Listener[] | undefined {
  if (!config.explicit(property)) return [];
  if (config.text(property) === undefined) return undefined;
  // before 4.2, which refuses them, blank items are passed over
  const items = listOf(config, property).filter(text => text !== '');
  const listeners = items.flatMap(text => {
    const [, name, host, port] = /^(.+):\/\/\[?([\w.%:-]*)\]?:(-?\d+)$/.exec(text) ?? [];
    return name === undefined || host === undefined ? [] : [{ name: name.toUpperCase(), host, port: Number(port), text }];
  });
  return listeners.length === items.length ? listeners : undefined;
}

// SocketServerConfigs.LISTENERS_DEFAULT
const byDefault: readonly Listener[] = [{ name: 'PLAINTEXT', host: '', port: 9092, text: 'PLAINTEXT://:9092' }];

/** The listeners of a broker that names none itself; undefined where what starts it gives it others. */
export function defaultListeners({ facts }: EffectiveConfig): readonly Listener[] | undefined {
  return facts.has('listeners-made-up') ? undefined : byDefault;
}

/** Two listeners that want one port; port 0 is any free one. */
export function samePort(listeners: readonly Listener[], allowBothFamilies: boolean): readonly [Listener, Listener] | undefined {
  for (const one of listeners) {
    const others = listeners.filter(other => other !== one && other.port === one.port);
    const [other] = others;
    if (one.port === 0 || !other) continue;
    // KIP-797: one IPv4 and one IPv6 address may share a port, as long as nothing else wants it
    const bothFamilies = others.length === 1 && family(one) !== undefined && family(other) !== undefined && family(one) !== family(other);
    if (!allowBothFamilies || !bothFamilies) return [one, other];
  }
  return undefined;
}

/** The first name that two listeners have. */
export function sameName(listeners: readonly Listener[]): string | undefined {
  return listeners.find((one, i) => listeners.findIndex(other => other.name === one.name) < i)?.name;
}

function family({ host }: Listener): 'v4' | 'v6' | undefined {
  if (/^\d+(\.\d+){3}$/.test(host)) return 'v4';
  return host.includes(':') ? 'v6' : undefined;
}
