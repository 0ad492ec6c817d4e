import { textOf } from '../../syntax/key-text.js';
import type { Embedded, Embedder, Reader } from '../embedded.js';
import { configOf, type Config, type Resource } from '../resources.js';
import { aivenTopicOf } from './aiven.js';
import { blocksIn, type Blocks } from './blocks.js';
import { fileReader } from './files.js';
import { configurationOf, moduleOf, workerOf } from './msk.js';

/** Topics, connectors and the configurations of managed clusters, as the providers of Terraform take them. */
export const terraform: Embedder = {
  id: 'terraform',
  title: 'Terraform',
  syntaxes: ['hcl'],
  mayHold: (_path, text) => /kafka|msk|confluent|\.(?:properties|ya?ml|json)"/.test(text),
  embedded: document => {
    const blocks = blocksIn(document);
    return blocks.all.flatMap(resource => {
      const read = readers.get(resource.kind) ?? (resource.kind.startsWith('module ') ? moduleOf : undefined);
      return read?.(blocks, resource) ?? [];
    });
  },
};

type BlockReader = (blocks: Blocks, resource: Resource) => readonly Embedded[];
type Map = Pick<Config, 'key' | 'path' | 'wanted'> & Partial<Pick<Config, 'fields' | 'defaults'>>;

const topic: Reader = { kind: 'role', role: 'topic' };
const connector: Reader = { kind: 'carrier', id: 'connector' };

/** A map of a resource, which may say more than is written there, and others beside it whose keys are added. */
function mapReader(map: Map, ...beside: readonly string[]): BlockReader {
  return (blocks, resource) => {
    const added = beside.flatMap(other =>
      blocks.tree.inside(resource, other).map(({ path }) => {
        const key = path.slice(-1).map(textOf).join('');
        return [key, other, key] as const;
      }),
    );
    const isPartial = [map.key, ...beside].some(key => blocks.isPartial(resource, key));
    const config = configOf(blocks, resource, {
      ...{ around: [], ...map },
      fields: [...(map.fields ?? []), ...added],
      facts: isPartial ? ['partly-seen'] : [],
    });
    return config ? [config] : [];
  };
}

const topicMap = { path: 'topic.properties', wanted: topic };
const connectorMap = { path: 'connector.properties', wanted: connector };

/**
 * What Confluent Cloud gives every topic: three replicas, and two that must be in sync. Source: the reference of topics of Confluent
 * Cloud, and docs/resources/confluent_kafka_topic.md of confluentinc/terraform-provider-confluent.
 */
const inConfluentCloud = [
  { property: 'strimzi:replicas', value: '3' },
  { property: 'min.insync.replicas', value: '2' },
];

/** Records that fail go to a topic that Confluent Cloud makes for each sink by itself. */
const ofManagedConnectors = [{ property: 'errors.deadletterqueue.topic.name', value: undefined }];

/**
 * Sources: Mongey/terraform-provider-kafka, Mongey/terraform-provider-kafka-connect, confluentinc/terraform-provider-confluent,
 * hashicorp/terraform-provider-aws, hashicorp/terraform-provider-google and hashicorp/terraform-provider-local, what they document of each resource.
 */
const readers: ReadonlyMap<string, BlockReader> = new Map<string, BlockReader>([
  ['kafka_topic', mapReader({ ...topicMap, key: 'config', fields: [['strimzi:replicas', 'replication_factor']] })],
  ['google_managed_kafka_topic', mapReader({ ...topicMap, key: 'configs', fields: [['strimzi:replicas', 'replication_factor']] })],
  ['aiven_kafka_topic', aivenTopicOf],
  ['confluent_kafka_topic', mapReader({ ...topicMap, key: 'config', defaults: inConfluentCloud })],
  ['kafka-connect_connector', mapReader({ ...connectorMap, key: 'config' }, 'config_sensitive')],
  ['confluent_connector', mapReader({ ...connectorMap, key: 'config_nonsensitive', defaults: ofManagedConnectors }, 'config_sensitive')],
  ['aws_mskconnect_connector', mapReader({ ...connectorMap, key: 'connector_configuration' })],
  ['aws_mskconnect_worker_configuration', workerOf],
  ['aws_msk_configuration', configurationOf],
  ...['local_file', 'local_sensitive_file'].map(kind => [kind, fileReader('filename')] as const),
  ...['aws_s3_object', 'aws_s3_bucket_object'].map(kind => [kind, fileReader('key')] as const),
  ['google_storage_bucket_object', fileReader('name')],
]);
