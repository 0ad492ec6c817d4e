import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Diagnosis } from '../analysis/diagnosis.js';
import { docsUrl } from '../describe/links.js';
import { relatedText, sameHere } from '../describe/messages.js';
import type { Analyzed } from './analyzed.js';
import { rangeOf } from './positions.js';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** What the editor underlines, with rule id, link and the other places that take part. */
export function diagnosticsOf(analyzed: Analyzed): Diagnostic[] {
  const unread = analyzed.analysis.carried.length > 0 ? analyzed.analysis.problems : [];
  return [
    ...analyzed.analysis.diagnoses.map(diagnosis => diagnosticOf(diagnosis, analyzed)),
    ...unread.map(problem => ({
      range: rangeOf(analyzed.lines, problem.span),
      severity: DiagnosticSeverity.Information,
      source: 'ackguard',
      message: problem.message,
    })),
  ];
}

/** One diagnosis as the protocol has it. */
export function diagnosticOf(diagnosis: Diagnosis, analyzed: Analyzed): Diagnostic {
  const { rule, finding } = diagnosis;
  const href = docsUrl(rule);
  return {
    range: rangeOf(analyzed.lines, diagnosis.span),
    severity: severities[diagnosis.severity],
    source: 'ackguard',
    code: rule.id,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message: diagnosis.message,
    ...(finding.tag ? { tags: [tags[finding.tag]] } : {}),
    relatedInformation: relatedOf(diagnosis, analyzed),
    data: { ruleId: rule.id },
  };
}

function relatedOf({ related, others, config }: Diagnosis, { uri, lines }: Analyzed): DiagnosticRelatedInformation[] {
  const told = [
    ...related.map(({ setting, span }) => ({ span, message: relatedText(setting, config) })),
    ...others.map(({ span }) => ({ span, message: sameHere })),
  ];
  return told.map(({ span, message }) => ({ location: { uri, range: rangeOf(lines, span) }, message }));
}
