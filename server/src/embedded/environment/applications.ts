import type { VariableNames } from './names.js';
import type { Program } from './program.js';
import { isOfQuarkus, smallRyeNames } from './smallrye.js';
import { springNames } from './spring.js';
import { streamNames } from './spring-cloud-stream.js';
import { nameFor, type Variable } from './variables.js';

/** Variables are the last word on an application that has its other settings in files of its own. */
const common = { facts: ['partly-seen'], defaultSign: ':' } as const;

const springBoot: Program = {
  names: springNames,
  reader: { kind: 'carrier', id: 'spring-boot' },
  path: 'application.properties',
  ...common,
};

/** With keys of Spring Cloud Stream as well the keys decide: its bindings get those of Spring Boot too. */
const springCloudStream: Program = { ...springBoot, names: either(streamNames, springNames), reader: undefined };

/** The applications that take some of the variables for settings of their Kafka clients. */
export function applicationsIn(variables: readonly Variable[]): readonly Program[] {
  const names = variables.map(({ name }) => name);
  const path = names.some(isOfQuarkus) ? 'application.properties' : 'microprofile-config.properties';
  const smallrye: Program = { names: smallRyeNames(names), reader: undefined, path, ...common };
  const spring = names.some(name => streamNames.keyOf(name) !== undefined) ? springCloudStream : springBoot;
  return [spring, smallrye].filter(program => names.some(name => program.names.keyOf(name) !== undefined));
}

/** What the first names say, or else the others; the first must know by a key whether it is theirs. */
function either(first: VariableNames, other: VariableNames): VariableNames {
  return {
    keyOf: variable => first.keyOf(variable) ?? other.keyOf(variable),
    variableOf: key => (nameFor(key, first) === undefined ? other : first).variableOf(key),
  };
}
