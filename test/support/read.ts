import type { Carrier } from '../../server/src/carriers/carrier.js';
import type { Reading } from '../../server/src/config/setting.js';
import type { Document } from '../../server/src/syntax/syntax.js';

/** What a carrier makes of a document; undefined where it does not recognise it, or not well enough. */
export function readBy(carrier: Carrier, document: Document, path: string): Reading | undefined {
  const recognition = carrier.recognize(document, path);
  return recognition?.readable === true ? carrier.read(document, path, recognition) : undefined;
}
