import type { ReadFile } from '../files/files.js';
import type { Fact, FrameworkDefault, Ignored } from '../config/setting.js';
import type { Role } from '../kafka/property.js';
import type { Document, Entry, SyntaxId } from '../syntax/syntax.js';
import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';

/**
 * A configuration inside of another text: the environment of a service, a map in a resource, a file in a ConfigMap. It is a document of its
 * own, read like any other; only where something is shown or written does the text around it matter.
 */
export interface Embedded {
  /** For people, and to tell several in one text apart: `service kafka-1`. */
  readonly name: string;
  /** What its reader would call the file; the name counts as that of a file does. */
  readonly path: string;
  readonly document: Document;
  /** Who reads it, where the text around it says so; else its keys decide. */
  readonly wanted: Reader | undefined;
  /** What its reader gets from its surroundings where the text does not set it; the value undefined where it is not known. */
  readonly defaults: readonly Pick<FrameworkDefault, 'property' | 'value' | 'since'>[];
  readonly facts: readonly Fact[];
  /** How many nodes of a cluster are started with it; one if not given. */
  readonly nodes?: number | undefined;
  /** Kafka's version, where the surroundings give it away. */
  readonly kafkaVersion: string | undefined;
  /** Entries that are taken out on the way to the reader. */
  readonly ignored?: ReadonlyMap<Entry, Ignored>;
  /** Entries that stand in another file, which is judged by itself: they hold here, and nothing is said of them. */
  readonly elsewhere?: ReadonlySet<Entry>;
  /** How keys of the map are written, where it is one of the outer text; undefined for a text. */
  readonly keys: EmbeddedKeys | undefined;
  /** Where a span of the inner text stands in the outer one; the nearest that is written where it is not written itself. */
  outerSpan(span: Span): Span;
  /** The inner offset that stands at an outer one; undefined outside of it. */
  innerOffset(outer: number): number | undefined;
  /** Edits of the outer text that make the inner one this text; undefined where it cannot be said there. */
  outerEdits(innerText: string): readonly TextEdit[] | undefined;
}

/** The keys of a map that the outer text writes as its own. */
export interface EmbeddedKeys {
  /** The keys around them, and the document of the file in which they stand. */
  readonly around: readonly string[];
  readonly part: number;
  /** The items of a list, `NAME=value` each. */
  readonly listed: boolean;
  /** The items of a list, each a mapping with a `name`. */
  readonly named?: boolean;
  /** What the outer text writes for a key; undefined for one that cannot stand there. */
  spell(key: string): string | undefined;
}

/** A carrier by its id, or whoever reads the files of a role. */
export type Reader = { readonly kind: 'carrier'; readonly id: string } | { readonly kind: 'role'; readonly role: Role };

/** A format in whose texts other programs' configurations stand. */
export interface Embedder {
  readonly id: string;
  /** For people: `docker compose`. */
  readonly title: string;
  readonly syntaxes: readonly SyntaxId[];
  /** A quick look without parsing. */
  mayHold(path: string, text: string): boolean;
  /** All configurations in the document that can be Kafka's, in the order of the text; `readFile` for the files that it names. */
  embedded(document: Document, path: string, readFile?: ReadFile): readonly Embedded[];
}
