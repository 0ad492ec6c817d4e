import type { Diagnosis } from '../analysis/diagnosis.js';
import { fixesOf } from '../analysis/fixes.js';
import type { Span } from '../text/span.js';
import type { CheckedFile, CheckResult } from './result.js';

/** The stable, versioned form for programs; lines and columns from 1, columns in UTF-16 units, ends excluded. */
export function reportJson(result: CheckResult): string {
  const findings = result.files.flatMap(file => file.analysis.diagnoses.map(diagnosis => findingOf(diagnosis, file)));
  return `${JSON.stringify({ version: 1, findings, problems: [...result.unreadable, ...result.problems] }, null, 2)}\n`;
}

function findingOf(diagnosis: Diagnosis, file: CheckedFile) {
  const { rule, finding, config, severity, certainty, message, refusedByKafka, span } = diagnosis;
  const { at } = finding;
  const property = at === 'absent' ? (rule.reads[0] ?? '') : 'property' in at ? at.property : 'key' in at ? at.key : '';
  return {
    path: file.path,
    ruleId: rule.id,
    severity,
    certainty,
    message,
    role: config.role,
    property,
    refusedByKafka,
    range: rangeOf(span, file),
    fixes: fixesOf(diagnosis, file.analysis).map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(edit => ({ range: rangeOf(edit.span, file), newText: edit.newText })),
    })),
  };
}

function rangeOf(span: Span, { lines }: CheckedFile) {
  const position = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  return { start: position(span.start), end: position(span.end) };
}
