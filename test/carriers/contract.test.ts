import assert from 'node:assert/strict';
import { propertiesOf } from '../../server/src/kafka/catalogue/catalogue.js';
import { attributes } from '../../server/src/kafka/frameworks/frameworks.js';
import { heldText } from '../../server/src/kafka/value.js';
import type { Property } from '../../server/src/kafka/property.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import type { Sample } from '../../server/tools/samples/sample.js';
import { samples } from '../../server/tools/samples/samples.js';
import { carrierOf, samplesFor, writeInto } from '../support/render.js';
import { readBy } from '../support/read.js';
import { carriers } from '../../server/src/carriers/registry.js';

/** A value that the property's type takes. */
function valueFor({ type, validity }: Property): string {
  if (type === 'boolean') return 'true';
  return validity?.kind === 'one-of' ? (validity.values[0] ?? '1') : type === 'string' ? 'x' : '1';
}

/** What the sample's carrier reads for the property in the scope that was written into. */
function readValue(sample: Sample, text: string, name: string): string | undefined {
  const syntax = syntaxOf(sample.path, undefined);
  const reading = syntax && readBy(carrierOf(sample.carrier), syntax.parse(text), sample.path);
  const found = reading?.settings.findLast(
    ({ property, role, scope, ignored }) =>
      property === name && role === sample.role && !ignored && scope.name === (sample.scope ?? reading.scopes[0]?.name),
  );
  return found?.value.known === true ? found.value.text : undefined;
}

describe('the contract of carriers', () => {
  for (const { id, roles } of carriers) {
    it(`${id} has a sample for every role that it writes`, () => {
      for (const role of roles) assert.ok(samplesFor(role, [id]).length > 0, `${id} has no sample for ${role}`);
    });
  }
  for (const sample of samples) {
    it(`${sample.carrier} reads what it writes for a ${sample.role} in ${sample.path}`, () => {
      const own = attributes.filter(({ role }) => role === sample.role);
      let written = 0;
      for (const property of [...propertiesOf(sample.role), ...own]) {
        if (readValue(sample, sample.text, property.name) !== undefined) continue;
        const text = writeInto(sample, property.name, valueFor(property));
        if (text === undefined) continue;
        written++;
        // of several words of librdkafka for one value any will do
        const held = (value: string | undefined): string => heldText(sample.role, property.name, value ?? '');
        assert.equal(held(readValue(sample, text, property.name)), held(valueFor(property)), `${property.name} in:\n${text}`);
      }
      assert.ok(written > 0, 'nothing can be written');
    });
  }
});
