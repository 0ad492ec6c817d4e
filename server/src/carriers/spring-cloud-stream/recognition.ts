import type { Role } from '../../kafka/property.js';
import { scores, type Recognition } from '../recognition.js';
import type { Application } from './application.js';

/** Whether the document has keys of Kafka's binders, or bindings that Kafka is behind. */
export function recognizeApplication({ bindings, entries, certain }: Application): Recognition | undefined {
  const ofKafka = entries.filter(({ area }) => area.kind === 'extended' || area.kind === 'binder').map(({ entry }) => entry);
  const found = [...ofKafka, ...bindings.flatMap(({ own }) => own.slice(0, 1)).map(({ entry }) => entry)];
  if (found.length === 0) return undefined;
  const roles = new Set<Role>(
    bindings.map(({ kind, direction }) => (kind === 'streams' ? 'streams' : direction === 'input' ? 'consumer' : 'producer')),
  );
  const [first = 'producer', ...others] = roles;
  const clues = found.slice(0, 3).map(entry => ({ why: certain ? 'own-key' : 'usual-key', entry }) as const);
  return { score: scores.own, readable: true, trust: certain ? 'certain' : 'inferred', roles: [first, ...others], clues };
}
