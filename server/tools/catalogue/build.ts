import type { EncodedCatalogue } from '../../src/kafka/catalogue/encoding.js';
import type { Role, Validity, ValueType } from '../../src/kafka/property.js';
import { parseCsv } from './csv.js';
import { lines, parseHistory, parseValidTexts, type Range, type TableDefault } from './ranges.js';
import { parseValidity } from './validity.js';

const rolesOfComponent: Readonly<Record<string, readonly Role[]>> = {
  kafka: ['broker'],
  topic: ['topic'],
  group: ['group'],
  producer: ['producer'],
  consumer: ['consumer'],
  admin_client: ['admin'],
  streams: ['streams'],
  connect: ['connect-distributed', 'connect-standalone'],
  source_connector: ['source-connector'],
  sink_connector: ['sink-connector'],
  mirror_connector: ['mirror-connector'],
  mirror_source: ['mirror-source'],
  mirror_checkpoint: ['mirror-checkpoint'],
  mirror_heartbeat: ['mirror-heartbeat'],
  remote_log_manager: ['remote-log-manager'],
  remote_log_metadata_manager: ['remote-log-metadata'],
};

const types: readonly ValueType[] = ['boolean', 'string', 'int', 'short', 'long', 'double', 'list', 'class', 'password'];

/**
 * The text of `server/src/kafka/catalogue/data.ts` for the table of properties. The table was recorded from the ConfigDef objects of
 * the last patch of each line from 0.11 to 4.4 (their `configKeys()`); 0.9 and 0.10 come from the configuration pages of those releases.
 */
export function catalogueModule(csv: string): string {
  const json = JSON.stringify(encodeCatalogue(csv)).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `// Generated from server/tools/catalogue/default-history.csv; not to be edited.\nexport const encodedCatalogue =\n  '${json}';\n`;
}

/** The table with everything that repeats pooled. Throws on a table that does not hold together. */
export function encodeCatalogue(csv: string): EncodedCatalogue {
  const rows = parseCsv(csv);
  const names = pool<string>();
  const histories = pool<readonly (number | string | null)[]>();
  const validities = pool<Validity>();
  const checks = pool<readonly number[]>();
  const roles: Partial<Record<Role, number[]>> = {};
  for (const [component = '', name = '', type = '', history = '', valid = ''] of rows) {
    const readers = rolesOfComponent[component];
    const typeAt = types.findIndex(known => known === type);
    if (!readers || typeAt < 0) throw new Error(`unknown component or type: ${component} ${name} ${type}`);
    const ranges = parseHistory(history);
    const check = encodeCheck(parseValidTexts(valid), ranges, validity => validities.at(validity));
    for (const role of readers)
      (roles[role] ??= []).push(names.at(name), typeAt, histories.at(encodeHistory(ranges)), check.length === 0 ? -1 : checks.at(check));
  }
  return { lines, names: names.items, types, histories: histories.items, validities: validities.items, checks: checks.items, roles };
}

function encodeHistory(ranges: readonly Range<TableDefault>[]): (number | string | null)[] {
  return ranges.flatMap(({ from, to, value }) => {
    if (value === 'absent') return [];
    if (value === 'required') return [from, to, 0];
    return [from, to, value.text === 'null' ? null : value.text];
  });
}

/** Triples for the whole life of the property, -1 where nothing is checked or the check is not understood; none if that is always so. */
function encodeCheck(
  texts: readonly Range<string>[],
  life: readonly Range<TableDefault>[],
  indexOf: (validity: Validity) => number,
): number[] {
  const check: number[] = [];
  for (const line of linesOf(life)) {
    const text = texts.find(({ from, to }) => from <= line && line <= to)?.value;
    const validity = text === undefined ? undefined : parseValidity(text);
    const index = validity ? indexOf(validity) : -1;
    if (check.at(-1) === index) check[check.length - 2] = line;
    else check.push(line, line, index);
  }
  return check.length === 3 && check[2] === -1 ? [] : check;
}

/** The lines that know the property. */
function linesOf(life: readonly Range<TableDefault>[]): number[] {
  return life.flatMap(({ from, to, value }) => (value === 'absent' ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i)));
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
