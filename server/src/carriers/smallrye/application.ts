import type { Document, Entry } from '../../syntax/syntax.js';
import { namedEntries, type Area, type Direction, type NamedEntry } from './names.js';
import { kafkaReader, valueReader, type ValueReader } from './values.js';

/** An entry with the part of the application that it belongs to. */
export type Placed<K extends Area['kind'] = Area['kind']> = NamedEntry & { readonly area: Extract<Area, { kind: K }> };

/** A channel that the file names. */
export interface Channel {
  readonly direction: Direction;
  readonly name: string;
  readonly own: readonly Placed<'channel'>[];
}

/** What one file says, sorted by the parts of the application. */
export interface Application {
  readonly channels: readonly Channel[];
  readonly connectors: readonly Placed<'connector'>[];
  /** `kafka.*`, which Quarkus hands to every Kafka client; without Quarkus only what the connector itself looks for there. */
  readonly globals: readonly Placed<'global'>[];
  readonly streams: readonly Placed<'streams'>[];
  /** The file is that of a Quarkus application, as far as can be seen. */
  readonly quarkus: boolean;
  readonly named: readonly NamedEntry[];
  /** Keys that would be one of these if they were nested. */
  readonly dotted: readonly Placed[];
  readonly valueOf: ValueReader;
  readonly kafkaValueOf: ValueReader;
  /** The name that Quarkus gives to groups; undefined where nobody writes it, as Quarkus has it from the build then. */
  readonly name: string | undefined;
}

/**
 * Sorts the entries of a document. Copies of a channel (`orders$1`), of which `concurrency` says how many there are, are no channels of
 * their own.
 */
export function applicationIn(document: Document, path: string): Application {
  const named = namedEntries(document);
  return sorted(document, named, isQuarkus(named, path));
}

/** The same where it is known who reads the document; without that, Quarkus has to show in it. Nobody else reads YAML. */
export function applicationOf(document: Document, quarkus?: boolean): Application {
  const named = namedEntries(document);
  return sorted(document, named, quarkus ?? (document.syntax === 'yaml' || isQuarkus(named, '')));
}

function sorted(document: Document, named: readonly NamedEntry[], quarkus: boolean): Application {
  const of = <K extends Area['kind']>(kind: K): readonly Placed<K>[] =>
    named.filter((one): one is Placed<K> => one.area?.kind === kind && !one.dotted);
  const globals = of('global');
  const valueOf = valueReader(document, named);
  return {
    channels: channelsIn(of('channel')),
    connectors: of('connector'),
    globals: quarkus ? globals : globals.filter(({ area }) => area.key === 'bootstrap.servers'),
    streams: quarkus ? of('streams') : [],
    quarkus,
    named,
    dotted: quarkus ? named.filter((one): one is Placed => one.area !== undefined && one.dotted) : [],
    valueOf,
    kafkaValueOf: kafkaReader(valueOf),
    name: nameIn(named, valueOf),
  };
}

function nameIn(named: readonly NamedEntry[], valueOf: ValueReader): string | undefined {
  const written = named.findLast(one => one.name === 'quarkus.application.name' && one.profiles.length === 0);
  const value = written && valueOf(written.entry);
  return value?.known === true ? value.text.trim() : undefined;
}

/** Quarkus alone reads `application` files with these keys; others read `microprofile-config` files too. */
function isQuarkus(named: readonly NamedEntry[], path: string): boolean {
  if (named.some(({ name }) => /^"?quarkus\./.test(name))) return true;
  const isApplication = /(^|\/)application(-[^/]+)?\.(properties|ya?ml)$/i.test(path);
  return isApplication && named.some(({ area, profiles }) => area?.kind === 'channel' || area?.kind === 'connector' || profiles.length > 0);
}

function channelsIn(entries: readonly Placed<'channel'>[]): readonly Channel[] {
  const channels = new Map<string, Channel & { own: Placed<'channel'>[] }>();
  for (const entry of entries) {
    const { direction, channel: name } = entry.area;
    const found = channels.get(`${direction} ${name}`);
    if (found) found.own.push(entry);
    else channels.set(`${direction} ${name}`, { direction, name, own: [entry] });
  }
  return [...channels.values()].filter(({ direction, name, own }) => {
    // what somebody begins to type makes no channel
    if (own.every(({ isSet }) => !isSet)) return false;
    const original = name.includes('$') ? channels.get(`${direction} ${name.replace(/\$.*$/s, '')}`) : undefined;
    return original?.own.some(one => one.area.key === 'concurrency' && holdsIn(one, production)) !== true;
  });
}

/** Whether an entry has a say in a profile. */
export function holdsIn({ profiles }: NamedEntry, profile: string): boolean {
  return profiles.length === 0 || profiles.includes(profile);
}

/** What connects a channel in a profile, or else the first key that it has there. */
export function openerOf({ own }: Channel, profile: string): Entry | undefined {
  const here = own.filter(one => (profile === production ? holdsIn(one, profile) : one.profiles.includes(profile)));
  return (here.find(({ area }) => area.key === 'connector') ?? here[0])?.entry;
}

/** The profile that production has where nobody says otherwise. Source: io.quarkus.runtime.LaunchMode. */
export const production = 'prod';
