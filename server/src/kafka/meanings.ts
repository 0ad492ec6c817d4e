import { connectMeanings, connectorMeanings, mirrorMeanings, streamsMeanings } from './meanings-applications.js';
import { brokerMeanings } from './meanings-broker.js';
import { clientMeanings } from './meanings-client.js';
import { consumerMeanings } from './meanings-consumer.js';
import { frameworkMeanings } from './meanings-frameworks.js';
import { librdkafkaMeanings } from './meanings-librdkafka.js';
import { producerMeanings } from './meanings-producer.js';
import { groupMeanings, topicMeanings } from './meanings-topic.js';
import type { Role } from './property.js';

type Meanings = Readonly<Record<string, string>>;

/** The tables to look into for each role; the first that has the key speaks. */
const tables: Readonly<Record<Role, readonly Meanings[]>> = {
  broker: [brokerMeanings],
  topic: [topicMeanings],
  group: [groupMeanings],
  producer: [producerMeanings, clientMeanings],
  consumer: [consumerMeanings, clientMeanings],
  admin: [clientMeanings],
  streams: [streamsMeanings, clientMeanings],
  'connect-distributed': [connectMeanings, clientMeanings],
  'connect-standalone': [connectMeanings, clientMeanings],
  connector: [connectorMeanings],
  'source-connector': [connectorMeanings],
  'sink-connector': [connectorMeanings],
  'mirror-maker': [mirrorMeanings, connectMeanings, clientMeanings],
  'mirror-connector': [mirrorMeanings, connectorMeanings],
  'mirror-source': [mirrorMeanings, connectorMeanings],
  'mirror-checkpoint': [mirrorMeanings, connectorMeanings],
  'mirror-heartbeat': [mirrorMeanings, connectorMeanings],
  'mirror-client': [clientMeanings],
  'client-metrics': [],
  // tiered storage is configured in the broker's file
  'remote-log-manager': [brokerMeanings],
  'remote-log-metadata': [],
  'librdkafka-producer': [librdkafkaMeanings, producerMeanings, clientMeanings],
  'librdkafka-consumer': [librdkafkaMeanings, consumerMeanings, clientMeanings],
};

/** What a key decides, in one sentence of at most 160 characters; undefined for keys that nobody has described. */
export function meaningOf(role: Role, name: string): string | undefined {
  const table = [...tables[role], frameworkMeanings].find(meanings => Object.hasOwn(meanings, name));
  return table?.[name];
}
