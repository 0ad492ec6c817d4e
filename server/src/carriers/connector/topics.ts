import type { Scope } from '../../config/setting.js';
import { knows, scopeBeside } from '../shared/layout.js';
import type { ClientKey, Clients, ConnectorFile } from './layout.js';

const prefix = 'topic.creation.';
const groups = `${prefix}groups`;
/** Of a group Connect reads these itself; the others are settings of the topics. */
const ofConnect = /^(include|exclude|replication\.factor|partitions)$/;
const scopePrefix = 'topics of ';

/**
 * The topics that Connect creates for a source, by groups: what is no setting of Connect goes to the broker as one of the topic, and
 * groups take nothing from each other but numbers. Sources: org.apache.kafka.connect.runtime.SourceConnectorConfig (enrich,
 * topicCreationOtherConfigs), org.apache.kafka.connect.util.TopicCreationGroup.
 */
export function createdTopics({ role, file, text, has }: ConnectorFile): Clients {
  const creates = role === 'source-connector' || role === 'connector';
  const list = text(groups);
  const named = (list ?? '').split(/\s*,\s*/).filter(name => name !== '' && name !== 'default');
  const scopes = new Map(['default', ...named].map(group => [group, scopeBeside(file.scope, scopePrefix + group)] as const));
  const listKnown = list !== undefined || !has(groups);
  return { scopes: creates ? [...scopes.values()] : [], read };

  function read(key: string): ClientKey | undefined {
    const rest = creates && key.startsWith(prefix) ? key.slice(prefix.length) : '';
    const [group, scope] = groupOf(rest);
    if (group === undefined) return undefined;
    const property = rest.slice(group.length + 1);
    if (!scope) return { places: [], ...(listKnown ? { ignored: { why: 'unlisted', list: groups, worksAs: undefined } } : {}) };
    if (ofConnect.test(property)) return { places: [] };
    return knows('topic', property)
      ? { places: [{ role: 'topic', property, scope }] }
      : { unknown: property, place: { role: 'topic', scope } };
  }

  /** Names may have dots: of those that fit the longest one counts. */
  function groupOf(rest: string): readonly [string | undefined, Scope | undefined] {
    const fitting = [...scopes.keys()].filter(name => rest.startsWith(`${name}.`)).sort((one, other) => other.length - one.length);
    const group = fitting[0] ?? /^([^.]+)\../.exec(rest)?.[1];
    return [group, scopes.get(group ?? '')];
  }
}

/** How a setting of the topics of a group is written; undefined where the scope is another one. */
export function topicKey(property: string, { name }: Pick<Scope, 'name'>): string | undefined {
  return name.startsWith(scopePrefix) ? `${prefix}${name.slice(scopePrefix.length)}.${property}` : undefined;
}
