import type { Case } from './comparison.js';

/** The versions of Spring Boot that are asked, by the name of their jars. */
export type Boot = 'spring-boot' | 'spring-boot-2' | 'spring-boot-4';

const boots: Readonly<
  Record<string, { readonly name: Boot; readonly kafka: string; readonly leaves: readonly string[]; readonly lacks: readonly string[] }>
> = {
  '2.7': {
    name: 'spring-boot-2',
    kafka: '3.1.2',
    leaves: ['max-poll-interval', 'state-store-cache-max-size', 'change-consumer-thread-name', 'async-acks', 'auto-startup'],
    lacks: [
      ...['template.observation-enabled', 'template.close-timeout', 'template.allow-non-transactional', 'admin.auto-create'],
      ...['admin.modify-topic-configs', 'admin.close-timeout', 'admin.operation-timeout', 'retry.topic.backoff.delay'],
      ...['listener.observation-enabled', 'listener.auth-exception-retry-interval'],
    ],
  },
  '3.5': {
    name: 'spring-boot',
    kafka: '3.9.1',
    leaves: ['cache-max-size-buffering', 'only-log-record-metadata'],
    lacks: ['template.close-timeout', 'template.allow-non-transactional'],
  },
  '4.1': {
    name: 'spring-boot-4',
    kafka: '4.2.2',
    leaves: ['cache-max-size-buffering', 'only-log-record-metadata'],
    lacks: [],
  },
};

/** Which are asked. */
export const bootVersions: readonly string[] = Object.keys(boots);

/** No version of Spring Boot, or of its listener containers, tells these. */
const untold = [
  'transaction-id-prefix',
  ...['listener.client-id', 'listener.only-log-record-metadata', 'listener.change-consumer-thread-name'],
  ...['retry.topic.backoff.multiplier', 'retry.topic.backoff.max-delay', 'retry.topic.backoff.jitter', 'retry.topic.backoff.random'],
];

function settled({ circumstances }: Case): (typeof boots)[string] & object {
  const found = boots[circumstances?.boot ?? '3.5'];
  if (!found) throw new Error(`There is no Spring Boot ${circumstances?.boot ?? ''}.`);
  return found;
}

/** The jars that answer for a file. */
export function bootOf(file: Case): Boot {
  return settled(file).name;
}

/** The Kafka that comes with them. */
export function kafkaOf(file: Case): string {
  return settled(file).kafka;
}

/** Kafka's keys that have a leaf in some versions only. */
const changing: Readonly<Record<string, readonly string[]>> = {
  '2.7': ['max.poll.interval.ms', 'statestore.cache.max.bytes'],
  '3.5': ['cache.max.bytes.buffering'],
  '4.1': ['cache.max.bytes.buffering'],
};

/** Keys of Spring Boot that this version does not have, by their last part. */
export function lackingLeaves(file: Case): readonly string[] {
  const { leaves, lacks: attributes } = settled(file);
  return [...leaves, ...attributes.map(name => name.split('.').at(-1) ?? name)];
}

/** Whether this version has no leaf for the property. */
export function lacks({ circumstances }: Case, property: string): boolean {
  const kafkas = changing[circumstances?.boot ?? '3.5'] ?? [];
  return kafkas.includes(property) || lackingLeaves({ path: '', text: '', ...(circumstances ? { circumstances } : {}) }).includes(property);
}

/** The attributes that this version does not have, or does not tell. */
export function lacking(file: Case): readonly string[] {
  return [...settled(file).lacks, ...untold];
}
