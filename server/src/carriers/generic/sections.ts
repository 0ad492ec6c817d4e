import type { Document } from '../../syntax/syntax.js';
import { camelSections } from './camel.js';
import type { ClientSection } from './client-section.js';
import { clientSections } from './clients.js';

/** Every section of a document that is read. */
export function sectionsOf(document: Document): readonly ClientSection[] {
  return [...clientSections(document), ...camelSections(document)];
}
