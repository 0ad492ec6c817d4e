import assert from 'node:assert/strict';
import { fixAllEdits, fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { analyzeFile, summaries } from '../support/check.js';

const path = 'docker-compose.yml';
const service = (name: string, image: string, ...variables: readonly string[]): string =>
  `  ${name}:\n    image: ${image}\n    environment:\n${variables.map(line => `      ${line}\n`).join('')}`;
const project = (...services: readonly string[]): string => `services:\n${services.join('')}`;

const voters = "KAFKA_CONTROLLER_QUORUM_VOTERS: '1@k1:9093'";
const alone = service(
  'kafka',
  'apache/kafka:4.1.0',
  'KAFKA_PROCESS_ROLES: broker,controller',
  'KAFKA_NODE_ID: 1',
  voters,
  'KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER',
  "KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093'",
  'KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1',
);
const connect = service('connect', 'confluentinc/cp-kafka-connect', 'CONNECT_GROUP_ID: a', 'CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR: 1');

describe('what stands inside of another text', () => {
  it('is judged where it stands, and mended there', () => {
    const text = project(
      service('kafka', 'cp-kafka:7.8.0', 'KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "true"', 'KAFKA_MIN_INSYNC_REPLICAS: 1'),
    );
    const analysis = analyzeFile(path, text);
    const shown = analysis.diagnoses.map(({ rule, span }) => `${rule.id} ${slice(text, span)}`);
    assert.ok(shown.includes('unclean-leader-election "true"') && shown.includes('min-insync-replicas-low 1'), shown.join(', '));
    assert.equal(applyEdits(text, fixAllEdits(analysis)), text.replace('"true"', '"false"'));
  });

  it('has its version from what is around it, of each its own', () => {
    const old = service('old', 'cp-kafka:7.0.1', 'KAFKA_ZOOKEEPER_CONNECT: zoo:2181');
    const text = project(
      old,
      service('new', 'apache/kafka:4.1.0', 'KAFKA_ZOOKEEPER_CONNECT: zoo:2181'),
      service('any', 'apache/kafka', 'KAFKA_NUM_IO_THREADS: 0'),
    );
    const versions = analyzeFile(path, text).carried.map(({ configs: [config] }) => [config?.version.text, config?.versionKnown]);
    assert.deepEqual(
      versions.map(([text, known]) => (known === true ? text : 'unknown')),
      ['3.0', '4.1.0', 'unknown'],
    );
  });

  it('is one development cluster with what runs beside it', () => {
    assert.deepEqual(
      analyzeFile(path, project(alone, connect)).diagnoses.map(({ rule }) => rule.id),
      ['single-node-cluster'],
    );
    const lonely = summaries(path, project(connect));
    assert.deepEqual(lonely, ['warning internal-topic-replication-low 1']);
    const two = project(
      alone,
      service('other', 'apache/kafka', 'KAFKA_ZOOKEEPER_CONNECT: a:1,b:1', 'KAFKA_DEFAULT_REPLICATION_FACTOR: 3'),
      connect,
    );
    assert.ok(summaries(path, two).includes('warning internal-topic-replication-low 1'), 'beside a cluster for production');
    assert.deepEqual(
      analyzeFile(path, project(connect), { profile: 'single-node' }).diagnoses.map(({ rule }) => rule.id),
      ['single-node-cluster'],
    );
  });

  it('shows what takes part in a finding where it stands', () => {
    const text = project(service('kafka', 'apache/kafka', 'KAFKA_DEFAULT_REPLICATION_FACTOR: 2', 'KAFKA_MIN_INSYNC_REPLICAS: 3'));
    const found = analyzeFile(path, text).diagnoses.find(({ rule }) => rule.id === 'min-insync-replicas-above-replication');
    assert.deepEqual(
      found?.related.map(({ span }) => slice(text, span)),
      ['KAFKA_DEFAULT_REPLICATION_FACTOR: 2'],
    );
  });

  it('has no fix that cannot be written there', () => {
    const text = project(service('kafka', 'apache/kafka', "'KAFKA_LOG_DIRS': ['a']", 'KAFKA_MIN_INSYNC_REPLICAS: 1'));
    const analysis = analyzeFile(path, text);
    for (const diagnosis of analysis.diagnoses) for (const fix of fixesOf(diagnosis, analysis)) assert.ok(fix.edits.length > 0);
  });

  it('leaves out a listener that the image makes', () => {
    const control = (image: string): boolean =>
      summaries(path, project(service('kafka', image, 'KAFKA_ZOOKEEPER_CONNECT: a:1', 'KAFKA_CONTROL_PLANE_LISTENER_NAME: CONTROL'))).some(
        line => line.includes('KAFKA_CONTROL_PLANE') || line.includes('CONTROL'),
      );
    assert.deepEqual(['apache/kafka:3.9.0', 'confluentinc/cp-kafka:7.9.0'].map(control), [true, false]);
  });

  it('leaves out what the image decides', () => {
    const listeners = ['KAFKA_PROCESS_ROLES: broker', 'KAFKA_CONTROL_PLANE_LISTENER_NAME: CONTROL', 'KAFKA_ADVERTISED_LISTENERS: A://a:1'];
    const conflicts = (image: string, ...more: readonly string[]): number =>
      summaries(path, project(service('kafka', image, ...listeners.slice(more.length > 0 ? 1 : 0), ...more))).filter(line =>
        line.includes('broker-start-conflict'),
      ).length;
    assert.ok(conflicts('apache/kafka') > conflicts('confluentinc/cp-kafka'));
    assert.ok(
      conflicts('apache/kafka:3.9.0', 'KAFKA_ZOOKEEPER_CONNECT: a:1') >=
        conflicts('confluentinc/cp-kafka:7.9.0', 'KAFKA_ZOOKEEPER_CONNECT: a:1'),
    );
  });

  it('is not looked for where the user says what the file is', () => {
    const files = [{ glob: '**/*.yml', wanted: { kind: 'carrier', id: 'generic' } }] as const;
    assert.deepEqual(analyzeFile(path, project(alone), { files }).embedded, []);
  });
});
