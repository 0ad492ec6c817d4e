import assert from 'node:assert/strict';
import { clustersOf } from '../../server/src/config/cluster.js';
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
  it('is a matter of brokers only', () => {
    assert.deepEqual(clustersOf(configsOf('producer.properties', 'acks=all\nbootstrap.servers=localhost:9092\n')), []);
  });
});
