import type { FrameworkDefault, Reading, Scope, Setting, UnknownKey } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { findProperty, namesOf } from '../../kafka/catalogue/catalogue.js';
import { propertyNamed } from '../../kafka/frameworks/frameworks.js';
import type { Span } from '../../text/span.js';
import type { Application, Binding } from './application.js';
import type { Reader } from './leaves.js';
import type { Line, Meant } from './lines.js';

/** What is read of some clients. */
export interface Clients {
  readonly scopes: readonly Scope[];
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly defaults: readonly FrameworkDefault[];
  readonly openers: Reading['openers'];
}

/** The role of the client that a reader is. */
export function roleOf(reader: Exclude<Reader, 'streams'>): Role {
  switch (reader) {
    case 'input':
    case 'consumers':
      return 'consumer';
    case 'admins':
      return 'admin';
    case 'topics':
      return 'topic';
    default:
      return 'producer';
  }
}

/** Where the address stands that one binding has for itself. */
const ofBinding = 'scs:binding.bootstrap-servers';

/** What one line says to one client, as settings of the scope; keys that its role does not know say nothing. */
export function settingsFrom(line: Line, readers: readonly Reader[], scope: Scope, own: boolean): readonly Setting[] {
  return line.meant.flatMap(({ reader, property, value, rank, ignored }): readonly Setting[] => {
    if (reader === 'streams' || !readers.includes(reader)) return [];
    const role = roleOf(reader);
    // one binding cannot have its own, and says so when the application starts
    const isAddress = property === 'bootstrap.servers' && line.level !== 'binder' && !ignored;
    if (isAddress) return [{ property: ofBinding, role, value, entry: line.entry, scope, rank, own, ignored }];
    if (!propertyNamed(role, property)) return [];
    return [
      {
        property,
        role,
        value,
        entry: line.entry,
        scope,
        rank,
        // a topic with a key of its own has all others from the brokers
        own: own && reader !== 'topics',
        ignored: ignored ?? dropped({ reader, property, value, rank, ignored }, line),
      },
    ];
  });
}

/**
 * What the binder takes out of what it is told for all consumers; of one binding's own it does not.
 * Source: filterStreamManagedConfiguration of KafkaBinderConfigurationProperties.
 */
function dropped({ reader, property, value }: Meant, { level }: Line): Setting['ignored'] {
  if (level !== 'binder' || reader !== 'consumers') return undefined;
  if (property === 'group.id') return { why: 'dropped', worksAs: undefined };
  const isTrue = property === 'enable.auto.commit' && value.known && value.text.trim().toLowerCase() === 'true';
  return isTrue ? { why: 'dropped', worksAs: undefined } : undefined;
}

/** Keys of a line that nobody knows: typed wrong, or in a map where no client has such a key. */
export function unknownFrom(line: Line, readers: readonly Reader[], scope: Scope): readonly UnknownKey[] {
  if (line.unknown) {
    // the consumer has it already
    if (readers.includes('dead-letters')) return [];
    const { role, key, candidates } = line.unknown;
    return [{ entry: line.entry, scope, role, key, candidates }];
  }
  const inMap = line.meant.filter(({ property, ignored }) => !ignored && !property.includes(':'));
  if (inMap.some(({ reader, property }) => reader !== 'streams' && findProperty(roleOf(reader), property))) return [];
  const mine = inMap.find(({ reader }) => reader !== 'streams' && readers.includes(reader));
  if (!mine || mine.reader === 'streams') return [];
  const candidates = inMap.length > 1 ? namesOf(['producer', 'consumer', 'admin']) : undefined;
  return [{ entry: line.entry, scope, role: roleOf(mine.reader), key: mine.property, candidates }];
}

/** The key that a binding begins with: the section with its name, else its first key. */
export function openerOf({ own, name }: Binding, { document }: Application, part: (line: Line['entry']) => boolean): Span | undefined {
  const here = own.filter(({ entry }) => part(entry));
  const core = here.find(({ area }) => area.kind === 'core') ?? here[0];
  if (!core) return undefined;
  const named = document.sections.find(
    ({ keySpan, path, part: number }) =>
      keySpan &&
      number === core.entry.part &&
      path.length < core.entry.path.length &&
      path.every((one, i) => one === core.entry.path[i]) &&
      isNamed(path.at(-1), name),
  );
  return named?.keySpan ?? core.entry.keySpan;
}

function isNamed(segment: Line['entry']['path'][number] | undefined, name: string): boolean {
  return segment?.kind === 'key' && (segment.text === name || segment.text === `[${name}]`);
}

/** The setting in force in a scope. */
export function winner(property: string, scope: Scope, settings: readonly Setting[]): Setting | undefined {
  const chain: Scope[] = [];
  for (let one: Scope | undefined = scope; one; one = one.base) chain.push(one);
  const strength = (setting: Setting): number => setting.rank * 10 - chain.indexOf(setting.scope);
  const holding = settings.filter(one => one.property === property && !one.ignored && chain.includes(one.scope));
  const [strongest] = holding.reverse().sort((a, b) => strength(b) - strength(a));
  return strongest;
}
