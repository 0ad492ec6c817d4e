import type { Reading } from '../../config/setting.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Spelling, WriteTarget } from '../carrier.js';
import { elementsOf, namingOf, relaxed, type Naming } from '../shared/names.js';
import { besideNeighbour } from '../shared/spring-write.js';
import { keysOf } from './keys.js';
import { keysIn, relaxedAt, streamEntries } from './names.js';
import { ownScope, type StreamScope } from './scopes.js';

/** Where a property is written: for the binding, the binder or the transactions that the scope is about. */
export function writeStream({ property, role, scope, near }: WriteTarget, document: Document, reading: Reading): Spelling | undefined {
  const target = ownScope(scope);
  const keys = target && keysOf(property, role, target, { naming: namingIn(document), transactional: isTransactional(target, reading) });
  if (!target || !keys) return undefined;
  const own = [...target.own, ...reading.settings.filter(one => one.scope === target && one.own).map(({ entry }) => entry)];
  const neighbour = near?.scope === target ? near.entry : nearestTo(keys, own);
  return neighbour && besideNeighbour(keys, document, neighbour, sharedBeginning(keys, neighbour));
}

/** With transactions every producer of a binder is the one of the transactions. */
function isTransactional({ holder, part }: StreamScope, { scopes }: Reading): boolean {
  const binder = 'binding' in holder ? holder.binding.binder : holder.binder;
  return scopes.some(one => {
    const other = ownScope(one);
    const same = other?.holder.kind === 'transactions' && other.holder.binder === binder;
    return same && (other.part.base === undefined || other.part === part);
  });
}

/** The entry whose keys have the most in common with those to write; of several the last. */
function nearestTo(keys: readonly string[], entries: readonly Entry[]): Entry | undefined {
  let best: Entry | undefined;
  let most = -1;
  for (const entry of entries) {
    const count = sharedBeginning(keys, entry);
    const later = best !== undefined && entry.span.start > best.span.start;
    if (count > most || (count === most && later)) {
      best = entry;
      most = count;
    }
  }
  return best;
}

function sharedBeginning(keys: readonly string[], { path }: Entry): number {
  const elements = elementsOf(path);
  const other = keys.findIndex((key, i) => relaxedAt(elements, i) !== relaxed(key));
  return other < 0 ? keys.length - 1 : other;
}

/** How the keys of this file are written; those inside maps are Kafka's and say nothing. */
export function namingIn(document: Document): Naming {
  const names = streamEntries(document).flatMap(({ area }) => {
    const keys = keysIn(area).map(({ text }) => text);
    const inMap = keys.findIndex(key => /^(configuration|(consumer|producer)[-_]?properties)$/i.test(key));
    return inMap < 0 ? keys : keys.slice(0, inMap + 1);
  });
  return namingOf(names);
}
