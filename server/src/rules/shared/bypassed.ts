import type { EffectiveConfig } from '../../config/effective.js';
import type { Setting } from '../../config/setting.js';
import { explicitNumber } from './explicit-number.js';

/** What beside these acks protects only records that are sent with acks=all: min.insync.replicas above 1 of the program's topics or brokers. */
export function bypassedBy({ siblings }: EffectiveConfig, acks: Setting): readonly Setting[] {
  const guarded = siblings.filter(({ role }) => role === 'topic' || role === 'broker');
  return guarded.flatMap(config => {
    const least = explicitNumber(config, 'min.insync.replicas');
    return least && least.number > 1 && least.setting.scope === acks.scope ? [least.setting] : [];
  });
}
