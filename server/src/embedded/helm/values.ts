import { textOf } from '../../syntax/key-text.js';
import type { Document, Section } from '../../syntax/syntax.js';
import type { Embedder } from '../embedded.js';
import { treeOf, type Tree } from '../tree.js';
import { brokersOf } from './bitnami.js';
import { kindsOfNode } from './bitnami-chart.js';
import { tellingValues } from './bitnami-keys.js';
import { chartOf } from './chart.js';
import { configurationOverridesOf } from './cp-helm-charts.js';

/** Keys of the values of a chart, or of one kind of its nodes, by which it is found. */
const ofMaps = ['configurationOverrides', 'overrideConfiguration', 'extraConfigYaml'];
const ofTexts = ['config', 'extraConfig'];
const ofValues: readonly string[] = [...tellingValues, 'repository'];

const mentioned = new RegExp(`\\b(${[...ofMaps, ...tellingValues].join('|')})["']?\\s*:`);

/** The values of charts, as the programs get them that the charts start. */
export const helmValues: Embedder = {
  id: 'helm-values',
  title: 'Helm values',
  syntaxes: ['yaml'],
  mayHold: (_path, text) =>
    mentioned.test(text) ||
    (/\b(extraConfig|config)["']?\s*:\s*[|>"']/.test(text) && /kafka/i.test(text)) ||
    /\bbitnami\w*\/kafka\b/.test(text),
  embedded: document => {
    const telling = tellingIn(document);
    if (telling.length === 0) return [];
    const tree = treeOf(document);
    return chartsIn(document, telling, tree).flatMap(section => {
      const chart = chartOf(document, tree, section);
      return [...configurationOverridesOf(chart), ...brokersOf(chart)];
    });
  },
};

/** The mappings around such keys, in the order of the text: few of the thousands that values may have. */
function chartsIn(document: Document, telling: readonly Place[], tree: Tree): readonly Section[] {
  const found = new Set(
    telling.flatMap(({ path, part }) => {
      const around = path.map(textOf).slice(0, -1);
      const last = around.at(-1);
      const isInside = last === 'image' || kindsOfNode.some(kind => kind === last);
      return [around, ...(isInside ? [around.slice(0, -1)] : [])].map(one => tree.section({ part, path: one }));
    }),
  );
  return document.sections.filter(section => found.has(section));
}

type Place = Pick<Section, 'path' | 'part'>;

function tellingIn({ entries, sections }: Document): readonly Place[] {
  return [
    ...sections.filter(one => ofMaps.includes(keyOf(one))),
    ...entries.filter(one => ofTexts.includes(keyOf(one)) || ofValues.includes(keyOf(one))),
  ];
}

function keyOf({ path }: Place): string {
  return path.slice(-1).map(textOf).join('');
}
