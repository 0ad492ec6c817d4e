import type { EffectiveConfig } from '../../config/effective.js';
import { before } from '../../kafka/version.js';

/**
 * How the consumer joins its group; undefined where that is not known. Before 3.7 there is one way only, and Kafka ignores the key
 * (org.apache.kafka.clients.consumer.GroupProtocol, which reads it in any case of letters).
 */
export function groupProtocol(config: EffectiveConfig): 'classic' | 'consumer' | undefined {
  if (before(config.version, '3.7')) return 'classic';
  const text = config.effective('group.protocol')?.text.toLowerCase();
  return text === 'classic' || text === 'consumer' ? text : undefined;
}
