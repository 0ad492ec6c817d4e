const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

/** A text in quotes, of which nothing is filled in. */
export function spellQuoted(text: string): string {
  return `"${spellInQuotes(text)}"`;
}

/** What stands between quotes for a text. */
export function spellInQuotes(text: string): string {
  const escaped = text.replace(/["\\\p{Cc}]/gu, char => escapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return spellTemplate(escaped);
}

/** What stands in a heredoc for a text. */
export function spellTemplate(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}

/** A key as objects have it, in quotes where it is no name. */
export function spellKey(key: string): string {
  return isName(key) ? key : spellQuoted(key);
}

/** Whether the key can stand without quotes. */
export function isName(key: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key);
}

/** The heredoc with another text in it; undefined where it cannot say that. */
export function respellHeredoc(written: string, text: string, indent: string | undefined): string | undefined {
  if (indent === undefined || !(text.endsWith('\n') || text === '')) return undefined;
  const head = written.slice(0, written.indexOf('\n') + 1);
  const tail = written.slice(written.lastIndexOf('\n') + 1);
  const marker = tail.trim();
  const lines = text.split('\n').slice(0, -1);
  const isMarked = lines.some(line => line.trim() === marker);
  // blanks that all lines have would be taken off
  const isShifted =
    head.startsWith('<<-') && lines.every(line => /^\s/.test(line) || line === '') && lines.some(line => line.trim() !== '');
  if (isMarked || isShifted) return undefined;
  return head + lines.map(line => `${line.trim() === '' ? line : indent + spellTemplate(line)}\n`).join('') + tail;
}

/** The blanks at the beginning of the line that holds the offset. */
export function indentOf(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  const before = text.slice(start, offset);
  return before.slice(0, before.search(/[^ \t]|$/));
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
