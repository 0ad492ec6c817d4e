import { textOf } from '../../syntax/key-text.js';
import type { Entry, Section } from '../../syntax/syntax.js';
import { branchOf } from '../tree.js';
import type { Reads, Variables } from './maps.js';

/** Keys that the role adds to the file of the broker. */
export const moreKeys = 'kafka_server_config_params';

/**
 * Variables of the role sleighzy.kafka, of which each is a key of the broker's file: `kafka_` and the key with underscores. They are known by
 * a name that no other role has. Source: templates/server.properties.j2 and README.md of sleighzy/ansible-kafka.
 */
const template = [
  ...['broker.id', 'auto.create.topics.enable', 'delete.topic.enable', 'default.replication.factor', 'background.threads'],
  ...['num.network.threads', 'num.io.threads', 'num.replica.fetchers', 'num.partitions', 'num.recovery.threads.per.data.dir'],
  ...['socket.send.buffer.bytes', 'socket.receive.buffer.bytes', 'socket.request.max.bytes', 'replica.socket.receive.buffer.bytes'],
  ...['log.cleaner.threads', 'log.cleaner.backoff.ms', 'log.retention.hours', 'log.segment.bytes', 'log.retention.check.interval.ms'],
  ...['offsets.topic.replication.factor', 'transaction.state.log.replication.factor', 'transaction.state.log.min.isr'],
  ...['zookeeper.connect', 'zookeeper.connection.timeout.ms', 'offsets.commit.timeout.ms', 'replica.fetch.wait.max.ms'],
  'group.initial.rebalance.delay.ms',
];

const keys: ReadonlyMap<string, string> = new Map([
  ...template.map(key => [`kafka_${key.replaceAll('.', '_')}`, key] as const),
  ['kafka_data_log_dirs', 'log.dirs'],
]);

/** The variables in a mapping as the role's broker gets them; undefined where they may be those of another role. */
export function sleighzy({ tree }: Variables, around: Section): Reads | undefined {
  const branch = branchOf(around);
  const entries = tree.inside(branch);
  const names = entries.map(nameOf);
  const isKnown = names.includes('kafka_data_log_dirs') || tree.section(branch, moreKeys) !== undefined;
  if (!isKnown) return undefined;
  const version = entries.findLast(entry => nameOf(entry) === 'kafka_version')?.value;
  return {
    path: 'server.properties',
    wanted: { kind: 'role', role: 'broker' },
    // other variables may stand in other files
    facts: ['partly-seen'],
    kafkaVersion: version,
    fields: entries.flatMap(entry => {
      const key = keys.get(nameOf(entry));
      return key === undefined ? [] : [[key, entry] as const];
    }),
  };
}

function nameOf({ path }: Entry): string {
  return path.slice(-1).map(textOf).join('');
}
