/** Behind the line end. */
export function startOfNext(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The end of the line before the start of the next one. */
export function endBefore(text: string, next: number): number {
  let end = text[next - 1] === '\n' ? next - 1 : next;
  while (text[end - 1] === '\r') end--;
  return end;
}
