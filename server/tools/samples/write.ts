import type { Carrier } from '../../src/carriers/carrier.js';
import { carriers } from '../../src/carriers/registry.js';
import { syntaxes, syntaxOf } from '../../src/syntax/registry.js';
import { applyEdits } from '../../src/text/edit.js';
import type { Sample } from './sample.js';

/** The sample with one more setting, written by its carrier; undefined where it cannot spell it. Throws where it does not read its own sample. */
export function writeInto({ carrier: id, role, path, text, scope: name }: Sample, property: string, value: string): string | undefined {
  const carrier = carrierOf(id);
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  const document = syntax.parse(text);
  const recognition = carrier.recognize(document, path);
  const reading = recognition?.readable === true ? carrier.read(document, path, recognition) : undefined;
  const scope = reading?.scopes.find(one => name === undefined || one.name === name);
  if (!reading || !scope) throw new Error(`${id} does not read ${name ?? 'any scope'} of what it wrote:\n${text}`);
  const spelling = carrier.write({ property, role, scope, near: undefined }, document, reading);
  if (!spelling) return undefined;
  const last = document.entries.at(-1);
  const place = syntax === syntaxes.properties && last ? { after: last } : spelling.place;
  const written = spelling.inForm?.(value) ?? carrier.writeValue(property, role, value, undefined);
  return applyEdits(text, syntax.insert(document, place, spelling.keys, written));
}

/** The carrier of that id; throws where there is none. */
export function carrierOf(id: string): Carrier {
  const carrier = carriers.find(one => one.id === id);
  if (!carrier) throw new Error(`There is no carrier ${id}.`);
  return carrier;
}
