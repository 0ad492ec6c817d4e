import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { KeyOffer, Spelling, WriteTarget } from '../carrier.js';
import type { HeldKey } from '../shared/containers.js';
import { spelled, styleOf, type Style } from '../shared/styles.js';
import { clientSections, type ClientSection } from './clients.js';
import { scopeName } from './layout.js';
import { propertyMeant } from './keys.js';

/** Where and how a property is written: beside the other keys of its section, and as these are written. */
export function writeGeneric({ property, scope, near }: WriteTarget, document: Document): Spelling | undefined {
  const places = clientSections(document)
    .filter(section => scopeName(section) === scope.name)
    .flatMap(placesOf);
  const place = places.find(({ held }) => held.entry === near?.entry) ?? places.at(-1);
  if (!place || propertyMeant(property) !== property) return undefined;
  return { place: { after: place.held.entry }, keys: [place.prefix + spelled(property, place.style)] };
}

/** The value as the application has it already: the name of a constant stays one. */
export function writeGenericValue(value: string, entry: Entry | undefined): string {
  if (!entry || !/^[A-Z][A-Z_]+$/.test(entry.value.trim())) return value;
  const style = styleOf(lastOf(entry));
  return style !== undefined && style !== 'dotted' && /^[a-z_]+$/.test(value) ? value.toUpperCase() : value;
}

/** What can be written below these keys, or in a line of a flat file. */
export function offerGenericKeys(parents: readonly string[], document: Document): readonly KeyOffer[] {
  const below = parents.flatMap(key => key.split('.')).join('.');
  return clientSections(document).flatMap((section): readonly KeyOffer[] => {
    const place = placesOf(section).find(one => document.syntax === 'properties' || one.parents === below);
    if (!place) return [];
    return section.roles.flatMap(role =>
      propertiesOf(role).map(({ name }) => ({
        key: place.prefix + spelled(name, section.style),
        property: name,
        role,
        scope: scopeName(section),
      })),
    );
  });
}

interface WrittenPlace {
  readonly held: HeldKey;
  /** What stands before the client's own name in the last written key: `kafka.producer.`. */
  readonly prefix: string;
  /** The dotted keys around the last written one. */
  readonly parents: string;
  /** How it is written, or else its section. */
  readonly style: Style;
}

/** The keys of the section that are not spread over mappings of their own, as a new one is written beside them. */
function placesOf({ container, style }: ClientSection): readonly WrittenPlace[] {
  return container.held.flatMap((held): readonly WrittenPlace[] => {
    const { entry, key, listed } = held;
    const last = lastOf(entry);
    if (listed || !last.endsWith(key)) return [];
    const parents = entry.path.slice(0, -1).map(textOf).join('.');
    return [{ held, prefix: last.slice(0, last.length - key.length), parents, style: styleOf(key) ?? style }];
  });
}

/** The last key as it is written. */
function lastOf({ path }: Entry): string {
  return path.slice(-1).map(textOf).join('');
}
