/** Java and JavaScript read a pattern of these characters alike. */
const sharedSyntax = /^(?:[\w .*+?^$|()[\]{},-]|\\[.dws-])*$/;

/** Whether Java's `Pattern.matches` finds the whole text; false also where the pattern may mean something else here. */
export function matchesInJava(pattern: string, text: string): boolean {
  if (!sharedSyntax.test(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return false;
  }
}
