import { analyze, type Analysis, type AnalysisContext } from '../analysis/analyze.js';
import { readOptions } from '../analysis/options.js';
import { Lines } from '../text/lines.js';

/** One version of an open text with all that is known of it; every feature works on it. */
export interface Analyzed {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  readonly analysis: Analysis;
}

/** Analyses one open text. */
export function analyzeText(
  source: { readonly uri: string; readonly languageId: string; readonly text: string },
  context: AnalysisContext,
): Analyzed {
  const { uri, languageId, text } = source;
  const path = pathOf(uri);
  return { uri, path, text, lines: new Lines(text), analysis: analyze({ path, text, languageId }, context) };
}

/** The path of a URI with its escapes resolved; a URI that is none serves as its own path. */
function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The user's settings of the section `ackguard`, as the analysis wants them. */
export const optionsOf = readOptions;
