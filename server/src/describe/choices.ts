import { recommendedValue } from '../kafka/recommended.js';
import type { Property } from '../kafka/property.js';
import { defaultIn } from '../kafka/catalogue/catalogue.js';
import { validityIn } from '../kafka/validity-history.js';
import type { KafkaVersion } from '../kafka/version.js';

/** A value that may be offered, and why it stands out. */
export interface Choice {
  readonly value: string;
  readonly note: string | undefined;
}

/** The values of an enumeration or a boolean, else the recommended value and the default: the recommended one first. */
export function valueChoices(property: Property, version: KafkaVersion): readonly Choice[] {
  const recommended = recommendedValue(property.role, property.name);
  const byDefault = defaultIn(property, version);
  const usual = byDefault.kind === 'value' && byDefault.text !== '' && property.type !== 'password' ? byDefault.text : undefined;
  const listed = listedValues(property, version);
  const values = [...new Set([recommended, ...listed, ...(listed.length === 0 ? [usual] : [])])];
  return values.flatMap(value => (value === undefined ? [] : [{ value, note: noteOf(value, recommended, usual) }]));
}

function listedValues(property: Property, version: KafkaVersion): readonly string[] {
  if (property.type === 'boolean') return ['true', 'false'];
  const validity = validityIn(property, version);
  return validity?.kind === 'one-of' || validity?.kind === 'list-of' ? validity.values : [];
}

function noteOf(value: string, recommended: string | undefined, usual: string | undefined): string | undefined {
  if (value === recommended) return 'recommended';
  return value === usual ? 'default' : undefined;
}
