import type { Reading } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Spelling, WriteTarget } from '../carrier.js';
import { elementsOf, named, namingOf, relaxed, type Naming } from '../shared/names.js';
import { besideNeighbour } from '../shared/spring-write.js';
import { streamsKey } from '../shared/streams.js';
import type { Binding } from './application.js';
import { coreSection, deserializationHandler, group, kafkaSection, transactionPrefix, type Leaf } from './leaves.js';
import { root, streamEntries } from './names.js';
import { ownScope, type StreamScope } from './scopes.js';

/** Where a property is written: for the binding, the binder or the transactions that the scope is about. */
export function writeStream({ property, role, scope, near }: WriteTarget, document: Document, reading: Reading): Spelling | undefined {
  const target = ownScope(scope);
  const keys = target && keysOf(property, role, target, namingIn(document), isTransactional(target, reading));
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
  const other = keys.findIndex((key, i) => relaxed(elements[i]?.text ?? '') !== relaxed(key));
  return other < 0 ? keys.length - 1 : other;
}

/** The full key, below each other from `spring` on; undefined for what cannot be said there. */
export function keysOf(
  property: string,
  role: Role,
  { holder, name }: StreamScope,
  naming: Naming,
  transactional: boolean,
): readonly string[] | undefined {
  const styled = (path: readonly string[]): readonly string[] => path.map(key => named(key, naming));
  const isKafka = !property.includes(':');
  if ('binding' in holder) {
    const { binding } = holder;
    if (holder.kind === 'dead letters') {
      if (!isKafka || role !== 'producer' || property === 'bootstrap.servers') return undefined;
      if (transactional) return inTransactions(binding.binder, property);
      return [...extended(binding), ...styled(['consumer', 'dlq-producer-properties', 'configuration']), property];
    }
    if (binding.kind === 'streams') {
      const key = property === deserializationHandler ? undefined : streamsKeyOf(property, role, name);
      if (property === deserializationHandler) return [...extended(binding), ...styled(['consumer', 'deserialization-exception-handler'])];
      // of a binding the address is refused
      return key === undefined || property === 'bootstrap.servers' ? undefined : [...extended(binding), 'consumer', 'configuration', key];
    }
    if (role !== (binding.direction === 'input' ? 'consumer' : 'producer')) return undefined;
    if (property === 'group.id' || property === group) return [...core(binding), 'group'];
    if (property === transactionPrefix) return transactions(binding.binder, ['transaction-id-prefix']);
    const ofCore = leafFor(coreSection.leaves, property, role);
    if (ofCore) return [...core(binding), ...styled(ofCore.path)];
    const own = leafFor(kafkaSection.leaves, property, role);
    if (own) return [...extended(binding), ...styled(own.path)];
    if (!isKafka || property === 'bootstrap.servers') return undefined;
    return transactional && role === 'producer'
      ? inTransactions(binding.binder, property)
      : [...extended(binding), role, 'configuration', property];
  }
  if (holder.streams) {
    if (property === deserializationHandler)
      return [...root, 'kafka', 'streams', 'binder', ...styled(['deserialization-exception-handler'])];
    const key = streamsKeyOf(property, role, name);
    return key === undefined ? undefined : [...root, 'kafka', 'streams', 'binder', 'configuration', key];
  }
  return ofBinder();

  function ofBinder(): readonly string[] | undefined {
    if (holder.kind !== 'transactions' && holder.kind !== 'binder' && holder.kind !== 'all bindings') return undefined;
    const { binder, kind } = holder;
    if (kind === 'transactions') {
      if (role !== 'producer') return undefined;
      return property === transactionPrefix
        ? transactions(binder, ['transaction-id-prefix'])
        : isKafka
          ? inTransactions(binder, property)
          : undefined;
    }
    if (kind === 'all bindings') {
      const ofCore = leafFor(coreSection.leaves, property, role);
      if (ofCore) return [...root, 'default', ...styled(ofCore.path)];
      const own = leafFor(kafkaSection.leaves, property, role);
      if (own) return [...root, 'kafka', 'default', ...styled(own.path)];
      return !isKafka || property === 'bootstrap.servers' ? undefined : [...root, 'kafka', 'default', role, 'configuration', property];
    }
    if (!isKafka) return undefined;
    if (role === 'admin') return [...binderRoot(binder), 'configuration', property];
    // the binder takes these out
    if ((role !== 'consumer' && role !== 'producer') || property === 'group.id' || property === 'enable.auto.commit') return undefined;
    return [...binderRoot(binder), ...styled([`${role}-properties`]), property];
  }

  function inTransactions(binder: string | undefined, key: string): readonly string[] | undefined {
    return key === 'bootstrap.servers' ? undefined : transactions(binder, ['producer', 'configuration', key]);
  }

  function transactions(binder: string | undefined, [first = '', ...rest]: readonly string[]): readonly string[] {
    return [...binderRoot(binder), 'transaction', named(first, naming), ...rest];
  }
}

/** A key of its own for the property, which every version in use has and no map wins over. */
function leafFor(leaves: readonly Leaf[], property: string, role: Role): Leaf | undefined {
  const reader = role === 'consumer' ? 'input' : 'output';
  return leaves.find(
    leaf => leaf.property === property && leaf.reader === reader && leaf.strength === 'plain' && leaf.goneSince === undefined,
  );
}

function streamsKeyOf(property: string, role: Role, name: string): string | undefined {
  if (property.includes(':')) return undefined;
  return streamsKey(property, role, { name, base: undefined, complete: true, development: false });
}

function core({ name }: Binding): readonly string[] {
  return [...root, 'bindings', bracketed(name)];
}

function extended({ name, kind, binder, inherits }: Binding): readonly string[] {
  const way = inherits || binder === undefined ? root : [...root, 'binders', bracketed(binder), 'environment', ...root];
  return [...way, 'kafka', ...(kind === 'streams' ? ['streams'] : []), 'bindings', bracketed(name)];
}

function binderRoot(binder: string | undefined): readonly string[] {
  const own = binder === undefined ? [] : ['binders', bracketed(binder), 'environment', ...root];
  return [...root, ...own, 'kafka', 'binder'];
}

/** Spring takes a name with other characters only in brackets. */
function bracketed(name: string): string {
  return /^[\w-]+$/.test(name) ? name : `[${name}]`;
}

/** How the keys of this file are written; those inside maps are Kafka's and say nothing. */
export function namingIn(document: Document): Naming {
  const names = streamEntries(document).flatMap(({ area }) => {
    const keys = 'keys' in area ? area.keys.map(({ text }) => text) : [];
    const inMap = keys.findIndex(key => /^(configuration|(consumer|producer)[-_]?properties)$/i.test(key));
    return inMap < 0 ? keys : keys.slice(0, inMap + 1);
  });
  return namingOf(names);
}
