import type { Role } from '../../server/src/kafka/property.js';
import type { Sample } from '../../server/tools/samples/sample.js';
import { samples } from '../../server/tools/samples/samples.js';
import { writeInto } from '../../server/tools/samples/write.js';

export { carrierOf, writeInto } from '../../server/tools/samples/write.js';

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
