import { chooseCarriers } from '../analysis/choose.js';
import { carriers } from '../carriers/registry.js';
import type { Embedded } from '../embedded/embedded.js';
import { Lines } from '../text/lines.js';
import type { Carrier, KeyOffer } from '../carriers/carrier.js';
import type { Setting } from '../config/setting.js';
import { propertyNamed } from '../kafka/frameworks/frameworks.js';
import type { Property } from '../kafka/property.js';
import type { KafkaVersion } from '../kafka/version.js';
import { textOf } from '../syntax/key-text.js';
import { syntaxes, syntaxOf } from '../syntax/registry.js';
import type { Document, Entry, SyntaxId } from '../syntax/syntax.js';
import { touches, type Span } from '../text/span.js';
import type { Analyzed } from './analyzed.js';
import { embeddedMap, isItemOf, lastKey, offersIn, separatorIn, spelledOffers } from './key-offers.js';
import { hclKey, hclValue } from './hcl-cursor.js';
import { jsonKeyAt, jsonSeparator, jsonValueAt, withJsonKey } from './json-cursor.js';

/** What is being typed at the cursor. */
export type CursorContext =
  | {
      readonly kind: 'key';
      readonly span: Span;
      /** The key as it is written there, with what comes behind it. */
      readonly write: (key: string) => string;
      /** Where a comma has to be put as well. */
      readonly comma?: number;
      readonly offers: readonly KeyOffer[];
      readonly version: KafkaVersion;
    }
  | {
      readonly kind: 'value';
      readonly span: Span;
      readonly property: Property;
      readonly version: KafkaVersion;
      /** The value as this place wants it. */
      readonly write: (value: string) => string;
      /** That in the signs of the text. */
      readonly spell: (written: string) => string;
    };

/** A key that nobody writes, put under the cursor to learn where the syntax sees it. */
const marker = 'ackguardcursor';

/** The key or value at a UTF-16 offset; undefined where nothing of Kafka's can be written. */
export function cursorContext(analyzed: Analyzed, offset: number): CursorContext | undefined {
  return insideContext(analyzed, offset) ?? nameContext(analyzed, offset) ?? ownContext(analyzed, offset);
}

/** The key of an embedded map that the outer text writes as a value: `- name: KEY`. */
function nameContext(analyzed: Analyzed, offset: number): CursorContext | undefined {
  const { document, embedded, version } = analyzed.analysis;
  const named = embedded.filter(({ keys }) => keys?.named === true);
  const start = analyzed.lines.startOf(analyzed.lines.positionAt(offset).line);
  const entry = named.length > 0 ? document?.entries.find(one => lastKey(one) === 'name' && inValue(one, offset, start)) : undefined;
  const holder = entry && named.find(({ keys }) => keys && isItemOf(keys, entry));
  if (!entry || !holder?.keys) return undefined;
  const offers = spelledOffers(holder, holder.keys);
  const span = isEmpty(entry.valueSpan) ? { start: offset, end: offset } : entry.valueSpan;
  return offers.length > 0 ? { kind: 'key', span, write: key => key, offers, version } : undefined;
}

/** What is typed inside of an embedded text or value: that of the text itself, put where it stands. */
function insideContext(analyzed: Analyzed, offset: number): CursorContext | undefined {
  for (const embedded of analyzed.analysis.embedded) {
    const inner = embedded.innerOffset(offset);
    const found = inner === undefined ? undefined : ownContext(innerAnalyzed(embedded, analyzed), inner);
    if (!found) continue;
    const outer = embedded.outerSpan(found.span);
    const span = !isEmpty(found.span) && touches(outer, offset) ? outer : { start: offset, end: offset };
    if (found.kind === 'value' && embedded.keys && analyzed.analysis.document?.syntax === 'hcl')
      return { ...found, span, spell: written => hclValue(analyzed.text, span, written) };
    if (found.kind === 'value' || !embedded.keys) return { ...found, span };
  }
  return undefined;
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}

/** An embedded text as if it stood alone. */
function innerAnalyzed({ document, path, wanted }: Embedded, analyzed: Analyzed): Analyzed {
  const carried = analyzed.analysis.carried.filter(one => one.document === document);
  const choices = chooseCarriers(document, path, wanted);
  const analysis = { ...analyzed.analysis, document, carried, choices, embedded: [] };
  return { ...analyzed, path, text: document.text, lines: new Lines(document.text), analysis, wanted };
}

/** What may stand before a key on its line, where that is something else than in most syntaxes. */
const keysBefore: Partial<Record<SyntaxId, RegExp>> = { dockerfile: /^\s*(ENV\s.*)?$/i, hcl: /^\s*$|[{,]\s*$/ };

function ownContext(analyzed: Analyzed, offset: number): CursorContext | undefined {
  const { text } = analyzed;
  const start = analyzed.lines.startOf(analyzed.lines.positionAt(offset).line);
  const typed = text.slice(start, offset);
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (/^\s*[#!]/.test(typed)) return undefined;
  const { document } = analyzed.analysis;
  const entry = document?.entries.find(one => inValue(one, offset, start));
  const ofValue = entry && valueContext(entry, offset, analyzed);
  // an item of a list may be a key of another program, of which nothing but the beginning is typed
  if (ofValue || (entry && lastKey(entry) !== undefined)) return ofValue;
  if (document?.syntax === 'json') return jsonKeyContext(document, offset, analyzed);
  const token = /[^\s{,]*$/.exec(typed)?.[0] ?? '';
  const after = /^[^\s=:,}]*/.exec(rest)?.[0] ?? '';
  const before = keysBefore[document?.syntax ?? 'properties'] ?? /^[\s{,]*(- )?$/;
  if (!before.test(typed.slice(0, typed.length - token.length))) return undefined;
  const line = { start, end: offset + rest.length };
  const span = { start: offset - token.length, end: offset + after.length };
  return keyContext(span, line, /^\s*[=:]/.test(rest.slice(after.length)), analyzed);
}

/** The cursor is behind the key, on the key's own line or inside the value. */
function inValue(entry: Entry, offset: number, lineStart: number): boolean {
  if (offset <= entry.keySpan.end) return false;
  return (
    touches(entry.valueSpan, offset) ||
    (entry.valueSpan.end === entry.valueSpan.start && entry.keySpan.start >= lineStart && entry.keySpan.end < offset)
  );
}

function valueContext(entry: Entry, offset: number, analyzed: Analyzed): CursorContext | undefined {
  const { document } = analyzed.analysis;
  const place = document?.syntax === 'json' ? jsonValueAt(document, entry, offset) : undefined;
  const span = entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : { start: offset, end: offset };
  for (const carrier of carriers) {
    const reading = analyzed.analysis.carried.find(one => one.carrier === carrier)?.reading;
    // one line may be two settings, of which Kafka describes one
    const settings: readonly (Setting | KeyOffer | undefined)[] = reading?.settings.filter(one => one.entry === entry) ?? [];
    const found = settings.length > 0 ? settings : [emptySetting(entry, carrier, analyzed)];
    const setting = found.find(one => one?.property !== undefined && propertyNamed(one.role, one.property) !== undefined);
    const property = setting?.property === undefined ? undefined : propertyNamed(setting.role, setting.property);
    if (!setting || !property) continue;
    return {
      kind: 'value',
      span: place?.span ?? span,
      spell: place?.spell ?? (written => written),
      property,
      version: analyzed.analysis.version,
      write: value => carrier.writeValue(property.name, setting.role, value, entry),
    };
  }
  return undefined;
}

/** What a key would set that has no value yet, where its framework takes it for not written. */
function emptySetting(entry: Entry, carrier: Carrier, { analysis: { document, choices } }: Analyzed): KeyOffer | undefined {
  const key = lastKey(entry);
  const parents = entry.path.slice(0, -1).map(textOf);
  if (!document || !carrier.syntaxes.includes(document.syntax)) return undefined;
  const choice = choices.find(one => one.carrier === carrier);
  if (carrier.claims === 'file' && choice?.verdict !== 'reads') return undefined;
  return carrier.offerKeys(parents, document, choice?.recognition).find(offer => offer.key === key);
}

function keyContext(span: Span, line: Span, separated: boolean, analyzed: Analyzed): CursorContext | undefined {
  const syntax = syntaxOf(analyzed.path, undefined) ?? (analyzed.analysis.document && syntaxes[analyzed.analysis.document.syntax]);
  if (!syntax) return undefined;
  const { text } = analyzed;
  const colon = syntax.id === 'yaml' && !separated ? ': 0' : '';
  const marked = `${text.slice(0, span.start)}${marker}${colon}${text.slice(span.end)}`;
  const { entries } = syntax.parse(marked);
  const found = entries.find(entry => lastKey(entry) === marker);
  if (!found) return undefined;
  const parents = found.path.slice(0, -1).map(textOf);
  const others = syntax.parse(text.slice(0, line.start) + text.slice(line.end));
  const alone = !entries.some(entry => entry !== found && entry.section === found.section);
  const map = embeddedMap(parents, found.part, alone, others, analyzed);
  const offers = map ? map.offers : offersIn(others, parents, analyzed);
  if (offers.length === 0) return undefined;
  const { version } = analyzed.analysis;
  if (map?.keys.named === true) return { kind: 'key', span, write: key => `name: ${key}`, offers, version };
  if (syntax.id === 'hcl') return { kind: 'key', span, write: key => hclKey(key, separated), offers, version };
  const withSign = map?.keys.listed === true || syntax.id === 'dockerfile';
  const separator = separated ? '' : withSign ? '=' : syntax.id === 'yaml' ? ': ' : separatorIn(others);
  return { kind: 'key', span, write: key => key + separator, offers, version };
}

function jsonKeyContext(document: Document, offset: number, analyzed: Analyzed): CursorContext | undefined {
  const key = jsonKeyAt(document, offset);
  if (!key) return undefined;
  const others = syntaxes.json.parse(withJsonKey(analyzed.text, key, marker));
  const found = others.entries.find(entry => lastKey(entry) === marker);
  const offers = found ? offersIn(others, found.path.slice(0, -1).map(textOf), analyzed) : [];
  if (offers.length === 0) return undefined;
  const separator = key.separated ? '' : jsonSeparator(document);
  return {
    kind: 'key',
    span: key.span,
    write: name => JSON.stringify(name) + separator,
    offers,
    version: analyzed.analysis.version,
    ...(key.comma === undefined ? {} : { comma: key.comma }),
  };
}
