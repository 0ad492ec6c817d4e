import { resolveValue } from '../../config/placeholder.js';
import { javaTrim } from '../../kafka/java-text.js';
import type { Entry } from '../../syntax/syntax.js';

/** A flow from one cluster to another, by the beginning of its keys: `A->B`. */
export interface Flow {
  readonly kind: 'flow';
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

/** What a key begins with. */
export type Prefix = Flow | { readonly kind: 'cluster'; readonly name: string };

/** Looking for an alias before every dot of a longer key would take too long. */
const longestKey = 1000;

/** The aliases that `clusters` names; those that the other keys show where its value is not known. */
export function aliasesIn(keys: readonly string[], entries: readonly Entry[]): ReadonlySet<string> {
  const clusters = entries.findLast((_, i) => keys[i] === 'clusters');
  const value = clusters && resolveValue(clusters.value, 'kafka');
  const named = value?.known ? javaTrim(value.text).split(/[ \t\n\v\f\r]*,[ \t\n\v\f\r]*/) : [];
  const seen = keys.flatMap(key => {
    const flow = /^(.+?)->(.+?)\./.exec(key);
    const cluster = /^([^.]+)\.bootstrap\.servers$/.exec(key);
    return [...(flow ? [String(flow[1]), String(flow[2])] : []), ...(cluster ? [String(cluster[1])] : [])];
  });
  return new Set((named.length > 0 ? named : seen).filter(alias => alias !== ''));
}

/** The cluster or flow that a key begins with; of aliases with dots the longest one that fits. */
export function prefixIn(key: string, aliases: ReadonlySet<string>): Prefix | undefined {
  let found: Prefix | undefined;
  for (let dot = key.indexOf('.'); dot >= 0 && dot < longestKey; dot = key.indexOf('.', dot + 1)) {
    const name = key.slice(0, dot);
    const [source = '', target = ''] = name.split('->');
    if (aliases.has(name)) found = { kind: 'cluster', name };
    else if (aliases.has(source) && aliases.has(target)) found = { kind: 'flow', name, source, target };
  }
  return found;
}
