import type { Document } from '../../syntax/syntax.js';

/** The same work, done once for each document: a carrier looks at it to recognise, to read, and to write into it. */
export function perDocument<T>(work: (document: Document) => T): (document: Document) => T {
  const done = new WeakMap<Document, { readonly result: T }>();
  return document => {
    const known = done.get(document) ?? { result: work(document) };
    done.set(document, known);
    return known.result;
  };
}
