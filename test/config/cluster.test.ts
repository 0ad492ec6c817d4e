import assert from 'node:assert/strict';
import { brokerCount, clustersOf } from '../../server/src/config/cluster.js';
import { analyzeFile } from '../support/check.js';
import { configsOf } from '../support/configs.js';

/** Whether a broker file with these lines looks like a cluster for development. */
function isDevelopment(...lines: readonly string[]): boolean | undefined {
  const [cluster, ...more] = clustersOf(configsOf('server.properties', `log.dirs=/data\n${lines.join('\n')}\n`));
  assert.deepEqual(more, []);
  return cluster?.development;
}

describe('a cluster for development', () => {
  it('is one combined node', () => {
    assert.equal(isDevelopment('process.roles=broker,controller', 'controller.quorum.voters=1@kafka1:9093'), true);
    assert.equal(isDevelopment('process.roles=broker,controller', 'controller.quorum.bootstrap.servers=kafka1:9093'), true);
    assert.equal(isDevelopment('process.roles=broker,controller', 'controller.quorum.voters=1@a:1,2@b:1,3@c:1'), false);
    assert.equal(isDevelopment('process.roles=broker,controller'), false);
    assert.equal(isDevelopment('process.roles=broker', 'controller.quorum.voters=1@kafka1:9093'), false);
  });
  it('may have placeholders in its addresses, where these can be counted', () => {
    const combined = (value: string, key = 'controller.quorum.voters'): boolean | undefined =>
      isDevelopment('process.roles=broker,controller', `${key}=${value}`);
    assert.equal(combined('${ID}@${HOST}:${PORT}'), true);
    assert.equal(combined('1@kafka:{{ .Values.port }}'), true);
    assert.equal(combined('1@${A}:9093 , 2@${B}:9093'), false);
    assert.equal(combined('${HOST}:9093', 'controller.quorum.bootstrap.servers'), true);
    assert.equal(combined('${VOTERS}'), false);
    assert.equal(combined('${CONTROLLERS}', 'controller.quorum.bootstrap.servers'), false);
  });
  it('has every controller or ZooKeeper on this machine', () => {
    assert.equal(isDevelopment('process.roles=broker', 'controller.quorum.voters=1@localhost:9093,2@127.0.0.1:9094'), true);
    assert.equal(isDevelopment('zookeeper.connect=localhost:2181'), true);
    assert.equal(isDevelopment('zookeeper.connect=localhost:2181,zk2:2181'), false);
    assert.equal(
      isDevelopment('process.roles=broker', 'controller.quorum.voters=1@kafka1:9093', 'zookeeper.connect=localhost:2181'),
      false,
    );
  });
  it('has one ZooKeeper and advertises nothing but this machine', () => {
    assert.equal(isDevelopment('zookeeper.connect=zk:2181', 'advertised.listeners=PLAINTEXT://localhost:9092'), true);
    assert.equal(
      isDevelopment('zookeeper.connect=zk:2181', 'advertised.listeners=PLAINTEXT://localhost:9092,EXTERNAL://kafka:9093'),
      false,
    );
    assert.equal(isDevelopment('zookeeper.connect=zk:2181'), false);
    assert.equal(isDevelopment('zookeeper.connect=zk1:2181,zk2:2181', 'advertised.listeners=PLAINTEXT://localhost:9092'), false);
  });
  it('replicates nothing', () => {
    assert.equal(isDevelopment('zookeeper.connect=localhost:2181', 'offsets.topic.replication.factor=1'), true);
    assert.equal(isDevelopment('zookeeper.connect=localhost:2181', 'offsets.topic.replication.factor=3'), false);
    assert.equal(isDevelopment('zookeeper.connect=localhost:2181', 'default.replication.factor=${RF}'), false);
  });
  it('is none where another broker has the same controllers or ZooKeeper', () => {
    const broker = (name: string, ...more: readonly string[]): string =>
      `  ${name}:\n    image: apache/kafka\n    environment:\n${more.map(line => `      ${line}\n`).join('')}`;
    const clusters = (...services: readonly string[]) =>
      clustersOf(analyzeFile('docker-compose.yml', `services:\n${services.join('')}`).carried.flatMap(one => one.configs)).map(
        ({ brokers, development }) => [brokers.length, development],
      );
    const zookeeper = 'KAFKA_ZOOKEEPER_CONNECT: zoo:2181';
    assert.deepEqual(clusters(broker('a', zookeeper)), [[1, true]]);
    assert.deepEqual(clusters(broker('a', zookeeper), broker('b', zookeeper)), [[2, false]]);
    const voters = "KAFKA_CONTROLLER_QUORUM_VOTERS: '1@c:9093'";
    const nodes = (role: string): string => broker(role.replace(',', '-'), `KAFKA_PROCESS_ROLES: ${role}`, voters);
    assert.deepEqual(clusters(nodes('broker'), nodes('controller')), [[2, true]]);
    assert.deepEqual(clusters(nodes('broker')), [[1, false]]);
    assert.deepEqual(clusters(nodes('controller')), [[1, false]]);
    const elsewhere = (name: string): string => broker(name, 'KAFKA_ZOOKEEPER_CONNECT: ${ZOO}:2181');
    assert.deepEqual(clusters(elsewhere('a')), [[1, true]]);
    assert.deepEqual(clusters(elsewhere('a'), elsewhere('b')), [[2, false]]);
    assert.deepEqual(clusters(broker('a', 'KAFKA_NUM_IO_THREADS: 8'), broker('b', 'KAFKA_NUM_IO_THREADS: 8')), [
      [1, false],
      [1, false],
    ]);
    assert.deepEqual(clusters(broker('a', 'KAFKA_PROCESS_ROLES: ${ROLES}', voters), nodes('broker')), [[2, false]]);
  });
  it('is none where one configuration starts several brokers', () => {
    const kafka = (replicas: number, config: string): string =>
      `apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    replicas: ${String(replicas)}\n    config: { ${config} }\n`;
    const seen = (text: string) => {
      const clusters = clustersOf(analyzeFile('kafka.yaml', text).carried.flatMap(one => one.configs));
      return clusters.map(cluster => [brokerCount(cluster), cluster.development]);
    };
    assert.deepEqual(seen(kafka(3, 'num.io.threads: 8')), [[3, false]]);
    assert.deepEqual(seen(kafka(1, 'num.io.threads: 8')), [[1, true]]);
    assert.deepEqual(seen(kafka(1, 'default.replication.factor: 3')), [[1, false]]);
    assert.deepEqual(seen(kafka(3, 'zookeeper.connect: "localhost:2181"')), [[3, false]]);
  });
  it('is a matter of brokers only', () => {
    assert.deepEqual(clustersOf(configsOf('producer.properties', 'acks=all\nbootstrap.servers=localhost:9092\n')), []);
  });
});
