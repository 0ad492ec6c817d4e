import { textOf } from '../../syntax/key-text.js';
import type { Document, Section } from '../../syntax/syntax.js';
import type { Embedded, Embedder } from '../embedded.js';
import { anyBroker, programOf, versionOf } from '../environment/images.js';
import type { Program } from '../environment/program.js';
import { mapView } from '../map-view.js';
import { scalarText } from '../scalar-text.js';
import { branchOf, treeOf, type Branch, type Tree } from '../tree.js';
import { fieldItem, mapWriter, ownItem } from '../yaml-map.js';

/**
 * Maps of settings that charts hand to the program of their image. Sources: cp-helm-charts, values.yaml of cp-kafka, cp-kafka-connect and
 * cp-kafka-rest; bitnami/charts, bitnami/kafka/values.yaml of chart 31.
 */
const maps = ['configurationOverrides', 'overrideConfiguration'];
/** Files of settings as text, of brokers: bitnami/charts, bitnami/kafka/values.yaml, which was not at hand. */
const texts = ['config', 'extraConfig'];
/** Where that chart has them for one kind of node. */
const kindsOfNode = ['controller', 'broker'];
const chartOfBrokers = /(^|\/)bitnami(legacy|secure)?\/kafka(:|$)/;

/** The values of charts, as the programs get them that the charts start. */
export const helmValues: Embedder = {
  id: 'helm-values',
  title: 'Helm values',
  syntaxes: ['yaml'],
  mayHold: (_path, text) =>
    /(configurationOverrides|overrideConfiguration)["']?\s*:/.test(text) ||
    (/\b(extraConfig|config)["']?\s*:\s*[|>"']/.test(text) && /kafka/i.test(text)),
  embedded: document => {
    const charts = chartsIn(document);
    if (charts.length === 0) return [];
    const tree = treeOf(document);
    return charts.flatMap(section => [...mapsIn(section, tree, document), ...textsIn(section, tree, document)]);
  },
};

/** The mappings around such maps and texts, in the order of the text: few of the thousands that values may have. */
function chartsIn({ entries, sections }: Document): readonly Section[] {
  const around = ({ path, part }: Section): Section | undefined =>
    sections.find(other => other.part === part && other.path.length === path.length - 1 && other.path.at(-1) === path.at(-2));
  const ofMaps = sections.filter(section => maps.includes(lastKey(section))).map(around);
  const ofTexts = entries.flatMap(entry => {
    const { section } = entry;
    if (!section || !texts.includes(lastKey(entry))) return [];
    return kindsOfNode.includes(lastKey(section)) ? [section, around(section)] : [section];
  });
  const found = new Set([...ofMaps, ...ofTexts]);
  return sections.filter(section => found.has(section));
}

function lastKey({ path }: Pick<Section, 'path'>): string {
  return path.slice(-1).map(textOf).join('');
}

function mapsIn(section: Section, tree: Tree, document: Document): readonly Embedded[] {
  const chart = branchOf(section);
  return maps.flatMap(key => {
    const own = tree.inside(chart, key).map(entry => ownItem(document, entry));
    const persistence = tree.at(chart, 'persistence', 'enabled');
    const items = [...(persistence ? [fieldItem(document, persistence, 'storage:persistence.enabled')] : []), ...own];
    const image = imageOf(chart, tree);
    const program = image === undefined ? undefined : programOf(image);
    if (image === undefined || !program || own.length === 0) return [];
    const around = [...chart.path, key];
    const writer = mapWriter(document, { around: section, key, takes: () => true });
    const keys = { around, part: chart.part, listed: false, spell: (name: string) => name };
    return [{ ...surroundings(around, program, image, chart, tree), keys, ...mapView(items, document.text, writer) }];
  });
}

function textsIn(section: Section, tree: Tree, document: Document): readonly Embedded[] {
  const chart = branchOf(section);
  const image = imageOf(chart, tree) ?? '';
  const isBrokers = chartOfBrokers.test(image) || kindsOfNode.some(kind => texts.some(key => tree.at(chart, kind, key)));
  if (!isBrokers) return [];
  return [[], ...kindsOfNode.map(kind => [kind])].flatMap(kind =>
    texts.flatMap(key => {
      const entry = tree.at(chart, ...kind, key);
      const text = entry?.value.includes('\n') ? scalarText(document, entry, anyBroker.path) : undefined;
      const around = [...chart.path, ...kind, key];
      // the chart writes keys of its own before these
      const known = surroundings(around, anyBroker, image, chart, tree);
      return text ? [{ ...known, facts: [...known.facts, 'partly-seen' as const], ...text }] : [];
    }),
  );
}

function surroundings(around: readonly string[], program: Program, image: string, chart: Branch, tree: Tree) {
  const { path, reader: wanted, defaults = [], facts = [] } = program;
  const nodes = countIn(chart, tree);
  return { name: around.join('.'), path, wanted, defaults, facts, nodes, kafkaVersion: versionOf(image, program) };
}

/** `image: name` with `imageTag`, or the parts of an image below it, as charts have them. */
function imageOf(chart: Branch, tree: Tree): string | undefined {
  const text = (...path: readonly string[]): string | undefined => tree.at(chart, ...path)?.value;
  const name = text('image') ?? text('image', 'repository');
  const tag = text('imageTag') ?? text('image', 'tag');
  return name === undefined || tag === undefined ? name : `${name}:${tag}`;
}

function countIn(chart: Branch, tree: Tree): number | undefined {
  const written = tree.at(chart, 'brokers') ?? tree.at(chart, 'replicaCount');
  const count = written ? Number(written.value) : NaN;
  return Number.isInteger(count) ? count : undefined;
}
