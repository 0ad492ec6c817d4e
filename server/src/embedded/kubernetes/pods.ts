import type { Branch, Tree } from '../tree.js';

/** How many pods there are of the template that a container stands in; undefined where that is not known. */
export function podsOf(container: Branch, tree: Tree): number | undefined {
  const around = above(container);
  if (around.some(one => tree.at(one, 'kind')?.value === 'DaemonSet')) return undefined;
  const replicas = around.map(one => tree.at(one, 'replicas')).find(entry => entry !== undefined);
  const count = replicas ? Number(replicas.value) : 1;
  return Number.isInteger(count) ? count : undefined;
}

/** The mappings around a branch, the nearest first. */
export function above({ part, path }: Branch): readonly Branch[] {
  return path.map((_, i) => ({ part, path: path.slice(0, path.length - 1 - i) }));
}
