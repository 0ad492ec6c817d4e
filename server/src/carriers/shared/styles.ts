/** How the words of a key are joined: `auto.offset.reset`, `auto-offset-reset`, `auto_offset_reset`, `autoOffsetReset`. */
export type Style = 'dotted' | 'kebab' | 'snake' | 'camel';

/** Undefined for a key of one word, which looks the same in every style. */
export function styleOf(key: string): Style | undefined {
  if (key.includes('.')) return 'dotted';
  if (key.includes('-')) return 'kebab';
  if (key.includes('_')) return 'snake';
  return /[a-z0-9][A-Z]/.test(key) ? 'camel' : undefined;
}

/** How most of the keys are written; undefined where none of them shows it. */
export function usualStyle(keys: readonly string[]): Style | undefined {
  const counts = new Map<Style, number>();
  for (const key of keys) {
    const style = styleOf(key);
    if (style) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([, one], [, other]) => other - one);
  return usual?.[0];
}

/** The dotted name of a property in that style. */
export function spelled(property: string, style: Style): string {
  switch (style) {
    case 'dotted':
      return property;
    case 'kebab':
      return property.replace(/\./g, '-');
    case 'snake':
      return property.replace(/\./g, '_');
    case 'camel':
      return property.replace(/\.([a-z])/g, (_, letter: string) => letter.toUpperCase());
  }
}
