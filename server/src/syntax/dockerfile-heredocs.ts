import { endBefore, startOfNext } from './dockerfile-ends.js';
import { decoded, wordsIn } from './dockerfile-words.js';

/** What stands below an instruction until a line has its name. */
export interface Heredoc {
  readonly name: string;
  /** Tabs before the name do not count. */
  readonly indented: boolean;
}

const takesHeredocs = /^(?:onbuild[\t\v\f\r ]+)?(?:run|copy|add)[\t\v\f\r ]/i;
/** Arguments that are a list of JSON announce nothing. */
const withList = /^[^[]*?[\t\v\f\r ](\[.*\])$/s;
const opening = /^\d*<<(-?)([^<]+)$/;

/** The texts that an instruction announces. Source: heredocsFromLine in parser.go of moby/buildkit, where a backslash is the sign to escape. */
export function heredocsIn(line: string): readonly Heredoc[] {
  if (!takesHeredocs.test(line) || !line.includes('<<') || listOf(withList.exec(line)?.[1] ?? '')) return [];
  const words = wordsIn(line, 0, '\\').map(({ start, end }) => line.slice(start, end));
  // nothing is announced where quotes are left open
  if (words.some(word => decoded(word, '\\') === undefined)) return [];
  return words.flatMap(word => {
    const [, sign = '', written = ''] = opening.exec(word) ?? [];
    const name = decoded(written, '\\');
    return name ? [{ name, indented: sign === '-' }] : [];
  });
}

/** Behind the line that ends the text; the end of the file where none does. */
export function endOfBody(text: string, from: number, { name, indented }: Heredoc): number {
  for (let at = from; at < text.length;) {
    const next = startOfNext(text, at);
    const line = text.slice(at, endBefore(text, next));
    if ((indented ? line.replace(/^\t+/, '') : line) === name) return next;
    at = next;
  }
  return text.length;
}

/** The words of a list of JSON; undefined where it is none, or has something else than texts. */
export function listOf(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every(word => typeof word === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
