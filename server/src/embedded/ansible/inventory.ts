import { textOf } from '../../syntax/key-text.js';
import type { Document } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import { branchOf, type Tree } from '../tree.js';

/** No inventory has more in one pattern that anybody would want to count. */
const most = 1_000;

/**
 * The hosts of a group, wherever it stands in an inventory of YAML; undefined where nobody can count them: no such group, one with groups
 * below it, or a host that is written as an empty mapping, which leaves nothing in the tree.
 */
export function hostsOf(group: string, document: Document, tree: Tree): readonly string[] | undefined {
  const names = new Set<string>();
  for (const section of document.sections) {
    const [parent, last] = section.path.slice(-2).map(textOf);
    if (parent !== group) continue;
    if (last === 'children' || (last === 'hosts' && /\{\s*\}/.test(slice(document.text, section.span)))) return undefined;
    if (last !== 'hosts') continue;
    const branch = branchOf(section);
    const below = [...tree.inside(branch).map(({ path }) => path.map(textOf)), ...tree.branches(branch).map(({ path }) => path)];
    for (const name of below.flatMap(path => expanded(path.slice(-1).join('')))) names.add(name);
  }
  return names.size > 0 && names.size < most ? [...names] : undefined;
}

/** `kafka[1:3]` stands for three hosts, `kafka[a:c]` too. Source: the documentation of Ansible, ranges of hosts. */
function expanded(pattern: string): readonly string[] {
  const [range = '', from = '', to = '', step = '1'] = /\[(\d+|[a-z]):(\d+|[a-z])(?::(\d+))?\]/i.exec(pattern) ?? [];
  if (range === '') return [pattern];
  const isNumber = /\d/.test(from);
  const [first, last] = isNumber ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)];
  const names: string[] = [];
  for (let at = first; at <= last && names.length < most; at += Math.max(1, Number(step))) {
    const name = isNumber ? String(at).padStart(from.length, '0') : String.fromCharCode(at);
    names.push(...expanded(pattern.replace(range, name)));
  }
  return names;
}
