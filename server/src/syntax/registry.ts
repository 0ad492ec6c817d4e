import { properties } from './properties.js';
import type { Syntax, SyntaxId } from './syntax.js';
import { yaml } from './yaml.js';

export const syntaxes: Readonly<Record<SyntaxId, Syntax>> = { properties, yaml };

/** The syntax by the file's ending; by the editor's language where the name has none that is known. Undefined for other files. */
export function syntaxOf(path: string, languageId: string | undefined): Syntax | undefined {
  if (/\.properties$/i.test(path)) return properties;
  if (/\.ya?ml$/i.test(path)) return yaml;
  if (/\.[a-z0-9]+$/i.test(path)) return undefined;
  if (languageId === undefined) return undefined;
  if (languageId.includes('yaml')) return yaml;
  return /propert|javaprop/.test(languageId) ? properties : undefined;
}
