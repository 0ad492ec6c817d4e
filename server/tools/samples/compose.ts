import { embeddedSamplesOf } from './sample.js';

const path = 'docker-compose.yml';
const service = (name: string, image: string, variables: readonly string[]): string =>
  `services:\n  ${name}:\n    image: ${image}\n    environment:\n${variables.map(line => `      ${line}\n`).join('')}`;

const asMap = service('kafka', 'apache/kafka:latest', ['KAFKA_NUM_NETWORK_THREADS: 3', 'KAFKA_NUM_IO_THREADS: 8']);
const asList = service('kafka', 'apache/kafka:latest', ['- KAFKA_NUM_NETWORK_THREADS=3', '- KAFKA_NUM_IO_THREADS=8']);
const connect = service('connect', 'confluentinc/cp-kafka-connect', [
  'CONNECT_BOOTSTRAP_SERVERS: kafka:9092',
  'CONNECT_GROUP_ID: connect',
  'CONNECT_OFFSET_STORAGE_TOPIC: connect-offsets',
]);

export const composeSamples = embeddedSamplesOf('compose', [
  ['plain', 'broker', path, asMap],
  ['plain', 'broker', path, asList],
  ...(['connect-distributed', 'producer', 'consumer'] as const).map(role => ['connect-worker', role, path, connect] as const),
]);
