import type { Embedded } from '../embedded.js';
import { factsOf, hclText } from '../hcl-text.js';
import type { Resource } from '../resources.js';
import type { Blocks } from './blocks.js';

/** A file that a resource writes: its name and its text are attributes. */
export function fileReader(name: string): (blocks: Blocks, resource: Resource) => readonly Embedded[] {
  return ({ document, tree, valueOf }, resource) => {
    const [path] = /[\w.-]+\.(?:properties|ya?ml|json)$/i.exec(valueOf(resource, name) ?? '') ?? [];
    const entry = tree.at(resource, 'content');
    if (!entry || path === undefined) return [];
    const text = hclText(document, entry, path);
    if (!text) return [];
    const surroundings = { wanted: undefined, defaults: [], facts: factsOf(entry), kafkaVersion: undefined };
    return [{ name: `${resource.kind} ${resource.name}`, path, ...surroundings, ...text }];
  };
}
