import type { Program } from './program.js';
import { isOfQuarkus, smallRyeNames } from './smallrye.js';
import { springNames } from './spring.js';
import type { Variable } from './variables.js';

/** Variables are the last word on an application that has its other settings in files of its own. */
const common = { facts: ['partly-seen'], defaultSign: ':' } as const;

const spring: Program = { names: springNames, reader: { kind: 'carrier', id: 'spring-boot' }, path: 'application.properties', ...common };

/** The applications that take some of the variables for settings of their Kafka clients. */
export function applicationsIn(variables: readonly Variable[]): readonly Program[] {
  const names = variables.map(({ name }) => name);
  const path = names.some(isOfQuarkus) ? 'application.properties' : 'microprofile-config.properties';
  const smallrye: Program = { names: smallRyeNames(names), reader: undefined, path, ...common };
  return [spring, smallrye].filter(program => names.some(name => program.names.keyOf(name) !== undefined));
}
