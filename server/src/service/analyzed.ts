import { analyze, type Analysis, type AnalysisContext } from '../analysis/analyze.js';
import type { Wanted } from '../analysis/choose.js';
import { readOptions, wantedFor } from '../analysis/options.js';
import type { ParseMemory } from '../syntax/syntax.js';
import { Lines } from '../text/lines.js';

/** One version of an open text with all that is known of it; every feature works on it. */
export interface Analyzed {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  readonly analysis: Analysis;
  /** What the user says that the file is. */
  readonly wanted: Wanted | undefined;
}

/** One version of a text as an editor has it; the memory is the same for all its versions. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  readonly memory?: ParseMemory;
}

/** Analyses one open text. */
export function analyzeText({ uri, languageId, text, memory }: OpenText, context: AnalysisContext): Analyzed {
  const path = pathOf(uri);
  const analysis = analyze({ path, text, languageId, memory }, context);
  return { uri, path, text, lines: new Lines(text), analysis, wanted: wantedFor(path, context.options) };
}

/** What is kept of an open text from version to version. */
export function createMemory(): ParseMemory {
  return { blocks: new Map() };
}

/** The URI of a file with this path, where another one has this URI. */
export function uriBeside(uri: string, path: string): string {
  const root = /^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
  return root + path.split('/').map(encodeURIComponent).join('/');
}

/** The path of a URI with its escapes resolved; a URI that is none serves as its own path. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The user's settings of the section `ackguard`, as the analysis wants them. */
export const optionsOf = readOptions;
