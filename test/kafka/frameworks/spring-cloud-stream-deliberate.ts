import { elementsOf, relaxed } from '../../../server/src/carriers/shared/names.js';
import { rules } from '../../../server/src/rules/registry.js';
import type { Case } from './comparison.js';
import { configsIn, readCase as readBoot } from './spring-boot-reading.js';
import { streamsOf } from './spring-cloud-stream-bindings.js';
import { readCase } from './spring-cloud-stream-reading.js';

/** Why Ackguard differs from the binder on purpose; undefined where nobody has explained it. */
export function deliberate(file: Case, key: string, theirs: string | undefined, ours: string | undefined): string | undefined {
  if (key === 'refused') return theirs === undefined ? strictMeant(ours ?? '') : refusalMeant(file, theirs);
  if (ours === undefined && theirs?.includes('${')) return 'a placeholder is filled by the environment, which nobody sees here';
  if (ours !== undefined && key.endsWith(': cache.max.bytes.buffering') && /cache_?-?max_?-?size/i.test(file.text))
    return 'a key of Spring Boot that this version does not have any more';
  if (key.endsWith(': group.protocol') && theirs === ours?.trim().toLowerCase())
    return 'a value that Streams forces, in other letters: who writes it has what he wants';
  if (!saysBinder(file)) return 'nothing in the file says that the binding is one of this binder: its functions are in the code';
  return undefined;
}

const byClients = 'what the client itself refuses is compared by npm run differential';

function strictMeant(ours: string): string | undefined {
  if (!ours.includes('Spring') && /^(client-start|heartbeat-session|delivery-timeout)-conflict|list of host:port/.test(ours))
    return byClients;
  if (/^(ack-mode-ignored|invalid-value: \{"min":1,)/.test(ours))
    return 'what stops a listener container at its start is compared by that of Spring Boot';
  return undefined;
}

function refusalMeant(file: Case, theirs: string): string | undefined {
  const { streams } = file.circumstances ?? {};
  if (theirs.includes('cannot be cast to class java.lang.Boolean')) return byClients;
  if (streams !== undefined && /(?:to use|using) the idempotent producer|Transaction timeout/.test(theirs)) return byClients;
  if (/no default binder has been set|Unknown binder configuration|No 'type' property present/.test(theirs))
    return 'which of several binders a binding has may be in another file';
  if (/No setter found for property|to type \[[^\]]*(Properties\b|java\.util\.Map)/.test(theirs))
    return 'a section without keys stops Spring Boot, and stands there while somebody types: Ackguard judges the others';
  if (/^ClassNotFoundException|Class \S+ could not be found/.test(theirs)) return 'a class may be one of the application’s own';
  if (/share\.ac\S* cannot be set/.test(theirs)) return 'a key of share consumers, of which no rule says that others refuse it';
  if (bootRefuses(file)) return 'a key of Spring Boot’s own, which is judged where Spring Boot’s are';
  return undefined;
}

/** Whether a rule says that Spring Boot cannot read a key of its own, whoever uses it. */
function bootRefuses({ path, text, circumstances }: Case): boolean {
  const { scope, profiles } = circumstances ?? {};
  const read = readBoot({
    path,
    text,
    circumstances: {
      boot: '4.1',
      streams: 'yes',
      ...(scope === undefined ? {} : { scope }),
      ...(profiles === undefined ? {} : { profiles }),
    },
  });
  return configsIn(read).some(config =>
    rules
      .filter(({ id, roles }) => id === 'invalid-value' && roles.includes(config.role))
      .some(rule => [...(rule.check?.(config) ?? [])].some(({ refusedByKafka }) => refusedByKafka)),
  );
}

/** Which of the binders a binding has is in the types of its function; the file says it by keys that only one binder reads. */
function saysBinder(file: Case): boolean {
  const keys = readCase(file).document.entries.map(({ path }) =>
    elementsOf(path)
      .map(({ text }) => relaxed(text))
      .join('.'),
  );
  const has = (test: RegExp): boolean => keys.some(key => test.test(key));
  if (file.circumstances?.streams === undefined) return has(/^spring\.(kafka|cloud\.stream\.(kafka|binders))\./);
  if (has(new RegExp(`^spring\\.cloud\\.stream\\.kafka\\.streams\\.(bindings|binder\\.functions)\\.${streamsOf}`))) return true;
  return has(/^spring\.cloud\.stream\.kafka\.streams\./) && !has(/^spring\.cloud\.stream\.kafka\.(?!streams\.|binder\.brokers)/);
}
