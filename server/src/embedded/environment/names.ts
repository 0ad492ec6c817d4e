/** How the start-up script of an image makes a key of the name of a variable, and back. */
export interface VariableNames {
  /** Undefined where the script leaves the variable alone. */
  keyOf(variable: string): string | undefined;
  variableOf(key: string): string;
}

/** Scripts for which variables with a prefix are settings, but for some of their own. */
export function withPrefix(prefix: string, own: ReadonlySet<string> = new Set()): VariableNames {
  return {
    keyOf: variable => {
      if (!variable.startsWith(prefix) || variable === prefix || own.has(variable)) return undefined;
      return dotted(variable.slice(prefix.length));
    },
    variableOf: key => prefix + underscored(key),
  };
}

/** A dot for each underscore, then a dash for three of them and an underscore for two. Source: kafka.docker.KafkaDockerWrapper. */
function dotted(name: string): string {
  return name.toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_');
}

function underscored(key: string): string {
  return key.replaceAll('_', '..').replaceAll('-', '...').replaceAll('.', '_').toUpperCase();
}
