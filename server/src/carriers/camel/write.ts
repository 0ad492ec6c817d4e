import type { Reading } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { KeyOffer, Spelling, WriteTarget } from '../carrier.js';
import { usualStyle } from '../shared/styles.js';
import { camelRoles, optionOf, propertyOf } from './options.js';

/** Where and how an option is written: beside another one, and as that is written. */
export function writeCamel({ property, role, scope, near }: WriteTarget, reading: Reading): Spelling | undefined {
  const written = reading.settings.filter(setting => setting.scope === scope).flatMap(({ entry }) => optionAt(entry) ?? []);
  const beside = written.find(({ entry }) => entry === near?.entry) ?? written.at(-1);
  const client = camelRoles.find(one => one === role);
  const option = client && optionOf(property, client, isCamelCase(written));
  return beside && option !== undefined ? { place: { after: beside.entry }, keys: [beside.prefix + option] } : undefined;
}

/** The options that can be written below these keys, or in a line of a flat file. */
export function offerOptions(parents: readonly string[], document: Document, found: boolean): readonly KeyOffer[] {
  const flat = document.syntax === 'properties';
  if (flat ? !found : !/^camel\.component\.kafka(\.configuration)?$/.test(parents.join('.'))) return [];
  const camelCase = isCamelCase(document.entries.flatMap(entry => optionAt(entry) ?? []));
  return camelRoles.flatMap(role =>
    propertiesOf(role).flatMap(({ name }): readonly KeyOffer[] => {
      const option = optionOf(name, role, camelCase);
      return option === undefined ? [] : [{ key: flat ? `camel.component.kafka.${option}` : option, property: name, role }];
    }),
  );
}

interface WrittenOption {
  readonly entry: Entry;
  /** What stands before the option in the last written key: `camel.component.kafka.`. */
  readonly prefix: string;
  readonly option: string;
}

function optionAt(entry: Entry): WrittenOption | undefined {
  const keys = entry.path.map(textOf);
  if (!/^camel\.component\.kafka\.(configuration\.)?[\w-]+$/.test(keys.join('.'))) return undefined;
  const last = keys.slice(-1).join('');
  const start = last.lastIndexOf('.') + 1;
  const option = last.slice(start);
  return camelRoles.some(role => propertyOf(option, role) !== undefined) ? { entry, prefix: last.slice(0, start), option } : undefined;
}

function isCamelCase(written: readonly WrittenOption[]): boolean {
  return usualStyle(written.map(({ option }) => option)) === 'camel';
}
