import { findProperty } from '../../src/kafka/catalogue/catalogue.js';
import type {
  EncodedLibrdkafka,
  EncodedLibrdkafkaProperty,
  EncodedWords,
  LibrdkafkaType,
} from '../../src/kafka/frameworks/librdkafka-encoding.js';

/** One row of librdkafka's own table of properties. `scope`: its bits; `words`: `number:word`, parted by blanks. */
export interface LibrdkafkaRow {
  readonly name: string;
  readonly type: LibrdkafkaType | 'alias' | 'refused' | 'program';
  readonly scope: number;
  readonly min: string;
  readonly max: string;
  readonly default: string;
  readonly words: string;
}

/** `rd_kafka_conf_scope_t` of `rdkafka_conf.h`. */
const bits = { global: 0x1, producer: 0x2, consumer: 0x4, topic: 0x8, group: 0x10, hidden: 0x40, high: 0x80, medium: 0x100, secret: 0x400 };

/** The text of `server/src/kafka/frameworks/librdkafka-data.ts` for what librdkafka's table says. */
export function librdkafkaModule(rows: readonly LibrdkafkaRow[], version: string): string {
  const json = JSON.stringify(encodeLibrdkafka(rows, version)).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `// Generated from librdkafka's own table by "npm run librdkafka"; not to be edited.\nexport const encodedLibrdkafka =\n  '${json}';\n`;
}

/** What a file can set; what only a program can hand over, such as callbacks, is left out. */
function encodeLibrdkafka(rows: readonly LibrdkafkaRow[], version: string): EncodedLibrdkafka {
  // rd_kafka_conf_set looks for a name among the client's properties first
  const inForce = rows.filter(row => has(row, 'global') || !rows.some(one => has(one, 'global') && one.name === row.name));
  return {
    version,
    refused: inForce.filter(({ type }) => type === 'refused').map(({ name }) => name),
    properties: inForce.flatMap(row => {
      const { name, type } = row;
      if (type === 'alias' || type === 'refused' || type === 'program') return [];
      const aliases = inForce.filter(other => other.type === 'alias' && other.default === name);
      return [encodeProperty(row, type, [name, ...aliases.map(alias => alias.name)])];
    }),
  };
}

function encodeProperty(row: LibrdkafkaRow, type: LibrdkafkaType, names: readonly string[]): EncodedLibrdkafkaProperty {
  const canonical = names.find(name => findProperty('producer', name) ?? findProperty('consumer', name)) ?? row.name;
  const traits = [
    has(row, 'producer') ? 'P' : has(row, 'consumer') || has(row, 'group') ? 'C' : '*',
    has(row, 'hidden') ? 'h' : '',
    has(row, 'secret') ? 's' : '',
    has(row, 'high') ? 'H' : has(row, 'medium') ? 'M' : '',
    has(row, 'topic') ? 't' : '',
  ].join('');
  const others = names.filter(name => name !== canonical);
  const words = wordsOf(row);
  const ranged = type === 'int' || type === 'double';
  if (words.length > 0) return [canonical, others, traits, type, defaultOf(row), Number(row.min), Number(row.max), words];
  if (ranged) return [canonical, others, traits, type, defaultOf(row), Number(row.min), Number(row.max)];
  return [canonical, others, traits, type, defaultOf(row)];
}

/** Words of one number stand together, the one that librdkafka itself prints first. */
function wordsOf({ words }: LibrdkafkaRow): readonly EncodedWords[] {
  const groups = new Map<number, string[]>();
  for (const word of words.split(' ').filter(one => one !== '')) {
    const [number, text] = [Number(word.slice(0, word.indexOf(':'))), word.slice(word.indexOf(':') + 1)];
    groups.set(number, [...(groups.get(number) ?? []), text]);
  }
  return [...groups].map(([number, texts]) => [number, ...texts]);
}

function defaultOf(row: LibrdkafkaRow): string | null {
  switch (row.type) {
    case 'bool':
      return row.default === '0' ? 'false' : 'true';
    case 'word':
      return wordsOf(row).find(([number]) => String(number) === row.default)?.[1] ?? null;
    case 'flags':
      return null;
    default:
      return row.default === '' ? null : row.default;
  }
}

function has({ scope }: LibrdkafkaRow, bit: keyof typeof bits): boolean {
  return (scope & bits[bit]) !== 0;
}
