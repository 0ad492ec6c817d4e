import { CodeActionKind, type CodeAction, type CodeActionContext, type Range, type TextEdit as LspEdit } from 'vscode-languageserver';
import { fixAllEdits, fixesOf } from '../analysis/fixes.js';
import { overlaps } from '../text/span.js';
import type { TextEdit } from '../text/edit.js';
import type { Analyzed } from './analyzed.js';
import { diagnosticOf } from './diagnostics.js';
import { rangeOf } from './positions.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.ackguard`;

/** The quick fixes of the findings that touch the range, and the fix for all; worked out from the range, not from what the client sends back. */
export function codeActionsOf(analyzed: Analyzed, range: Range, context: CodeActionContext): CodeAction[] {
  const wants = (kind: string): boolean =>
    context.only === undefined || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(analyzed, range) : []),
    ...(wants(fixAllKind) && context.only ? fixAll(analyzed) : []),
  ];
}

function quickFixes(analyzed: Analyzed, range: Range): CodeAction[] {
  const span = { start: analyzed.lines.offsetAt(range.start), end: analyzed.lines.offsetAt(range.end) };
  const touched = analyzed.analysis.diagnoses.filter(diagnosis => overlaps(diagnosis.span, span));
  return touched.flatMap(diagnosis =>
    fixesOf(diagnosis, analyzed.analysis).map(fix => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(diagnosis, analyzed)],
      ...(fix.preferred ? { isPreferred: true } : {}),
      edit: { changes: { [analyzed.uri]: fix.edits.map(edit => lspEdit(edit, analyzed)) } },
    })),
  );
}

function fixAll(analyzed: Analyzed): CodeAction[] {
  const edits = fixAllEdits(analyzed.analysis);
  if (edits.length === 0) return [];
  const changes = { [analyzed.uri]: edits.map(edit => lspEdit(edit, analyzed)) };
  return [{ title: 'Apply all safe Ackguard fixes', kind: fixAllKind, edit: { changes } }];
}

function lspEdit({ span, newText }: TextEdit, { lines }: Analyzed): LspEdit {
  return { range: rangeOf(lines, span), newText };
}
