import type { Ignored, Scope, Setting, SettingValue, UnknownKey } from '../../../config/setting.js';
import { propertiesOf } from '../../../kafka/catalogue/catalogue.js';
import type { Role } from '../../../kafka/property.js';
import type { Entry } from '../../../syntax/syntax.js';
import { bare, mapKey, relaxed, type Element } from '../names.js';
import { leaves, otherKeys } from './leaves.js';

interface Found {
  readonly settings: Setting[];
  readonly unknownKeys: UnknownKey[];
}

/** The sections whose keys are all Spring's, and the client that they are about. */
const sections: Readonly<Record<string, Role>> = {
  producer: 'producer',
  template: 'producer',
  consumer: 'consumer',
  listener: 'consumer',
  retry: 'consumer',
  admin: 'admin',
  streams: 'streams',
};

/** Sections of whose unknown keys nothing can be said. */
const silent = ['ssl', 'security', 'jaas'];

/** A key that Spring does not bind: a Kafka key outside `properties`, a leaf of another section, or a typo. `rest`: below `spring.kafka`. */
export function readMisplaced(
  entry: Entry,
  rest: readonly Element[],
  scope: Scope,
  valueOf: (entry: Entry) => SettingValue,
  found: Found,
): void {
  const [section = '', second = ''] = rest.map(({ text }) => relaxed(text));
  if (silent.includes(section) || rest.length < 2) return;
  const key = mapKey(rest.slice(1));
  const role = sections[section];
  if (!role) {
    readOtherSection(entry, mapKey(rest), key, scope, found);
    return;
  }
  if (otherKeys.some(other => bare(other) === bare(key)) || silent.includes(second)) return;
  const meant = meaningOf(section, role, key);
  if (meant) {
    const { property } = meant.worksAs;
    found.settings.push({ property, role, value: valueOf(entry), entry, scope, rank: 0, own: true, ignored: meant });
    return;
  }
  const own = leaves.filter(leaf => leaf.path[0] === section && leaf.lifetime !== 'gone');
  const candidates = [...own.map(leaf => leaf.path.slice(1).join('.')), ...otherKeys];
  found.unknownKeys.push({ entry, scope, role, key, candidates });
}

type Meant = Ignored & { readonly worksAs: NonNullable<Ignored['worksAs']> };

/** Where the key would work; undefined where it means nothing to any client. */
function meaningOf(section: string, role: Role, key: string): Meant | undefined {
  const wanted = bare(key);
  const own = section === role ? propertyLike(role, wanted) : undefined;
  if (own !== undefined) return { why: 'no-such-leaf', worksAs: { property: own, role } };
  const inside = section === 'streams' ? clientOfStreams(key) : undefined;
  if (inside) return { why: 'no-such-leaf', worksAs: inside };
  const foreign = leaves.find(({ path, roles }) => roles.length === 1 && path[0] !== section && bare(path.slice(1).join('.')) === wanted);
  if (foreign) {
    const why = foreign.roles[0] === role ? 'other-section' : 'other-client';
    return { why, worksAs: { property: foreign.property, role: foreign.roles[0] } };
  }
  const inClient = propertyLike(role, wanted);
  return inClient === undefined ? undefined : { why: 'other-section', worksAs: { property: inClient, role } };
}

/** `producer.acks`: a key of a client inside Streams. */
function clientOfStreams(key: string): Ignored['worksAs'] {
  const [, role, name = ''] = /^(producer|consumer|admin|topic)\.(.+)$/.exec(key) ?? [];
  const property = role === undefined ? undefined : propertyLike(role as Role, bare(name));
  return property === undefined ? undefined : { property, role: role as Role };
}

function propertyLike(role: Role, wanted: string): string | undefined {
  return propertiesOf(role).find(({ name }) => bare(name) === wanted)?.name;
}

/** Applications have sections of their own here; with a key that only one of Spring's sections has, it may be meant. */
function readOtherSection(entry: Entry, whole: string, key: string, scope: Scope, found: Found): void {
  const wanted = bare(key);
  const same = leaves.filter(({ path, lifetime }) => path.length > 1 && lifetime !== 'gone' && bare(path.slice(1).join('.')) === wanted);
  const [first] = same;
  if (first) found.unknownKeys.push({ entry, scope, role: first.roles[0], key: whole, candidates: same.map(({ path }) => path.join('.')) });
}
