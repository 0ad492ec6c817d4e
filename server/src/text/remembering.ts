/** More texts than most files have words. */
const most = 5000;

/**
 * The same work on a text, with its last answers remembered: while somebody types a file is read anew with every stroke, and most of its
 * words stay. For work that gives the same for the same text, and whose answers nobody changes.
 */
export function remembering<T>(work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, { readonly answer: T }>();
  return text => {
    const known = answers.get(text);
    if (known) return known.answer;
    if (answers.size >= most) answers.clear();
    const answer = work(text);
    answers.set(text, { answer });
    return answer;
  };
}
