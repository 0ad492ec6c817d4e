import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { cloudFormation } from '../../server/src/embedded/cloudformation/cloudformation.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

function template(properties: readonly string[], cluster: readonly string[] = []): string {
  const resource = (name: string, type: string, lines: readonly string[]): string =>
    `  ${name}:\n    Type: ${type}\n    Properties:\n${lines.map(line => `      ${line}\n`).join('')}`;
  const clusters = cluster.length > 0 ? resource('Cluster', 'AWS::MSK::Cluster', cluster) : '';
  return `Resources:\n${resource('Config', 'AWS::MSK::Configuration', properties)}${clusters}`;
}

const [one, two] = [['ServerProperties: "num.io.threads=8\\n"'], ['KafkaVersionsList: [3.6.0]', 'ServerProperties: "num.io.threads=8\\n"']];
const clusterOf = (arn: string, ...more: readonly string[]): readonly string[] => [
  'ConfigurationInfo:',
  `  Arn: ${arn}`,
  '  Revision: 1',
  ...more,
];

function found(text: string, path = 'template.yaml') {
  assert.ok(cloudFormation.mayHold(path, text));
  return cloudFormation.embedded(syntaxes[path.endsWith('json') ? 'json' : 'yaml'].parse(text), path);
}

describe('a template of CloudFormation', () => {
  it('holds the file of brokers as text, also in functions', () => {
    for (const written of [
      '|\n        unclean.leader.election.enable=true',
      '!Sub |\n        unclean.leader.election.enable=true\n        broker.rack=${Rack}',
    ]) {
      assert.deepEqual(
        summaries('template.yaml', template([`ServerProperties: ${written}`])),
        ['error unclean-leader-election true'],
        written,
      );
    }
    assert.equal(found(template(['ServerProperties:', '  Fn::Sub: "num.io.threads=8"'])).length, 1);
    assert.deepEqual(found(template(['ServerProperties: [1]'])), []);
    assert.deepEqual(found(template(['Name: a'])), []);
  });

  it('may be JSON', () => {
    const text = JSON.stringify({
      Resources: {
        Config: { Type: 'AWS::MSK::Configuration', Properties: { ServerProperties: 'num.io.threads=8\nmin.insync.replicas=1\n' } },
      },
    });
    const analysis = analyzeFile('template.json', text);
    const [fault] = analysis.diagnoses;
    assert.equal(fault?.rule.id, 'min-insync-replicas-low');
    const [fix] = fixesOf(fault, analysis);
    assert.equal(fix && applyEdits(text, fix.edits), text.replace('replicas=1', 'replicas=2'));
  });

  it('has brokers of the version that they are for', () => {
    assert.deepEqual([found(template(one))[0]?.kafkaVersion, found(template(two))[0]?.kafkaVersion], [undefined, '3.6.0']);
    const several = template(['KafkaVersionsList: [3.6.0, 3.7.x]', ...one]);
    assert.equal(found(several)[0]?.kafkaVersion, undefined);
    assert.equal(found(template(two, clusterOf('!Ref Config', 'KafkaVersion: 3.7.x')))[0]?.kafkaVersion, '3.7');
    assert.equal(found(template(two, clusterOf('!Ref Config')))[0]?.kafkaVersion, '3.6.0');
  });

  it('has brokers for the cluster that refers to them', () => {
    const nodes = (...cluster: readonly string[]): unknown => found(template(one, cluster))[0]?.nodes;
    const brokers = 'NumberOfBrokerNodes: 6';
    assert.equal(nodes(), undefined);
    for (const arn of ['!Ref Config', '{Ref: Config}', '!GetAtt Config.Arn', '{Fn::GetAtt: Config.Arn}', '{Fn::GetAtt: [Config, Arn]}']) {
      assert.equal(nodes(...clusterOf(arn, brokers)), 6, arn);
    }
    assert.equal(nodes(...clusterOf('!Ref Other', brokers)), undefined);
    assert.equal(nodes('KafkaVersion: 3.7.x', brokers), undefined);
    const cluster = `  More:\n    Type: AWS::MSK::Cluster\n    Properties:\n      ConfigurationInfo: {Arn: !Ref Config}\n`;
    assert.equal(found(template(one, clusterOf('!Ref Config', brokers)) + cluster)[0]?.nodes, undefined);
  });

  it('has defaults by the zones of the cluster', () => {
    const copies = (...subnets: readonly string[]): unknown => {
      const group = ['BrokerNodeGroupInfo:', '  InstanceType: kafka.m5.large', `  ClientSubnets: ${subnets.join('')}`];
      const [only] = found(template(one, clusterOf('!Ref Config', ...group)));
      return only?.defaults.find(({ property }) => property === 'default.replication.factor')?.value;
    };
    assert.equal(copies('[a, {Ref: b}, {Ref: c}]'), '3');
    assert.equal(copies('[a, b]'), '2');
    assert.equal(copies('!Ref Subnets'), undefined);
  });

  it('holds the file of workers, and connectors by their class', () => {
    const worker = `Resources:\n  Worker:\n    Type: AWS::KafkaConnect::WorkerConfiguration\n    Properties:\n      PropertiesFileContent:\n        Fn::Base64: |\n          producer.acks=1\n`;
    assert.deepEqual(summaries('template.yaml', worker), ['warning acks-leader-only 1']);
    const connector = `Resources:\n  C:\n    Type: AWS::KafkaConnect::Connector\n    Properties:\n      ConnectorConfiguration:\n        connector.class: x.OrdersSource\n        producer.override.acks: "1"\n`;
    assert.deepEqual(summaries('template.yaml', connector), ['warning acks-leader-only "1"']);
  });
});
