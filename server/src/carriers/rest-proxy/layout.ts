import { resolveValue } from '../../config/placeholder.js';
import type { Ignored } from '../../config/setting.js';
import { findProperty } from '../../kafka/catalogue/catalogue.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { worksAs } from '../shared/connect-defaults.js';
import { keyOf } from '../shared/flat-files.js';
import { fileScope, knows, type Layout, type Meaning, type Place } from '../shared/layout.js';
import { forcedByProxy, isTakenByProxy, proxyDefaults } from './forced.js';

const clients = ['producer', 'consumer', 'admin'] as const;
const clientPrefix = /^(producer|consumer|admin|client)\./;

/**
 * The proxy's own keys that have the prefix of a client, or are one's name: it reads them itself. What a consumer gets of them does it
 * no good. Source: the ConfigDef of KafkaRestConfig.
 */
const ownKey =
  /^(producer\.threads|consumer\.(threads|iterator\.(timeout|backoff)\.ms|request\.(timeout\.ms|max\.bytes)|instance\.timeout\.ms)|client\.((init\.|zk\.session\.)?timeout\.ms)|fetch\.min\.bytes)$/;

/**
 * The file of the REST Proxy: `producer.`, `consumer.` and `admin.` reach one client each and win over `client.`, which reaches all.
 * Bare keys were handed to the producer as well up to 6.1, the last version before that of Kafka 2.8. Source: getProducerProperties,
 * getConsumerProperties and getAdminProperties of KafkaRestConfig, and pull request 787 of confluentinc/kafka-rest.
 */
export function proxyLayout(entries: readonly Entry[]): Layout {
  const scope = fileScope();
  return {
    scopes: [scope],
    meanings: entries.map(entry => meaningOf(keyOf(entry), textOf(entry))),
    defaults: proxyDefaults,
    facts: ['group-may-be-in-code'],
  };

  function meaningOf(key: string, value: string | undefined): Meaning {
    if (ownKey.test(key)) return { kind: 'foreign' };
    const prefix = clientPrefix.exec(key)?.[1];
    if (prefix !== undefined) return behindPrefix(prefix, key.slice(prefix.length + 1), value);
    const places = key === 'bootstrap.servers' ? clients.map(role => ({ role, property: key, scope, own: false })) : lost(key, value);
    return places.length > 0 ? { kind: 'settings', places } : { kind: 'foreign' };
  }

  function behindPrefix(prefix: string, property: string, value: string | undefined): Meaning {
    const own = prefix !== 'client';
    const roles = clients.filter(role => (!own || role === prefix) && knows(role, property));
    const [role = 'producer'] = clients.filter(one => one === prefix);
    if (roles.length === 0) return own ? { kind: 'unknown', role, scope, key: property, candidates: undefined } : { kind: 'foreign' };
    return { kind: 'settings', places: roles.map(one => place(one, property, value, own)) };
  }

  function place(role: Role, property: string, value: string | undefined, own: boolean): Place {
    const ignored = forcedByProxy(role, property, value);
    return { role, property, scope, own, rank: own ? 2 : 1, ...(ignored ? { ignored } : {}) };
  }

  /** A key without a prefix that can only mean the producer or the consumer. */
  function lost(property: string, value: string | undefined): readonly Place[] {
    if (knows('admin', property)) return [];
    // zookeeper.connect of the old consumer is the proxy's own
    const roles = (['producer', 'consumer'] as const).filter(role => findProperty(role, property));
    return roles.map(role => ({ role, property, scope, own: false, ignored: dropped(role, property, value) }));
  }
}

function dropped(role: Role, property: string, value: string | undefined): Ignored {
  const there = isTakenByProxy(role, property) ? undefined : worksAs(role, property, value);
  return { why: 'dropped', worksAs: there, ...(role === 'producer' ? { since: '2.8' } : {}) };
}

/** How a key is written for a client; undefined where the proxy sets it itself. */
export function proxyKey(property: string, role: Role): string | undefined {
  const key = `${role}.${property}`;
  return isTakenByProxy(role, property) || ownKey.test(key) ? undefined : key;
}

function textOf(entry: Entry): string | undefined {
  const value = resolveValue(entry.value, 'kafka');
  return value.known ? value.text : undefined;
}
