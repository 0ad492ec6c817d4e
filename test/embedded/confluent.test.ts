import assert from 'node:assert/strict';
import { fixAllEdits, fixesOf } from '../../server/src/analysis/fixes.js';
import { confluent } from '../../server/src/embedded/confluent/confluent.js';
import type { Embedded } from '../../server/src/embedded/embedded.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const resource = (kind: string, spec: string): string =>
  `apiVersion: platform.confluent.io/v1beta1\nkind: ${kind}\nmetadata:\n  name: orders\nspec:\n${spec}`;
const lines = (...server: readonly string[]): string =>
  `  configOverrides:\n    server:\n${server.map(line => `      - ${line}\n`).join('')}`;

function embeddedIn(text: string): readonly Embedded[] {
  assert.ok(confluent.mayHold('kafka.yaml', text));
  return confluent.embedded(yaml.parse(text), 'kafka.yaml');
}

describe('resources of Confluent for Kubernetes', () => {
  it('have lines on top of what the operator writes', () => {
    const [found] = embeddedIn(resource('Kafka', lines('a.b=1', '"c=d e"', "'f=g=h'", 'i =j', 'k')));
    assert.equal(found?.document.text, 'a.b=1\nc=d e\nf=g=h\ni=j\nk=${k}\n');
    assert.equal(found.name, 'Kafka orders');
    assert.deepEqual(embeddedIn(resource('Kafka', '  configOverrides: { server: {} }\n')), []);
    assert.deepEqual(embeddedIn(resource('Kafka', '  configOverrides: { server: { a: b } }\n')), []);
    assert.deepEqual(embeddedIn(resource('SchemaRegistry', lines('a=b'))), []);
    assert.equal(confluent.mayHold('kafka.yaml', 'kind: Kafka\n'), false);
  });

  it('have the version of their image', () => {
    const version = (image: string): string | undefined =>
      embeddedIn(resource('Kafka', `  image: { application: ${image} }\n${lines('a=b')}`))[0]?.kafkaVersion;
    assert.deepEqual(['confluentinc/cp-server:7.9.1', 'example/other:1.2'].map(version), ['3.9', undefined]);
    assert.equal(embeddedIn(resource('Kafka', lines('a=b')))[0]?.kafkaVersion, undefined);
  });

  it('are nodes as many as there are replicas, controllers by their kind', () => {
    const seen = (kind: string, replicas: string) => {
      const [found] = embeddedIn(resource(kind, `  replicas: ${replicas}\n${lines('a=b')}`));
      return [found?.nodes, found?.facts.join(' '), found?.document.text];
    };
    assert.deepEqual(seen('Kafka', '3'), [3, 'partly-seen', 'a=b\n']);
    assert.deepEqual(seen('Kafka', '1'), [1, 'partly-seen only-broker cluster-in-sight', 'a=b\n']);
    assert.deepEqual(seen('KRaftController', 'x'), [undefined, 'partly-seen', 'a=b\nprocess.roles=controller\n']);
  });

  it('say nothing of what is absent, and fold what stands beside one broker', () => {
    assert.deepEqual(summaries('kafka.yaml', resource('Kafka', lines('num.io.threads=8'))), []);
    const kafka = resource('Kafka', `  replicas: 1\n${lines('offsets.topic.replication.factor=1')}`);
    const beside = [resource('Connect', lines('config.storage.replication.factor=1')), resource('KafkaTopic', '  replicas: 1\n')];
    assert.deepEqual(summaries('kafka.yaml', [kafka, ...beside].join('---\n')), [
      'information single-node-cluster offsets.topic.replication.factor',
    ]);
    assert.deepEqual(summaries('kafka.yaml', beside.join('---\n')), [
      'warning internal-topic-replication-low 1',
      'warning replication-factor-low 1',
    ]);
  });

  it('are written line by line', () => {
    const text = resource(
      'Kafka',
      lines('"unclean.leader.election.enable=true" # now', 'min.insync.replicas=1', 'default.replication.factor=3'),
    );
    const analysis = analyzeFile('kafka.yaml', text);
    assert.equal(applyEdits(text, fixAllEdits(analysis)), text.replace('=true', '=false').replace('replicas=1', 'replicas=2'));
    for (const diagnosis of analysis.diagnoses)
      for (const { edits } of fixesOf(diagnosis, analysis)) {
        const left = analyzeFile('kafka.yaml', applyEdits(text, edits)).diagnoses.map(({ rule }) => rule.id);
        assert.ok(!left.includes(diagnosis.rule.id));
      }
    const [found] = embeddedIn(text);
    const now = found?.outerEdits(`${found.document.text.replace('min.insync.replicas=1\n', '')}log.dirs=/data\n`);
    assert.equal(
      applyEdits(text, now ?? []),
      text.replace('min.insync.replicas=1', 'log.dirs=/data').replace(/( *- log.dirs.*\n)( *- default.*\n)/, '$2$1'),
    );
  });

  it('are connectors by the class in its field', () => {
    const text = resource(
      'Connector',
      '  class: com.example.OrdersSink\n  taskMax: 2\n  configs:\n    topics: orders\n    errors.tolerance: all\n',
    );
    assert.equal(
      embeddedIn(text)[0]?.document.text,
      'connector.class=com.example.OrdersSink\ntasks.max=2\ntopics=orders\nerrors.tolerance=all\n',
    );
    assert.deepEqual(summaries('connector.yaml', text), ['warning errors-tolerated-without-dead-letter-queue all']);
  });
});
