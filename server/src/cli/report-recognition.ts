import type { Choice } from '../analysis/choose.js';
import { opinionLines } from '../describe/recognition.js';
import { textOf } from '../syntax/key-text.js';
import type { CheckedFile, CheckResult } from './result.js';

/** What each file was taken for and why, the best opinion first; what nothing recognises says so. */
export function reportRecognition(result: CheckResult): string {
  return result.files.map(file => `${[file.path, ...linesOf(file)].join('\n')}\n`).join('');
}

function linesOf(file: CheckedFile): readonly string[] {
  const { choices } = file.analysis;
  if (choices.length === 0) return ['     Nothing in it is Kafka’s, as far as can be seen.'];
  return choices.flatMap(choice => opinionLines(opinionOf(choice, file)));
}

function opinionOf({ carrier, recognition, verdict }: Choice, { lines }: CheckedFile) {
  const { score, trust, roles } = recognition;
  const clues = recognition.clues.map(({ why, entry }) => ({
    why,
    key: entry?.path.map(textOf).join('.'),
    line: entry && lines.positionAt(entry.span.start).line + 1,
  }));
  return { title: carrier.title, id: carrier.id, roles, score, trust, verdict, clues };
}
