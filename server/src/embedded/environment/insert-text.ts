import { spellScalar } from '../../syntax/yaml-spell.js';
import { yaml } from '../../syntax/yaml.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { TextEdit } from '../../text/edit.js';

/** Adds a key behind another one of the same mapping, with a text in quotes: without them YAML would take some texts for numbers and the like. */
export function insertText(document: Document, after: Entry, key: string, value: string): readonly TextEdit[] {
  const plain = `${key}: ${value}`;
  const text = `${key}: ${spellScalar(value, { flow: true, quote: '"' })}`;
  return yaml.insert(document, { after }, [key], value).map(edit => ({ ...edit, newText: edit.newText.replace(plain, () => text) }));
}
