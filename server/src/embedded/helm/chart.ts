import type { Document, Section } from '../../syntax/syntax.js';
import { branchOf, type Branch, type Tree } from '../tree.js';

/** The values of one chart, be it the file or a part of the values of another chart. */
export interface Chart {
  readonly document: Document;
  readonly tree: Tree;
  readonly section: Section;
  readonly branch: Branch;
  /** With its tag, where both are written. */
  readonly image: string | undefined;
}

export function chartOf(document: Document, tree: Tree, section: Section): Chart {
  const branch = branchOf(section);
  return { document, tree, section, branch, image: imageOf(branch, tree) };
}

/** `image: name` with `imageTag`, or the parts of an image below it, as charts have them. */
function imageOf(branch: Branch, tree: Tree): string | undefined {
  const text = (...path: readonly string[]): string | undefined => tree.at(branch, ...path)?.value;
  const name = text('image') ?? text('image', 'repository');
  const tag = text('imageTag') ?? text('image', 'tag');
  return name === undefined || tag === undefined ? name : `${name}:${tag}`;
}

/** A number of nodes as it is written; what nobody wrote is that of the chart, and of something else nothing is known. */
export function countAt({ tree, branch }: Chart, path: readonly string[], ofChart: number | undefined): number | undefined {
  const entry = tree.at(branch, ...path);
  if (!entry) return ofChart;
  const count = Number(entry.value);
  return Number.isInteger(count) ? count : undefined;
}

/** For people: where something stands in the values. */
export function nameOf({ branch }: Chart, ...path: readonly string[]): string {
  return [...branch.path, ...path].join('.');
}
