import { resolveValue } from '../../config/placeholder.js';
import type { FrameworkDefault, Reading, Scope, Setting, SettingValue } from '../../config/setting.js';
import { findProperty } from '../../kafka/catalogue/catalogue.js';
import type { Property } from '../../kafka/property.js';
import { isDevelopmentProfile } from '../shared/spring-scopes.js';
import { styleOf } from '../shared/styles.js';
import type { ClientSection } from './clients.js';
import { canonicalChoice, clientRoles, type ClientRole } from './keys.js';

type Read = Pick<Reading, 'scopes' | 'settings' | 'frameworkDefaults'>;

/** What the sections set; the other keys in them are the application's own. */
export function readSections(sections: readonly ClientSection[], path: string): Read {
  const scoped = sections.map(section => ({ section, scope: scopeOf(section, path) }));
  return {
    scopes: scoped.map(({ scope }) => scope),
    settings: scoped.flatMap(({ section, scope }) => settingsOf(section, scope)),
    frameworkDefaults,
  };
}

/** What an application's code says as often as its file. */
const saidInCode: Readonly<Record<ClientRole, readonly string[]>> = {
  producer: ['acks', 'retries', 'enable.idempotence', 'transactional.id'],
  consumer: ['group.id', 'enable.auto.commit', 'auto.offset.reset', 'isolation.level'],
};
const frameworkDefaults: readonly FrameworkDefault[] = clientRoles.flatMap(role =>
  saidInCode[role].map(property => ({ role, property, value: undefined })),
);

/** The name of the scope of a section. */
export function scopeName({ container: { path, part } }: ClientSection): string {
  const name = path.length === 0 ? 'file' : path.join('.');
  return part === 0 ? name : `${name} in document ${part + 1}`;
}

function scopeOf(section: ClientSection, path: string): Scope {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
  const development = [file, ...section.container.path].some(isDevelopmentProfile);
  // what is not said here the application says
  return { name: scopeName(section), base: undefined, complete: false, development };
}

function settingsOf({ container, roles, style }: ClientSection, scope: Scope): readonly Setting[] {
  return container.held.flatMap(({ entry, key, property, listed }) =>
    roles.flatMap((role): readonly Setting[] => {
      const known = findProperty(role, property);
      if (!known || listed) return [];
      const value = valueOf(entry.value, known, (styleOf(key) ?? style) !== 'dotted');
      return [{ property, role, value, entry, scope, rank: 0, own: true, ignored: undefined }];
    }),
  );
}

/** `converted`: the application reads the value by itself, into a constant or a length of time, before it hands it on. */
function valueOf(text: string, { type, validity }: Property, converted: boolean): SettingValue {
  const value = resolveValue(text, 'kafka');
  if (!value.known || !converted) return value;
  const trimmed = value.text.trim();
  if (validity?.kind === 'one-of') {
    const choice = canonicalChoice(trimmed, validity.values);
    return choice === undefined ? value : { ...value, text: choice };
  }
  const isNumber = type === 'int' || type === 'long' || type === 'short';
  if (isNumber && /^[-+]?\d[\d_]*\s*[a-z_]*$/i.test(trimmed) && !/^[-+]?\d+$/.test(trimmed)) return { known: false };
  return value;
}
