import type { Document, Entry, Section } from '../../syntax/syntax.js';
import type { Embedder } from '../embedded.js';
import { startsProgram, textOf } from '../environment/command.js';
import { environmentsOf, type Container } from '../environment/container.js';
import { pairVariable, type PairVariable } from '../environment/pairs.js';
import { mixedWriter } from '../environment/texts.js';
import { nameFor, variableIn, type EntryVariable } from '../environment/variables.js';
import { branchOf, treeOf, type Branch, type Tree } from '../tree.js';
import { above, podsOf } from './pods.js';
import { volumesIn, type Volumes } from './volumes.js';

/** The environment of containers in resources of Kubernetes, wherever a template of a pod stands in them. */
export const kubernetes: Embedder = {
  id: 'kubernetes',
  title: 'Kubernetes',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => /\b(c|initC)ontainers["']?\s*:/.test(text) && /\benv(From)?["']?\s*:/.test(text),
  embedded: document => {
    const tree = treeOf(document);
    const maps = configMapsIn(document, tree);
    const volumes = volumesIn(document, tree);
    return document.sections.flatMap(section => {
      const container = isContainer(section) ? containerAt(branchOf(section), document, tree, { maps, volumes }) : undefined;
      return container ? environmentsOf(container, document.text) : [];
    });
  },
};

type Variable = PairVariable | EntryVariable;

function isContainer({ path }: Section): boolean {
  const [list, item] = path.slice(-2);
  return item?.kind === 'item' && list?.kind === 'key' && /^(c|initC)ontainers$/.test(list.text);
}

function containerAt(branch: Branch, document: Document, tree: Tree, { maps, volumes }: Beside): Container<Variable> | undefined {
  const command = ['command', 'args'].flatMap(key => [...one(tree.at(branch, key)), ...tree.inside(branch, key)]);
  // a pod waits until its init containers have ended: none of them runs a server unless it says so
  if (branch.path.at(-2) === 'initContainers' && !startsProgram(textOf(command))) return undefined;
  const count = podsOf(branch, tree);
  const own = variablesIn(branch, document, tree, maps);
  const names = new Set(own.map(({ name }) => name));
  const sources = tree.branches(branch, 'envFrom').map(source => mapOf(source, tree, maps));
  // the container's own variables win
  const shared = sources.flatMap(map => (map ? tree.inside(map, 'data') : [])).map(entry => variableIn(document, entry));
  const partly = sources.includes(undefined);
  const mounts = volumes.mountsOf(branch);
  return {
    name: nameOf(branch, tree),
    image: tree.at(branch, 'image')?.value ?? '',
    command,
    variables: [...own, ...shared.filter(({ name }) => !names.has(name))],
    facts: [
      ...(count === 1 ? (['cluster-in-sight'] as const) : []),
      ...(mounts?.length === 0 ? (['without-volume'] as const) : []),
      ...(partly ? (['partly-seen'] as const) : []),
    ],
    mounts,
    count,
    keys: given => ({ around: [...branch.path, 'env'], part: branch.part, listed: false, named: true, spell: key => nameFor(key, given) }),
    writer: given => mixedWriter(document, given),
  };
}

/** What of the same text belongs to a container. */
interface Beside {
  readonly maps: ConfigMaps;
  readonly volumes: Volumes;
}

type ConfigMaps = ReadonlyMap<string, Branch>;

/** The ConfigMaps of the same text by their names. */
function configMapsIn(document: Document, tree: Tree): ConfigMaps {
  return new Map(
    document.sections.flatMap(section => {
      const branch = branchOf(section);
      const name = tree.at(branch, 'kind')?.value === 'ConfigMap' ? tree.at(branch, 'metadata', 'name') : undefined;
      return name ? [[name.value, branch] as const] : [];
    }),
  );
}

/** The ConfigMap whose data are variables of a container; undefined where it is not seen, or its keys get a prefix. */
function mapOf(source: Branch, tree: Tree, maps: ConfigMaps): Branch | undefined {
  const name = tree.at(source, 'prefix') ? undefined : tree.at(source, 'configMapRef', 'name');
  return name && maps.get(name.value);
}

function variablesIn(branch: Branch, document: Document, tree: Tree, maps: ConfigMaps): readonly PairVariable[] {
  return tree.branches(branch, 'env').flatMap(item => {
    const name = tree.at(item, 'name');
    const value = tree.at(item, 'value') ?? referredIn(item, tree, maps);
    const elsewhere = !value && tree.section(item, 'valueFrom') !== undefined;
    return name ? [pairVariable(document, name, value, elsewhere)] : [];
  });
}

/** The value in a ConfigMap of the same text that an item refers to. */
function referredIn(item: Branch, tree: Tree, maps: ConfigMaps): Entry | undefined {
  const part = (key: string): string => tree.at(item, 'valueFrom', 'configMapKeyRef', key)?.value ?? '';
  const map = maps.get(part('name'));
  return map && tree.at(map, 'data', part('key'));
}

/** The container with the resource that it stands in. */
function nameOf(branch: Branch, tree: Tree): string {
  const container = `container ${tree.at(branch, 'name')?.value ?? branch.path.slice(-1).join('')}`;
  const resources = above(branch).flatMap(around => {
    const [kind, name] = [tree.at(around, 'kind'), tree.at(around, 'metadata', 'name')];
    return kind && name ? [`${kind.value} ${name.value}`] : [];
  });
  return [...resources.slice(0, 1), container].join(', ');
}

function one<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item];
}
