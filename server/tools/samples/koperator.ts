import { embeddedSamplesOf } from './sample.js';

const resource = (kind: string, spec: string): string =>
  `apiVersion: kafka.banzaicloud.io/v1beta1\nkind: ${kind}\nmetadata:\n  name: orders\nspec:\n${spec}`;
const text = (key: string): string => `  ${key}: |\n    num.network.threads=3\n    num.io.threads=8\n`;

export const koperatorSamples = embeddedSamplesOf('koperator', [
  ['plain', 'broker', 'kafka.yaml', resource('KafkaCluster', text('readOnlyConfig'))],
  ['plain', 'topic', 'topic.yaml', resource('KafkaTopic', '  replicationFactor: 3\n  config:\n    segment.index.bytes: "10485760"\n')],
]);
