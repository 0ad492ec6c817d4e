/** How the start-up script of an image makes a key of the name of a variable, and back. */
export interface VariableNames {
  /** Undefined where the script leaves the variable alone. */
  keyOf(variable: string): string | undefined;
  variableOf(key: string): string;
}

/** How a script writes what is left of a name without its prefix as a key, and back. */
export interface Spelling {
  keyOf(rest: string): string;
  restOf(key: string): string;
}

/** A dot for each underscore, then a dash for three of them and an underscore for two. Source: kafka.docker.KafkaDockerWrapper. */
const withDashes: Spelling = {
  keyOf: rest => rest.toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_'),
  restOf: key => key.replaceAll('_', '..').replaceAll('-', '...').replaceAll('.', '_').toUpperCase(),
};

/** A dot for each underscore, and nothing for other signs. */
export const dotsOnly: Spelling = {
  keyOf: rest => rest.toLowerCase().replaceAll('_', '.'),
  restOf: key => key.replaceAll('.', '_').toUpperCase(),
};

/** Scripts for which variables with a prefix are settings, but for some of their own. */
export function withPrefix(prefix: string, isOwn: (variable: string) => boolean = () => false, spelling = withDashes): VariableNames {
  return {
    keyOf: variable => {
      if (!variable.startsWith(prefix) || variable === prefix || isOwn(variable)) return undefined;
      return spelling.keyOf(variable.slice(prefix.length));
    },
    variableOf: key => prefix + spelling.restOf(key),
  };
}

/** Names with some that stand for a key of another name; the script takes no other variable for that key. */
export function withNamed(names: VariableNames, keys: Readonly<Record<string, string>>): VariableNames {
  const named = new Map(Object.entries(keys));
  const variables = new Map(Object.entries(keys).map(([variable, key]) => [key, variable]));
  return {
    keyOf: variable => {
      const key = names.keyOf(variable);
      return named.get(variable) ?? (key !== undefined && variables.has(key) ? undefined : key);
    },
    variableOf: key => variables.get(key) ?? names.variableOf(key),
  };
}

/** Names with some more for keys that have one already, which is the one to write. */
export function withAliases(names: VariableNames, aliases: ReadonlyMap<string, string>): VariableNames {
  return { keyOf: variable => aliases.get(variable) ?? names.keyOf(variable), variableOf: key => names.variableOf(key) };
}

/** For programs that look at no variable. */
export const noNames: VariableNames = { keyOf: () => undefined, variableOf: () => '' };
