import type { Analysis } from '../analysis/analyze.js';
import type { FileProblem } from '../files/files.js';
import type { Lines } from '../text/lines.js';

export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  readonly analysis: Analysis;
  readonly problems: readonly FileProblem[];
}

/** What a check of all paths found; `unreadable` are paths that were asked for by name. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  readonly problems: readonly FileProblem[];
  readonly unreadable: readonly FileProblem[];
}

/** 2 where a named path could not be read, 1 where something is a warning or an error, else 0. */
export function exitCodeOf(result: CheckResult): 0 | 1 | 2 {
  if (result.unreadable.length > 0) return 2;
  const severe = result.files.some(file => file.analysis.diagnoses.some(({ severity }) => severity === 'error' || severity === 'warning'));
  return severe ? 1 : 0;
}
