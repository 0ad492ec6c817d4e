import { elementsOf, relaxed } from '../../../server/src/carriers/shared/names.js';
import { rules } from '../../../server/src/rules/registry.js';
import type { Case } from './comparison.js';
import { deliberate as deliberateOfBoot } from './spring-boot-deliberate.js';
import { configsIn, readCase as readBoot } from './spring-boot-reading.js';
import { streamsOf } from './spring-cloud-stream-bindings.js';
import { readCase } from './spring-cloud-stream-reading.js';

/** Why Ackguard differs from the binder on purpose; undefined where nobody has explained it. */
export function deliberate(file: Case, key: string, theirs: string | undefined, ours: string | undefined): string | undefined {
  if (key === 'refused') return theirs === undefined ? strictMeant(file, ours ?? '') : refusalMeant(file, theirs);
  if (ours === undefined && theirs?.includes('${')) return 'a placeholder is filled by the environment, which nobody sees here';
  if (ours !== undefined && key.endsWith(': cache.max.bytes.buffering') && isOfOlderBoot(file)) return noLonger;
  if (/: (enable\.idempotence|isolation\.level)$/.test(key) && isExactlyOnceInProfile(file))
    return 'what Streams forces where a profile alone makes it exactly once is said for that profile, and not of what the base has';
  if (/: (group\.protocol|allow\.auto\.create\.topics)$/.test(key) && theirs === ours?.trim().toLowerCase())
    return 'a value that Streams forces, in other letters: who writes it has what he wants';
  if (key.endsWith(': bootstrap.servers')) {
    const { streams } = file.circumstances ?? {};
    if (streams !== undefined && has(file, /^spring\.cloud\.stream\.kafka\.binder\.brokers/))
      return 'Streams borrows the address of the other binder where it has none: which servers they are is not judged';
    if (/brokers\W+localhost/.test(file.text) && has(file, /^spring\.kafka\..*bootstrapservers/))
      return 'an address like the one by default counts as none: who writes it beside another means it';
  }
  if (!saysBinder(file)) return 'nothing in the file says that the binding is one of this binder: its functions are in the code';
  return undefined;
}

const noLonger = 'a key of Spring Boot that this version does not have any more';

/** Some document with a condition turns exactly once on. */
function isExactlyOnceInProfile({ text, circumstances }: Case): boolean {
  const [, ...conditional] = text.split(/^(?:---|#---).*$/m);
  return circumstances?.streams !== undefined && conditional.some(part => part.includes('exactly_once'));
}

function isOfOlderBoot({ text }: Case): boolean {
  return /cache_?-?max_?-?size/i.test(text);
}

const byClients = 'what the client itself refuses is compared by npm run differential';

function strictMeant(file: Case, ours: string): string | undefined {
  if (ours.startsWith('invalid-value: {"framework"') && isOfOlderBoot(file)) return noLonger;
  if (
    !ours.includes('Spring') &&
    /^(client-start|heartbeat-session|delivery-timeout)-conflict|list of host:port|a name of at most 249 letters/.test(ours)
  )
    return byClients;
  if (/^(ack-mode-ignored|invalid-value: \{"min":1,)/.test(ours))
    return 'what stops a listener container at its start is compared by that of Spring Boot';
  return undefined;
}

function refusalMeant(file: Case, theirs: string): string | undefined {
  const { streams } = file.circumstances ?? {};
  if (theirs.includes('cannot be cast to class java.lang.Boolean')) return byClients;
  if (streams !== undefined && /(?:to use|using) the idempotent producer|Transaction timeout/.test(theirs)) return byClients;
  if (/InvalidConfigurationPropertyNameException.*_/.test(theirs))
    return 'the only key of Streams with an underscore stops the application';
  if (/no default binder has been set|Unknown binder configuration|No 'type' property present/.test(theirs))
    return 'which of several binders a binding has may be in another file';
  const ofBoot = deliberateOfBoot(asBoot(file), 'refused', theirs, undefined);
  if (ofBoot !== undefined) return ofBoot;
  if (/to type \[[^\]]*Properties\b/.test(theirs))
    return 'a section without keys stops Spring Boot, and stands there while somebody types: Ackguard judges the others';
  if (bootRefuses(file)) return 'a key of Spring Boot’s own, which is judged where Spring Boot’s are';
  return undefined;
}

/** Whether a rule says that Spring Boot cannot read a key of its own, whoever uses it. */
function bootRefuses(file: Case): boolean {
  return configsIn(readBoot(asBoot(file))).some(config =>
    rules
      .filter(({ id, roles }) => id === 'invalid-value' && roles.includes(config.role))
      .some(rule => [...(rule.check?.(config) ?? [])].some(({ refusedByKafka }) => refusedByKafka)),
  );
}

/** The file as that of an application without bindings. */
function asBoot(file: Case): Case {
  return { ...file, circumstances: { ...file.circumstances, boot: '4.1', streams: 'yes' } };
}

/** Which of the binders a binding has is in the types of its function; the file says it by keys that only one binder reads. */
function saysBinder(file: Case): boolean {
  if (file.circumstances?.streams === undefined) return has(file, /^spring\.(kafka|cloud\.stream\.(kafka|binders))\./);
  if (has(file, new RegExp(`^spring\\.cloud\\.stream\\.kafka\\.streams\\.(bindings|binder\\.functions)\\.${streamsOf}`))) return true;
  return (
    has(file, /^spring\.cloud\.stream\.kafka\.streams\./) && !has(file, /^spring\.cloud\.stream\.kafka\.(?!streams\.|binder\.brokers)/)
  );
}

/** Some key of the file looks so, in letters and digits alone. */
function has(file: Case, test: RegExp): boolean {
  return readCase(file).document.entries.some(({ path }) =>
    test.test(
      elementsOf(path)
        .map(({ text }) => relaxed(text))
        .join('.'),
    ),
  );
}
