import { chooseCarriers, type Wanted } from '../../src/analysis/choose.js';
import type { Carrier } from '../../src/carriers/carrier.js';
import { carriers } from '../../src/carriers/registry.js';
import type { Reading } from '../../src/config/setting.js';
import type { Embedded } from '../../src/embedded/embedded.js';
import { embedders } from '../../src/embedded/registry.js';
import { syntaxOf } from '../../src/syntax/registry.js';
import type { Document } from '../../src/syntax/syntax.js';
import { applyEdits, type TextEdit } from '../../src/text/edit.js';
import type { Span } from '../../src/text/span.js';
import type { Sample } from './sample.js';

/** A sample as its carrier reads it. */
export interface OpenSample {
  readonly carrier: Carrier;
  /** What the carrier reads: the file, or what is embedded in it. */
  readonly document: Document;
  readonly embedded: Embedded | undefined;
  readonly reading: Reading;
  /** Where a span of the document stands in the file. */
  readonly outerSpan: (span: Span) => Span;
  /** The file after edits of the document; undefined where they cannot be written. */
  readonly edited: (edits: readonly TextEdit[]) => string | undefined;
}

/** Reads a sample; throws where its carrier does not. */
export function openSample({ carrier: id, embedder, path, text }: Sample): OpenSample {
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  const file = syntax.parse(text);
  const embedding = embedders.find(one => one.id === embedder);
  const documents: readonly Source[] = embedding
    ? embedding.embedded(file, path).map(one => ({ document: one.document, path: one.path, wanted: one.wanted, embedded: one }))
    : [{ document: file, path, wanted: undefined, embedded: undefined }];
  for (const source of documents) {
    const reading = readBy(id, source);
    if (!reading) continue;
    const { document, embedded } = source;
    return {
      carrier: carrierOf(id),
      document,
      embedded,
      reading,
      outerSpan: span => embedded?.outerSpan(span) ?? span,
      edited: edits => {
        const outer = embedded ? embedded.outerEdits(applyEdits(document.text, edits)) : edits;
        return outer && applyEdits(text, outer);
      },
    };
  }
  throw new Error(`${id} does not read what it wrote:\n${text}`);
}

interface Source {
  readonly document: Document;
  readonly path: string;
  readonly wanted: Wanted | undefined;
  readonly embedded: Embedded | undefined;
}

function readBy(id: string, { document, path, wanted }: Source): Reading | undefined {
  const choice = chooseCarriers(document, path, wanted).find(({ carrier, verdict }) => carrier.id === id && verdict === 'reads');
  return choice?.carrier.read(document, path, choice.recognition);
}

/** The carrier of that id; throws where there is none. */
export function carrierOf(id: string): Carrier {
  const carrier = carriers.find(one => one.id === id);
  if (!carrier) throw new Error(`There is no carrier ${id}.`);
  return carrier;
}
