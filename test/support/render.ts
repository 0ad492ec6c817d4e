import type { Carrier } from '../../server/src/carriers/carrier.js';
import { carriers } from '../../server/src/carriers/registry.js';
import type { Role } from '../../server/src/kafka/property.js';
import { syntaxes, syntaxOf } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import type { Sample } from '../../server/tools/samples/sample.js';
import { samples } from '../../server/tools/samples/samples.js';
import { readBy } from './read.js';

export interface Rendered {
  readonly path: string;
  readonly text: string;
}

/** The samples of a role, of all carriers or of those named. */
export function samplesFor(role: Role, carrierIds?: readonly string[]): readonly Sample[] {
  return samples.filter(sample => sample.role === role && (carrierIds?.includes(sample.carrier) ?? true));
}

/** The settings, `property=value` a line, written into the sample by its carrier; undefined where it cannot spell one of them. */
export function render(sample: Sample, settings: string): Rendered | undefined {
  let text: string | undefined = sample.text;
  for (const line of settings.split('\n').filter(one => one !== '')) {
    text = writeInto({ ...sample, text }, line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
    if (text === undefined) return undefined;
  }
  return { path: sample.path, text };
}

/** The sample with one more setting; undefined where its carrier cannot spell it. */
export function writeInto({ carrier: id, role, path, text, scope: name }: Sample, property: string, value: string): string | undefined {
  const carrier = carrierOf(id);
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  const document = syntax.parse(text);
  const reading = readBy(carrier, document, path);
  const scope = reading?.scopes.find(one => name === undefined || one.name === name);
  if (!reading || !scope) throw new Error(`${id} does not read ${name ?? 'any scope'} of what it wrote:\n${text}`);
  const spelling = carrier.write({ property, role, scope, near: undefined }, document, reading);
  if (!spelling) return undefined;
  const last = document.entries.at(-1);
  const place = syntax === syntaxes.properties && last ? { after: last } : spelling.place;
  return applyEdits(text, syntax.insert(document, place, spelling.keys, carrier.writeValue(property, role, value, undefined)));
}

/** The carrier of that id; throws where there is none. */
export function carrierOf(id: string): Carrier {
  const carrier = carriers.find(one => one.id === id);
  if (!carrier) throw new Error(`There is no carrier ${id}.`);
  return carrier;
}
