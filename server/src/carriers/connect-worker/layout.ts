import { resolveValue } from '../../config/placeholder.js';
import type { Scope } from '../../config/setting.js';
import { javaTrim } from '../../kafka/java-text.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { fileScope, knows, scopeBeside, type Layout, type Meaning, type Place } from '../shared/layout.js';
import { forcedInternally, forcedOnTasks, internalDefaults, isTakenInternally, taskDefaults, worksAs } from '../shared/connect-defaults.js';

const clients = ['producer', 'consumer', 'admin'] as const;
const tasks = ['producer', 'consumer'] as const;
const clientPrefix = /^(producer|consumer|admin)\./;
/** Of its own topics a worker hands over what stands behind their prefix and is not its own (KIP-605). */
const topicPrefix = /^(offset|config|status)\.storage\./;
/** What a worker hands to its converters, providers and its REST server. */
const foreignPrefix =
  /^((internal\.)?(key|value)\.converter|header\.converter|config\.providers|(admin\.)?listeners\.https|metrics\.context|rest\.extension)\./;
const internal = 'internal topics';

/**
 * The file of a Connect worker. The clients in the scope of the file are those of its tasks; what has no prefix goes to the admin client
 * of tasks and, in a distributed worker, to the clients of the worker's own topics, a scope beside it. Sources:
 * org.apache.kafka.connect.runtime.Worker, DistributedConfig and KafkaOffsetBackingStore.
 */
export function workerLayout(worker: Role, keys: readonly string[], entries: readonly Entry[], file = fileScope()): Layout {
  const own = scopeBeside(file, internal);
  const topics = new Map<string, Scope>();
  const distributed = worker === 'connect-distributed';
  const support = textOf(entries.findLast((_, i) => keys[i] === 'exactly.once.source.support'));
  const exactlyOnce = distributed && javaTrim(support ?? '').toLowerCase() === 'enabled';
  const meanings = keys.map((key, i) => meaningOf(key, textOf(entries[i])));
  return {
    scopes: [file, ...(distributed ? [own, ...topics.values()] : [])],
    meanings,
    defaults: [...taskDefaults(file, exactlyOnce), ...(distributed ? internalDefaults(own, exactlyOnce) : []), ...topicDefaults()],
    facts: ['group-may-be-in-code'],
  };

  function meaningOf(key: string, value: string | undefined): Meaning {
    // admin.listeners is the worker's
    if (knows(worker, key)) {
      const handedOn = key === 'bootstrap.servers' ? tasks.map(role => ({ role, property: key, scope: file, own: false })) : [];
      return { kind: 'settings', places: [{ role: worker, property: key, scope: file }, ...handedOn, ...bare(key, value)] };
    }
    const client = clients.find(role => role === clientPrefix.exec(key)?.[1]);
    if (client) return ofClient(client, key.slice(client.length + 1), value);
    const topic = topicPrefix.exec(key)?.[0];
    if (topic !== undefined) return ofTopic(topic.slice(0, -1), key.slice(topic.length), value);
    const places = bare(key, value);
    if (places.length > 0) return { kind: 'settings', places };
    return foreignPrefix.test(key) ? { kind: 'foreign' } : { kind: 'unknown', role: worker, scope: file, key, candidates: undefined };
  }

  function ofClient(role: Role, property: string, value: string | undefined): Meaning {
    if (!knows(role, property)) return { kind: 'unknown', role, scope: file, key: property, candidates: undefined };
    const ignored = forcedOnTasks(role, property, value, exactlyOnce);
    return { kind: 'settings', places: [{ role, property, scope: file, rank: 1, ...(ignored ? { ignored } : {}) }] };
  }

  /** A key that both kinds of clients know goes to both. */
  function bare(key: string, value: string | undefined): readonly Place[] {
    const admin: readonly Place[] = knows('admin', key) ? [{ role: 'admin', property: key, scope: file, own: false }] : [];
    const others = clients.filter(role => role !== 'admin' && knows(role, key));
    if (distributed) return [...admin, ...others.map(role => internalPlace(role, key, value))];
    if (admin.length > 0 || knows(worker, key)) return admin;
    // only a task could mean it
    return others.map(role => ({
      role,
      property: key,
      scope: file,
      own: false,
      ignored: { why: 'other-client', worksAs: worksAs(role, key, value) },
    }));
  }

  function internalPlace(role: Role, property: string, value: string | undefined): Place {
    // group.id and the like are the worker's own and go along
    const ignored = knows(worker, property) ? undefined : forcedInternally(role, property, value, exactlyOnce);
    return { role, property, scope: own, own: false, ...(ignored ? { ignored } : {}) };
  }

  function ofTopic(name: string, property: string, value: string | undefined): Meaning {
    // which of them a broker refuses, the one who creates the topic is told
    if (!distributed || !knows('topic', property)) return { kind: 'foreign' };
    const scope = topics.get(name) ?? scopeBeside(file, name);
    topics.set(name, scope);
    const ignored = property === 'cleanup.policy' && value !== 'compact' ? alwaysCompact : undefined;
    return { kind: 'settings', places: [{ role: 'topic', property, scope, ...(ignored ? { ignored } : {}) }] };
  }

  function topicDefaults(): Layout['defaults'] & object {
    return [...topics.values()].map(scope => ({ role: 'topic', scope, property: 'cleanup.policy', value: 'compact' }));
  }
}

/** TopicAdmin.NewTopicBuilder.compacted is called behind the user's settings. */
const alwaysCompact = { why: 'always-overridden', worksAs: undefined } as const;

/** How a key is written for a role in a scope of the file. */
export function workerKey(property: string, role: Role, { name }: Scope): string | undefined {
  if (role === 'topic') return topicPrefix.test(`${name}.`) && property !== 'cleanup.policy' ? `${name}.${property}` : undefined;
  if (!clients.some(client => client === role)) return property;
  return name === internal && !isTakenInternally(role, property) ? property : `${role}.${property}`;
}

function textOf(entry: Entry | undefined): string | undefined {
  const value = entry && resolveValue(entry.value, 'kafka');
  return value?.known ? value.text : undefined;
}
