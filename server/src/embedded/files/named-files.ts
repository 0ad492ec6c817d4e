import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import type { Embedded, Embedder, Reader } from '../embedded.js';
import { factsOf, hclText } from '../hcl-text.js';
import { scalarText } from '../scalar-text.js';

const fileName = /^[\w.-]+\.(properties|ya?ml|json)$/i;

/** Keys of resources that hold the file of a broker without its name. Source: KafkaCluster of koperator, v1beta1. */
const brokerFiles = new Set(['readOnlyConfig', 'clusterWideConfig']);

/** Whole files as text in YAML or HCL: under the name of the file, as ConfigMaps and Secrets have them, or under a key that stands for one. */
export const namedFiles: Embedder = {
  id: 'named-files',
  title: 'files inside of YAML or HCL',
  syntaxes: ['yaml', 'hcl'],
  mayHold: (_path, text) =>
    /\.(properties|ya?ml|json)["']?\s*[:=]\s*(?:[|>"']|<<)/.test(text) || /(readOnly|clusterWide)Config\s*:\s*\|/.test(text),
  embedded: document => document.entries.flatMap(entry => fileIn(document, entry) ?? []),
};

function fileIn(document: Document, entry: Entry): Embedded | undefined {
  const last = entry.path.at(-1);
  if (last?.kind !== 'key' || !isWholeText(document, entry)) return undefined;
  const key = last.text;
  const file = fileName.test(key)
    ? { path: key, wanted: undefined }
    : brokerFiles.has(key)
      ? { path: 'server.properties', wanted: broker }
      : undefined;
  const text = file && (document.syntax === 'hcl' ? hclText : scalarText)(document, entry, file.path);
  if (!text) return undefined;
  const facts = document.syntax === 'hcl' ? factsOf(entry) : [];
  return { name: entry.path.map(textOf).join('.'), ...file, defaults: [], facts, kafkaVersion: undefined, ...text };
}

const broker: Reader = { kind: 'role', role: 'broker' };

/** Several lines: what is one line is a value. */
function isWholeText({ text }: Document, { value, valueSpan }: Entry): boolean {
  return value.includes('\n') || /^(?:[|>]|<<)/.test(slice(text, valueSpan));
}
