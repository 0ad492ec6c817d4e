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
