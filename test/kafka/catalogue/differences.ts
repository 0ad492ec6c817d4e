import { decodeRole, type EncodedCatalogue } from '../../../server/src/kafka/catalogue/encoding.js';
import type { Property } from '../../../server/src/kafka/property.js';
import { storedRoles } from '../../../server/tools/catalogue/dumped.js';

const most = 40;

/** Where two texts of a generated file differ, one line each: by property for the catalogue, else by line of text. */
export function differences(before: string, after: string): readonly string[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  const all = keys
    .filter(key => old.get(key) !== now.get(key))
    .map(key => `${key}: ${old.get(key) ?? 'nothing'} -> ${now.get(key) ?? 'nothing'}`);
  return all.length > most ? [...all.slice(0, most), `and ${String(all.length - most)} more`] : all;
}

function factsOf(text: string): ReadonlyMap<string, string> {
  const json = /^ {2}'(.*)';$/m.exec(text)?.[1];
  if (json === undefined) return new Map(text.split('\n').map((line, i) => [`line ${String(i + 1)}`, line]));
  const catalogue = JSON.parse(json.replaceAll("\\'", "'").replaceAll('\\\\', '\\')) as EncodedCatalogue;
  return new Map(
    storedRoles.flatMap(role => [...decodeRole(catalogue, role).values()].map(property => [`${role} ${property.name}`, factOf(property)])),
  );
}

function factOf(property: Property): string {
  return JSON.stringify({ ...property, name: undefined, role: undefined });
}
