import type { Fact, Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import type { Parts } from '../shared/spring-scopes.js';
import type { Application, Binding } from './application.js';

/** Whose configuration a scope is. `binder`: the one of several, by name. */
export type Holder =
  | { readonly kind: 'binding'; readonly binding: Binding }
  | { readonly kind: 'dead letters'; readonly binding: Binding }
  | { readonly kind: 'transactions' | 'binder' | 'all bindings'; readonly binder: string | undefined; readonly streams: boolean };

/** A scope of this carrier, which knows where its settings are written. */
export interface StreamScope extends Scope {
  readonly holder: Holder;
  /** The part of the file that it is about: the base, or a document with a profile. */
  readonly part: Scope;
  /** What is written for it there, beside which a fix writes. */
  readonly own: readonly Entry[];
}

/** What the names of scopes say. */
export function nameOf(holder: Holder): string {
  switch (holder.kind) {
    case 'binding':
      return `binding ${holder.binding.name}`;
    case 'dead letters':
      return `dead letters of ${holder.binding.name}`;
    default: {
      const kind = holder.streams ? 'streams binder' : holder.kind;
      if (holder.binder === undefined) return kind;
      return holder.kind === 'binder' ? `${kind} ${holder.binder}` : `${kind} of ${holder.binder}`;
    }
  }
}

/** The scope of a holder in one part of the file. */
export function scopeIn(
  part: Scope,
  holder: Holder,
  base: Scope | undefined,
  more: { readonly own?: readonly Entry[]; readonly clients?: readonly Role[]; readonly facts?: readonly Fact[] } = {},
): StreamScope {
  const { complete, development } = part;
  const name = part.name === 'file' ? nameOf(holder) : `${nameOf(holder)}, ${part.name}`;
  const { own = [], clients, facts } = more;
  return {
    name,
    base,
    complete,
    development,
    holder,
    part,
    own,
    ...(clients ? { clients } : {}),
    ...(facts && facts.length > 0 ? { facts: new Set(facts) } : {}),
  };
}

/** The scope as this carrier made it. */
export function ownScope(scope: Scope): StreamScope | undefined {
  return 'holder' in scope && 'part' in scope ? (scope as StreamScope) : undefined;
}

/** The parts of the file with a condition, in the order of the file. */
export function conditionalParts({ scopes }: Parts): readonly Scope[] {
  return scopes.slice(1);
}

/** The binders that bindings and keys are for; `undefined` is the only one of an application that names none. */
export function bindersOf({ binders, bindings }: Application): readonly (string | undefined)[] {
  const named = binders.filter(({ kind }) => kind === 'kafka').map(({ name }) => name);
  const unnamed = bindings.some(({ kind, binder }) => kind === 'kafka' && binder === undefined);
  return named.length === 0 || unnamed ? [undefined, ...named] : named;
}

/** A file may have thousands of documents, too many to look through everything for each of them. */
export function groupedBy<K, T>(items: readonly T[], keyOf: (item: T) => K): (key: K) => readonly T[] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return key => groups.get(key) ?? [];
}
