import type { FrameworkDefault, Scope, Setting } from '../../config/setting.js';
import { findProperty } from '../../kafka/catalogue/catalogue.js';
import type { Property } from '../../kafka/property.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { wordedKeys } from '../shared/containers.js';
import { splitParts } from '../shared/spring-scopes.js';
import { camelDefaults, camelRoles, propertyOf, type CamelRole } from './options.js';
import { camelValue } from './values.js';

/** What a file says of Camel's component for Kafka. */
export interface Component {
  readonly scopes: readonly Scope[];
  readonly keys: readonly CamelKey[];
  readonly settings: readonly Setting[];
  readonly defaults: readonly FrameworkDefault[];
}

/** One key of the component that reaches a client. */
export interface CamelKey {
  readonly entry: Entry;
  readonly scope: Scope;
  readonly meaning: Meaning;
}

interface Meaning {
  readonly says: readonly { readonly role: CamelRole; readonly property: Property }[];
  /** Kafka's name, which goes to both clients. */
  readonly asItIs: boolean;
  /** What is inside of `configuration` wins over the same beside it, and over both a key that goes to the clients as it is. */
  readonly rank: number;
}

interface WrittenKey {
  readonly entry: Entry;
  readonly key: string;
  readonly scope: Scope;
}

const component = 'camel.component.kafka.';
const optionKey = /^(configuration\.)?([\w-]+)$/;
/** `additional-properties[max.block.ms]`, with Quarkus also in quotes; one word needs neither. */
const additionalKey = /^(configuration\.)?additional-?properties(?:\.?\[["']?([^\]"']+)["']?\]|\.["']([^"']+)["']|\.(\w+))$/i;

/** Camel sets these after all others. Source: getProps of KafkaProducer and KafkaConsumer. */
const setLast: ReadonlySet<string> = new Set(['bootstrap.servers', 'group.id']);

/** The component of a file; undefined where none of its keys reaches a client, or where it is turned off. */
export function readComponent(document: Document, path: string): Component | undefined {
  const parts = splitParts(document, path);
  const entries = document.entries.filter(entry => entry.path.slice(0, 1).map(textOf).join('').startsWith('camel'));
  const written = wordedKeys({ ...document, entries }).flatMap(({ entry, words, listed }): readonly WrittenKey[] => {
    const whole = words.join('.');
    return listed || !whole.startsWith(component) ? [] : [{ entry, key: whole.slice(component.length), scope: parts.scopeOf(entry) }];
  });
  if (saidOf(/^enabled$/i, written).some(([, value]) => value === 'false')) return undefined;
  const keys = written.flatMap(({ entry, key, scope }): readonly CamelKey[] => {
    const meaning = meaningOf(key);
    return meaning && meaning.says.length > 0 ? [{ entry, scope, meaning }] : [];
  });
  if (keys.length === 0) return undefined;
  // Camel commits batches itself: createConsumerProperties of KafkaConfiguration
  const batches = new Map(saidOf(/^(configuration\.)?batching$/i, written));
  const batched = new Set([...batches].flatMap(([scope, value]) => (value === 'true' ? [scope] : [])));
  const committed = [...batched].map(scope => ({ role: 'consumer', property: 'enable.auto.commit', value: 'false', scope }) as const);
  return {
    scopes: parts.scopes,
    keys,
    settings: keys.flatMap(key => settingsOf(key, batched)),
    defaults: [...camelDefaults, ...committed],
  };
}

/** The values of an option that reaches no client, the one that wins in a scope as the last of it. */
function saidOf(option: RegExp, written: readonly WrittenKey[]): readonly (readonly [Scope, string])[] {
  const found = written.flatMap(({ key, scope, entry }) => {
    const [whole] = option.exec(key) ?? [];
    return whole === undefined ? [] : [{ inside: whole.includes('.'), said: [scope, entry.value.trim().toLowerCase()] as const }];
  });
  return [...found.filter(({ inside }) => !inside), ...found.filter(({ inside }) => inside)].map(({ said }) => said);
}

function meaningOf(key: string): Meaning | undefined {
  const [, configuration, option] = optionKey.exec(key) ?? [];
  if (option !== undefined)
    return { says: saidBy(role => propertyOf(option, role)), asItIs: false, rank: configuration === undefined ? 0 : 1 };
  const [, inside, bracketed, quoted, word] = additionalKey.exec(key) ?? [];
  const property = bracketed ?? quoted ?? word;
  return property === undefined ? undefined : { says: saidBy(() => property), asItIs: true, rank: inside === undefined ? 2 : 3 };
}

function saidBy(nameFor: (role: CamelRole) => string | undefined): Meaning['says'] {
  return camelRoles.flatMap(role => {
    const property = findProperty(role, nameFor(role) ?? '');
    return property ? [{ role, property }] : [];
  });
}

function settingsOf({ entry, scope, meaning: { says, asItIs, rank } }: CamelKey, batched: ReadonlySet<Scope>): readonly Setting[] {
  return says.map(({ role, property }): Setting => {
    const { name } = property;
    const value = camelValue(entry.value, property);
    const isCommitted = name === 'enable.auto.commit' && !asItIs && batched.has(scope);
    const isFalse = value.known && value.text === 'false';
    const worksAs = asItIs ? { property: name, role } : undefined;
    const lost = asItIs ? setLast.has(name) : isCommitted && !isFalse;
    const ignored = lost ? ({ why: 'always-overridden', worksAs } as const) : undefined;
    return { property: name, role, value, entry, scope, rank, own: says.length === 1, ignored };
  });
}
