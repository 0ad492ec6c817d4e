import type { Scope } from '../../config/setting.js';
import { connectorRoles, type Role } from '../../kafka/property.js';
import type { WrittenMap } from '../shared/flat.js';
import { fileScope } from '../shared/layout.js';
import { debeziumKey } from './debezium.js';
import { connectorFile, isMirror } from './layout.js';
import { mirrorKey } from './mirror.js';
import { hasProducer, overrideKey, readsForTasks } from './overrides.js';
import { topicKey } from './topics.js';

/** How a property is written for a role in a scope of a connector's file; undefined where the connector has no such client. */
export function connectorKey(property: string, role: Role, scope: Scope, { file, reader = 'connector' }: WrittenMap): string | undefined {
  const ofFile = scope.name === fileScope().name;
  if (connectorRoles.includes(role)) return ofFile && role === reader ? property : undefined;
  if (role === 'topic') return topicKey(property, scope);
  const connector = connectorFile(reader, file);
  if (isMirror(reader)) {
    const own = mirrorKey(property, role, scope, connector);
    if (own !== undefined) return own;
  }
  if (!ofFile) return debeziumKey(property, role, scope);
  const there = role === 'consumer' ? readsForTasks(reader) : role !== 'producer' || hasProducer(connector);
  return there ? overrideKey(property, role) : undefined;
}
