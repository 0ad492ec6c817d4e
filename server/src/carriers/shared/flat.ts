import { resolveValue } from '../../config/placeholder.js';
import type { Reading, Scope, Setting, UnknownKey } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import type { Role } from '../../kafka/property.js';
import type { Document, Entry, Place, Section, SyntaxId } from '../../syntax/syntax.js';
import type { Carrier, KeyOffer } from '../carrier.js';
import type { Recognition } from '../recognition.js';
import { joined, together } from './together.js';
import { fileOf, nameInside, standsBelow, wholeFile } from './flat-files.js';
import type { Layout } from './layout.js';

/** A map of keys as one program gets it: a whole `.properties` file, or a mapping that stands in a document with others. */
export interface FlatFile {
  /** Of the file on disk. */
  readonly path: string;
  readonly entries: readonly Entry[];
  /** The key of each entry as its reader sees it. */
  readonly keys: readonly string[];
  /** The mapping in the document; undefined where the whole document is the map. */
  readonly section: Section | undefined;
  /** The running configuration that the map makes; its others are named after this one. */
  readonly scope: Scope;
}

/** A map that is to be written into. */
export interface WrittenMap {
  readonly file: FlatFile;
  /** Who reads the map's own keys; undefined while it has none. */
  readonly reader: Role | undefined;
}

/** What is particular about the files of one program. */
export interface FlatFormat extends Pick<Carrier, 'id' | 'title' | 'roles'> {
  /** For people: who reads the keys, where the title rather says what is read. */
  readonly framework?: string;
  /** `.properties` alone if not given. */
  readonly syntaxes?: readonly SyntaxId[];
  /** A quick look at the text; every text may be one if not given. */
  mayRead?(path: string, text: string): boolean;
  /** The maps of such programs in a document; if not given, all keys of the document are one. */
  filesIn?(document: Document, path: string): readonly FlatFile[];
  recognize(file: FlatFile): Recognition | undefined;
  layout(file: FlatFile, recognition: Recognition): Layout;
  /** How a property is written in a scope, which is called as in a file of its own; undefined where it cannot be said there. */
  keyFor(property: string, role: Role, scope: Scope, map: WrittenMap): string | undefined;
  /** The roles besides those of the recognition whose keys are offered, because the program has such clients inside. */
  readonly embedded: readonly Role[];
  /** A Kafka version that the settings give away. */
  versionSeen?(settings: readonly Setting[]): string | undefined;
}

/** A carrier for the maps of one program, wherever they stand. */
export function flatCarrier(format: FlatFormat): Carrier {
  const { id, title, roles, embedded, framework = title, syntaxes = ['properties'] } = format;
  const filesIn = (document: Document, path: string): readonly FlatFile[] =>
    format.filesIn?.(document, path) ?? [wholeFile(document, path)];
  return {
    id,
    title,
    syntaxes,
    roles,
    embedded,
    claims: 'file',
    // what Java reads as properties has no such ending
    mayRead: (path, text) => !/\.(ini|conf|config)$/i.test(path) && (format.mayRead?.(path, text) ?? true),
    recognize: (document, path) => together(filesIn(document, path).flatMap(file => format.recognize(file) ?? [])),
    read: (document, path, recognition) => {
      const readings = filesIn(document, path).map(file => {
        const own = recognitionOf(file, format, recognition);
        return {
          ...readLayout({ id, title: framework }, file.entries, format.layout(file, own), recognition),
          openers: openersOf(file, own),
        };
      });
      const reading = joined(readings);
      return reading && { ...reading, kafkaVersion: format.versionSeen?.(reading.settings) };
    },
    write: ({ property, role, scope, near }, document, reading) => {
      const file = fileOf(scope, filesIn(document, ''));
      const map = file && { file, reader: readerOf(file, format, reading) };
      const key = map && format.keyFor(property, role, { ...scope, name: nameInside(scope, map.file.scope) }, map);
      if (!file || key === undefined) return undefined;
      const last = reading.settings.findLast(setting => setting.role === role && setting.scope === scope);
      return { place: placeIn(file, near?.entry ?? last?.entry), keys: [key] };
    },
    writeValue: (_property, _role, value) => value,
    offerKeys: (parents, document, recognition) => {
      const file = recognition && filesIn(document, '').find(one => standsBelow(one, parents));
      if (!file) return [];
      const own = recognitionOf(file, format, recognition);
      return offersOf(format, file, own, format.layout(file, own).scopes);
    },
  };
}

/** Its own, unless the user has said what the file is. */
function recognitionOf(file: FlatFile, format: FlatFormat, recognition: Recognition): Recognition {
  const own = format.recognize(file);
  return own && recognition.roles.includes(own.roles[0]) ? own : recognition;
}

/** The role that reads the map's own keys, as the document has been read. */
function readerOf({ scope }: FlatFile, { embedded }: FlatFormat, { settings }: Reading): Role | undefined {
  return settings.find(one => one.scope.name === scope.name && !embedded.includes(one.role))?.role;
}

/** Behind the entry where that stands in the map itself. */
function placeIn({ section }: FlatFile, after: Entry | undefined): Place {
  if (after && (!section || after.section === section)) return { after };
  return section ? { in: section } : { atEnd: true };
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

/** Each key once, for the first role that reads it. */
function offersOf(format: FlatFormat, file: FlatFile, { roles }: Recognition, scopes: readonly Scope[]): readonly KeyOffer[] {
  const offers = new Map<string, KeyOffer>();
  for (const scope of scopes) {
    const inside = { ...scope, name: nameInside(scope, file.scope) };
    const map = { file, reader: roles[0] };
    for (const role of new Set([...roles, ...format.embedded])) {
      for (const { name } of propertiesOf(role)) {
        const key = format.keyFor(name, role, inside, map);
        if (key !== undefined && !offers.has(key)) offers.set(key, { key, property: name, role, scope: scope.name });
      }
    }
  }
  return [...offers.values()];
}

/** The key that opens the map, for the role that reads it; remarks on absent keys of its own are shown there. */
function openersOf({ section, scope }: FlatFile, { roles }: Recognition): Reading['openers'] {
  const span = section?.keySpan;
  return span ? roles.map(role => ({ scope, role, span })) : [];
}
