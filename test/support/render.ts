import type { Role } from '../../server/src/kafka/property.js';
import type { Sample } from '../../server/tools/samples/sample.js';
import { samples } from '../../server/tools/samples/samples.js';

export { render, renderExample } from '../../server/tools/samples/render.js';
export { carrierOf, openSample } from '../../server/tools/samples/open.js';
export { writeInto } from '../../server/tools/samples/write.js';

/** The samples of a role, of all carriers or of those named. */
export function samplesFor(role: Role, carrierIds?: readonly string[]): readonly Sample[] {
  return samples.filter(sample => sample.role === role && (carrierIds?.includes(sample.carrier) ?? true));
}
