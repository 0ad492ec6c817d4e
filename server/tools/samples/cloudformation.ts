import { embeddedSamplesOf } from './sample.js';

const resource = (type: string, lines: readonly string[]): string =>
  `Resources:\n  Orders:\n    Type: ${type}\n    Properties:\n      Name: orders\n${lines.map(line => `      ${line}\n`).join('')}`;

const brokers = resource('AWS::MSK::Configuration', ['ServerProperties: |', '  num.network.threads=3', '  num.io.threads=8']);
const template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: { Orders: { Type: 'AWS::MSK::Configuration', Properties: { ServerProperties: 'num.network.threads=3\nnum.io.threads=8\n' } } },
};
const inJson = JSON.stringify(template, undefined, 2);
const worker = resource('AWS::KafkaConnect::WorkerConfiguration', [
  'PropertiesFileContent:',
  '  Fn::Base64: |',
  '    task.shutdown.graceful.timeout.ms=5000',
]);

export const cloudFormationSamples = embeddedSamplesOf('cloudformation', [
  ['plain', 'broker', 'template.yaml', brokers],
  ['plain', 'broker', 'template.json', inJson],
  ...(['connect-distributed', 'producer', 'consumer'] as const).map(role => ['connect-worker', role, 'template.yaml', worker] as const),
]);
