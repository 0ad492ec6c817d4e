import { chooseCarriers, type Choice } from '../analysis/choose.js';
import { opinionLines, type Opinion } from '../describe/recognition.js';
import type { Embedded } from '../embedded/embedded.js';
import { textOf } from '../syntax/key-text.js';
import type { Entry } from '../syntax/syntax.js';
import type { CheckedFile, CheckResult } from './result.js';

/** What each file was taken for and why, and what is embedded in it; the best opinion first. What nothing recognises says so. */
export function reportRecognition(result: CheckResult): string {
  return result.files.map(file => `${[file.path, ...linesOf(file)].join('\n')}\n`).join('');
}

function linesOf(file: CheckedFile): readonly string[] {
  const { choices, embedded } = file.analysis;
  if (choices.length + embedded.length === 0) return ['     Nothing in it is Kafka’s, as far as can be seen.'];
  return [
    ...choices.flatMap(choice => opinionLines(opinionOf(choice, entry => lineOf(entry.span.start, file)))),
    ...embedded.flatMap(one => linesOfEmbedded(one, file)),
  ];
}

/** Who reads it is often said by what stands around it, such as the image of a container. */
function linesOfEmbedded(one: Embedded, file: CheckedFile): readonly string[] {
  const head = `     inside of it: ${one.name} (line ${String(lineOf(one.outerSpan({ start: 0, end: 0 }).start, file))})`;
  const opinions = chooseCarriers(one.document, one.path, one.wanted).map(choice =>
    opinionOf(choice, entry => lineOf(one.outerSpan(entry.span).start, file)),
  );
  if (opinions.length === 0) return [head, '     Nothing in it is Kafka’s, as far as can be seen.'];
  return [head, ...opinions.flatMap(opinion => opinionLines({ ...opinion, clues: opinion.clues.map(bySurroundings) }))];
}

function bySurroundings(clue: Opinion['clues'][number]): Opinion['clues'][number] {
  return clue.why === 'asked-for' ? { ...clue, why: 'surroundings' } : clue;
}

/** Counted from 1. */
function lineOf(offset: number, { lines }: CheckedFile): number {
  return lines.positionAt(offset).line + 1;
}

function opinionOf({ carrier, recognition, verdict }: Choice, lineAt: (entry: Entry) => number): Opinion {
  const { score, trust, roles } = recognition;
  const clues = recognition.clues.map(({ why, entry }) => ({ why, key: entry?.path.map(textOf).join('.'), line: entry && lineAt(entry) }));
  return { title: carrier.title, id: carrier.id, roles, score, trust, verdict, clues };
}
