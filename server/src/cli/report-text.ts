import type { CheckedFile, CheckResult } from './result.js';

/** One line a finding: `path:line:col severity rule-id message`; lines and columns from 1, columns in characters. */
export function reportText(result: CheckResult): string {
  return result.files
    .flatMap(linesOf)
    .map(line => `${line}\n`)
    .join('');
}

/** One line for each path that could not be read or not be understood. */
export function reportProblems(result: CheckResult): string {
  return [...result.unreadable, ...result.problems].map(({ path, message }) => `${path}: ${message}\n`).join('');
}

function linesOf({ path, text, lines, analysis }: CheckedFile): readonly string[] {
  return analysis.diagnoses.map(({ span, severity, rule, message }) => {
    const { line } = lines.positionAt(span.start);
    const column = Array.from(text.slice(lines.startOf(line), span.start)).length + 1;
    return `${path}:${String(line + 1)}:${String(column)} ${severity} ${rule.id} ${message}`;
  });
}
