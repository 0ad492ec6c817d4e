import assert from 'node:assert/strict';
import { hostsOf, isLoopback, listOf, nodeKind } from '../../server/src/config/node.js';
import { configOf } from '../support/configs.js';

const broker = (text: string) => configOf('broker', 'server.properties', `num.network.threads=3\nlog.dirs=/data\n${text}\n`);

describe('the kind of a node', () => {
  it('follows process.roles', () => {
    assert.equal(nodeKind(broker('process.roles=broker')), 'broker');
    assert.equal(nodeKind(broker('process.roles=controller')), 'controller');
    assert.equal(nodeKind(broker('process.roles=broker , controller')), 'combined');
  });
  it('is a broker of the ZooKeeper era without process.roles', () => {
    assert.equal(nodeKind(broker('zookeeper.connect=zk:2181')), 'zookeeper-broker');
  });
  it('is unknown where process.roles says nothing', () => {
    for (const roles of ['${ROLES}', 'Broker', '']) assert.equal(nodeKind(broker(`process.roles=${roles}`)), undefined);
  });
});

describe('a list', () => {
  it('is split as Kafka splits it', () => {
    assert.deepEqual(listOf(broker('listeners=a , b,c'), 'listeners'), ['a', 'b', 'c']);
    assert.deepEqual(listOf(broker('listeners='), 'listeners'), []);
    assert.deepEqual(listOf(broker('listeners=${USERS}'), 'listeners'), []);
    assert.deepEqual(listOf(broker(''), 'listeners'), []);
  });
});

describe('the hosts of an address list', () => {
  it('are found in every spelling of an address', () => {
    const addresses = '1@kafka1:9093,SASL_SSL://kafka2:9092,zk:2181/kafka,[::1]:9092,PLAINTEXT://[fe80::1]:1,plain';
    assert.deepEqual(hostsOf(broker(`listeners=${addresses}`), 'listeners'), ['kafka1', 'kafka2', 'zk', '[::1]', '[fe80::1]', 'plain']);
    assert.deepEqual(hostsOf(broker('listeners=PLAINTEXT://:9092'), 'listeners'), ['']);
  });
  it('tells which of them are this machine', () => {
    for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '::1', '[::1]']) assert.ok(isLoopback(host), host);
    for (const host of ['kafka', '', '10.0.0.1', 'localhost.example.org', '1127.0.0.1']) assert.ok(!isLoopback(host), host);
  });
});
