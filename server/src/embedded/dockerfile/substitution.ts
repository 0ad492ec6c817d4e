/** What a name stands for: a value, or one that whoever builds the image may change. */
export type Known = { readonly value: string; readonly isDefault: boolean } | undefined;

const variable = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?-)([^{}]*)|([^{}]*))\})/g;

/** No setting is longer, and values that are put into each other grow without end. */
const longest = 2_000;

/**
 * A value with what the builder puts in for variables. What may be changed becomes the default of a placeholder, and what nobody knows here
 * stays one; so does what is cut out of a value. Source: lex.go of moby/buildkit, frontend/dockerfile/shell.
 */
export function filledIn(value: string, known: (name: string) => Known): string {
  return value.replace(variable, (_, bare: string, braced: string, sign: string, other: string, rest: string) => {
    const name = bare || braced;
    const found = rest ? undefined : known(name);
    const set = found && (found.value !== '' || sign !== ':-') ? found : undefined;
    if (set && !set.isDefault && set.value.length <= longest) return set.value;
    const text = set ? set.value : sign ? other : undefined;
    return text === undefined || text.length > longest || /[{}]/.test(text) ? `\${${name}}` : `\${${name}:-${text}}`;
  });
}
