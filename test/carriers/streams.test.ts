import assert from 'node:assert/strict';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import type { Role } from '../../server/src/kafka/property.js';
import { summaries } from '../support/check.js';
import { configsOf, readFile } from '../support/configs.js';
import { carrierOf } from '../support/render.js';

const path = 'orders-streams.properties';
const head = 'application.id=orders\nbootstrap.servers=kafka:9092\n';

function client(role: Role, lines: string, version = '4.3', scope = 'file'): EffectiveConfig {
  const config = configsOf(path, head + lines, version).find(one => one.role === role && one.scope.name === scope);
  if (!config) throw new Error(`There is no ${role} in ${scope}.`);
  return config;
}

function effective(role: Role, property: string, lines: string, version = '4.3', scope = 'file'): string | undefined {
  return client(role, lines, version, scope).effective(property)?.text;
}

describe('the file of a Kafka Streams application', () => {
  const trust = (lines: string): string | undefined => readFile('app.properties', lines)?.reading.trust;
  it('is recognised by its application id beside brokers, or by a key of Streams alone', () => {
    assert.equal(trust(head), 'inferred');
    assert.equal(trust('processing.guarantee=exactly_once_v2\n'), 'certain');
    assert.equal(trust('application.server=host:1\nacks=1\n'), undefined);
  });
  it('has unknown keys of Streams and of each client', () => {
    const lines = `${head}num.standby.replica=1\nproducer.ackz=1\nconsumer.max.pol.records=1\nrestore.consumer.x.y=1\nglobal.consumer.z=1\nclient.tag.zone=a\nconfig.providers.env.class=x\n`;
    assert.deepEqual(
      readFile(path, lines)?.reading.unknownKeys.map(({ role, scope, key }) => `${scope.name} ${role} ${key}`),
      [
        'file streams num.standby.replica',
        'file producer ackz',
        'file consumer max.pol.records',
        'restore consumer consumer x.y',
        'global consumer consumer z',
      ],
    );
    assert.deepEqual(summaries(path, `num.stream.threads=2\nproducer.delivery.timeout=120000\n`), [
      'warning unknown-property producer.delivery.timeout',
    ]);
  });
});

describe('a client inside Kafka Streams', () => {
  it('gets what has its prefix, before what has none', () => {
    const lines = 'max.poll.records=1\nconsumer.max.poll.records=2\nlinger.ms=3\nproducer.linger.ms=4\nretries=5\n';
    assert.equal(effective('consumer', 'max.poll.records', lines), '2');
    assert.equal(effective('consumer', 'max.poll.records', `${lines}main.consumer.max.poll.records=6\n`), '6');
    assert.equal(effective('producer', 'linger.ms', lines), '4');
    assert.equal(effective('producer', 'retries', lines), '5');
    assert.equal(effective('admin', 'retries', lines), '5');
  });
  it('has the defaults of Streams instead of Kafka’s', () => {
    assert.deepEqual(client('producer', 'producer.acks=all\n').effective('linger.ms'), {
      origin: 'framework',
      text: '100',
      setting: undefined,
    });
    assert.equal(effective('consumer', 'auto.offset.reset', 'consumer.fetch.min.bytes=1\n'), 'earliest');
    assert.equal(effective('consumer', 'enable.auto.commit', 'consumer.fetch.min.bytes=1\n'), 'false');
    assert.equal(effective('producer', 'transaction.timeout.ms', 'producer.acks=all\n', '2.7'), '10000');
    assert.equal(effective('producer', 'transaction.timeout.ms', 'producer.acks=all\n'), '60000');
  });
  it('has others with exactly-once processing', () => {
    const lines = 'processing.guarantee=exactly_once_v2\nproducer.acks=all\nconsumer.fetch.min.bytes=1\n';
    assert.equal(effective('producer', 'transaction.timeout.ms', lines), '10000');
    assert.equal(effective('producer', 'delivery.timeout.ms', lines), '2147483647');
    assert.equal(effective('consumer', 'isolation.level', lines), 'read_committed');
    const unknown = lines.replace('exactly_once_v2', '${GUARANTEE}');
    assert.equal(effective('consumer', 'isolation.level', unknown), 'read_uncommitted');
  });
  it('may restore state or read a global table, and then takes what is said of all consumers or of it', () => {
    const lines =
      'consumer.fetch.min.bytes=1\nmain.consumer.fetch.max.bytes=2\nrestore.consumer.max.poll.records=3\nglobal.consumer.max.poll.records=4\n';
    const restore = (property: string) => effective('consumer', property, lines, '4.3', 'restore consumer');
    assert.equal(restore('fetch.min.bytes'), '1');
    assert.equal(restore('fetch.max.bytes'), '52428800');
    assert.equal(restore('max.poll.records'), '3');
    assert.equal(restore('auto.offset.reset'), 'none');
    assert.equal(effective('consumer', 'max.poll.records', lines, '4.3', 'global consumer'), '4');
  });
  it('has the configuration of internal topics beside it', () => {
    assert.equal(effective('topic', 'min.insync.replicas', 'topic.min.insync.replicas=2\n'), '2');
    assert.deepEqual(summaries(path, `${head}topic.min.insync.replicas=1\n`), ['information min-insync-replicas-low 1']);
  });
});

describe('what Kafka Streams sets itself', () => {
  const ignored = (lines: string, version?: string, role: Role = 'consumer', scope = 'file') =>
    client(role, lines, version, scope).ignored.map(({ property }) => property);
  it('is ignored where it stands', () => {
    assert.deepEqual(ignored('consumer.enable.auto.commit=true\nconsumer.group.id=a\nauto.offset.reset=latest\n'), [
      'enable.auto.commit',
      'group.id',
    ]);
    assert.deepEqual(ignored('enable.auto.commit=true\ngroup.id=a\n'), ['enable.auto.commit', 'group.id']);
    assert.deepEqual(ignored('producer.client.id=a\nproducer.acks=all\n', '4.3', 'producer'), ['client.id']);
    assert.deepEqual(ignored('admin.client.id=a\n', '4.3', 'admin'), ['client.id']);
    assert.deepEqual(ignored('client.id=a\nbootstrap.servers=b:1\nconsumer.fetch.min.bytes=1\n'), []);
  });
  it('is no matter where it says the same', () => {
    assert.deepEqual(ignored('consumer.enable.auto.commit=FALSE \nconsumer.group.protocol=classic\n'), []);
  });
  it('depends on the version for single consumers', () => {
    const lines = 'main.consumer.enable.auto.commit=true\nrestore.consumer.enable.auto.commit=true\n';
    assert.deepEqual(ignored(lines, '4.1'), []);
    assert.equal(effective('consumer', 'enable.auto.commit', lines, '4.1'), 'true');
    assert.deepEqual(ignored(lines, '4.2'), ['enable.auto.commit']);
    assert.deepEqual(ignored(lines, '4.2', 'consumer', 'restore consumer'), ['enable.auto.commit']);
  });
  it('depends on exactly-once processing', () => {
    const lines = 'producer.enable.idempotence=false\nproducer.transactional.id=a\n';
    assert.deepEqual(ignored(lines, '4.3', 'producer'), []);
    assert.deepEqual(ignored(`processing.guarantee=exactly_once_v2\n${lines}`, '4.3', 'producer'), [
      'enable.idempotence',
      'transactional.id',
    ]);
  });
  it('is reported, with the key that works if there is one', () => {
    const text = `${head}num.stream.threads=2\nconsumer.enable.auto.commit=true\nmain.consumer.auto.offset.reset=latest\nconsumer.auto.offset.reset=earliest\n`;
    assert.deepEqual(summaries(path, text), ['warning ignored-property consumer.enable.auto.commit', 'warning offset-reset-latest latest']);
  });
});

describe('a key of a Streams application', () => {
  const text = `${head}restore.consumer.max.poll.records=5\nglobal.consumer.max.poll.records=6\n`;
  const streams = carrierOf('streams');

  it('is written with the prefix of its client, where Streams does not set it itself', () => {
    const read = readFile(path, text);
    assert.ok(read);
    const { document, reading } = read;
    const spelled = (property: string, role: Role, name: string): string | undefined => {
      const scope = reading.scopes.find(one => one.name === name);
      assert.ok(scope, name);
      return streams.write({ property, role, scope, near: undefined }, document, reading)?.keys[0];
    };
    assert.equal(spelled('fetch.min.bytes', 'consumer', 'file'), 'consumer.fetch.min.bytes');
    assert.equal(spelled('fetch.min.bytes', 'consumer', 'restore consumer'), 'restore.consumer.fetch.min.bytes');
    assert.equal(spelled('fetch.min.bytes', 'consumer', 'global consumer'), 'global.consumer.fetch.min.bytes');
    for (const name of ['file', 'restore consumer', 'global consumer'])
      assert.equal(spelled('group.id', 'consumer', name), undefined, name);
    assert.equal(spelled('acks', 'producer', 'file'), 'producer.acks');
    assert.equal(spelled('client.id', 'admin', 'file'), undefined);
    assert.equal(spelled('min.insync.replicas', 'topic', 'file'), 'topic.min.insync.replicas');
    assert.equal(spelled('processing.guarantee', 'streams', 'file'), 'processing.guarantee');
  });
  it('is offered for each of them, and says whose it is', () => {
    const document = readFile(path, text)?.document;
    assert.ok(document);
    const offers = streams.offerKeys([], document, streams.recognize(document, path));
    const scopeOf = (key: string): string | undefined => offers.find(offer => offer.key === key)?.scope;
    assert.ok(offers.some(({ key, scope }) => key === 'consumer.fetch.min.bytes' && scope === 'file'));
    assert.equal(scopeOf('restore.consumer.fetch.min.bytes'), 'restore consumer');
    assert.equal(scopeOf('global.consumer.fetch.min.bytes'), 'global consumer');
  });
});
