import { atLeast, type KafkaVersion } from './version.js';

/** Takes the items of a list, or the one value of a string; false where Kafka refuses them. */
interface Check {
  /** What the value must be, for people: "it must be …". */
  readonly form: string;
  accepts(items: readonly string[], version: KafkaVersion): boolean;
}

/** Looking for the fields of a longer text takes too long. */
const longestRules = 10_000;

const withoutRepeats: Check = {
  form: 'a list in which no name stands twice',
  accepts: items => new Set(items).size === items.length,
};

/** Validators of Kafka Streams, Connect and MirrorMaker 2, by the names that the catalogue has for them. Asked of 2.0.1 to 4.3.1. */
export const checksOfPrograms: Readonly<Record<string, Check>> = {
  // org.apache.kafka.streams.StreamsConfig.verifyTopologyOptimizationConfigs
  'topology.optimization': {
    form: 'none, all, or a list of the optimizations that this Kafka knows',
    accepts: ([text = ''], version) => isOptimization(text, version),
  },
  // org.apache.kafka.connect.runtime.rest.RestServerConfig, before 3.4 in WorkerConfig
  ListenersValidator: {
    form: 'a list of one or more addresses such as http://localhost:8083, without an empty one',
    accepts: items => items.length > 0 && !items.includes(''),
  },
  AdminListenersValidator: { form: 'a list without an empty address', accepts: items => !items.includes('') },
  ResponseHttpHeadersValidator: {
    form: 'a list of rules such as "add X-Frame-Options: DENY", the action being set, add, setDate or addDate',
    accepts: ([text = '']) => text.length > longestRules || csvFields(text).every(isHeaderRule),
  },
  // org.apache.kafka.connect.runtime.distributed.DistributedConfig; which algorithms there are the JVM decides
  'A list of one or more MAC algorithms, each supported by the worker JVM': {
    form: 'a list of one or more algorithms',
    accepts: items => items.length > 0,
  },
  // org.apache.kafka.connect.runtime.ConnectorConfig and SourceConnectorConfig
  'unique transformation aliases': withoutRepeats,
  // org.apache.kafka.common.config.ConfigDef.ValidList since 4.2 (KIP-1161); a Config class drops repeated items first, Connect does not
  'unique items': withoutRepeats,
  'unique predicate aliases': withoutRepeats,
  'unique topic creation groups': withoutRepeats,
};

function isOptimization(text: string, version: KafkaVersion): boolean {
  const known = ['reuse.ktable.source.topics', 'merge.repartition.topics', ...(atLeast(version, '3.4') ? ['single.store.self.join'] : [])];
  const items = splitAtCommas(text);
  const [first = ''] = items;
  return (items.length === 1 && ['none', 'all'].includes(first)) || items.every(item => known.includes(item));
}

/** `String.split` of Java drops empty items at the end, but not the only one. */
function splitAtCommas(text: string): readonly string[] {
  const items = text.split(/[ \t\n\v\f\r]*,[ \t\n\v\f\r]*/);
  const last = items.findLastIndex(item => item !== '');
  return text === '' ? [''] : items.slice(0, last + 1);
}

/** Java's `\s` is ASCII only, and `trim` cuts control characters besides. */
const blank = '[ \\t\\n\\v\\f\\r]';
const headerRule = new RegExp(`^[\\0- ]*([^ \\t\\n\\v\\f\\r]+)${blank}+([^]*)$`);

/** `RestServerConfig.validateHttpResponseHeaderConfig`: an action, a name without blanks, a colon and a value. */
function isHeaderRule(rule: string): boolean {
  const match = headerRule.exec(rule);
  if (!match || !/^(set|add|setDate|addDate)$/i.test(String(match[1]))) return false;
  const parts = trim(String(match[2])).split(':');
  const last = parts.findLastIndex(part => part !== '');
  const name = trim(String(parts[0]));
  return last === 1 && name !== '' && !/[ \t\n\v\f\r]/.test(name);
}

/** `Character.isWhitespace` of Java, for which a no-break space is none. */
const white = '[\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]*';
const onlyWhite = new RegExp(`^${white}$`);
const quotedField = new RegExp(`^${white}"((?:[^"\\\\]|\\\\[^])*)("[^,]*(,|$)|\\\\?$)`);
const plainField = new RegExp(`^${white}([^,]*?)${white}(,|$)`);

/** Fields between commas as `org.eclipse.jetty.util.StringUtil.csvSplit` takes them apart; a field in quotes may hold commas. */
function csvFields(text: string): readonly string[] {
  const fields: string[] = [];
  let rest = text;
  while (!onlyWhite.test(rest)) {
    const quoted = quotedField.exec(rest);
    const match = quoted ?? plainField.exec(rest);
    const field = String(match?.[1]);
    fields.push(quoted ? field.replace(/\\([^])/g, '$1') : field);
    rest = rest.slice(match?.[0].length);
  }
  return fields;
}

/** `String.trim` of Java. */
function trim(text: string): string {
  return text.replace(/^[\0- ]+|[\0- ]+$/g, '');
}
