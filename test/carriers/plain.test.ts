import assert from 'node:assert/strict';
import { plain } from '../../server/src/carriers/plain/plain.js';
import { properties } from '../../server/src/syntax/properties.js';
import { configsOf, inForce, readFile } from '../support/configs.js';

/** The roles that read the file; `?` behind them where only its name says so. */
function recognized(path: string, ...lines: readonly string[]): string {
  const file = readFile(path, `${lines.join('\n')}\n`);
  const roles = new Set(file?.reading.settings.map(setting => setting.role));
  return file ? [...roles].join(' ') + (file.reading.trust === 'inferred' ? '?' : '') : 'nobody';
}

describe('a plain Kafka file', () => {
  it('is recognised by one key that nobody else has, whatever its name', () => {
    assert.equal(recognized('x.properties', 'acks=1'), 'producer');
    assert.equal(recognized('x.properties', 'auto.offset.reset=latest'), 'consumer');
    assert.equal(recognized('x.properties', 'process.roles=broker'), 'broker');
    assert.equal(recognized('x.properties', 'acks=1', 'auto.offset.reset=latest'), 'producer consumer');
  });
  it('is a broker’s with a broker’s key, whatever else it holds', () => {
    assert.equal(recognized('x.properties', 'log.dirs=/data', 'acks=1', 'key.converter=x'), 'broker');
  });
  it('is recognised by its name, if most of its keys are known to that role', () => {
    assert.equal(recognized('producer.properties', 'bootstrap.servers=kafka:9092', 'client.id=a'), 'producer');
    assert.equal(recognized('orders-consumer.properties', 'bootstrap.servers=kafka:9092'), 'consumer');
    assert.equal(recognized('admin.properties', 'bootstrap.servers=kafka:9092'), 'admin?');
    assert.equal(recognized('orders-topic.properties', 'cleanup.policy=compact'), 'topic');
    assert.equal(recognized('server.properties', 'num.network.threads=3'), 'broker');
    assert.equal(recognized('myproducer.properties', 'bootstrap.servers=kafka:9092'), 'producer?');
  });
  it('is nobody’s with a name like Kafka’s and other keys', () => {
    assert.equal(recognized('server.properties', 'motd=A Minecraft Server', 'server-port=25565', 'retries=1'), 'nobody');
    assert.equal(recognized('consumer.properties', 'client.id=a', 'oauth.key=b'), 'nobody');
    assert.equal(recognized('producer.properties', 'bootstrap.servers=a:1', 'x=1', 'y=2'), 'nobody');
    assert.equal(recognized('log4j.properties', 'bootstrap.servers=a:1'), 'nobody');
    assert.equal(recognized('producer.properties'), 'nobody');
  });
  it('is left to others where librdkafka or a program that is not known here reads it', () => {
    const others = [
      ['key.converter=x', 'group.id=a'],
      ['clusters=A,B', 'acks=all'],
      ['metadata.broker.list=a:1', 'serializer.class=x', 'enable.auto.commit=true'],
      ['metric.sampler.class=a', 'auto.offset.reset=latest'],
    ];
    for (const lines of others) assert.equal(recognized('consumer.properties', ...lines), 'nobody', lines.join());
    assert.equal(recognized('producer.properties', 'application.id=a', 'acks=all'), 'producer');
  });
  it('is left alone where it has listeners for browsers, as Schema Registry has', () => {
    const lines = ['bootstrap.servers=kafka:9092', 'zookeeper.connect=zk:2181'];
    assert.equal(recognized('kafka-rest.properties', 'listeners=http://0.0.0.0:8082', ...lines), 'nobody');
    assert.equal(recognized('kafka.properties', 'listeners=PLAINTEXT://0.0.0.0:9092', ...lines), 'broker?');
  });
  it('keeps keys that no reader knows as unknown ones', () => {
    const file = readFile('producer.properties', 'acks=all\nackz=1\n');
    assert.deepEqual(
      file?.reading.unknownKeys.map(({ key, role }) => `${role} ${key}`),
      ['producer ackz'],
    );
  });
  it('takes keys for unknown that only JavaScript objects have', () => {
    const keys = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
    const file = readFile('producer.properties', `acks=all\n${keys.map(key => `${key}=1\n`).join('')}`);
    assert.deepEqual(
      file?.reading.unknownKeys.map(({ key }) => key),
      keys,
    );
  });
  it('gives away a Kafka before 4.0 by ZooKeeper’s address', () => {
    const version = (text: string) => readFile('server.properties', `log.dirs=/data\n${text}\n`)?.reading.kafkaVersion;
    assert.equal(version('zookeeper.connect=zk:2181'), '3.9');
    assert.equal(version('zookeeper.connect=zk:2181\nprocess.roles=broker'), undefined);
    assert.equal(version('process.roles=broker'), undefined);
    assert.equal(readFile('consumer.properties', 'max.poll.records=1\nzookeeper.connect=zk:2181\n')?.reading.kafkaVersion, undefined);
  });
  it('resolves placeholders of shells and templates, not config providers', () => {
    const [config] = configsOf('producer.properties', 'acks=${ACKS:-1}\nretries=${file:/x:retries}\n');
    assert.deepEqual(config && inForce(config), ['acks=1', 'retries=?']);
  });
});

describe('the keys offered in a plain Kafka file', () => {
  const offered = (path: string, text: string, parents: readonly string[] = []) =>
    plain
      .offerKeys(parents, properties.parse(text), plain.recognize(properties.parse(text), path))
      .map(offer => `${offer.role} ${offer.key}`);
  it('are those of its roles, each once', () => {
    const keys = offered('x.properties', 'acks=1\nauto.offset.reset=latest\n');
    assert.ok(keys.includes('producer linger.ms') && keys.includes('consumer group.id'));
    assert.equal(keys.filter(key => key.endsWith(' client.id')).length, 1);
  });
  it('go by the name where nothing is written yet', () => {
    assert.ok(offered('consumer.properties', '').includes('consumer group.id'));
    assert.deepEqual(offered('notes.properties', ''), []);
  });
  it('are none elsewhere', () => {
    assert.deepEqual(offered('messages.properties', 'hello=Hello\n'), []);
    assert.deepEqual(offered('producer.properties', 'acks=1\n', ['acks']), []);
  });
});
