import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import type { Embedded, Embedder } from '../embedded.js';
import { factsOf, hclText } from '../hcl-text.js';
import { scalarText } from '../scalar-text.js';
import { jsonObjectsIn } from './json-parts.js';

const fileName = /^[\w.-]+\.(properties|ya?ml|json)$/i;

/**
 * Keys under which the values of a chart are a text. Sources: Application of argoproj/argo-cd (`helm.values`), HelmChart of k3s-io/helm-controller
 * (`valuesContent`) and `helm_release` of hashicorp/terraform-provider-helm, where `values` is a list.
 */
const valuesOfCharts = /^values(Content)?$/;

/**
 * Files as text in YAML, JSON and HCL: under the name of the file, as ConfigMaps and Secrets have them, the values of charts, and the JSON of
 * connectors anywhere, be it in a script that sends it to Connect.
 */
export const namedFiles: Embedder = {
  id: 'named-files',
  title: 'files inside of other files',
  syntaxes: ['yaml', 'json', 'hcl'],
  mayHold: (_path, text) =>
    /(\.(properties|ya?ml|json)|\bvalues(Content)?)["']?\s*[:=]\s*(?:[|>"'[]|<<)/.test(text) || text.includes('connector.class'),
  embedded: document => document.entries.flatMap(entry => fileIn(document, entry) ?? connectorsIn(document, entry)),
};

function fileIn(document: Document, entry: Entry): Embedded | undefined {
  const path = nameOf(entry);
  if (path === undefined || !isWholeText(document, entry)) return undefined;
  const text = fileName.test(path) ? (document.syntax === 'hcl' ? hclText : scalarText)(document, entry, path) : undefined;
  if (!text) return undefined;
  const facts = document.syntax === 'hcl' ? factsOf(entry) : [];
  return { name: entry.path.map(textOf).join('.'), path, wanted: undefined, defaults: [], facts, kafkaVersion: undefined, ...text };
}

/** What the text would be called as a file: its key, for an item that of its list. */
function nameOf({ path }: Entry): string | undefined {
  const last = path.at(-1);
  const key = last?.kind === 'item' ? path.at(-2) : last;
  if (key?.kind !== 'key') return undefined;
  return valuesOfCharts.test(key.text) ? 'values.yaml' : last === key ? key.text : undefined;
}

/** What is sent to Connect. */
function connectorsIn(document: Document, entry: Entry): readonly Embedded[] {
  if (document.syntax === 'hcl' || !entry.value.includes('"connector.class"')) return [];
  return jsonObjectsIn(entry.value).flatMap(part => {
    const path = 'connector.json';
    const text = slice(entry.value, part).includes('"connector.class"') ? scalarText(document, entry, path, part) : undefined;
    const name = entry.path.map(textOf).join('.');
    return text ? [{ name, path, wanted: undefined, defaults: [], facts: [], kafkaVersion: undefined, ...text }] : [];
  });
}

/** Several lines: what is one line is a value. */
function isWholeText({ text }: Document, { value, valueSpan }: Entry): boolean {
  return value.includes('\n') || /^(?:[|>]|<<)/.test(slice(text, valueSpan));
}
