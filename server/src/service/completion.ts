import { CompletionItemKind, MarkupKind, type CompletionItem, type Position } from 'vscode-languageserver';
import type { Analyzed } from './analyzed.js';
import { cursorContext, type CursorContext } from './cursor.js';
import { propertyNamed } from '../kafka/frameworks/frameworks.js';
import { propertyDocumentation } from '../describe/hover.js';
import { valueChoices } from '../describe/choices.js';
import { isDocumentedIn } from '../kafka/catalogue/catalogue.js';
import { recommendedValue } from '../kafka/recommended.js';
import { meaningSentence } from '../describe/property.js';
import type { Span } from '../text/span.js';
import { rangeOf } from './positions.js';

/** Keys that may be written at the cursor and are not set yet, or values of the key before it, the recommended one first. */
export function completionsOf(analyzed: Analyzed, position: Position): CompletionItem[] {
  const context = cursorContext(analyzed, analyzed.lines.offsetAt(position));
  if (!context) return [];
  return context.kind === 'key' ? keyItems(context, analyzed) : valueItems(context, analyzed);
}

function keyItems(context: CursorContext & { kind: 'key' }, analyzed: Analyzed): CompletionItem[] {
  // what is typed is compared with the filter, and a quote may be typed
  const quote = quoteAt(context.span, analyzed);
  const comma =
    context.comma === undefined
      ? undefined
      : { range: rangeOf(analyzed.lines, { start: context.comma, end: context.comma }), newText: ',' };
  return context.offers.flatMap(offer => {
    const property = offer.property === undefined ? undefined : propertyNamed(offer.role, offer.property);
    if (property && property.defaults.length > 0 && !isDocumentedIn(property, context.version)) return [];
    const recommended = offer.property === undefined ? undefined : recommendedValue(offer.role, offer.property);
    const meaning = property && meaningSentence(property);
    const item: CompletionItem = {
      label: offer.key,
      kind: property ? CompletionItemKind.Property : CompletionItemKind.Module,
      detail: property ? `${offer.role}: ${property.type}` : 'section',
      // keys that matter for durability come first
      sortText: `${recommended === undefined ? (meaning === undefined ? '3' : '2') : '1'}${offer.key}`,
      ...(property ? { documentation: { kind: MarkupKind.Markdown, value: propertyDocumentation(property, context.version) } } : {}),
      textEdit: { range: rangeOf(analyzed.lines, context.span), newText: property ? context.write(offer.key) : `${offer.key}:` },
      filterText: quote + offer.key,
      ...(comma ? { additionalTextEdits: [comma] } : {}),
    };
    return [item];
  });
}

/** The quote that is there already. */
function quoteAt({ start }: Span, { text }: Analyzed): string {
  return /^["']/.exec(text.slice(start, start + 1))?.[0] ?? '';
}

function valueItems(context: CursorContext & { kind: 'value' }, analyzed: Analyzed): CompletionItem[] {
  const choices = valueChoices(context.property, context.version).map(choice => ({ ...choice, written: context.write(choice.value) }));
  // several words may have one name in this place
  const first = choices.filter((choice, i) => choices.findIndex(({ written }) => written === choice.written) === i);
  return first.map((choice, i) => {
    const { written } = choice;
    return {
      label: written,
      kind: CompletionItemKind.Value,
      ...(choice.note === undefined ? {} : { detail: choice.note }),
      sortText: String(i).padStart(2, '0'),
      textEdit: { range: rangeOf(analyzed.lines, context.span), newText: context.spell(written) },
      filterText: quoteAt(context.span, analyzed) + written,
      ...(choice.note === 'recommended' ? { preselect: true } : {}),
    };
  });
}
