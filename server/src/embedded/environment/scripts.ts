import type { Program } from './program.js';

/** Keys that a script sets where no variable does; undefined where it is not known to what. */
export const set = (values: Readonly<Record<string, string | undefined>>): NonNullable<Program['defaults']> =>
  Object.entries(values).map(([property, value]) => ({ property, value }));

/** Scripts that say where the data is, and make listeners of what is advertised. */
export const byScript = (directory: string | undefined) =>
  ({ defaults: set({ 'log.dir': directory, 'log.dirs': directory }), facts: ['listeners-made-up'] }) as const;

/** What that file has for internal topics. */
export const oneCopy = {
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
};

/**
 * Scripts that write into the file that Kafka is shipped with, which has one copy of internal topics. Source: config/server.properties of
 * apache/kafka, and config/broker.properties, which has the same since 4.0.
 */
export function intoShippedFile(directory: string): Pick<Program, 'defaults' | 'facts'> {
  const { defaults, facts } = byScript(directory);
  const ofShareGroups = ['share.coordinator.state.topic.replication.factor', 'share.coordinator.state.topic.min.isr'];
  return { defaults: [...defaults, ...set(oneCopy), ...ofShareGroups.map(property => ({ property, value: '1', since: '4.0' }))], facts };
}

/** The version of an image whose tag begins with that of Kafka. */
export function kafkaVersion(tag: string): string | undefined {
  return /^\d+\.\d+(\.\d+)?(?=$|-)/.exec(tag)?.[0];
}
