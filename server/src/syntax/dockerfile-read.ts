import { slice, type Span } from '../text/span.js';
import { listOf } from './dockerfile-heredocs.js';
import type { Line } from './dockerfile-lines.js';
import { decoded, wordsIn } from './dockerfile-words.js';
import type { Entry, PathSegment } from './syntax.js';

/** An instruction: its name in capitals, where it is written, and where its arguments begin in the line. */
export interface Instruction {
  readonly name: string;
  readonly keySpan: Span;
  readonly argumentsAt: number;
}

/** The instruction on a line. Words for the builder, `--platform=…`, are no arguments. Source: split_command.go of moby/buildkit. */
export function instructionOn(line: Line): Instruction {
  const length = line.text.search(/[\t\v\f\r ]|$/);
  const behind = line.text.slice(length).replace(/^(?:[^\S\uFEFF]|\x85)*(?:--\S*(?:(?:[^\S\uFEFF]|\x85)+|$))*/, '');
  return {
    name: line.text.slice(0, length).toUpperCase(),
    keySpan: outer(line, { start: 0, end: length }),
    argumentsAt: line.text.length - behind.length,
  };
}

/** What the instructions say that describe the environment of a container; nothing for others. */
export function entriesOn(line: Line, part: number, escape: string): readonly Entry[] {
  const instruction = instructionOn(line);
  switch (instruction.name) {
    case 'ENV':
    case 'ARG':
      return pairsOn(line, instruction, part, escape);
    case 'FROM':
      return baseOn(line, instruction, part, escape);
    case 'CMD':
    case 'ENTRYPOINT':
      return commandOn(line, instruction, part);
    default:
      return [];
  }
}

/** Whether an instruction has pairs with signs. Else everything behind the first name is its value. Source: parseNameVal in line_parsers.go. */
export function hasSigns(line: Line, escape: string): boolean {
  const [first] = wordsIn(line.text, instructionOn(line).argumentsAt, escape);
  return first !== undefined && slice(line.text, first).includes('=');
}

function pairsOn(line: Line, { name, keySpan, argumentsAt }: Instruction, part: number, escape: string): readonly Entry[] {
  const { text } = line;
  const around: readonly PathSegment[] = [{ kind: 'key', text: name, span: keySpan }];
  const inside = (key: Span, value: Span): Entry => {
    const written = text.slice(value.start, value.end);
    const step: PathSegment = { kind: 'key', text: text.slice(key.start, key.end), span: outer(line, key) };
    return entryOf(around, step, outer(line, value), decoded(written, escape) ?? written, part);
  };
  // a sign that escapes nothing is no word
  const words = wordsIn(text, argumentsAt, escape).filter(word => slice(text, word) !== escape);
  if (name === 'ENV' && words.length > 0 && !hasSigns(line, escape)) {
    const end = argumentsAt + text.slice(argumentsAt).search(/[\t\v\f\r ]|$/);
    const start = end + text.slice(end).search(/[^\t\v\f\r ]|$/);
    return [inside({ start: argumentsAt, end }, { start, end: text.length })];
  }
  return words.flatMap(word => {
    const sign = slice(text, word).indexOf('=');
    // a name alone is still being typed, or takes what somebody else says
    const end = sign < 0 ? word.end : word.start + sign;
    return sign === 0 ? [] : [inside({ start: word.start, end }, { start: sign < 0 ? end : end + 1, end: word.end })];
  });
}

/** The image that a stage begins with, and the name of the stage. */
function baseOn(line: Line, { keySpan, argumentsAt }: Instruction, part: number, escape: string): readonly Entry[] {
  const words = [...line.text.slice(argumentsAt).matchAll(/[^\t\v\f\r ]+/g)].map(({ 0: word, index }) => ({
    word,
    span: outer(line, { start: argumentsAt + index, end: argumentsAt + index + word.length }),
  }));
  const from: PathSegment = { kind: 'key', text: 'FROM', span: keySpan };
  return words.flatMap(({ word, span }, i) => {
    if (i === 0) return [entryOf([], from, span, decoded(word, escape) ?? word, part)];
    const as = words[i - 1];
    if (i !== 2 || as?.word.toUpperCase() !== 'AS') return [];
    return [entryOf([from], { kind: 'key', text: 'AS', span: as.span }, span, word.toLowerCase(), part)];
  });
}

/** The words of a list, or a line for the shell. Source: parseMaybeJSON in line_parsers.go of moby/buildkit. */
function commandOn(line: Line, { name, keySpan, argumentsAt }: Instruction, part: number): readonly Entry[] {
  const written = line.text.slice(argumentsAt);
  const step: PathSegment = { kind: 'key', text: name, span: keySpan };
  const words = listOf(written);
  if (!words) return written === '' ? [] : [entryOf([], step, outer(line, { start: argumentsAt, end: line.text.length }), written, part)];
  const places = [...written.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return words.flatMap((word, index) =>
    places.slice(index, index + 1).map(({ 0: { length }, index: at }) => {
      const span = outer(line, { start: argumentsAt + at, end: argumentsAt + at + length });
      return { ...entryOf([], step, span, word, part), path: [step, { kind: 'item', index, span } as const] };
    }),
  );
}

/** An entry below some keys, the last of which is its own. */
function entryOf(around: readonly PathSegment[], own: PathSegment, valueSpan: Span, value: string, part: number): Entry {
  const keySpan = own.span;
  return {
    path: [...around, own],
    part,
    keySpan,
    value,
    valueSpan,
    span: { start: keySpan.start, end: valueSpan.end },
    section: undefined,
  };
}

/** Where a part of a line is written; an empty part stands behind what is before it. */
function outer({ offsets, span }: Line, { start, end }: Span): Span {
  const last = Math.max(span.start - 1, ...offsets.slice(Math.max(0, end - 1), end)) + 1;
  return { start: Math.min(last, ...offsets.slice(start, start + 1)), end: last };
}
