import type { Span } from '../../text/span.js';

/**
 * The outermost JSON objects in a text, such as the body of a request in a script; braces that are no JSON, such as those of a function,
 * may stand around them. What is not closed is none.
 */
export function jsonObjectsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  const open: number[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = beginsJson(text, open.at(-1));
    else if (sign === '{') open.push(at);
    else if (sign === '}') close(open.pop(), at + 1);
  }
  return found;

  function close(start: number | undefined, end: number): void {
    if (!beginsJson(text, start)) return;
    while ((found.at(-1)?.start ?? -1) > start) found.pop();
    found.push({ start, end });
  }
}

/** Whether a brace opens an object: a key or nothing follows. */
function beginsJson(text: string, at: number | undefined): at is number {
  return at !== undefined && /^\{\s*["}]/.test(text.slice(at, at + 200));
}
