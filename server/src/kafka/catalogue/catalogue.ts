import { isLibrdkafka, librdkafkaProperties } from '../frameworks/librdkafka.js';
import type { Default, DefaultRange, Property, Role, UpdateMode, Validity, ValueType } from '../property.js';
import { numbersOf, reaches, type KafkaVersion } from '../version.js';
import { encodedCatalogue } from './data.js';
import { decodeRole, rolesByName, type EncodedCatalogue } from './encoding.js';

interface Catalogue {
  readonly lines: readonly string[];
  readonly names: readonly string[];
  readonly of: (role: Role) => ReadonlyMap<string, Property>;
  readonly rolesOf: (name: string) => readonly Role[];
  /** Of one role or of several together, those that are documented. */
  readonly namesOf: (roles: readonly Role[]) => readonly string[];
}

/** Opens the generated catalogue; each role, and each list of names, is decoded when it is first asked for. */
function openCatalogue(): Catalogue {
  const encoded = JSON.parse(encodedCatalogue) as EncodedCatalogue;
  const decoded = new Map<Role, ReadonlyMap<string, Property>>();
  const documented = new Map<string, readonly string[]>();
  let byName: ReadonlyMap<string, readonly Role[]> | undefined;
  return {
    lines: encoded.lines,
    names: encoded.names,
    of: role => {
      const properties = decoded.get(role) ?? (isLibrdkafka(role) ? librdkafkaProperties(role, encoded.lines) : decodeRole(encoded, role));
      decoded.set(role, properties);
      return properties;
    },
    rolesOf: name => {
      byName ??= rolesByName(encoded);
      return byName.get(name) ?? [];
    },
    namesOf: roles => {
      const key = roles.join(' ');
      const names = documented.get(key) ?? [...new Set(roles.flatMap(role => propertiesOf(role).map(({ name }) => name)))];
      documented.set(key, names);
      return names;
    },
  };
}

const catalogue = openCatalogue();

/** The release lines that the catalogue covers, oldest first: `0.9.0` … `4.4`. */
export const versionLines: readonly string[] = catalogue.lines;

/** The newest line of which every component is released: Kafka 4.4.0 has clients and the broker only. */
export const newestComplete = '4.3';

/** The property of that name as this role reads it, in whatever version. */
export function findProperty(role: Role, name: string): Property | undefined {
  return catalogue.of(role).get(name);
}

/** All properties of a role, sorted by name, that are documented in the newest version that has them; `findProperty` knows the others too. */
export function propertiesOf(role: Role): readonly Property[] {
  return [...catalogue.of(role).values()].filter(({ internal, defaults }) => !internal || internal.at(-1)?.to !== defaults.at(-1)?.to);
}

/** The names that any of these roles reads in some version, each once; one list for each choice of roles. */
export function namesOf(roles: readonly Role[]): readonly string[] {
  return catalogue.namesOf(roles);
}

/** The names of all properties, whichever role reads them. */
export function knownNames(): readonly string[] {
  return catalogue.names;
}

/** The roles that read a property of this name in some version. */
export function rolesKnowing(name: string): readonly Role[] {
  return catalogue.rolesOf(name);
}

/** The default in a version; absent where the property does not exist there. */
export function defaultIn(property: Property, version: KafkaVersion): Default {
  return rangeIn(property.defaults, version)?.value ?? { kind: 'absent' };
}

export function existsIn(property: Property, version: KafkaVersion): boolean {
  return defaultIn(property, version).kind !== 'absent';
}

/** Whether a version has the property and tells its users about it. */
export function isDocumentedIn(property: Property, version: KafkaVersion): boolean {
  return existsIn(property, version) && rangeIn(property.internal ?? [], version) === undefined;
}

const documented = new Map<string, readonly string[]>();

/** The names of the properties of a role that a version tells its users about. */
export function documentedNames(role: Role, version: KafkaVersion): readonly string[] {
  const key = `${role} ${version.text}`;
  const names =
    documented.get(key) ??
    propertiesOf(role)
      .filter(property => isDocumentedIn(property, version))
      .map(({ name }) => name);
  documented.set(key, names);
  return names;
}

/** What ConfigDef accepts in a version, apart from the type; undefined where it checks nothing else. */
export function recordedValidity(property: Property, version: KafkaVersion): Validity | undefined {
  return property.validities ? rangeIn(property.validities, version)?.validity : property.validity;
}

/** The type by which a version reads the value. */
export function typeIn(property: Property, version: KafkaVersion): ValueType {
  return rangeIn(property.types ?? [], version)?.type ?? property.type;
}

/** How a running broker of a version takes a change; undefined where it has to be restarted. */
export function updateModeIn(property: Property, version: KafkaVersion): UpdateMode | undefined {
  return rangeIn(property.updates ?? [], version)?.mode;
}

/** The oldest line that knows the property; undefined for an attribute of a framework, which has no lines. */
export function firstLine(property: Property): string | undefined {
  return property.defaults[0]?.from;
}

/** The newest line that knows the property. */
export function lastLine(property: Property): string | undefined {
  return property.defaults.at(-1)?.to;
}

/** The defaults from line to line, oldest first; lines without the property are left out. */
export function describeHistory(property: Property): readonly DefaultRange[] {
  return property.defaults;
}

/** The line a version belongs to: `3.9.2` to `3.9`. Before the oldest line it is the oldest, after the newest the newest. */
export function lineOf(version: KafkaVersion): string {
  return String(versionLines[placeIn(version)]);
}

const boundOf: readonly (readonly number[])[] = versionLines.map(numbersOf);

function placeIn(version: KafkaVersion): number {
  return Math.max(
    0,
    boundOf.findLastIndex(bound => reaches(version, bound)),
  );
}

const placeOf: ReadonlyMap<string, number> = new Map(versionLines.map((line, place) => [line, place]));

function rangeIn<Range extends { readonly from: string; readonly to: string }>(
  ranges: readonly Range[],
  version: KafkaVersion,
): Range | undefined {
  const wanted = placeIn(version);
  return ranges.find(({ from, to }) => Number(placeOf.get(from)) <= wanted && wanted <= Number(placeOf.get(to)));
}
