import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { applicationIn, holdsIn, production, type Channel } from '../../../server/src/carriers/smallrye/application.js';
import { kafkaConnectorOf, kafkaEvidence } from '../../../server/src/carriers/smallrye/connectors.js';
import { namedEntries, quoted } from '../../../server/src/carriers/smallrye/names.js';
import { channelName, deadLettersName } from '../../../server/src/carriers/smallrye/scopes.js';
import { smallrye } from '../../../server/src/carriers/smallrye/smallrye.js';
import { roleOf } from '../../../server/src/carriers/smallrye/meaning.js';
import { versionOf } from '../../../server/src/analysis/options.js';
import type { Reading, Scope } from '../../../server/src/config/setting.js';
import { existsIn, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { smallryeAttributes } from '../../../server/src/kafka/frameworks/smallrye.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { syntaxOf } from '../../../server/src/syntax/registry.js';
import type { Document } from '../../../server/src/syntax/syntax.js';
import { provideFramework } from '../jars.js';
import { compileJava, startJava } from '../java.js';
import type { Answer, Case, ClientMaps, Comparison, Framework } from './comparison.js';
import { clientIn, givenTo, known } from './resolved.js';
import { cases } from './smallrye-cases.js';
import { generate, kafkaVersion } from './smallrye-generator.js';

/** The channels and Streams of Quarkus, by the classes of SmallRye and Quarkus that configure their clients. */
export const smallryeChannels: Comparison = { name: 'smallrye', cases, generate, start, resolve, deliberate };

/** Made of names and prefixes, or found out from the code. */
const unknowable: ReadonlySet<string> = new Set(['client.id', 'value.serializer', 'value.deserializer']);
/** The producer of dead letters mirrors the consumer of its channel. */
const unknowableOfDeadLetters: ReadonlySet<string> = new Set([...unknowable, 'key.serializer', 'interceptor.classes']);
/** Streams makes them for each of its clients, and Quarkus writes one for everybody. */
const unknowableOfStreams: ReadonlySet<string> = new Set([
  'client.id',
  'group.id',
  'group.instance.id',
  'ssl.endpoint.identification.algorithm',
]);

/** The clients of a Streams application by their names here: the role, and the scope that Ackguard reads them in. */
const streamsClients: Readonly<Record<string, readonly [Role, string]>> = {
  streams: ['streams', 'streams'],
  'streams producer': ['producer', 'streams'],
  'streams consumer': ['consumer', 'streams'],
  'streams restore': ['consumer', 'streams restore consumer'],
  'streams global': ['consumer', 'streams global consumer'],
  'streams admin': ['admin', 'streams'],
};

function profileOf({ circumstances }: Case): string {
  return circumstances?.profile ?? production;
}

function deliberate(file: Case, key: string, theirs: string | undefined, ours: string | undefined): string | undefined {
  const application = applicationIn(parsed(file), file.path);
  if (key === 'refused') return whyRefused(theirs ?? '', application.channels);
  if (!application.quarkus && file.circumstances?.runtime !== 'other') return 'nothing in the file says that Quarkus reads it';
  const [client = '', property = ''] = key.split(': ');
  if (spellingsForAll(file, property) > 1) return 'two spellings of one key for all channels have no order: which one wins is chance';
  if (client.startsWith('streams')) {
    if (hasOwnKeyOfProfile(file))
      return 'a profile’s key of Quarkus’ own gives way to Kafka’s name of it for all profiles: nobody writes both';
    const same = theirs !== undefined && theirs === ours?.trim().toLowerCase();
    return same ? 'a value that Streams forces, in other letters: who writes it has what he wants' : undefined;
  }
  if (client.includes('$') && inSomeProfiles(file, 'concurrency'))
    return 'whether a name with a dollar is that of a copy is said for production alone';
  if (ofShareGroups.has(property) && inSomeProfiles(file, 'share-group'))
    return 'what a share group of some profiles drops is judged where it stands, as in production';
  const channel = application.channels.find(
    ({ direction, name }) => client === `${direction} ${name}` || client === `dead-letters ${name}`,
  );
  const evidence = kafkaEvidence(application);
  const connectors = [production, profileOf(file)].map(profile => channel && kafkaConnectorOf(channel, profile, application, evidence));
  if (connectors.every(one => one !== undefined) && connectors[0] !== connectors[1])
    return 'a profile calls the connector by another name than production, and has other keys of the connector so';
  if (ours !== undefined) return undefined;
  if (channel && connectors[1] === undefined) return 'nothing in the file says that Kafka is behind a channel';
  if (property === 'acks' && theirs === '1' && application.quarkus && textsOf(file, 'transactional.id').length > 0)
    return 'Quarkus gives a channel acks=all if the code injects it for transactions, which nobody sees here';
  if (!channel && namedEntries(parsed(file)).some(({ area, isSet }) => area?.kind === 'channel' && client.endsWith(area.channel) && !isSet))
    return 'a channel whose keys have no value yet, as it is while somebody types, says nothing';
  const references = textsOf(file, property).flatMap(text => [...text.matchAll(/\$\{([^}:]+)(:?)/g)]);
  if (references.some(([, , fallback]) => fallback === '')) return 'a placeholder is filled by the environment, which nobody sees here';
  const byProfile = namedEntries(parsed(file)).filter(({ profiles }) => profiles.length > 0);
  if (references.some(([, name]) => byProfile.some(one => one.name === name)))
    return 'what a placeholder stands for depends on the profile, so that nothing is said of it';
  return textsOf(file, property).some(text => text.trim() === '')
    ? 'a key without a value, as it is while somebody types, says nothing'
    : undefined;
}

function whyRefused(theirs: string, channels: readonly Channel[]): string | undefined {
  const [, missing] = /attribute must be set for channel `([^`]*)`/.exec(theirs) ?? [];
  if (missing !== undefined && channels.every(({ name }) => name !== missing))
    return 'a key in quotes or without an end makes a channel of another name, and the application does not start: Ackguard judges the others';
  if (missing !== undefined) return 'a channel without a connector stops the application: Ackguard judges the others';
  if (theirs.includes('StringIndexOutOfBounds')) return 'a half-typed key stops the application: Ackguard judges the others';
  if (theirs.includes('Recursive expression')) return 'placeholders in a circle stop the application: Ackguard judges the others';
  return /org\.apache\.kafka\.common\.config\.ConfigException|streams commit interval/.test(theirs)
    ? 'whether Streams starts with these values is compared by npm run differential'
    : undefined;
}

/** What is another in a channel that is a share group; the commit strategy follows the automatic commits. */
const ofShareGroups: ReadonlySet<string> = new Set([
  'enable.auto.commit',
  'auto.offset.reset',
  'share.acknowledgement.mode',
  'smallrye:commit-strategy',
]);

function inSomeProfiles(file: Case, key: string): boolean {
  return namedEntries(parsed(file)).some(({ area, profiles }) => area?.key === key && profiles.length > 0);
}

/** Whether some profile has a key of Quarkus for Streams that Kafka calls otherwise. */
function hasOwnKeyOfProfile({ text }: Case): boolean {
  return /%[\w,"]+\.["']?quarkus\.kafka-streams\./.test(text) && /^["']?kafka-streams\./m.test(text);
}

/** In how many ways a key is written that is for all channels. */
function spellingsForAll(file: Case, property: string): number {
  const names = namedEntries(parsed(file)).flatMap(({ area, name }) => (area?.kind === 'global' && area.key === property ? [name] : []));
  return new Set(names).size;
}

/** What is written for a property, by whatever spelling. */
function textsOf(file: Case, property: string): readonly string[] {
  const name = property.replace('smallrye:', '');
  return namedEntries(parsed(file)).flatMap(({ area, entry }) =>
    area?.key.toLowerCase().replaceAll('_', '.').endsWith(name) === true ? [entry.value] : [],
  );
}

function parsed({ path, text }: Case): Document {
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  return syntax.parse(text);
}

function resolve(file: Case): Answer {
  const document = parsed(file);
  const profile = profileOf(file);
  const ofFile = /(?:application|microprofile-config)-([^./]+)\.\w+$/.exec(file.path)?.[1];
  // a file of a profile is read in that profile alone
  if (ofFile !== undefined && ofFile !== profile) return { maps: {} };
  const application = applicationIn(document, file.path);
  const evidence = kafkaEvidence(application);
  const maps: Record<string, Readonly<Record<string, string>>> = {};
  for (const channel of application.channels) {
    const active = channel.own.some(one => holdsIn(one, profile));
    if (!active || kafkaConnectorOf(channel, profile, application, evidence) === undefined) continue;
    const role = roleOf(channel.direction);
    const words = ['mp', 'messaging', channel.direction, channel.name, 'topic'];
    const client = clientNamed(channelName(channel.name), role, file, words);
    if (client) maps[`${channel.direction} ${channel.name}`] = mapOf(client, role, unknowable);
    if (channel.direction === 'outgoing') continue;
    const deadLetters = clientNamed(deadLettersName(channel.name), 'producer', file, words);
    if (deadLetters) maps[`dead-letters ${channel.name}`] = mapOf(deadLetters, 'producer', unknowableOfDeadLetters);
  }
  if (application.streams.some(one => holdsIn(one, profile))) Object.assign(maps, streamsMaps(file));
  return { maps };
}

/** The consumers that restore state are read for production alone. */
function shownClients(file: Case): typeof streamsClients {
  if (profileOf(file) === production) return streamsClients;
  return Object.fromEntries(Object.entries(streamsClients).filter(([, [, scope]]) => scope === 'streams'));
}

function streamsMaps(file: Case): ClientMaps {
  return Object.fromEntries(
    Object.entries(shownClients(file)).flatMap(([name, [role, scope]]) => {
      const client = clientNamed(scope, role, file, ['kafka-streams', 'topics']);
      return client ? [[name, mapOf(client, role, unknowableOfStreams)] as const] : [];
    }),
  );
}

interface Client {
  readonly reading: Reading;
  readonly scope: Scope;
}

/** Where the client of that name stands in the profile; with a key of its own there that says nothing, so that it stands somewhere. */
function clientNamed(name: string, role: Role, file: Case, words: readonly string[]): Client | undefined {
  const profile = profileOf(file);
  const document = parsed(file);
  const reading = readingOf(profile === production ? document : withKey(document, [`%${profile}`, ...words]), file.path);
  return reading && scopeNamed(reading, profile === production ? name : `${name}, profile ${profile}`, role);
}

function withKey(document: Document, words: readonly string[]): Document {
  const [entry] = document.entries;
  const [segment] = entry?.path ?? [];
  if (!entry || segment?.kind !== 'key') return document;
  const texts = document.syntax === 'yaml' ? words : [words.map(quoted).join('.')];
  return { ...document, entries: [...document.entries, { ...entry, path: texts.map(text => ({ ...segment, text })) }] };
}

function scopeNamed(reading: Reading, name: string, role: Role): Client | undefined {
  const spoken = (scope: Scope): boolean =>
    [...reading.settings, ...reading.frameworkDefaults].some(one => one.role === role && (one.scope === scope || one.scope === scope.base));
  const scope = reading.scopes.find(one => one.name === name && spoken(one));
  return scope && { reading, scope };
}

function readingOf(document: Document, path: string): Reading | undefined {
  const recognition = smallrye.recognize(document, path);
  return recognition && smallrye.read(document, path, recognition);
}

function mapOf({ reading, scope }: Client, role: Role, hidden: ReadonlySet<string>): Readonly<Record<string, string>> {
  const config = clientIn(reading, role, scope, kafkaVersion);
  const own = smallryeAttributes.filter(one => one.role === role && shownAttributes.has(one.name) && !scope.name.startsWith('streams'));
  const attributes = own.map(({ name }) => [name, config.effective(name)?.text ?? ''] as const);
  return trimmed({ ...existing(role, known(role, givenTo(config), hidden)), ...Object.fromEntries(attributes) });
}

/** Those that the oracle tells. */
const shownAttributes: ReadonlySet<string> = new Set(
  [
    'waitForWriteCompletion',
    'commit-strategy',
    'failure-strategy',
    'fail-on-deserialization-failure',
    'throttled.unprocessed-record-max-age.ms',
    'share-group',
  ].map(name => `smallrye:${name}`),
);

/** Keys of other versions are handed on as well, to clients that do not know them. */
function existing(role: Role, props: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const version = versionOf(kafkaVersion);
  const names = new Set(propertiesOf(role).flatMap(one => (existsIn(one, version) ? [one.name] : [])));
  return Object.fromEntries(Object.entries(props).filter(([name]) => names.has(name)));
}

/** Kafka cuts blanks off. */
function trimmed(props: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(props).map(([key, value]) => [key, value.trim()]));
}

type Said = { readonly id: number } & (Answer | { readonly broken: string });

/** Compiles and starts the program that answers for one file after the other. */
async function start(): Promise<Framework> {
  const jars = await provideFramework('smallrye');
  const classes = await compileJava('frameworks-smallrye', jars);
  const java = startJava([classes, `${jars}/*`], 'SmallRyeOracle', []);
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let last = 0;
  let printed = '';
  java.stderr.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-2000)));
  createInterface({ input: java.stdout }).on('line', line => {
    const said = JSON.parse(line) as Said;
    const asked = waiting.get(said.id);
    waiting.delete(said.id);
    if ('broken' in said) asked?.reject(new Error(`SmallRye has no answer: ${said.broken}`));
    else asked?.resolve('maps' in said ? { maps: said.maps } : { refused: said.refused });
  });
  // an end of the JVM is told below
  java.stdin.on('error', () => undefined);
  const ended = once(java, 'close').then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The JVM of SmallRye ended. It printed last: ${printed}`));
    waiting.clear();
  });
  return {
    ask: file =>
      new Promise((resolve, reject) => {
        const { path, text, circumstances } = file;
        const id = ++last;
        const answered = (answer: Answer): void => {
          resolve('maps' in answer ? { maps: knownTo(answer.maps, file) } : answer);
        };
        waiting.set(id, { resolve: answered, reject });
        java.stdin.write(`${JSON.stringify({ id, path, text, circumstances })}\n`);
      }),
    stop: async () => {
      java.stdin.end();
      await ended;
    },
  };
}

/** The keys that the catalogue knows, and the attributes. */
function knownTo(maps: ClientMaps, file: Case): ClientMaps {
  const shown = Object.entries(maps).filter(([client]) => !(client in streamsClients) || client in shownClients(file));
  return Object.fromEntries(
    shown.map(([client, props]) => {
      const ofStreams = streamsClients[client];
      if (ofStreams) return [client, existing(ofStreams[0], trimmed(known(ofStreams[0], props, unknowableOfStreams)))] as const;
      const role = client.startsWith('incoming') ? 'consumer' : 'producer';
      const hidden = client.startsWith('dead-letters') ? unknowableOfDeadLetters : unknowable;
      const attributes = Object.entries(props).filter(([name]) => shownAttributes.has(name));
      return [client, trimmed({ ...existing(role, known(role, props, hidden)), ...Object.fromEntries(attributes) })] as const;
    }),
  );
}
