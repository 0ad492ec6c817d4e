/** The release lines in order; a new Kafka line is added at the end. */
export const lines = (
  '0.9.0 0.10.0 0.10.1 0.10.2 0.11.0 1.0 1.1 2.0 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 ' +
  '3.0 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 4.0 4.1 4.2 4.3 4.4'
).split(' ');

/** Something that held from one line to another; both are numbers into {@link lines}. */
export interface Range<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/** The default as in the table: its text, or a word in brackets. */
export type TableDefault = { readonly text: string } | 'required';

/** Reads `` `1` 0.9.0-0.10.1; `all` 0.10.2 `` and `(required) 0.10.0`. Throws on anything else. */
export function parseHistory(history: string): Range<TableDefault>[] {
  return splitRanges(history).map(range => {
    const match = /^(?:`([^`]*)`|\(required\)) (\S+)$/.exec(range);
    if (!match) throw new Error(`not a default with its lines: ${range}`);
    const [, text, span = ''] = match;
    return { ...parseSpan(span), value: text === undefined ? 'required' : { text } };
  });
}

/** Reads `` `[0,...]` 0.9.0-0.10.1; `[1,...]` 0.10.2 ``; a text without back ticks holds for all lines. */
export function parseValidTexts(column: string): Range<string>[] {
  if (!column.startsWith('`')) return column === '' ? [] : [{ from: 0, to: lines.length - 1, value: column }];
  return splitRanges(column).map(range => {
    const end = range.lastIndexOf('` ');
    return { ...parseSpan(range.slice(end + 2)), value: range.slice(1, end) };
  });
}

function splitRanges(text: string): string[] {
  return text.split(/; (?=[`(])/);
}

function parseSpan(span: string): { from: number; to: number } {
  const [first = '', last = first] = span.split('-');
  const [from, to] = [lines.indexOf(first), lines.indexOf(last)];
  if (from < 0 || to < from) throw new Error(`not lines of Kafka: ${span}`);
  return { from, to };
}
