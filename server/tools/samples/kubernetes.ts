import { embeddedSamplesOf } from './sample.js';

const pod = (image: string, items: readonly string[]): string =>
  [
    ...['apiVersion: apps/v1', 'kind: StatefulSet', 'metadata:', '  name: kafka', 'spec:', '  template:', '    spec:'],
    ...['      containers:', '        - name: main', `          image: ${image}`, '          env:'],
    ...items.flatMap(item => item.split('\n').map(line => `            ${line}`)),
    '',
  ].join('\n');

const broker = pod('apache/kafka', ['- name: KAFKA_NUM_NETWORK_THREADS\n  value: "3"', '- name: KAFKA_NUM_IO_THREADS\n  value: "8"']);
const inBraces = pod('apache/kafka', ['- { name: KAFKA_NUM_NETWORK_THREADS, value: "3" }', "- {name: KAFKA_NUM_IO_THREADS, value: '8'}"]);
const connect = pod('confluentinc/cp-kafka-connect', [
  '- name: CONNECT_BOOTSTRAP_SERVERS\n  value: "kafka:9092"',
  '- name: CONNECT_GROUP_ID\n  value: connect',
  '- name: CONNECT_OFFSET_STORAGE_TOPIC\n  value: connect-offsets',
]);

export const kubernetesSamples = embeddedSamplesOf('kubernetes', [
  ['plain', 'broker', 'kafka.yaml', broker],
  ['plain', 'broker', 'kafka.yaml', inBraces],
  ...(['connect-distributed', 'producer', 'consumer'] as const).map(role => ['connect-worker', role, 'connect.yaml', connect] as const),
]);
