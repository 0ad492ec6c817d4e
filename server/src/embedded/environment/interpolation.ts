/**
 * A value as its reader's own placeholders say it, where Docker Compose or a shell fills in its variables before: `${X:-1}` and `${X-1}` have
 * a default, `${X:?why}` and `${X:+1}` none that is known. What stands behind two dollars is not filled in.
 * Source: the specification of Compose, interpolation.
 */
export function interpolated(value: string, defaultSign: ':-' | ':'): string {
  if (!value.includes('${')) return value;
  return value
    .replace(/(?<!\$)\$\{(\w+):?[?+][^{}]*\}/g, '${$1}')
    .replace(/(?<!\$)\$\{(\w+):?-/g, (_, name: string) => `\${${name}${defaultSign}`);
}

/**
 * A text whose placeholders have the values of a file as their defaults, as Docker Compose fills them in where its own environment has no
 * such variable.
 */
export function withDefaults(text: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0) return text;
  const fill = (written: string, name: string): string => {
    const value = values.get(name);
    return value === undefined || /[{}]/.test(value) ? written : `\${${name}:-${value}}`;
  };
  return text.replace(/(?<!\$)\$(\w+)/g, fill).replace(/(?<!\$)\$\{(\w+)(?::?[-?][^{}]*)?\}/g, fill);
}
