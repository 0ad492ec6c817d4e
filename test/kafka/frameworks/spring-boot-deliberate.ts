import { versionOf } from '../../../server/src/analysis/options.js';
import { existsIn, findProperty } from '../../../server/src/kafka/catalogue/catalogue.js';
import { kafkaOf, lackingLeaves, lacks } from './spring-boot-versions.js';
import { violationOf } from '../../../server/src/kafka/value.js';
import type { Case } from './comparison.js';
import { configsIn, readCase } from './spring-boot-reading.js';

const open = 'a key to which others refer is set in a profile too, so that nobody knows its value';

/** Why Ackguard differs from Spring Boot on purpose; undefined where nobody has explained it. */
export function deliberate(file: Case, key: string, theirs: string | undefined, ours: string | undefined): string | undefined {
  if (key === 'refused') return theirs === undefined ? strictMeant(file, ours ?? '') : refusalMeant(file, theirs);
  const [client = '', property = ''] = key.split(': ');
  if (ours === undefined || /processing\.guarantee[^\n]*\$\{app/.test(file.text)) {
    if (isOpen(file)) return open;
  }
  if (ours === undefined && theirs?.includes('${')) return 'a placeholder is filled by the environment, which nobody sees here';
  if (theirs === 'of-another-file') return 'the name of the application is not in the file';
  if (ours !== undefined && property === 'bootstrap.servers' && file.text.includes('bootstrap')) return serversMeant(file);
  if (key.endsWith('consumer: group.protocol') && client.startsWith('streams'))
    return 'up to 3.9 a bare group.protocol went to the consumers of Streams, which had it for tests only; it is a key of Streams itself since';
  if (ours === undefined && isOlder(client, property, file)) return 'a key for all clients that this version of Kafka does not know';
  if (ours !== undefined && lacks(file, property)) return 'a key of Spring Boot that this version does not have yet, or not any more';
  return undefined;
}

/** A value without effect is one that its property would not take. */
function refusesOverridden(file: Case): boolean {
  const read = readCase(file);
  return configsIn(read).some(config => {
    const won = new Set(config.settings);
    const lost = read.reading.settings.filter(
      one => one.role === config.role && !won.has(one) && config.explicit(one.property) !== undefined,
    );
    return lost.some(({ property, value }) => {
      const known = config.property(property);
      return known && value.known && violationOf(known, value.text, config.version) !== undefined;
    });
  });
}

/** A profile sets a key that others refer to. */
function isOpen({ text }: Case): boolean {
  const [, name] = /\$\{app\.([\w-]+)/.exec(text) ?? [];
  const key = new RegExp(`${(name ?? '').replace(/-?([A-Z]|(?<=-)[a-z])/g, '-?$1')}["']?\\s*[:=]`, 'i');
  return name !== undefined && text.split(/^(?:#|)---$/m).some(part => part.includes('on-profile') && key.test(part));
}

function serversMeant({ text }: Case): string | undefined {
  if (text.includes('properties'))
    return 'since 3.1 Spring Boot writes the typed servers over those in a map, before it did not: which one runs is not in the file';
  return undefined;
}

/** A key that this version ignores is judged as newer ones do. */
function strictMeant(file: Case, ours: string): string | undefined {
  if (/^(client-start|heartbeat-session|delivery-timeout)-conflict|list of host:port|none, gzip/.test(ours))
    return 'what the client itself refuses is compared by npm run differential';
  const written = file.text.toLowerCase().replace(/[^a-z0-9\n]/g, '');
  const lacking = [...lackingLeaves(file)].some(leaf => written.includes(leaf.toLowerCase().replace(/[^a-z0-9]/g, '')));
  return lacking ? 'a key of Spring Boot that this version does not have yet, or not any more' : undefined;
}

/** Spring Boot hands a key for all clients to each of them, and Kafka does nothing with what it does not know. */
function isOlder(client: string, property: string, file: Case): boolean {
  const role = (['producer', 'consumer', 'admin', 'streams'] as const).find(one => client.split(' ').at(-1) === one);
  const found = role && findProperty(role, property);
  return found !== undefined && !existsIn(found, versionOf(kafkaOf(file)));
}

function refusalMeant(file: Case, theirs: string): string | undefined {
  const { text } = file;
  if (isOpen(file)) return open;
  if (/^ClassNotFoundException|Class \S+ could not be found/.test(theirs)) return 'a class may be one of the application’s own';
  if (refusesOverridden(file)) return 'Spring Boot reads a leaf also where a map wins over it; Ackguard says that it has no effect';
  if (theirs.includes('${')) return 'a placeholder is filled by the environment, which nobody sees here';
  if (/share\.ac\S* cannot be set/.test(theirs)) return 'without a group.protocol the file may be that of a share consumer';
  if (/No setter found for property|to type \[(\S*KafkaProperties\$|\S*ConfigDataProperties|java\.util\.Map)/.test(theirs))
    return 'a section without keys stops Spring Boot, and stands there while somebody types: Ackguard judges the others';
  if (/^ *spring\.profiles *[:=]|^ {2}profiles: *\S/m.test(text) && theirs.includes('InvalidConfigDataProperty'))
    return 'since 2.4 Spring Boot 3 refuses a key of Spring Boot 2, and nobody sees which one runs';
  return undefined;
}
