import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn } from '../support/check.js';
import { broker, but, combined, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'broker-start-conflict';

/** The messages about a file, each by its name; all must be refusals and errors. */
function conflicts(file: string, version = '4.3'): readonly string[] {
  const found = findIn('broker', file, { version }).filter(one => one.rule.id === id);
  assert.ok(found.every(one => one.refusedByKafka && one.severity === 'error'));
  return found.map(one => one.finding.message);
}

describe('broker-start-conflict', () => {
  it('is silent on files that Kafka starts with', () => {
    for (const version of ['3.3', '3.9', '4.0', '4.3']) {
      for (const file of [broker, controller, combined]) assert.deepEqual(conflicts(file, version), [], version);
    }
    assert.deepEqual(conflicts(zookeeperBroker, '3.9'), []);
    assert.deepEqual(conflicts(but(broker, { 'controller.quorum.bootstrap.servers': 'c7:9093', 'zookeeper.connect': 'zk1:2181' })), []);
    assert.deepEqual(conflicts(but(broker, { 'node.id': undefined, 'broker.id': '1' })), []);
  });

  it('wants process.roles from 4.0, and each role once before 4.2', () => {
    assert.deepEqual(conflicts(zookeeperBroker, '4.0'), ['rolesMissing']);
    const twice = but(broker, { 'process.roles': 'broker,broker' });
    assert.deepEqual(conflicts(twice, '4.1'), ['rolesTwice']);
    assert.deepEqual(conflicts(twice, '4.2.0'), []);
    assert.deepEqual(conflicts(but(broker, { 'process.roles': '${ROLES}', 'node.id': undefined })), []);
    assert.deepEqual(conflicts(but(broker, { 'node.id': undefined }), '2.8'), []);
  });

  it('wants one id, and one that fits the voters', () => {
    assert.deepEqual(conflicts(but(broker, { 'broker.id': '2' })), ['idsDiffer']);
    assert.deepEqual(conflicts(but(broker, { 'broker.id': '${ID}' })), []);
    assert.deepEqual(conflicts(but(broker, { 'node.id': undefined })), ['noId']);
    assert.deepEqual(conflicts(but(broker, { 'node.id': '-1' }), '3.9'), ['negativeId']);
    assert.deepEqual(conflicts(but(broker, { 'node.id': '-1' }), '4.3'), []);
    assert.deepEqual(conflicts(but(broker, { 'node.id': '8' })), ['brokerAmongVoters']);
    for (const file of [controller, combined]) assert.deepEqual(conflicts(but(file, { 'node.id': '1' })), ['controllerNotAmongVoters']);
    for (const value of ['${ID}', 'seven']) assert.deepEqual(conflicts(but(controller, { 'node.id': value })), [], value);
    assert.deepEqual(conflicts(but(controller, { 'controller.quorum.voters': '${ID}@c7:9093' })), []);
    assert.deepEqual(conflicts(but(controller, { 'controller.quorum.voters': 'c7:9093' })), []);
  });

  it('wants voters, or bootstrap servers from 3.9', () => {
    const none = but(combined, { 'controller.quorum.voters': undefined });
    assert.deepEqual(conflicts(none), ['noQuorum']);
    assert.deepEqual(conflicts(but(combined, { 'controller.quorum.voters': '' })), ['noQuorum']);
    const bootstrap = but(none, { 'controller.quorum.bootstrap.servers': 'c7:9093' });
    assert.deepEqual(conflicts(bootstrap, '3.9.0'), []);
    assert.deepEqual(conflicts(bootstrap, '3.8'), ['noVoters']);
    const join = but(broker, { 'controller.quorum.auto.join.enable': 'true' });
    assert.deepEqual([conflicts(join, '4.1'), conflicts(join, '4.2.0')], [[], ['autoJoin']]);
    assert.deepEqual(conflicts(but(combined, { 'controller.quorum.auto.join.enable': 'true' })), []);
  });

  it('wants the controllers’ listeners named, and served where the controllers are', () => {
    for (const file of [broker, controller, combined]) {
      assert.deepEqual(conflicts(but(file, { 'controller.listener.names': undefined })).slice(0, 1), ['noControllerListenerNames']);
      assert.deepEqual(conflicts(but(file, { 'controller.listener.names': '${NAMES}' })), []);
    }
    assert.deepEqual(conflicts(but(broker, { listeners: 'PLAINTEXT://kafka1:9092,CONTROLLER://kafka1:9093' })), [
      'controllerListenerInBroker',
    ]);
    assert.deepEqual(conflicts(but(broker, { listeners: undefined, 'controller.listener.names': 'PLAINTEXT' })), [
      'controllerListenerInBroker',
      'noBrokerListener',
    ]);
    assert.deepEqual(conflicts(but(combined, { listeners: 'PLAINTEXT://c7:9092' })), ['controllerListenerMissing']);
    assert.deepEqual(conflicts(but(controller, { listeners: undefined })), ['controllerListenerMissing']);
    assert.deepEqual(conflicts(but(controller, { listeners: 'CONTROLLER://c7:9093,PLAINTEXT://c7:9092' })), ['brokerListenerInController']);
    assert.deepEqual(conflicts(but(combined, { 'controller.listener.names': 'controller' })), [
      'controllerListenerMissing',
      'noProtocolByDefault',
    ]);
    assert.deepEqual(conflicts(but(combined, { listeners: 'CONTROLLER://c7:9093' })), ['noBrokerListener']);
    assert.deepEqual(conflicts(but(combined, { listeners: '${LISTENERS}' })), []);
    assert.deepEqual(conflicts(but(combined, { listeners: 'PLAINTEXT://#HOST#:9092' })), []);
  });

  it('lets controllers advertise from 3.9, and not share the listener between brokers from 4.0', () => {
    const advertising = but(controller, { 'advertised.listeners': 'CONTROLLER://c7:9093' });
    assert.deepEqual([conflicts(advertising, '3.8'), conflicts(advertising, '3.9.0')], [['controllerAdvertises'], []]);
    const both = but(combined, { 'advertised.listeners': 'PLAINTEXT://c7:9092,CONTROLLER://c7:9093' });
    assert.deepEqual([conflicts(both, '3.8'), conflicts(both, '3.9.0')], [['advertisesControllerListener'], []]);
    assert.deepEqual(conflicts(but(combined, { 'advertised.listeners': 'PLAINTEXT://c7:9092' }), '3.8'), []);
    const shared = but(controller, { 'inter.broker.listener.name': 'CONTROLLER' });
    assert.deepEqual([conflicts(shared, '3.9'), conflicts(shared, '4.0.0')], [[], ['interBrokerIsController']]);
    assert.deepEqual(conflicts(but(controller, { 'inter.broker.listener.name': '${NAME}' })), []);
    assert.deepEqual(conflicts(but(controller, { 'advertised.listeners': 'CONTROLLER://0.0.0.0:9093' })), ['advertisesMetaAddress']);
  });

  it('refuses controller.listener.names without roles, but for a migration', () => {
    const named = `${zookeeperBroker}\ncontroller.listener.names=CONTROLLER`;
    assert.deepEqual(conflicts(named, '3.9'), ['namesWithoutRoles']);
    assert.deepEqual(conflicts(`${named}\nzookeeper.metadata.migration.enable=false`, '3.9'), ['namesWithoutRoles']);
    assert.deepEqual(conflicts(`${named}\nzookeeper.metadata.migration.enable=true`, '3.9'), []);
    assert.deepEqual(conflicts(`${zookeeperBroker}\ncontroller.listener.names=`, '3.9'), []);
  });

  it('wants advertised listeners that exist and that brokers can use', () => {
    assert.deepEqual(conflicts(but(broker, { 'advertised.listeners': 'PLAINTEXT://k:9092,SSL://k:9094' })), ['advertisedUnknown']);
    const internal = { listeners: 'INTERNAL://k:9092', 'listener.security.protocol.map': 'INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT' };
    assert.deepEqual(conflicts(but(broker, internal)), ['interBrokerByDefault']);
    assert.deepEqual(conflicts(but(broker, { ...internal, 'inter.broker.listener.name': 'internal' })), []);
    assert.deepEqual(conflicts(but(broker, { ...internal, 'inter.broker.listener.name': '${NAME}' })), []);
    assert.deepEqual(conflicts(but(broker, { 'inter.broker.listener.name': 'SSL' })), ['interBrokerUnknown']);
    assert.deepEqual(conflicts(but(broker, { 'security.inter.broker.protocol': 'SSL' })), ['interBrokerUnknown']);
    assert.deepEqual(conflicts(`${zookeeperBroker}\ninter.broker.listener.name=SSL`, '3.9'), ['interBrokerUnknown']);
    assert.deepEqual(conflicts(but(broker, { 'inter.broker.listener.name': 'PLAINTEXT', 'security.inter.broker.protocol': 'PLAINTEXT' })), [
      'interBrokerTwice',
    ]);
  });

  it('wants an address that somebody can connect to', () => {
    assert.deepEqual(conflicts(but(broker, { listeners: 'PLAINTEXT://0.0.0.0:9092' })), ['listensOnMetaAddress']);
    assert.deepEqual(conflicts(but(broker, { listeners: 'PLAINTEXT://0.0.0.0:9092', 'advertised.listeners': 'PLAINTEXT://k:9092' })), []);
    assert.deepEqual(conflicts(but(broker, { 'advertised.listeners': 'PLAINTEXT://0.0.0.0:9092' })), ['advertisesMetaAddress']);
    assert.deepEqual(conflicts(but(combined, { listeners: 'PLAINTEXT://:9092,CONTROLLER://0.0.0.0:9093' })), []);
    assert.deepEqual(conflicts(`${zookeeperBroker}\nlisteners=PLAINTEXT://0.0.0.0:9092\nadvertised.host.name=k`, '2.8'), []);
  });

  it('wants every listener on a port and under a name of its own', () => {
    const two = (listeners: string): string =>
      but(broker, { listeners, 'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SSL:SSL,X:SSL,CONTROLLER:PLAINTEXT' });
    assert.deepEqual(conflicts(two('PLAINTEXT://k:9092,SSL://k:9092')), ['portTwice']);
    assert.deepEqual(conflicts(two('PLAINTEXT://k:0,SSL://k:0')), []);
    assert.deepEqual(conflicts(two('PLAINTEXT://k:9092,PLAINTEXT://k:9094')), ['nameTwice']);
    const families = two('PLAINTEXT://127.0.0.1:9092,SSL://[::1]:9092');
    assert.deepEqual([conflicts(families, '3.5'), conflicts(families, '3.6.0')], [['portTwice'], []]);
    for (const listeners of [
      'PLAINTEXT://127.0.0.1:9092,SSL://127.0.0.2:9092',
      'PLAINTEXT://[::1]:9092,SSL://k:9092',
      'PLAINTEXT://127.0.0.1:9092,SSL://[::1]:9092,X://:9092',
    ]) {
      assert.deepEqual(conflicts(two(listeners)), ['portTwice'], listeners);
    }
    assert.deepEqual(conflicts(but(broker, { 'advertised.listeners': 'PLAINTEXT://a:9092,PLAINTEXT://b:9092' })), ['nameTwice']);
  });

  it('wants a security protocol for every listener', () => {
    assert.deepEqual(conflicts(but(broker, { listeners: 'EXTERNAL://k:9092', 'inter.broker.listener.name': 'EXTERNAL' })), [
      'noProtocolByDefault',
    ]);
    assert.deepEqual(conflicts(but(broker, { 'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT' })), ['noProtocol']);
    assert.deepEqual(conflicts(but(broker, { 'listener.security.protocol.map': '${MAP}' })), []);
    const map = { 'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT' };
    for (const key of ['listeners', 'advertised.listeners'])
      assert.deepEqual(conflicts(but(broker, { ...map, [key]: '${LISTENERS}' })), [], key);
    assert.deepEqual(conflicts(but(broker, { listeners: 'SSL://k:9092', 'security.inter.broker.protocol': 'SSL' })), [
      'noProtocolByDefault',
    ]);
    assert.deepEqual(conflicts(but(broker, { listeners: undefined, 'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT' })), [
      'noProtocol',
    ]);
    assert.deepEqual(conflicts(`${zookeeperBroker}\nlisteners=EXTERNAL://k:9092\ninter.broker.listener.name=EXTERNAL`, '3.9'), [
      'noProtocolByDefault',
    ]);
  });

  it('wants fetches to wait no longer than a follower may lag', () => {
    assert.deepEqual(conflicts(but(broker, { 'replica.lag.time.max.ms': '400' })), ['fetchWaitTooLong']);
    assert.deepEqual(conflicts(but(broker, { 'replica.lag.time.max.ms': '500' })), []);
    assert.deepEqual(conflicts(but(broker, { 'replica.socket.timeout.ms': '400', 'replica.lag.time.max.ms': '400' })), [
      'fetchWaitTooLong',
      'fetchWaitTooLong',
    ]);
    assert.deepEqual(conflicts(but(broker, { 'replica.fetch.wait.max.ms': '30001' })), ['fetchWaitAboveDefault']);
    assert.deepEqual(conflicts(but(broker, { 'replica.fetch.wait.max.ms': '30001', 'replica.lag.time.max.ms': '400' })), [
      'fetchWaitAboveDefault',
      'fetchWaitTooLong',
    ]);
    assert.deepEqual(conflicts(but(broker, { 'replica.fetch.wait.max.ms': '${WAIT}' })), []);
    assert.deepEqual(conflicts(but(broker, { 'replica.lag.time.max.ms': '${LAG}' })), []);
  });

  it('wants directories of which none is another or inside another', () => {
    const directories = (value: string, version?: string): readonly string[] => conflicts(but(broker, { 'log.dirs': value }), version);
    assert.deepEqual([directories('/a,/a', '4.1'), directories('/a,/a', '4.2.0')], [['directoryTwice'], []]);
    for (const value of ['/a,/a/', '/a/,/a', '/a//b,/a/b', '/a/./b,/a/b']) assert.deepEqual(directories(value), ['directoryTwice'], value);
    for (const value of ['/a,/a/b', '/a/b/c,/a']) assert.deepEqual(directories(value), ['directoryInside'], value);
    for (const value of ['/a,/ab', '/a', '/a,', '${DIRS}']) assert.deepEqual(directories(value, '3.9'), [], value);
    assert.deepEqual(conflicts(but(broker, { 'log.dir': '/a,/a/b' })), ['directoryInside']);
  });

  it('misses nothing in a file that may be a part of a configuration', () => {
    for (const part of [
      'listeners=PLAINTEXT://0.0.0.0:9092',
      'listeners=EXTERNAL://k:9092',
      'inter.broker.listener.name=SSL',
      'controller.listener.names=CONTROLLER',
    ]) {
      assert.deepEqual(conflicts(`log.segment.bytes=1073741824\n${part}`), [], part);
    }
    assert.deepEqual(conflicts('log.segment.bytes=1073741824\nreplica.lag.time.max.ms=400'), []);
    assert.deepEqual(conflicts('log.segment.bytes=1073741824\nreplica.fetch.wait.max.ms=40000'), []);
    assert.deepEqual(conflicts('replica.lag.time.max.ms=400\nreplica.fetch.wait.max.ms=500\nbroker.id=1'), ['fetchWaitTooLong']);
    assert.deepEqual(conflicts('listeners=PLAINTEXT://k:9092\nadvertised.listeners=SSL://k:9092'), ['advertisedUnknown']);
    assert.deepEqual(conflicts('broker.id=1\nlisteners=A://k:1,B://k:1'), ['portTwice']);
    assert.deepEqual(conflicts('broker.id=1\nlisteners=A://k:1\nlistener.security.protocol.map=B:SSL'), ['noProtocol']);
  });

  it('offers what mends it, with what else must be right', () => {
    const titles = (file: string, version = '4.3'): readonly string[] => {
      const analysis = analyzeFile('server.properties', file, { version });
      return analysis.diagnoses
        .filter(one => one.rule.id === id)
        .flatMap(one => fixesOf(one, analysis).map(fix => `${fix.safety}: ${fix.title}`));
    };
    assert.deepEqual(titles(but(broker, { 'broker.id': '2' })), [
      'unsafe: Set broker.id to 1 (keep the id under which the node has stored its data)',
    ]);
    assert.match(titles(but(broker, { listeners: 'PLAINTEXT://0.0.0.0:9092' }))[0] ?? '', /^unsafe: Set listeners to PLAINTEXT:\/\/:9092 /);
    assert.match(
      titles(but(broker, { listeners: 'PLAINTEXT://k:9092,CONTROLLER://k:9093' }))[0] ?? '',
      /^unsafe: Set listeners to PLAINTEXT:\/\/k:9092 /,
    );
    assert.deepEqual(titles(but(broker, { listeners: 'CONTROLLER://k:9093' })), []);
    assert.match(
      titles(but(broker, { 'controller.listener.names': undefined }))[0] ?? '',
      /^unsafe: Add controller\.listener\.names=CONTROLLER /,
    );
    assert.match(
      titles(but(broker, { 'inter.broker.listener.name': 'SSL' }))[0] ?? '',
      /^unsafe: Set inter\.broker\.listener\.name to PLAINTEXT /,
    );
    assert.match(
      titles(but(broker, { 'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT' }))[0] ?? '',
      /^unsafe: Set listener\.security\.protocol\.map to PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT /,
    );
    assert.deepEqual(titles(but(broker, { 'replica.lag.time.max.ms': '400', 'replica.fetch.wait.max.ms': '600' })), [
      'safe: Remove replica.fetch.wait.max.ms, remove replica.lag.time.max.ms',
    ]);
    assert.deepEqual(titles(but(controller, { 'inter.broker.listener.name': 'CONTROLLER' })), ['safe: Remove inter.broker.listener.name']);
  });
});
