import { syntaxes } from '../../src/syntax/registry.js';
import { openSample } from './open.js';
import type { Sample } from './sample.js';

/** The sample with one more setting, written by its carrier; undefined where it cannot spell it. Throws where it does not read its own sample. */
export function writeInto(sample: Sample, property: string, value: string): string | undefined {
  const { carrier, document, reading, edited } = openSample(sample);
  const { role, scope: name } = sample;
  const scope = reading.scopes.find(one => name === undefined || one.name === name);
  if (!scope) throw new Error(`${sample.carrier} does not read ${name ?? 'any scope'} of what it wrote:\n${sample.text}`);
  const spelling = carrier.write({ property, role, scope, near: undefined }, document, reading);
  if (!spelling) return undefined;
  const syntax = syntaxes[document.syntax];
  const last = document.entries.at(-1);
  const place = syntax === syntaxes.properties && last ? { after: last } : spelling.place;
  const written = spelling.inForm?.(value) ?? carrier.writeValue(property, role, value, undefined);
  return edited(syntax.insert(document, place, spelling.keys, written));
}
