import type { FrameworkDefault, Scope } from '../../config/setting.js';

const errors = 'io.confluent.ksql.errors';
const handlers = `${errors}.ProductionExceptionHandlerUtil$LogAnd`;

/**
 * What the server gives its queries and topics where nobody sets the key. Sources: the constructor and the ConfigDef of KsqlConfig,
 * KsqlConstants, and StreamSource, which starts a stream at the end and a table at the beginning: the less safe of both stands here.
 */
export function serverDefaults(scope: Scope, valueOf: (key: string) => string | undefined): readonly FrameworkDefault[] {
  const isTrue = (key: string, byDefault: string): boolean => (valueOf(key) ?? byDefault).toLowerCase() === 'true';
  const streams = { role: 'streams', scope } as const;
  const failsToRead = isTrue('ksql.fail.on.deserialization.error', 'false');
  const failsToWrite = isTrue('ksql.fail.on.production.error', 'true');
  return [
    { role: 'consumer', scope, property: 'auto.offset.reset', value: 'latest' },
    { ...streams, property: 'commit.interval.ms', value: '2000' },
    { ...streams, property: 'cache.max.bytes.buffering', value: '10000000' },
    { ...streams, property: 'num.stream.threads', value: '4' },
    { ...streams, property: 'topology.optimization', value: 'all' },
    ...(failsToRead
      ? []
      : [
          {
            ...streams,
            property: 'default.deserialization.exception.handler',
            value: `${errors}.LogMetricAndContinueExceptionHandler`,
          },
        ]),
    {
      ...streams,
      property: 'default.production.exception.handler',
      value: `${handlers}${failsToWrite ? 'Fail' : 'Continue'}ProductionExceptionHandler`,
    },
    { ...streams, property: 'ksql:ksql.fail.on.deserialization.error', value: 'false' },
    { ...streams, property: 'ksql:ksql.fail.on.production.error', value: 'true' },
    { ...streams, property: 'ksql:ksql.timestamp.throw.on.invalid', value: 'false' },
    { ...streams, property: 'ksql:ksql.internal.topic.replicas', value: '1' },
    { ...streams, property: 'ksql:ksql.internal.topic.min.insync.replicas', value: '1' },
    { ...streams, property: 'ksql:ksql.logging.processing.rows.include', value: 'false' },
    { ...streams, property: 'ksql:ksql.logging.processing.topic.auto.create', value: 'false' },
    { ...streams, property: 'ksql:ksql.logging.processing.topic.replication.factor', value: '1' },
  ];
}

/** What the server sets for the clients of the topic that holds its statements. Source: create of CommandStore.Factory. */
export function commandDefaults(scope: Scope): readonly FrameworkDefault[] {
  return [
    { role: 'producer', scope, property: 'acks', value: 'all' },
    { role: 'producer', scope, property: 'transactional.id', value: undefined },
    { role: 'consumer', scope, property: 'isolation.level', value: 'read_committed' },
    { role: 'consumer', scope, property: 'auto.offset.reset', value: 'none' },
    // it assigns itself the partition, and commits nothing
    { role: 'consumer', scope, property: 'enable.auto.commit', value: undefined },
    { role: 'consumer', scope, property: 'group.id', value: undefined },
  ];
}

const forcedOnCommands: ReadonlySet<string> = new Set([
  'producer acks',
  'producer transactional.id',
  'consumer isolation.level',
  'consumer auto.offset.reset',
]);

/** Whether the server writes its own value over this one for the clients of the topic that holds its statements. */
export function isForcedOnCommands(role: 'producer' | 'consumer', property: string): boolean {
  return forcedOnCommands.has(`${role} ${property}`);
}
