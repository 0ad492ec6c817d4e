import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { applicationIn, kafkaConnectorOf, kafkaEvidence } from '../../../server/src/carriers/smallrye/application.js';
import { smallrye } from '../../../server/src/carriers/smallrye/smallrye.js';
import { roleOf } from '../../../server/src/carriers/smallrye/meaning.js';
import type { Reading, Scope } from '../../../server/src/config/setting.js';
import { smallryeAttributes } from '../../../server/src/kafka/frameworks/smallrye.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { syntaxOf } from '../../../server/src/syntax/registry.js';
import { provideFramework } from '../jars.js';
import { compileJava, startJava } from '../java.js';
import type { Answer, Case, ClientMaps, Comparison, Framework } from './comparison.js';
import { clientIn, givenTo, known } from './resolved.js';
import { cases, generate, kafkaVersion } from './smallrye-cases.js';

/** Made of names and prefixes, or found out from the code. */
const unknowable: ReadonlySet<string> = new Set(['client.id', 'value.serializer', 'value.deserializer']);

/** The channels of Quarkus, by the classes of SmallRye Config and SmallRye Reactive Messaging that configure their clients. */
export const smallryeChannels: Comparison = { name: 'smallrye', cases, generate, start, resolve, deliberate };

function profileOf({ circumstances }: Case): string {
  return circumstances?.profile ?? 'prod';
}

function deliberate(file: Case, key: string, theirs: string | undefined, ours: string | undefined): string | undefined {
  const application = applicationIn(parsed(file), file.path);
  if (key === 'refused') {
    const [, missing] = /attribute must be set for channel `([^`]*)`/.exec(theirs ?? '') ?? [];
    if (missing !== undefined && application.channels.every(({ name }) => name !== missing))
      return 'a key in quotes or without an end makes a channel of another name, and the application does not start: Ackguard judges the others';
    if ((theirs ?? '').includes('StringIndexOutOfBounds')) return 'a half-typed key stops the application: Ackguard judges the others';
    return (theirs ?? '').includes('Recursive expression')
      ? 'placeholders in a circle stop the application: Ackguard judges the others'
      : undefined;
  }
  if (ours !== undefined) return undefined;
  const [client = '', property = ''] = key.split(': ');
  const channel = application.channels.find(({ direction, name }) => `${direction} ${name}` === client);
  if (channel && kafkaConnectorOf(channel, profileOf(file), application.valueOf, kafkaEvidence(application)) === undefined)
    return 'nothing in the file says that Kafka is behind a channel';
  if (hasEmpty(file, property)) return 'a key without a value, as it is while somebody types, says nothing';
  if (new RegExp(`${property.replaceAll('.', '[._]')}[^\\n]*\\$\\{[^}:]+\\}`).test(file.text))
    return 'a placeholder is filled by the environment, which nobody sees here';
  return undefined;
}

function hasEmpty(file: Case, property: string): boolean {
  const last = property.split(/[.:]/).at(-1) ?? '';
  return parsed(file).entries.some(({ value, path }) => {
    const segment = path.at(-1);
    return value.trim() === '' && segment?.kind === 'key' && segment.text.endsWith(last);
  });
}

function parsed({ path, text }: Case): ReturnType<NonNullable<ReturnType<typeof syntaxOf>>['parse']> {
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  return syntax.parse(text);
}

function resolve(file: Case): Answer {
  const document = parsed(file);
  const recognition = smallrye.recognize(document, file.path);
  const reading = recognition && smallrye.read(document, file.path, recognition);
  const profile = profileOf(file);
  const ofFile = /-([^./]+)\.\w+$/.exec(file.path)?.[1];
  // a file of a profile is read in that profile alone
  if (!reading || (ofFile !== undefined && ofFile !== profile && file.path.startsWith('application-'))) return { maps: {} };
  const application = applicationIn(document, file.path);
  const evidence = kafkaEvidence(application);
  const maps: Record<string, Readonly<Record<string, string>>> = {};
  for (const channel of application.channels) {
    const active = channel.own.some(({ profiles }) => profiles.length === 0 || profiles.includes(profile));
    if (!active || kafkaConnectorOf(channel, profile, application.valueOf, evidence) === undefined) continue;
    const scope = scopeOf(reading, roleOf(channel.direction), `channel ${channel.name}`, profile);
    if (scope) maps[`${channel.direction} ${channel.name}`] = mapOf(reading, roleOf(channel.direction), scope);
  }
  return { maps };
}

/** The scope of a profile; where that changes nothing, one that has what all profiles have. */
function scopeOf(reading: Reading, role: Role, name: string, profile: string): Scope | undefined {
  const named = (wanted: string): Scope | undefined =>
    reading.settings.find(one => one.role === role && one.scope.name === wanted && reading.scopes.includes(one.scope))?.scope ??
    reading.frameworkDefaults.find(one => one.role === role && one.scope?.name === wanted)?.scope;
  const main = named(name);
  if (profile === 'prod' || !main) return main ?? named(`${name}, profile ${profile}`);
  return named(`${name}, profile ${profile}`) ?? { ...main, base: main };
}

function mapOf(reading: Reading, role: Role, scope: Scope): Readonly<Record<string, string>> {
  const config = clientIn(reading, role, scope, kafkaVersion);
  const own = smallryeAttributes.filter(one => one.role === role && shownAttributes.has(one.name));
  const attributes = own.map(({ name }) => [name, config.effective(name)?.text ?? ''] as const);
  return trimmed({ ...known(role, givenTo(config), unknowable), ...Object.fromEntries(attributes) });
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
    else asked?.resolve('maps' in said ? { maps: knownTo(said.maps) } : { refused: said.refused });
  });
  // an end of the JVM is told below
  java.stdin.on('error', () => undefined);
  const ended = once(java, 'close').then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The JVM of SmallRye ended. It printed last: ${printed}`));
    waiting.clear();
  });
  return {
    ask: ({ path, text, circumstances }) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        java.stdin.write(`${JSON.stringify({ id, path, text, circumstances })}\n`);
      }),
    stop: async () => {
      java.stdin.end();
      await ended;
    },
  };
}

/** The keys that the catalogue knows, and the attributes. */
function knownTo(maps: ClientMaps): ClientMaps {
  return Object.fromEntries(
    Object.entries(maps).map(([client, props]) => {
      const role = client.startsWith('incoming') ? 'consumer' : 'producer';
      const attributes = Object.entries(props).filter(([name]) => shownAttributes.has(name));
      return [client, trimmed({ ...known(role, props, unknowable), ...Object.fromEntries(attributes) })] as const;
    }),
  );
}
