import { chooseCarriers } from '../analysis/choose.js';
import type { KeyOffer } from '../carriers/carrier.js';
import { carriers } from '../carriers/registry.js';
import type { Setting } from '../config/setting.js';
import type { Embedded, EmbeddedKeys } from '../embedded/embedded.js';
import { embedders } from '../embedded/registry.js';
import { textOf } from '../syntax/key-text.js';
import type { Document, Entry } from '../syntax/syntax.js';
import type { Analyzed } from './analyzed.js';

/** What may be written in a map of another program that has keys below these parents; `alone`: nothing else stands beside the key. */
export function embeddedMap(
  parents: readonly string[],
  part: number,
  alone: boolean,
  others: Document,
  { path, text, analysis }: Analyzed,
): { readonly offers: readonly KeyOffer[]; readonly keys: EmbeddedKeys } | undefined {
  const known = analysis.embedded.length > 0 ? embedders.filter(one => one.mayHold(path, text)) : [];
  for (const one of known.flatMap(embedder => embedder.embedded(others, path))) {
    const { keys } = one;
    if (keys?.part !== part || !keys.around.every((word, i) => word === parents[i])) continue;
    const inItem = keys.listed || keys.named === true;
    if (keys.named === true && !alone) continue;
    if (parents.length === keys.around.length + (inItem ? 1 : 0)) return { offers: spelledOffers(one, keys), keys };
  }
  return undefined;
}

/** Whether the entry stands in an item of the list that the keys are written as. */
export function isItemOf({ around, part }: EmbeddedKeys, entry: Entry): boolean {
  const path = entry.path.map(textOf);
  return entry.part === part && path.length === around.length + 2 && around.every((word, i) => word === path[i]);
}

/** The keys that may be written in an embedded map, as the outer text writes them. */
export function spelledOffers({ document, path, wanted }: Embedded, keys: EmbeddedKeys): readonly KeyOffer[] {
  return offersIn(document, [], { path, text: document.text, wanted }).flatMap(offer => {
    const key = keys.spell(offer.key);
    return key === undefined ? [] : [{ ...offer, key }];
  });
}

/** The keys that may be written below these parents, besides those that the document has. */
export function offersIn(
  others: Document,
  parents: readonly string[],
  { path, text, wanted }: Pick<Analyzed, 'path' | 'text' | 'wanted'>,
): readonly KeyOffer[] {
  const choices = chooseCarriers(others, path, wanted);
  return carriers
    .filter(carrier => carrier.syntaxes.includes(others.syntax) && carrier.mayRead(path, text))
    .flatMap(carrier => {
      const choice = choices.find(one => one.carrier === carrier);
      const recognition = choice?.verdict === 'reads' ? choice.recognition : undefined;
      if (carrier.claims !== 'keys' && !recognition) return [];
      const settings = recognition ? (carrier.read(others, path, recognition)?.settings ?? []) : [];
      return carrier.offerKeys(parents, others, recognition).filter(offer => !isSet(offer, parents, settings, others));
    });
}

function isSet(offer: KeyOffer, parents: readonly string[], settings: readonly Setting[], document: Document): boolean {
  if (offer.property === undefined) {
    return document.sections.some(section => section.path.length === parents.length + 1 && lastKey(section) === offer.key);
  }
  const inScope = ({ scope }: Setting): boolean => (offer.scope === undefined ? scope.base === undefined : scope.name === offer.scope);
  return settings.some(setting => setting.own && setting.property === offer.property && setting.role === offer.role && inScope(setting));
}

/** How the file separates key and value: as its last entry does. */
export function separatorIn({ entries, text }: Document): string {
  const last = entries.findLast(entry => entry.valueSpan.start > entry.keySpan.end);
  return last ? text.slice(last.keySpan.end, last.valueSpan.start) : '=';
}

/** The last key of a path; undefined for a place in a list. */
export function lastKey({ path }: Pick<Entry, 'path'>): string | undefined {
  const last = path.at(-1);
  return last?.kind === 'key' ? last.text : undefined;
}
