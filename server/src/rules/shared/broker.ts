import type { EffectiveConfig } from '../../config/effective.js';
import type { Setting } from '../../config/setting.js';
import { nodeKind } from '../../config/node.js';

/** Whether the file starts something that stores records: a KRaft node that is nothing but a controller does not. */
export function storesRecords(config: EffectiveConfig): boolean {
  return config.role !== 'broker' || nodeKind(config) !== 'controller';
}

/** A retention time that is written in the file, by the key that Kafka takes it from. */
export interface Retention {
  readonly setting: Setting;
  /** In ms; negative means without limit. */
  readonly ms: number;
}

// kafka.server.KafkaConfig.getLogRetentionTimeMillis: ms over minutes over hours
const retentionKeys: readonly (readonly [string, number])[] = [
  ['log.retention.ms', 1],
  ['log.retention.minutes', 60_000],
  ['log.retention.hours', 3_600_000],
];

/** How long records are kept if the file says so; undefined where it does not or where the value is not known. */
export function writtenRetention(config: EffectiveConfig): Retention | undefined {
  const keys = config.role === 'topic' ? ([['retention.ms', 1]] as const) : retentionKeys;
  for (const [key, factor] of keys) {
    const setting = config.explicit(key);
    if (!setting) continue;
    const value = setting.value.known ? config.number(key) : undefined;
    return value === undefined ? undefined : { setting, ms: value * factor };
  }
  return undefined;
}
