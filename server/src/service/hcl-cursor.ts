import { isHclLiteral } from '../syntax/hcl-value.js';
import { spellInQuotes, spellKey, spellQuoted } from '../syntax/hcl-spell.js';
import { slice, type Span } from '../text/span.js';

/** How HCL writes a key in an object, with what comes behind it. */
export function hclKey(key: string, separated: boolean): string {
  return spellKey(key) + (separated ? '' : ' = ');
}

/** How HCL writes a value there: inside of quotes if there are some, bare where a number or boolean is bare, else in quotes. */
export function hclValue(text: string, span: Span, value: string): string {
  if (text[span.start - 1] === '"') return spellInQuotes(value);
  return isHclLiteral(value) && isHclLiteral(slice(text, span)) ? value : spellQuoted(value);
}
