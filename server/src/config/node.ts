import type { EffectiveConfig } from './effective.js';

/** What a broker file starts: a ZooKeeper-era broker, or one of the three kinds of KRaft node. */
export type NodeKind = 'zookeeper-broker' | 'broker' | 'controller' | 'combined';

/** The kind of node by `process.roles`; undefined where that is a placeholder or names neither role. */
export function nodeKind(config: EffectiveConfig): NodeKind | undefined {
  if (!config.explicit('process.roles')) return 'zookeeper-broker';
  const roles = listOf(config, 'process.roles');
  const broker = roles.includes('broker');
  const controller = roles.includes('controller');
  if (broker && controller) return 'combined';
  if (broker) return 'broker';
  return controller ? 'controller' : undefined;
}

/** The items of a list value as Kafka splits it; empty where it is not set or not known. */
export function listOf(config: EffectiveConfig, property: string): readonly string[] {
  const text = config.text(property);
  // Java's \s is ASCII only
  return text === undefined || text === '' ? [] : text.split(/[ \t\n\v\f\r]*,[ \t\n\v\f\r]*/);
}

/**
 * The items of a list of controllers or ZooKeepers, as they are written where a placeholder stands for parts of them; undefined where it
 * may stand for any number of them.
 */
export function addressesOf(config: EffectiveConfig, property: string): readonly string[] | undefined {
  const setting = config.explicit(property);
  if (!setting || setting.value.known) return listOf(config, property);
  const items = setting.entry.value.split(/\s*,\s*/);
  return items.every(item => /[@:]/.test(item.replace(/\$\{[^}]*\}|\{\{.*?\}\}/g, ''))) ? items : undefined;
}

/** Host names of `host:port` items; `1@host:port` of voters, `NAME://host:port` of listeners and a ZooKeeper chroot are understood. */
export function hostsOf(config: EffectiveConfig, property: string): readonly string[] {
  return listOf(config, property)
    .map(item =>
      item
        .replace(/^\d+@/, '')
        .replace(/^[A-Za-z0-9_]+:\/\//, '')
        .replace(/\/.*$/, ''),
    )
    .map(address => /^\[[^\]]*\]/.exec(address)?.[0] ?? address.replace(/:\d+$/, ''));
}

/** Whether the host can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host);
}
