import { versionOf } from '../../../server/src/analysis/options.js';
import type { Carrier } from '../../../server/src/carriers/carrier.js';
import type { EffectiveConfig } from '../../../server/src/config/effective.js';
import { resolveConfigs } from '../../../server/src/config/resolve.js';
import type { Reading, Scope, Setting } from '../../../server/src/config/setting.js';
import { existsIn, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { syntaxes, syntaxOf } from '../../../server/src/syntax/registry.js';
import type { Case } from './comparison.js';

/** The keys of a `.properties` file as a Java program gets them; the last of equal ones. */
export function propsOf({ text }: Case): Readonly<Record<string, string>> {
  const { entries } = syntaxes.properties.parse(text);
  return Object.fromEntries(
    entries.map(({ path, value }) => [path.map(part => (part.kind === 'key' ? part.text : '')).join('.'), value] as const),
  );
}

/** What the carrier reads in a file that is its own, even if its keys do not say so. */
export function readingOf(carrier: Carrier, { path, text }: Case): Reading {
  const document = (syntaxOf(path, undefined) ?? syntaxes.properties).parse(text);
  const [role] = carrier.roles;
  const asked = role && { score: 100, readable: true, trust: 'certain' as const, roles: [role] as const, clues: [] };
  const recognition = carrier.recognize(document, path) ?? asked;
  const reading = recognition && carrier.read(document, path, recognition);
  if (!reading) throw new Error(`${carrier.id} does not read ${path}:\n${text}`);
  return reading;
}

/** The configuration that Ackguard resolves for a client, if need be of defaults alone. */
export function clientIn(reading: Reading, role: Role, scope: Scope, version: string): EffectiveConfig {
  // a role of which nothing is written has no configuration of its own
  const [entry] = syntaxes.properties.parse('a=').entries;
  if (!entry) throw new Error('There is no entry.');
  const value = { known: true, text: '', placeholder: false } as const;
  const mark: Setting = { property: '', role, scope, value, entry, rank: 0, own: true, ignored: undefined };
  const judged = { version: versionOf(version), versionKnown: true, profile: 'production' } as const;
  const configs = resolveConfigs({ ...reading, scopes: [scope], settings: [...reading.settings, mark] }, [], judged);
  const config = configs.find(one => one.role === role);
  if (!config) throw new Error(`There is no ${role}.`);
  return config;
}

/** Every key that the client is given, by the file or by the framework, with the text as it reaches the client. */
export function givenTo(config: EffectiveConfig): Readonly<Record<string, string>> {
  return Object.fromEntries(
    propertiesOf(config.role).flatMap(property => {
      const { name } = property;
      const effective = config.effective(name);
      if (!effective || effective.origin === 'kafka') return [];
      // of keys for all clients each gets those that it knows
      if (effective.setting?.own === false && !existsIn(property, config.version)) return [];
      const written = effective.setting?.value;
      return [[name, written?.known ? written.text : effective.text] as const];
    }),
  );
}

/** Of the keys that a client gets those that the catalogue knows and both sides can name. */
export function known(
  role: Role,
  props: Readonly<Record<string, string>>,
  unknowable: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const names = new Set(propertiesOf(role).map(({ name }) => name));
  return Object.fromEntries(Object.entries(props).filter(([name]) => names.has(name) && !unknowable.has(name)));
}
