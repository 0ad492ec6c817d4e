/** Before the end of the line. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** After the closing quote of what is quoted there, which may have several lines; undefined where there is none. */
export function endOfQuoted(text: string, offset: number): number | undefined {
  const quote = text[offset];
  if (quote !== '"' && quote !== "'") return undefined;
  for (let at = offset + 1; at < text.length; at++) {
    if (text[at] === quote) return at + 1;
    if (text[at] === '\\' && quote === '"') at++;
  }
  return undefined;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** What is between the quotes; other escapes are left to whoever fills in variables. */
export function decodeQuoted(written: string): string {
  const inner = written.slice(1, -1);
  return written.startsWith("'") ? inner : inner.replace(/\\([^])/g, (both, char: string) => escapes[char] ?? both);
}

/** A value that is read back as it is, in these quotes if it can be. */
export function encodeValue(value: string, quote: string): string {
  if (quote === "'" && !value.includes("'")) return `'${value}'`;
  const isPlain = value.trim() === value && !/^["'#]|\s#|[\r\n]/.test(value);
  return quote === '' && isPlain ? value : `"${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
}
