import type { EffectiveConfig } from '../../config/effective.js';
import type { Setting } from '../../config/setting.js';

/** A flow from one cluster to another, as the prefix of a key in the file of MirrorMaker names it. */
export interface Flow {
  readonly source: string;
  readonly target: string;
  /** `A->B.` */
  readonly prefix: string;
}

/** The flow that a key belongs to, if it begins with one; aliases with a dot are taken up to their first. */
export function flowOf(key: string): Flow | undefined {
  const match = /^(([^.]+)->([^.]+)\.)/.exec(key);
  return match ? { prefix: String(match[1]), source: String(match[2]), target: String(match[3]) } : undefined;
}

/**
 * Where a remark goes about what a connector of MirrorMaker does by default: in MirrorMaker's own file the line that turns the flow on,
 * and no key at all in the file of a connector. Undefined where nothing says that it runs.
 */
export function whereItRuns(config: EffectiveConfig): Setting | 'absent' | undefined {
  if (config.explicit('connector.class')) return config.flag('enabled') === false ? undefined : 'absent';
  const enabled = config.explicit('enabled');
  return enabled && config.isOwn(enabled) && config.flag('enabled') === true ? enabled : undefined;
}
