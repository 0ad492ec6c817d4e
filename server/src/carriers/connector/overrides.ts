import type { Role } from '../../kafka/property.js';
import { forcedOnTasks } from '../shared/connect-defaults.js';
import { knows } from '../shared/layout.js';
import { type ClientKey, type Clients, type ConnectorFile } from './layout.js';

const override = /^(producer|consumer|admin)\.override\.(.*)$/;
const deadLetters = 'errors.deadletterqueue.topic.name';
const clients = ['producer', 'consumer', 'admin'] as const;

/**
 * What a connector says of the clients that Connect makes for its tasks (KIP-458). Source: org.apache.kafka.connect.runtime.Worker: a
 * source has a producer, a sink a consumer and, where it has a dead-letter topic, a producer for that; both create topics with an admin
 * client. With a consumer the worker of a source reads back offsets, from their beginning, whatever is said of it.
 */
export function overrides(found: ConnectorFile): Clients {
  const { role: connector, file, exactlyOnce } = found;
  return { scopes: [], read };

  function read(key: string, value: string | undefined): ClientKey | undefined {
    const [, client, property = ''] = override.exec(key) ?? [];
    const role = clients.find(one => one === client);
    if (!role) return undefined;
    const place = { role, scope: file.scope };
    if (!knows(role, property)) return { unknown: property, place };
    // MirrorMaker has a word to say of its own consumer
    if (role === 'consumer' && !readsForTasks(connector)) return connector === 'mirror-source' ? undefined : { places: [] };
    const other = role === 'producer' && !hasProducer(found) ? ({ why: 'other-client', worksAs: undefined } as const) : undefined;
    const ignored = other ?? forcedOnTasks(role, property, value, exactlyOnce);
    return { places: [{ ...place, property, ...(ignored ? { ignored } : {}) }] };
  }
}

/** Whether Connect gives the tasks of such a connector a consumer: also one of which nobody knows what it is may be a sink. */
export function readsForTasks(connector: Role): boolean {
  return connector === 'sink-connector' || connector === 'connector';
}

/** Whether Connect gives the connector's tasks a producer. */
export function hasProducer({ role, has, text }: Pick<ConnectorFile, 'role' | 'has' | 'text'>): boolean {
  return role !== 'sink-connector' || (has(deadLetters) && text(deadLetters) !== '');
}

/** How a property of one of the tasks' clients is written. */
export function overrideKey(property: string, role: Role): string {
  return `${role}.override.${property}`;
}
