import type { EffectiveConfig } from '../../config/effective.js';
import type { Setting } from '../../config/setting.js';

/** A number that the file itself sets, in the property's own unit. */
export interface ExplicitNumber {
  readonly setting: Setting;
  readonly number: number;
}

/** The explicit value of a numeric property; undefined where it is absent, not known, or no count at all, which Kafka refuses. */
export function explicitNumber(config: EffectiveConfig, property: string): ExplicitNumber | undefined {
  const setting = config.explicit(property);
  const number = config.number(property);
  return setting && number !== undefined && Number.isInteger(number) && number >= 0 ? { setting, number } : undefined;
}
