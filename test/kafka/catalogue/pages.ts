import type { Role } from '../../../server/src/kafka/property.js';

/** What `test/kafka/src/catalogue/Pages.java` prints of one component. */
export type Testimony =
  | { readonly component: Role; readonly page: string }
  | { readonly component: Role; readonly values: Readonly<Record<string, string | null>>; readonly given: readonly string[] };

/** What is told of one key, as text; undefined where this witness does not know. */
export interface Told {
  readonly type: string | undefined;
  /** `''` where one is required, `""` for an empty one. */
  readonly default: string | undefined;
  readonly importance: string | undefined;
  readonly update: string | undefined;
  readonly synonym: string | undefined;
}

/** The keys that a testimony tells of. */
export function keysTold(testimony: Testimony): ReadonlyMap<string, Told> {
  if ('page' in testimony) return new Map([...rowsOf(testimony.page), ...listItemsOf(testimony.page), ...sectionsOf(testimony.page)]);
  const nothing = { type: undefined, importance: undefined, update: undefined, synonym: undefined };
  return new Map(
    Object.entries(testimony.values).map(([name, value]) => {
      const told = value === null ? 'null' : value === '' ? '""' : value;
      return [name, { ...nothing, default: testimony.given.includes(name) ? undefined : told }];
    }),
  );
}

/** Tables, as Kafka printed them up to 2.3. Brokers have a column for the update mode, topics one for the broker's key. */
function* rowsOf(page: string): Generator<[string, Told]> {
  const headings = [...page.matchAll(/<th>([^<]+)<\/th>/g)].map(([, heading = '']) => heading);
  for (const [, row = ''] of page.matchAll(/<tr>\n(<td>[^]*?)<\/tr>/g)) {
    // 1.1 to 2.3 close each cell of the broker's table twice
    const cells = row
      .split('<td>')
      .slice(1)
      .map(cell => cell.replace(/(<\/td>\s*)+$/, ''));
    const cellOf = (heading: string): string | undefined => cells[headings.indexOf(heading)];
    yield [cells[0] ?? '', toldBy(cellOf)];
  }
}

/** Lists of lists, 2.4. */
function* listItemsOf(page: string): Generator<[string, Told]> {
  for (const [, name = '', facts = ''] of page.matchAll(/<li><b>([^<]+)<\/b>: [^]*?<ul class="horizontal-list">([^]*?)<\/ul><\/li>/g)) {
    const fact = new Map([...facts.matchAll(/<li><b>([^<]+)<\/b>: ([^]*?)<\/li>/g)].map(([, label = '', value = '']) => [label, value]));
    yield [name, toldBy(label => fact.get(label))];
  }
}

/** A heading and a table for each key, since 2.5. */
function* sectionsOf(page: string): Generator<[string, Told]> {
  for (const section of page.split('<h4>').slice(1)) {
    const name = />([^<>]+)<\/a><\/h4>/.exec(section)?.[1] ?? '';
    const fact = new Map(
      [...section.matchAll(/<tr><th>([^<]+):<\/th><td>([^]*?)<\/td><\/tr>/g)].map(([, label = '', value = '']) => [label, value]),
    );
    yield [name, toldBy(label => fact.get(label))];
  }
}

function toldBy(fact: (label: string) => string | undefined): Told {
  return {
    type: fact('Type'),
    default: defaultOf(fact('Default') ?? ''),
    importance: fact('Importance'),
    update: fact('Update Mode') ?? fact('Dynamic Update Mode'),
    synonym: fact('Server Default Property'),
  };
}

/** A default as the pages write it, without what they add for people: `604800000 (7 days)`, `class a.B`, a text in place of a value. */
function defaultOf(text: string): string | undefined {
  if (text.startsWith('<code>')) return undefined;
  return text.replace(/^(-?\d+) \([^)]*(second|minute|hour|day|byte)s?\)$/, '$1').replaceAll(/\bclass (?=org\.)/g, '');
}
