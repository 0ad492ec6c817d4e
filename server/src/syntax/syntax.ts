import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';

export type SyntaxId = 'properties' | 'yaml' | 'json' | 'env' | 'dockerfile' | 'hcl';

/** One step of a key path: a key as decoded (`enable.idempotence` is one step if written so), or the place in a list. */
export type PathSegment =
  | { readonly kind: 'key'; readonly text: string; readonly span: Span }
  | { readonly kind: 'item'; readonly index: number; readonly span: Span };

/** One key with its scalar value, and where each is written. A key of `.properties` or of an environment is a path of one segment. */
export interface Entry {
  readonly path: readonly PathSegment[];
  /** 0-based number of the YAML document in the file; the stage of a Dockerfile; 0 where a file is one document. */
  readonly part: number;
  /** The last key of the path as written, quotes and escapes included. */
  readonly keySpan: Span;
  /** What a Java program receives: escapes resolved; a YAML 1.1 scalar as the text of the Java value (`yes` is `true`, `012` is `10`). */
  readonly value: string;
  /** The value as written, quotes included; empty where nothing is written. */
  readonly valueSpan: Span;
  /** The whole entry as written, from the key to the end of the value. */
  readonly span: Span;
  /** The mapping that holds the entry; none in lines of keys. */
  readonly section: Section | undefined;
}

/** A YAML mapping that can hold entries; the root mapping of each part is one, with an empty path and no key. */
export interface Section {
  readonly path: readonly PathSegment[];
  readonly part: number;
  readonly keySpan: Span | undefined;
  /** From the first to the end of the last character of the mapping's content; empty for an empty one. */
  readonly span: Span;
  /** Written as `{ a: 1 }`. */
  readonly flow: boolean;
}

export type SyntaxProblemKind =
  'malformed-escape' | 'byte-order-mark' | 'duplicate-key' | 'not-yaml' | 'not-json' | 'not-hcl' | 'too-large' | 'not-text';

/** Something that the text's own reader stumbles over; the other entries are still there. */
export interface SyntaxProblem {
  readonly kind: SyntaxProblemKind;
  readonly span: Span;
  /** A whole sentence for people: what is wrong and where. */
  readonly message: string;
  /** Edits that make it readable, where there is one obvious way. */
  readonly repair?: readonly TextEdit[];
}

/** What a syntax reads out of one text. */
export interface Document {
  readonly syntax: SyntaxId;
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly sections: readonly Section[];
  /** Comments as written, the comment sign included, the line end not. */
  readonly comments: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
}

/** What a syntax keeps of a text between two versions of it, to read an edited text faster. Belongs to one text. */
export interface ParseMemory {
  /** The pieces of the last version, by their characters. */
  blocks: ReadonlyMap<string, RememberedBlock>;
}

/** One piece of a text: what it says by itself, and the same as it stood in the whole text at this offset. */
export interface RememberedBlock {
  readonly document: Document;
  readonly start: number;
  readonly placed: Omit<Document, 'syntax' | 'text'>;
}

/** Where a new entry goes: right after another entry, or at the end of a mapping, or at the end of the text. */
export type Place = { readonly after: Entry } | { readonly in: Section } | { readonly atEnd: true };

/** Reads and edits one kind of text. `parse` never throws; edits keep line ends, indentation, separators, quoting and comments. */
export interface Syntax {
  readonly id: SyntaxId;
  /** The result is the same with and without a memory. */
  parse(text: string, memory?: ParseMemory): Document;
  setValue(document: Document, entry: Entry, value: string): TextEdit[];
  /** Renames the last key of the entry's path. */
  setKey(document: Document, entry: Entry, key: string): TextEdit[];
  /** Removes the entry with its line; a mapping that it leaves empty goes too. */
  remove(document: Document, entry: Entry): TextEdit[];
  /**
   * `keys` are nested below the place, the last one holds the value; lines of keys take exactly one. `together` are the keys that are
   * added to one place at once, where a syntax aligns them.
   */
  insert(document: Document, place: Place, keys: readonly string[], value: string, together?: readonly string[]): TextEdit[];
}
