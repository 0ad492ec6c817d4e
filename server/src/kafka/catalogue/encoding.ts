import type { Default, Importance, Property, Role, UpdateMode, Validity, ValidityRange, ValueType } from '../property.js';

/** The catalogue as it is stored: everything that repeats is a number into a pool. The generator writes it, `decodeRole` reads it. */
export interface EncodedCatalogue {
  /** Release lines, oldest first. */
  readonly lines: readonly string[];
  readonly names: readonly string[];
  readonly types: readonly ValueType[];
  /** Triples: first line, last line, default (null = null, 0 = required). */
  readonly histories: readonly (readonly (number | string | null)[])[];
  readonly validities: readonly Validity[];
  /** Triples: first line, last line, validity (-1 = none). */
  readonly checks: readonly (readonly number[])[];
  readonly traits: readonly EncodedTraits[];
  /** Quintuples: name, type, history, check (-1 = never any), traits. */
  readonly roles: Readonly<Partial<Record<Role, readonly number[]>>>;
}

/** What many properties share, or nearly none has. */
export interface EncodedTraits {
  readonly importance?: Importance;
  /** Pairs: first line, last line. */
  readonly internal?: readonly number[];
  readonly synonym?: string;
  /** The first line that says so. */
  readonly deprecated?: number;
  /** Triples: first line, last line, mode. */
  readonly updates?: readonly (number | UpdateMode)[];
  /** Triples: first line, last line, type; only where it has changed. */
  readonly types?: readonly (number | ValueType)[];
}

/** The properties of one role by name. */
export function decodeRole(encoded: EncodedCatalogue, role: Role): ReadonlyMap<string, Property> {
  const properties = new Map<string, Property>();
  for (const [nameAt = 0, typeAt = 0, historyAt = 0, checkAt = 0, traitsAt = 0] of chunks(encoded.roles[role] ?? [], 5)) {
    const name = item(encoded.names, nameAt);
    const validities = decodeValidities(encoded, encoded.checks[checkAt] ?? []);
    properties.set(name, {
      name,
      role,
      type: item(encoded.types, typeAt),
      defaults: chunks(item(encoded.histories, historyAt), 3).map(([from, to, value]) => ({
        from: item(encoded.lines, Number(from)),
        to: item(encoded.lines, Number(to)),
        value: decodeDefault(value),
      })),
      validity: validities.at(-1)?.validity,
      ...(validities.length > 1 && { validities }),
      ...decodeTraits(encoded.lines, item(encoded.traits, traitsAt)),
    });
  }
  return properties;
}

/** Which roles have a property of a name, without decoding the properties. */
export function rolesByName({ names, roles }: EncodedCatalogue): ReadonlyMap<string, readonly Role[]> {
  const found = new Map<string, Role[]>();
  for (const [role, quintuples] of Object.entries(roles) as [Role, readonly number[]][]) {
    for (const [nameAt = 0] of chunks(quintuples, 5)) {
      const name = item(names, nameAt);
      const known = found.get(name);
      if (known) known.push(role);
      else found.set(name, [role]);
    }
  }
  return found;
}

function decodeValidities({ lines, validities }: EncodedCatalogue, check: readonly number[]): ValidityRange[] {
  return chunks(check, 3).map(([from = 0, to = 0, at = -1]) => ({
    from: item(lines, from),
    to: item(lines, to),
    validity: validities[at],
  }));
}

function decodeTraits(
  lines: readonly string[],
  { importance, internal, synonym, deprecated, updates, types }: EncodedTraits,
): Partial<Property> {
  const spans = <T>(triples: readonly (number | T)[]): { from: string; to: string; value: T }[] =>
    chunks(triples, 3).map(([from, to, value]) => ({ from: item(lines, Number(from)), to: item(lines, Number(to)), value: value as T }));
  return {
    ...(importance && { importance }),
    ...(internal && {
      internal: chunks(internal, 2).map(([from, to]) => ({ from: item(lines, Number(from)), to: item(lines, Number(to)) })),
    }),
    ...(synonym !== undefined && { brokerSynonym: synonym }),
    ...(deprecated !== undefined && { deprecatedSince: item(lines, deprecated) }),
    ...(updates && { updates: spans<UpdateMode>(updates).map(({ from, to, value }) => ({ from, to, mode: value })) }),
    ...(types && { types: spans<ValueType>(types).map(({ from, to, value }) => ({ from, to, type: value })) }),
  };
}

function decodeDefault(value: number | string | null | undefined): Default {
  if (typeof value === 'string') return { kind: 'value', text: value };
  return value === null ? { kind: 'null' } : { kind: 'required' };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let i = 0; i < items.length; i += size) result.push(items.slice(i, i + size));
  return result;
}

function item<T>(pool: readonly T[], at: number): T {
  const found = pool[at];
  if (found === undefined) throw new RangeError(`the catalogue has no item ${String(at)} in this pool`);
  return found;
}
