import type { Importance, Role, UpdateMode, Validity, ValueType } from '../../src/kafka/property.js';
import { parseCsv } from './csv.js';
import { rolesOfPart, storedRoles, type DumpedKey, type DumpedLine, type Part } from './dumped.js';
import { lines, parseHistory, parseValidTexts } from './ranges.js';
import { parseValidity, validityOf } from './validity.js';

/** What one line says of one key. */
export interface Cell {
  readonly type: ValueType;
  /** Undefined where there is none and one is required. */
  readonly default: string | null | undefined;
  readonly validity: Validity | undefined;
  readonly importance?: Importance;
  readonly internal?: boolean;
  readonly update?: UpdateMode;
  readonly synonym?: string;
  readonly deprecated?: boolean;
}

/** One place for each line; undefined where it does not have the key. */
export type History = readonly (Cell | undefined)[];

type Histories = ReadonlyMap<Role, ReadonlyMap<string, (Cell | undefined)[]>>;

/**
 * The keys of each role over all lines: from the jars, and from the table what no jar tells: the lines before 0.11, whose facts are from
 * the configuration pages of those releases, and the keys that 4.4 brings to components of which it has no jars.
 */
export function historiesOf(dumped: readonly DumpedLine[], table: string): ReadonlyMap<Role, ReadonlyMap<string, History>> {
  const histories = new Map(storedRoles.map(role => [role, new Map<string, (Cell | undefined)[]>()]));
  const put = (role: Role, name: string, line: number, cell: Cell): void => {
    const keys = histories.get(role);
    if (!keys) throw new Error(`unknown role ${role}`);
    const history = keys.get(name) ?? lines.map(() => undefined);
    if (history[line]) throw new Error(`two sources for ${role} ${name} in ${String(lines[line])}`);
    history[line] = cell;
    keys.set(name, history);
  };
  for (const { line, keys } of dumped) for (const key of keys) put(key.component, key.name, placeOf(line), cellOf(key));
  carryOn(histories, dumped);
  shareConnectors(histories);
  for (const row of parseCsv(table)) for (const [line, cell] of tableCells(row)) put(row[0] as Role, row[1] ?? '', line, cell);
  return histories;
}

function tableCells([, name = '', type = '', defaults = '', valid = '']: readonly string[]): [number, Cell][] {
  const texts = parseValidTexts(valid);
  return parseHistory(defaults).flatMap(({ from, to, value }) =>
    Array.from({ length: to - from + 1 }, (_, i): [number, Cell] => {
      const line = from + i;
      const text = texts.find(range => range.from <= line && line <= range.to)?.value;
      const validity = text === undefined ? undefined : parseValidity(text);
      if (text !== undefined && !validity) throw new Error(`not understood what ${name} accepts: ${text}`);
      const plain = value === 'required' ? undefined : value.text === 'null' ? null : value.text;
      return [line, { type: type as ValueType, default: plain, validity }];
    }),
  );
}

function cellOf({ type, default: value, validator, importance, internal, update, synonym, deprecated }: DumpedKey): Cell {
  return {
    type,
    default: value,
    validity: validator && validityOf(validator),
    importance,
    ...(internal && { internal }),
    ...(update && { update }),
    ...(synonym !== undefined && { synonym }),
    ...(deprecated && { deprecated }),
  };
}

/** The first line with this part, where earlier ones lack its jars because it did not exist (MirrorMaker 2: KIP-382). */
const firstLineOf: Readonly<Record<Part, string>> = { streams: '0.10.0', connect: '0.9.0', mirror: '2.4' };

/**
 * The one place for jars that Maven Central does not have: there the facts of the next older line that it has carry on, or before all those
 * the facts of the next newer one, so that no key looks new or removed because of a missing jar.
 */
function carryOn(histories: Histories, dumped: readonly DumpedLine[]): void {
  for (const part of Object.keys(firstLineOf) as Part[]) {
    const served = dumped.filter(({ unserved }) => !unserved.includes(part)).map(({ line }) => placeOf(line));
    for (const { line, unserved } of dumped) {
      const place = placeOf(line);
      if (!unserved.includes(part) || place < placeOf(firstLineOf[part])) continue;
      const source = served.findLast(one => one < place) ?? served.find(one => one > place);
      if (source === undefined) continue;
      for (const role of rolesOfPart[part]) for (const history of histories.get(role)?.values() ?? []) history[place] = history[source];
    }
  }
}

/** Up to 3.3 one class, MirrorConnectorConfig, held the keys of the three connectors: each had there the keys that are its own since. */
function shareConnectors(histories: Histories): void {
  const shared = histories.get('mirror-connector');
  const [first, last] = [placeOf(firstLineOf.mirror), placeOf('3.3')];
  for (const role of ['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat'] as const)
    for (const [name, history] of histories.get(role) ?? [])
      if (history[last + 1]) for (let line = first; line <= last; line++) history[line] = shared?.get(name)?.[line];
}

function placeOf(line: string): number {
  const place = lines.indexOf(line);
  if (place < 0) throw new Error(`Kafka ${line} is not among the lines of the catalogue`);
  return place;
}
