import { resolveValue } from '../../config/placeholder.js';
import type { Reading, Scope, Setting, UnknownKey } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import type { Role } from '../../kafka/property.js';
import { textOf } from '../../syntax/key-text.js';
import type { Entry } from '../../syntax/syntax.js';
import type { Carrier, KeyOffer } from '../carrier.js';
import type { Recognition } from '../recognition.js';
import type { Layout } from './layout.js';

/** A `.properties` file as a program reads it that has all its keys in one map. */
export interface FlatFile {
  readonly path: string;
  readonly entries: readonly Entry[];
  /** The key of each entry as its reader sees it. */
  readonly keys: readonly string[];
}

/** What is particular about the files of one program. */
export interface FlatFormat extends Pick<Carrier, 'id' | 'title' | 'roles'> {
  recognize(file: FlatFile): Recognition | undefined;
  layout(file: FlatFile, recognition: Recognition): Layout;
  /** How a property is written in a scope; undefined where it cannot be said there. */
  keyFor(property: string, role: Role, scope: Scope): string | undefined;
  /** The roles besides those of the recognition whose keys are offered, because the program has such clients inside. */
  readonly embedded: readonly Role[];
  /** A Kafka version that the settings give away. */
  versionSeen?(settings: readonly Setting[]): string | undefined;
}

/** A carrier for the `.properties` files of one program. */
export function flatCarrier(format: FlatFormat): Carrier {
  const { id, title, roles, embedded } = format;
  return {
    id,
    title,
    syntaxes: ['properties'],
    roles,
    embedded,
    claims: 'file',
    // what Java reads as properties has no such ending
    mayRead: path => !/\.(ini|conf|config)$/i.test(path),
    recognize: (document, path) => format.recognize(flatFile(path, document.entries)),
    read: (document, path, recognition) => {
      const file = flatFile(path, document.entries);
      const reading = readLayout(format, file.entries, format.layout(file, recognition), recognition);
      return { ...reading, kafkaVersion: format.versionSeen?.(reading.settings) };
    },
    write: ({ property, role, scope, near }, _document, reading) => {
      const key = format.keyFor(property, role, scope);
      const last = reading.settings.findLast(setting => setting.role === role && setting.scope === scope);
      const after = near?.entry ?? last?.entry;
      return key === undefined ? undefined : { place: after ? { after } : { atEnd: true }, keys: [key] };
    },
    writeValue: (_property, _role, value) => value,
    offerKeys: (parents, document, recognition) => {
      if (parents.length > 0 || !recognition) return [];
      const { scopes } = format.layout(flatFile('', document.entries), recognition);
      return offersOf(format, recognition, scopes);
    },
  };
}

/** The key of a property that is written by its own name; undefined for the attributes of frameworks, which are no Kafka keys. */
export function bareKey(property: string): string | undefined {
  return property.includes(':') ? undefined : property;
}

/** What the layout makes of the entries; `meanings` are in their order. */
export function readLayout(
  carrier: Pick<Carrier, 'id' | 'title'>,
  entries: readonly Entry[],
  layout: Layout,
  { trust }: Recognition,
): Reading {
  const settings: Setting[] = [];
  const unknownKeys: UnknownKey[] = [];
  for (const [i, entry] of entries.entries()) {
    const meaning = layout.meanings[i];
    if (meaning?.kind === 'settings') {
      const value = resolveValue(entry.value, 'kafka');
      for (const place of meaning.places) settings.push({ rank: 0, own: true, ignored: undefined, ...place, value, entry });
    } else if (meaning?.kind === 'unknown') {
      const { scope, role, key, candidates } = meaning;
      unknownKeys.push({ entry, scope, role, key, candidates });
    }
  }
  return {
    carrier: carrier.id,
    framework: carrier.title,
    scopes: layout.scopes,
    settings,
    unknownKeys,
    openers: [],
    frameworkDefaults: layout.defaults ?? [],
    kafkaVersion: undefined,
    facts: new Set(layout.facts),
    trust,
  };
}

function flatFile(path: string, entries: readonly Entry[]): FlatFile {
  return { path, entries, keys: entries.map(keyOf) };
}

/** The key of an entry as its reader sees it. */
export function keyOf(entry: Entry): string {
  return entry.path.map(textOf).join('.');
}

/** Each key once, for the first role that reads it. */
function offersOf(format: FlatFormat, { roles }: Recognition, scopes: readonly Scope[]): readonly KeyOffer[] {
  const offers = new Map<string, KeyOffer>();
  for (const scope of scopes) {
    for (const role of new Set([...roles, ...format.embedded])) {
      for (const { name } of propertiesOf(role)) {
        const key = format.keyFor(name, role, scope);
        if (key !== undefined && !offers.has(key))
          offers.set(key, { key, property: name, role, ...(scope.base ? { scope: scope.name } : {}) });
      }
    }
  }
  return [...offers.values()];
}
