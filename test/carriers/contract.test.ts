import assert from 'node:assert/strict';
import { propertiesOf } from '../../server/src/kafka/catalogue/catalogue.js';
import { attributes } from '../../server/src/kafka/frameworks/frameworks.js';
import { heldText } from '../../server/src/kafka/value.js';
import type { Property } from '../../server/src/kafka/property.js';
import type { Sample } from '../../server/tools/samples/sample.js';
import { some } from '../support/runs.js';
import { samples } from '../../server/tools/samples/samples.js';
import { openSample, samplesFor, writeInto } from '../support/render.js';
import { carriers } from '../../server/src/carriers/registry.js';

/** A value that the property's type takes. */
function valueFor({ type, validity }: Property): string {
  if (type === 'boolean') return 'true';
  return validity?.kind === 'one-of' ? (validity.values[0] ?? '1') : type === 'string' ? 'x' : '1';
}

/** What the sample's carrier reads for each property in the scope that was written into; of several the last. */
function valuesIn(sample: Sample, text: string): ReadonlyMap<string, string | undefined> {
  const { reading } = openSample({ ...sample, text });
  const scope = sample.scope ?? reading.scopes[0]?.name;
  const settings = reading.settings.filter(one => one.role === sample.role && !one.ignored && one.scope.name === scope);
  return new Map(settings.map(({ property, value }) => [property, value.known ? value.text : undefined]));
}

function nameOf({ carrier, embedder }: Sample): string {
  return embedder === undefined ? carrier : `${carrier} in ${embedder}`;
}

describe('the contract of carriers', () => {
  for (const { id, roles } of carriers) {
    it(`${id} has a sample for every role that it writes`, () => {
      for (const role of roles) assert.ok(samplesFor(role, [id]).length > 0, `${id} has no sample for ${role}`);
    });
  }
  for (const [turn, sample] of samples.entries()) {
    it(`${nameOf(sample)} reads what it writes for a ${sample.role} in ${sample.path}`, () => {
      const own = attributes.filter(({ role }) => role === sample.role);
      const set = valuesIn(sample, sample.text);
      let written = 0;
      for (const property of some([...propertiesOf(sample.role), ...own], turn)) {
        if (set.get(property.name) !== undefined) continue;
        const text = writeInto(sample, property.name, valueFor(property));
        if (text === undefined) continue;
        written++;
        // of several words of librdkafka for one value any will do
        const held = (value: string | undefined): string => heldText(sample.role, property.name, value ?? '');
        assert.equal(held(valuesIn(sample, text).get(property.name)), held(valueFor(property)), `${property.name} in:\n${text}`);
      }
      assert.ok(written > 0, 'nothing can be written');
    });
  }
});
