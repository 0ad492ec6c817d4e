import type { Role } from '../../kafka/property.js';
import { named, type Naming } from '../shared/names.js';
import { streamsKey } from '../shared/streams.js';
import type { Binding } from './application.js';
import { group, replicas, transactionPrefix, type Leaf } from './leaves.js';
import { root } from './names.js';
import type { Holder, StreamScope } from './scopes.js';
import { coreSection, kafkaSection } from './sections.js';
import { deserializationHandler } from './streams-sections.js';

/** How keys are written in one file. */
export interface Style {
  readonly naming: Naming;
  /** The producers of the binder are those of its transactions. */
  readonly transactional: boolean;
}

type Keys = readonly string[] | undefined;
type BinderHolder = Exclude<Holder, { binding: Binding }>;

const address = 'bootstrap.servers';

/** The full key of a property in the scope, below each other from `spring` on; undefined for what cannot be said there. */
export function keysOf(property: string, role: Role, { holder, name }: StreamScope, style: Style): Keys {
  if (!('binding' in holder))
    return holder.streams ? ofStreamsBinder(property, role, name, style) : ofBinder(property, role, holder, style);
  const { binding } = holder;
  if (holder.kind === 'dead letters') return ofDeadLetters(property, role, binding, style);
  return binding.kind === 'streams' ? ofStreams(property, role, binding, name, style) : ofBinding(property, role, binding, style);
}

function ofBinding(property: string, role: Role, binding: Binding, style: Style): Keys {
  if (role === 'topic') return ofTopic(property, binding, style);
  if (role !== (binding.direction === 'input' ? 'consumer' : 'producer')) return undefined;
  if (property === 'group.id' || property === group) return [...core(binding), 'group'];
  if (property === transactionPrefix) return inTransactions(binding.binder, property, style);
  const ofCore = leafFor(coreSection.leaves, property, role);
  if (ofCore) return [...core(binding), ...styled(ofCore.path, style)];
  const own = leafFor(kafkaSection.leaves, property, role);
  if (own) return [...extended(binding), ...styled(own.path, style)];
  if (property.includes(':') || property === address) return undefined;
  if (style.transactional && role === 'producer') return inTransactions(binding.binder, property, style);
  return [...extended(binding), role, 'configuration', property];
}

/** Of the topic that the binder creates for a binding. */
function ofTopic(property: string, binding: Binding, style: Style): Keys {
  const topic = [...extended(binding), binding.direction === 'input' ? 'consumer' : 'producer', 'topic'];
  if (property === replicas) return [...topic, ...styled(['replication-factor'], style)];
  return property.includes(':') ? undefined : [...topic, 'properties', property];
}

function ofDeadLetters(property: string, role: Role, binding: Binding, style: Style): Keys {
  if (property.includes(':') || role !== 'producer' || property === address) return undefined;
  if (style.transactional) return inTransactions(binding.binder, property, style);
  return [...extended(binding), 'consumer', ...styled(['dlq-producer-properties', 'configuration'], style), property];
}

function ofStreams(property: string, role: Role, binding: Binding, name: string, style: Style): Keys {
  if (property === deserializationHandler)
    return [...extended(binding), 'consumer', ...styled(['deserialization-exception-handler'], style)];
  const key = keyOfStreams(property, role, name);
  // of a binding the address is refused
  return key === undefined || property === address ? undefined : [...extended(binding), 'consumer', 'configuration', key];
}

function ofStreamsBinder(property: string, role: Role, name: string, style: Style): Keys {
  const binder = [...root, 'kafka', 'streams', 'binder'];
  if (property === deserializationHandler) return [...binder, ...styled(['deserialization-exception-handler'], style)];
  const key = keyOfStreams(property, role, name);
  return key === undefined ? undefined : [...binder, 'configuration', key];
}

function keyOfStreams(property: string, role: Role, name: string): string | undefined {
  return property.includes(':') ? undefined : streamsKey(property, role, { name, base: undefined, complete: true, development: false });
}

function ofBinder(property: string, role: Role, { kind, binder }: BinderHolder, style: Style): Keys {
  switch (kind) {
    case 'transactions':
      return role === 'producer' ? inTransactions(binder, property, style) : undefined;
    case 'all bindings':
      return ofAllBindings(property, role, style);
    case 'binder':
      if (property === replicas && role === 'topic') return [...binderRoot(binder), ...styled(['replication-factor'], style)];
      if (property.includes(':')) return undefined;
      if (role === 'admin') return [...binderRoot(binder), 'configuration', property];
      // the binder takes these out
      if ((role !== 'consumer' && role !== 'producer') || property === 'group.id' || property === 'enable.auto.commit') return undefined;
      return [...binderRoot(binder), ...styled([`${role}-properties`], style), property];
  }
}

function ofAllBindings(property: string, role: Role, style: Style): Keys {
  const ofCore = leafFor(coreSection.leaves, property, role);
  if (ofCore) return [...root, 'default', ...styled(ofCore.path, style)];
  const own = leafFor(kafkaSection.leaves, property, role);
  if (own) return [...root, 'kafka', 'default', ...styled(own.path, style)];
  return property.includes(':') || property === address ? undefined : [...root, 'kafka', 'default', role, 'configuration', property];
}

function inTransactions(binder: string | undefined, property: string, { naming }: Style): Keys {
  const transaction = [...binderRoot(binder), 'transaction'];
  if (property === transactionPrefix) return [...transaction, named('transaction-id-prefix', naming)];
  return property.includes(':') || property === address ? undefined : [...transaction, 'producer', 'configuration', property];
}

function styled(path: readonly string[], { naming }: Style): readonly string[] {
  return path.map(key => named(key, naming));
}

/** A key of its own for the property, which every version in use has and no map wins over. */
function leafFor(leaves: readonly Leaf[], property: string, role: Role): Leaf | undefined {
  const reader = role === 'consumer' ? 'input' : 'output';
  return leaves.find(
    leaf => leaf.property === property && leaf.reader === reader && leaf.strength === 'plain' && leaf.goneSince === undefined,
  );
}

function core({ name }: Binding): readonly string[] {
  return [...root, 'bindings', bracketed(name)];
}

function extended({ name, kind, binder, inherits }: Binding): readonly string[] {
  const way = inherits || binder === undefined ? root : environmentOf(binder);
  return [...way, 'kafka', ...(kind === 'streams' ? ['streams'] : []), 'bindings', bracketed(name)];
}

/** Where the keys of a binder begin. */
export function binderRoot(binder: string | undefined): readonly string[] {
  return [...(binder === undefined ? root : environmentOf(binder)), 'kafka', 'binder'];
}

function environmentOf(binder: string): readonly string[] {
  return [...root, 'binders', bracketed(binder), 'environment', ...root];
}

/** Spring takes a name with other characters only in brackets. */
function bracketed(name: string): string {
  return /^[\w-]+$/.test(name) ? name : `[${name}]`;
}
