import type { Reading, Scope, Setting } from '../config/setting.js';
import type { Role } from '../kafka/property.js';
import type { Document, Entry, Place, SyntaxId } from '../syntax/syntax.js';
import type { Recognition } from './recognition.js';

/** What a fix wants to be written: a property of a role, in a scope. */
export interface WriteTarget {
  readonly property: string;
  readonly role: Role;
  readonly scope: Scope;
  /** A setting that the new one belongs to; it goes next to it where the syntax allows. */
  readonly near: Setting | undefined;
}

/** How a property is spelled in one document: where, below which keys, and the value in the carrier's own form. */
export interface Spelling {
  readonly place: Place;
  readonly keys: readonly string[];
  /** The value in the form of that place, where it is another one than {@link Carrier.writeValue} has without an entry. */
  readonly inForm?: (value: string) => string;
}

/** A key that can be written at some place of a document, for completion. */
export interface KeyOffer {
  /** As it would be typed there. */
  readonly key: string;
  /** Undefined for a key that opens a section instead of taking a value. */
  readonly property: string | undefined;
  readonly role: Role;
  /** The name of the scope that it would be set in; if not given, the one that has no base. */
  readonly scope?: string;
}

/** A convention by which Kafka properties travel in a syntax. Knows its frameworks' spelling, defaults and forced values. */
export interface Carrier {
  readonly id: string;
  /** For people: `Spring Boot`. */
  readonly title: string;
  readonly syntaxes: readonly SyntaxId[];
  /** The roles whose properties it can write. */
  readonly roles: readonly Role[];
  /** Those of its roles that only exist inside a program: a file of such a role alone is another carrier's. */
  readonly embedded?: readonly Role[];
  /**
   * `file`: all keys of a file are its own, so that only one such carrier reads it. `keys`: keys with a beginning of their own, beside
   * which other carriers have theirs. `rest`: what no other carrier recognises.
   */
  readonly claims: 'file' | 'keys' | 'rest';
  /** A quick look without parsing: could this file be one of this carrier's? `path` uses forward slashes. */
  mayRead(path: string, text: string): boolean;
  /** What the document looks like; undefined where nothing in it is this carrier's. */
  recognize(document: Document, path: string): Recognition | undefined;
  /** What the document sets, read as `recognition` says; undefined where nothing in it is Kafka's. */
  read(document: Document, path: string, recognition: Recognition): Reading | undefined;
  /** Where and how the property is written; undefined where this carrier cannot spell it. `reading` comes from the same document. */
  write(target: WriteTarget, document: Document, reading: Reading): Spelling | undefined;
  /** The value as the reader of that key wants it, e.g. `read-committed` for a leaf of Spring; mostly unchanged. `entry`: the key that has it now. */
  writeValue(property: string, role: Role, value: string, entry: Entry | undefined): string;
  /**
   * The keys that may be written below these parent keys (as in the document; empty for a `.properties` line); none where it is not
   * Kafka's. `recognition` is undefined where nothing in the document is this carrier's yet.
   */
  offerKeys(parents: readonly string[], document: Document, recognition: Recognition | undefined): readonly KeyOffer[];
}
