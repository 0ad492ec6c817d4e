import type { FrameworkDefault, Ignored, Scope } from '../../config/setting.js';

/**
 * Which client gets a key, and how: the consumer that reads the input (`main`) and those that restore state and read global tables
 * (`aside`) with a prefix of their own, or with what is said of all consumers.
 */
export type Way = 'producer' | 'admin' | 'main' | 'aside' | 'all-to-main' | 'all-to-aside';

interface Forced extends Ignored {
  readonly ways: readonly Way[];
  readonly property: string;
  /** Saying the same changes nothing. */
  readonly same?: string;
  readonly onlyExactlyOnce?: true;
}

const overridden = (ways: readonly Way[], property: string, more: Partial<Forced> = {}): Forced => ({
  why: 'always-overridden',
  by: 'Kafka Streams',
  worksAs: undefined,
  ways,
  property,
  ...more,
});
const asStreams = (property: string): Pick<Ignored, 'worksAs'> => ({ worksAs: { property, role: 'streams' } });
const forAll = ['all-to-main', 'all-to-aside'] as const;
const toMain = ['all-to-main', 'main'] as const;
const toAside = ['all-to-aside', 'aside'] as const;
const everyConsumer = [...toMain, ...toAside] as const;

/**
 * What StreamsConfig puts over the settings of its clients. Sources: its methods getCommonConsumerConfigs, getMainConsumerConfigs,
 * getRestoreConsumerConfigs, getProducerConfigs and getAdminConfigs, asked in every version since 2.3. Up to 4.1 it looks at common keys
 * only, so that main.consumer.enable.auto.commit=true got through.
 */
const forced: readonly Forced[] = [
  overridden(forAll, 'enable.auto.commit', { same: 'false' }),
  overridden(['main', 'aside'], 'enable.auto.commit', { same: 'false', since: '4.2' }),
  overridden(forAll, 'group.protocol', { same: 'classic', since: '4.0' }),
  overridden(['main', 'aside'], 'group.protocol', { same: 'classic', since: '4.2' }),
  overridden(toMain, 'allow.auto.create.topics', { same: 'false', since: '2.5' }),
  overridden(toAside, 'allow.auto.create.topics', { same: 'false', since: '4.2' }),
  overridden(forAll, 'isolation.level', { same: 'read_committed', onlyExactlyOnce: true }),
  overridden(everyConsumer, 'group.id', asStreams('application.id')),
  overridden(everyConsumer, 'client.id', asStreams('client.id')),
  overridden(toMain, 'partition.assignment.strategy'),
  overridden(forAll, 'bootstrap.servers', asStreams('bootstrap.servers')),
  overridden(toAside, 'auto.offset.reset', { same: 'none' }),
  overridden(toAside, 'group.instance.id', { why: 'dropped' }),
  overridden(['producer'], 'bootstrap.servers', asStreams('bootstrap.servers')),
  overridden(['producer'], 'client.id', asStreams('client.id')),
  overridden(['producer'], 'enable.idempotence', { same: 'true', onlyExactlyOnce: true }),
  overridden(['producer'], 'transactional.id', { onlyExactlyOnce: true, since: '2.6' }),
  overridden(['admin'], 'client.id', asStreams('client.id')),
];

/** What becomes of a client's key that Streams sets itself; undefined where it gets through. `value`: undefined where it is not known. */
export function forcedOver(way: Way, property: string, value: string | undefined, exactlyOnce: boolean): Ignored | undefined {
  const found = forced.find(one => one.property === property && one.ways.includes(way) && (exactlyOnce || !one.onlyExactlyOnce));
  return found && (found.same === undefined || found.same !== value?.trim().toLowerCase()) ? found : undefined;
}

/** Whether a client's key can be written at all: not where Streams sets it in every application. */
export function isTaken(way: Way, property: string): boolean {
  return forced.some(one => one.property === property && one.ways.includes(way) && !one.onlyExactlyOnce);
}

/**
 * What Streams gives its clients where nobody sets the key: PRODUCER_DEFAULT_OVERRIDES and its like in StreamsConfig. `aside`: the scope of
 * the consumers that restore. `exactlyOnce`: `no longer` where only the scope that this one builds on asks for it.
 */
export function streamsDefaults(file: Scope, aside: Scope, exactlyOnce: 'yes' | 'no' | 'no longer'): readonly FrameworkDefault[] {
  const producer = { role: 'producer', scope: file } as const;
  const consumers = [file, aside].map(scope => ({ role: 'consumer', scope }) as const);
  const each = (property: string, value: string | undefined, since?: string): readonly FrameworkDefault[] =>
    consumers.map(consumer => ({ ...consumer, property, value, ...(since === undefined ? {} : { since }) }));
  return [
    { ...producer, property: 'linger.ms', value: '100' },
    { ...producer, property: 'transaction.timeout.ms', value: '10000', since: '2.6', before: '2.8' },
    ...each('max.poll.records', '1000'),
    ...each('enable.auto.commit', 'false'),
    ...each('group.protocol', 'classic', '4.0'),
    { role: 'consumer', scope: file, property: 'auto.offset.reset', value: 'earliest' },
    { role: 'consumer', scope: aside, property: 'auto.offset.reset', value: 'none' },
    { role: 'consumer', scope: file, property: 'allow.auto.create.topics', value: 'false', since: '2.5' },
    { role: 'consumer', scope: aside, property: 'allow.auto.create.topics', value: 'false', since: '4.2' },
    {
      role: 'consumer',
      scope: file,
      property: 'partition.assignment.strategy',
      value: 'org.apache.kafka.streams.processor.internals.StreamsPartitionAssignor',
    },
    { role: 'admin', scope: file, property: 'enable.metrics.push', value: 'true', since: '4.0' },
    ...(exactlyOnce === 'no' ? [] : forExactlyOnce(value => (exactlyOnce === 'yes' ? value : undefined))),
  ];

  function forExactlyOnce(given: (value: string) => string | undefined): readonly FrameworkDefault[] {
    return [
      { ...producer, property: 'enable.idempotence', value: given('true') },
      { ...producer, property: 'delivery.timeout.ms', value: given('2147483647') },
      { ...producer, property: 'transaction.timeout.ms', value: given('10000'), since: '2.8' },
      ...each('isolation.level', given('read_committed')),
    ];
  }
}
