import type { EncodedCatalogue, EncodedTraits } from '../../src/kafka/catalogue/encoding.js';
import type { Role, Validity, ValueType } from '../../src/kafka/property.js';
import { storedRoles, type DumpedLine } from './dumped.js';
import { historiesOf, type Cell, type History } from './histories.js';
import { lines, type Range } from './ranges.js';

const types: readonly ValueType[] = ['boolean', 'string', 'int', 'short', 'long', 'double', 'list', 'class', 'password'];

/** The text of `server/src/kafka/catalogue/data.ts` for what the jars say and the table for the versions before them. */
export function catalogueModule(dumped: readonly DumpedLine[], table: string): string {
  const json = JSON.stringify(encodeCatalogue(dumped, table)).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `// Generated from Kafka's own classes by "npm run catalogue"; not to be edited.\nexport const encodedCatalogue =\n  '${json}';\n`;
}

/** All lines together with everything that repeats pooled. Throws on a table or dump that does not hold together. */
export function encodeCatalogue(dumped: readonly DumpedLine[], table: string): EncodedCatalogue {
  const histories = historiesOf(dumped, table);
  const names = pool<string>();
  const defaults = pool<readonly (number | string | null)[]>();
  const validities = pool<Validity>();
  const checks = pool<readonly number[]>();
  const traits = pool<EncodedTraits>();
  const roles: Partial<Record<Role, readonly number[]>> = {};
  for (const role of storedRoles) {
    const sorted = [...(histories.get(role) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1));
    roles[role] = sorted.flatMap(([name, history]) => {
      const check = triples(history, ({ validity }) => (validity ? validities.at(validity) : -1));
      return [
        names.at(name),
        types.indexOf(newest(history).type),
        defaults.at(triples(history, cell => (cell.default === undefined ? 0 : cell.default))),
        check.length === 3 && check[2] === -1 ? -1 : checks.at(check),
        traits.at(traitsOf(history)),
      ];
    });
  }
  return {
    lines,
    names: names.items,
    types,
    histories: defaults.items,
    validities: validities.items,
    checks: checks.items,
    traits: traits.items,
    roles,
  };
}

function traitsOf(history: History): EncodedTraits {
  const { importance, synonym } = newest(history);
  const internal = spansOf(history, cell => cell.internal).flatMap(({ from, to, value }) => (value === true ? [from, to] : []));
  const deprecated = history.findIndex(cell => cell?.deprecated === true);
  const updates = spansOf(history, cell => cell.update).flatMap(({ from, to, value }) => (value === undefined ? [] : [from, to, value]));
  const typesThen = triples(history, ({ type }) => type);
  return {
    ...(importance && { importance }),
    ...(internal.length > 0 && { internal }),
    ...(synonym !== undefined && { synonym }),
    ...(deprecated >= 0 && { deprecated }),
    ...(updates.length > 0 && { updates }),
    ...(typesThen.some((value, i) => i % 3 === 2 && value !== typesThen[2]) && { types: typesThen }),
  };
}

/** What the newest line that has the key says. */
function newest(history: History): Cell {
  const cell = history.findLast(one => one !== undefined);
  if (!cell) throw new Error('a key that no line has');
  return cell;
}

function triples<T>(history: History, of: (cell: Cell) => T): (number | T)[] {
  return spansOf(history, of).flatMap(({ from, to, value }) => [from, to, value]);
}

/** The lines that have the key, grouped by what they say of it; a line without it ends a group. */
function spansOf<T>(history: History, of: (cell: Cell) => T): Range<T>[] {
  const spans: Range<T>[] = [];
  for (const [line, cell] of history.entries()) {
    if (!cell) continue;
    const [value, last] = [of(cell), spans.at(-1)];
    if (last?.to === line - 1 && last.value === value) spans[spans.length - 1] = { ...last, to: line };
    else spans.push({ from: line, to: line, value });
  }
  return spans;
}

/** Hands out one number for each different item. */
function pool<T>(): { readonly items: T[]; readonly at: (item: T) => number } {
  const items: T[] = [];
  const known = new Map<string, number>();
  const at = (item: T): number => {
    const key = JSON.stringify(item);
    const index = known.get(key) ?? items.push(item) - 1;
    known.set(key, index);
    return index;
  };
  return { items, at };
}
