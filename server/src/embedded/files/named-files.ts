import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import type { Embedded, Embedder } from '../embedded.js';
import { scalarText } from '../scalar-text.js';

const fileName = /^[\w.-]+\.(properties|ya?ml|json)$/i;

/** Whole files as text in YAML, under the name of the file, as ConfigMaps and Secrets have them. */
export const namedFiles: Embedder = {
  id: 'named-files',
  title: 'files inside of YAML',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => /\.(properties|ya?ml|json)["']?\s*:\s*[|>"']/.test(text),
  embedded: document => document.entries.flatMap(entry => fileIn(document, entry) ?? []),
};

function fileIn(document: Document, entry: Entry): Embedded | undefined {
  const last = entry.path.at(-1);
  if (last?.kind !== 'key' || !isWholeText(document, entry)) return undefined;
  const path = last.text;
  const text = fileName.test(path) ? scalarText(document, entry, path) : undefined;
  if (!text) return undefined;
  return { name: entry.path.map(textOf).join('.'), path, wanted: undefined, defaults: [], facts: [], kafkaVersion: undefined, ...text };
}

/** Several lines: what is one line is a value. */
function isWholeText({ text }: Document, { value, valueSpan }: Entry): boolean {
  return value.includes('\n') || /^[|>]/.test(slice(text, valueSpan));
}
