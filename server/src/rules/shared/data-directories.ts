import type { EffectiveConfig } from '../../config/effective.js';
import { listOf } from '../../config/node.js';

/** Where volumes are mounted that outlive the container of a broker. */
export const mounts = 'storage:mounts';
/** Where those are mounted that are made with its pod, and go with it. */
export const ephemeralMounts = 'storage:ephemeral-mounts';

/** What `mountedAt` and `dataDirectories` read. */
export const mountedKeys = [mounts, ephemeralMounts, 'log.dirs', 'log.dir'];

/** The directory of the volume in which a path lies: of several the innermost one; undefined where it lies in none. */
export function mountedAt(config: EffectiveConfig, path: string): string | undefined {
  const targets = [...listOf(config, mounts), ...listOf(config, ephemeralMounts)].filter(target => isBelow(path, target));
  return targets.sort((a, b) => b.length - a.length)[0];
}

/** Where a broker keeps its records, as far as it is known. */
export function dataDirectories(config: EffectiveConfig): readonly string[] {
  const property = config.explicit('log.dirs') || config.fallback('log.dirs') ? 'log.dirs' : 'log.dir';
  if (config.explicit(property)) return listOf(config, property).filter(one => one.startsWith('/'));
  const byDefault = config.facts.has('partly-seen') ? undefined : config.fallback(property);
  return byDefault ? [byDefault.text] : [];
}

function isBelow(path: string, target: string): boolean {
  return `${path}/`.startsWith(target.endsWith('/') ? target : `${target}/`);
}
