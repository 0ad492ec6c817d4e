import type { Role } from '../../kafka/property.js';
import { isClientKey, ownLayout, type Layout } from '../shared/layout.js';

/** What a worker hands to its clients, converters, providers and its REST server; its internal topics take topic settings. */
const workerPrefix =
  /^(producer|consumer|admin|(internal\.)?(key|value)\.converter|header\.converter|config\.providers|(admin\.)?listeners\.https|metrics\.context|(offset|config|status)\.storage|rest\.extension)\./;

/** The file of a Connect worker. */
export function workerLayout(role: Role, keys: readonly string[]): Layout {
  return ownLayout(role, keys, undefined, key => workerPrefix.test(key) || isClientKey(key));
}
