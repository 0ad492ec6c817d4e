import type { EffectiveConfig } from '../../config/effective.js';
import { durationMs } from '../../kafka/duration.js';

const minute = 60_000;
const prefix = 'by_duration:';

/** The look back of `by_duration:PT6M` in ms; undefined for every other value, and for what Kafka refuses. */
export function lookBackMs(text: string): number | undefined {
  const ms = text.startsWith(prefix) ? durationMs(text.slice(prefix.length)) : undefined;
  return ms !== undefined && ms >= 0 ? ms : undefined;
}

/** How long a classic consumer may not see a new partition, in ms: the age of its metadata and a rebalance. */
export function discoveryMs(config: EffectiveConfig): number | undefined {
  const age = config.number('metadata.max.age.ms');
  return age === undefined ? undefined : age + minute;
}

/** A `by_duration` that covers the discovery of a partition and the retry of a lookup, six minutes at least. */
export function enoughLookBack(config: EffectiveConfig): string {
  const retry = (config.number('request.timeout.ms') ?? 0) + minute;
  const seconds = Math.ceil(Math.max(6 * minute, discoveryMs(config) ?? 0, retry) / 1000);
  return `${prefix}PT${seconds % 60 === 0 ? `${seconds / 60}M` : `${seconds}S`}`;
}
