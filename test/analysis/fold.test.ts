import assert from 'node:assert/strict';
import { foldDevelopment } from '../../server/src/analysis/fold.js';
import type { Raw } from '../../server/src/analysis/judge.js';
import { defaultOptions, type AnalysisOptions } from '../../server/src/analysis/options.js';
import { analyzeFile, summaries } from '../support/check.js';
import { configOf, raw, read } from './stubs.js';

const lone = read('server.properties', 'broker.id=0\nzookeeper.connect=localhost:2181\n');
const broker = configOf(lone, 'broker');

function folded(found: readonly Raw[], options: Partial<AnalysisOptions> = {}): readonly string[] {
  return foldDevelopment(found, lone.clusters, { ...defaultOptions, ...options }).map(({ rule, finding }) =>
    [rule.id, ...Object.values(finding.data ?? {}).map(String)].join(' '),
  );
}

describe('folding in a development cluster', () => {
  const rule = (id: string) => ({ id, foldsInDevelopment: true });
  const said = { message: 'plain', at: 'absent' } as const;

  it('makes one remark of all that means “this is no production cluster”', () => {
    const found = [
      raw(broker, said, rule('x')),
      raw(broker, said, { id: 'kept' }),
      raw(broker, said, rule('y')),
      raw(broker, said, rule('x')),
    ];
    assert.deepEqual(folded(found), ['kept', 'single-node-cluster x, y 2']);
    assert.deepEqual(folded([raw(broker, said, rule('x'))]), ['single-node-cluster x 1']);
  });

  it('does not fold what Kafka refuses', () => {
    assert.deepEqual(folded([raw(broker, { ...said, refusedByKafka: true }, rule('x'))]), ['x']);
  });

  it('does not name what the user has switched off', () => {
    const text = 'broker.id=0\nzookeeper.connect=localhost:2181\nauto.create.topics.enable=true\n';
    const severities = { 'auto-create-topics': 'off', 'log-dir-temporary': 'off' } as const;
    const remark = analyzeFile('server.properties', text, { severities }).diagnoses.find(one => one.rule.id === 'single-node-cluster');
    assert.match(remark?.message ?? '', /: min-insync-replicas-low, replication-factor-low\./);
  });

  it('makes one remark for each scope', () => {
    const other = { ...broker, scope: { ...broker.scope, name: 'another', development: true } };
    assert.deepEqual(folded([raw(broker, said, rule('x')), raw(other, said, rule('x'))]), [
      'single-node-cluster x 1',
      'single-node-cluster x 1',
    ]);
  });

  it('leaves other clusters as they are', () => {
    const production = read('server.properties', 'broker.id=0\nzookeeper.connect=zk1:2181,zk2:2181,zk3:2181\n');
    const found = [raw(configOf(production, 'broker'), said, rule('x'))];
    assert.deepEqual(foldDevelopment(found, production.clusters, defaultOptions), found);
  });

  it('shows the remark at what says which node this is', () => {
    const text = 'num.io.threads=8\nbroker.id=0\nzookeeper.connect=localhost:2181\nauto.create.topics.enable=true\n';
    assert.deepEqual(summaries('server.properties', text), ['information single-node-cluster broker.id']);
    assert.deepEqual(summaries('server.properties', text, { severities: { 'single-node-cluster': 'off' } }), []);
    const production = text.replace('localhost:2181', 'zk1:2181,zk2:2181');
    assert.ok(summaries('server.properties', production).includes('warning auto-create-topics true'));
    assert.deepEqual(summaries('server.properties', production, { profile: 'single-node' }), ['information single-node-cluster broker.id']);
  });

  it('folds every KRaft sample of one node, and no producer beside it', () => {
    const text =
      'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@localhost:9093\ncontroller.listener.names=CONTROLLER\n';
    const listeners = 'listeners=PLAINTEXT://:9092,CONTROLLER://:9093\noffsets.topic.replication.factor=1\nlog.dirs=/tmp/kraft\n';
    assert.deepEqual(summaries('server.properties', text + listeners), ['information single-node-cluster process.roles']);
    assert.deepEqual(summaries('producer.properties', 'acks=1\n', { profile: 'single-node' }), ['warning acks-leader-only 1']);
  });
});
