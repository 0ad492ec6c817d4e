import type { Role } from '../../../kafka/property.js';
import { relaxed, type Element } from '../names.js';
import { leaves, type Leaf } from './leaves.js';

const byName: ReadonlyMap<string, Leaf> = new Map(leaves.map(leaf => [leaf.path.map(relaxed).join('.'), leaf]));

/** The leaf with this name below `spring.kafka`; `listed` where the name is that of an item of its list. */
export function leafAt(elements: readonly Element[]): { readonly leaf: Leaf; readonly listed: boolean } | undefined {
  const leaf = byName.get(nameOf(elements));
  if (leaf) return { leaf, listed: false };
  const isItem = elements.slice(-1).every(({ text }) => /^\d+$/.test(text));
  const list = byName.get(nameOf(elements.slice(0, -1)));
  return isItem && list?.type === 'list' ? { leaf: list, listed: true } : undefined;
}

function nameOf(elements: readonly Element[]): string {
  return elements.map(({ text }) => relaxed(text)).join('.');
}

/** How a property of a role is written where it has a leaf of its own; not as one that some versions in use drop, unless there is no other way. */
export function leafFor(role: Role, property: string): Leaf | undefined {
  return leaves.find(
    leaf =>
      leaf.roles.length === 1 &&
      leaf.roles[0] === role &&
      leaf.property === property &&
      // Kafka takes a path, which is none of a resource's spellings
      leaf.type !== 'resource' &&
      (leaf.lifetime === 'always' || (leaf.lifetime === 'recent' && property.startsWith('spring:'))),
  );
}
