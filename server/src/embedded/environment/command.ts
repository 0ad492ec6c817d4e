import type { Entry } from '../../syntax/syntax.js';
import type { TextEdit } from '../../text/edit.js';
import { slice } from '../../text/span.js';
import type { GivenItem, MapItem } from '../map-view.js';
import type { VariableNames } from './names.js';

/** Scripts by which images start what is in them, with the settings that are in the environment. */
const ofImages = /docker\/(run|configure)\b|kafka\/run\.sh|entrypoint\.sh|start-kafka|^\s*start\s*$/;
/** Those of Kafka, which read a file and no variables. */
const ofKafka = /server-start|connect-distributed|ksql-server/;

/** Whether a command starts the program of an image. */
export function startsProgram(command: string): boolean {
  return ofImages.test(command) || ofKafka.test(command);
}

/** Whether the variables of the environment get to the program. */
export function takesVariables(command: readonly Entry[]): boolean {
  const text = textOf(command);
  return ofImages.test(text) || !ofKafka.test(text);
}

/** Whether the container runs the program: many use an image for its tools, to create topics or to wait for a broker. */
export function runs(command: readonly Entry[]): boolean {
  const text = textOf(command);
  return text.trim() === '' || startsProgram(text);
}

/** The words of a command in one line. */
export function textOf(command: readonly Entry[]): string {
  return command.map(({ value }) => value).join(' ');
}

/** What a command sets before it starts the program, such as the id of a node by the name of its host: which value, is only known there. */
export function givenBy(command: string, names: VariableNames, { keySpan, span }: MapItem): readonly GivenItem[] {
  return [...command.matchAll(/(?:^|[\s;&|("'])([A-Z][A-Z0-9_]*)=/g)].flatMap(([, variable = '']) => {
    const key = names.keyOf(variable);
    const valueSpan = { start: keySpan.start, end: keySpan.start };
    return key === undefined ? [] : [{ key, value: `\${${variable}}`, keySpan, valueSpan, span, given: true } as const];
  });
}

const overrideIn = /--override(?:[ \t]|\\?\r?\n|=)+["']?([\w.-]+)=(?:'([^']*)'|([^\s"'\\;]*))/g;
const overrideAlone = /^["']?([\w.-]+)=(?:'([^']*)'|([^\s"'\\;]*))/g;

/** What a command hands to the start-up script of a broker: `--override key=value`, which wins over the file. */
export function overridesIn(command: readonly Entry[], text: string): readonly GivenItem[] {
  if (!textOf(command).includes('server-start')) return [];
  return command.flatMap((entry, i) => {
    const follows = command[i - 1]?.value.trim() === '--override';
    const matches = [...slice(text, entry.valueSpan).matchAll(follows ? overrideAlone : overrideIn)];
    return matches.map(match => overrideAt(match, entry.valueSpan.start));
  });
}

function overrideAt(match: RegExpExecArray, start: number): GivenItem {
  const [whole, key = '', quoted, plain = ''] = match;
  const value = quoted ?? plain;
  const keyAt = start + match.index + whole.lastIndexOf(`${key}=`);
  const valueAt = keyAt + key.length + (quoted === undefined ? 1 : 2);
  const keySpan = { start: keyAt, end: keyAt + key.length };
  const valueSpan = { start: valueAt, end: valueAt + value.length };
  // other signs would need quotes, which depend on the shell
  const set = (newText: string): readonly TextEdit[] | undefined =>
    /^[\w.,:/@-]+$/.test(newText) ? [{ span: valueSpan, newText }] : undefined;
  return { key, value, keySpan, valueSpan, span: { start: keyAt, end: valueSpan.end }, given: true, set };
}
