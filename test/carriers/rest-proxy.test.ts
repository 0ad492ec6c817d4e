import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';
import { readFile } from '../support/configs.js';
import { carrierOf } from '../support/render.js';

const head = 'bootstrap.servers=kafka:9092\nconsumer.threads=50\n';

/** Who reads the file, and how sure that is. */
function readBy(path: string, text: string): string {
  const found = readFile(path, text);
  return found ? `${found.reading.carrier} ${found.reading.trust}` : 'nobody';
}

/** Every text that a fix of the rule makes of the file. */
function mended(text: string, rule: string): readonly string[] {
  const analysis = analyzeFile('kafka-rest.properties', text);
  const found = analysis.diagnoses.filter(one => one.rule.id === rule);
  return found.flatMap(one => fixesOf(one, analysis)).map(({ edits }) => applyEdits(text, edits));
}

describe('the file of a REST Proxy', () => {
  it('is known by keys that nobody else has, also where it looks like a broker’s or a producer’s', () => {
    for (const key of [
      'api.v3.enable=true',
      'consumer.instance.timeout.ms=1',
      'client.init.timeout.ms=1',
      'simpleconsumer.pool.size.max=25',
    ])
      assert.equal(readBy('x.properties', `${key}\nadvertised.listeners=http://a:8082\nacks=1\n`), 'rest-proxy certain', key);
  });
  it('is known by its name, or by what it listens to, where its keys have the prefixes of clients', () => {
    const lines = 'bootstrap.servers=kafka:9092\nproducer.acks=all\n';
    assert.equal(readBy('kafka-rest.properties', lines), 'rest-proxy certain');
    assert.equal(readBy('etc/rest-proxy-prod.properties', lines), 'rest-proxy certain');
    assert.equal(readBy('server.properties', `${lines}listeners=http://0.0.0.0:8082\n`), 'rest-proxy inferred');
    assert.equal(readBy('proxy.properties', lines), 'generic assumed');
    assert.equal(readBy('kafka-rest.properties', 'bootstrap.servers=kafka:9092\nproducer.x=1\n'), 'nobody');
    assert.equal(readBy('kafka-rest.properties', 'bootstrap.servers=kafka:9092\nclient.security.protocol=SSL\n'), 'rest-proxy certain');
  });
  it('is none of a worker of Connect, of Schema Registry, or of a broker that has a proxy inside', () => {
    const lines = 'bootstrap.servers=kafka:9092\nproducer.acks=1\nlisteners=http://0.0.0.0:8082\n';
    assert.equal(readBy('kafka-rest.properties', `${lines}key.converter=x\n`), 'connect-worker inferred');
    assert.equal(readBy('kafka-rest.properties', `${lines}kafkastore.topic=_schemas\n`), 'nobody');
    assert.equal(readBy('kafka-rest.properties', 'kafka.rest.bootstrap.servers=a:1\nacks=1\n'), 'nobody');
    assert.equal(readBy('server.properties', 'broker.id=1\nkafka.rest.enable=true\n'), 'plain certain');
  });
  it('has keys of its own beside those of clients, and others that belong to plug-ins', () => {
    const text = `${head}listeners=http://0.0.0.0:8082\nschema.registry.url=http://sr:8081\nid=one\nclient.unheard.of=1\nfetch.min.bytes=-1\n`;
    assert.deepEqual(summaries('kafka-rest.properties', text), []);
    assert.deepEqual(readFile('kafka-rest.properties', text)?.reading.unknownKeys, []);
  });
  it('has unknown keys where a client’s should stand', () => {
    const found = summaries('kafka-rest.properties', `${head}producer.linger.m=5\nconsumer.\nconsumer.auto.offset.rest=earliest\n`);
    assert.deepEqual(found, ['warning unknown-property producer.linger.m', 'warning unknown-property consumer.auto.offset.rest']);
  });
});

describe('a key without the prefix of a client', () => {
  it('has no effect, and is moved to where it has one if it protects', () => {
    const text = `${head}acks=all\nenable.auto.commit=false\nlinger.ms=5\n`;
    assert.deepEqual(summaries('kafka-rest.properties', text), [
      'warning ignored-property acks',
      'warning ignored-property enable.auto.commit',
      'warning ignored-property linger.ms',
    ]);
    assert.deepEqual(mended(text, 'ignored-property'), [
      text.replace('acks', 'producer.acks'),
      text.replace('enable.auto.commit', 'consumer.enable.auto.commit'),
      text.replace('linger.ms=5\n', ''),
    ]);
  });
  it('reached the producer before Kafka 2.8', () => {
    assert.deepEqual(summaries('kafka-rest.properties', `${head}acks=1\n`, { version: '2.7' }), ['warning acks-leader-only 1']);
  });
  it('is not moved to where the proxy writes its own', () => {
    assert.deepEqual(mended(`${head}enable.idempotence=true\n`, 'ignored-property'), [head]);
  });
  it('is left alone where admin clients, or the proxy itself, know it too', () => {
    assert.deepEqual(summaries('kafka-rest.properties', `${head}request.timeout.ms=20000\nzookeeper.connect=zk:2181\n`), []);
  });
});

describe('a client of a REST Proxy', () => {
  it('is judged like any other', () => {
    const text = `${head}producer.acks=1\nconsumer.enable.auto.commit=true\nconsumer.auto.offset.reset=latest\n`;
    assert.deepEqual(summaries('kafka-rest.properties', text), [
      'warning acks-leader-only 1',
      'warning auto-commit-enabled true',
      'warning offset-reset-latest latest',
    ]);
  });
  it('may be told how to commit and where to start by whoever asks for it', () => {
    assert.deepEqual(summaries('kafka-rest.properties', `${head}consumer.max.poll.interval.ms=300000\n`), []);
  });
  it('is never idempotent, whatever the file says', () => {
    const text = `${head}producer.enable.idempotence=true\nclient.enable.idempotence=\${X}\n`;
    assert.deepEqual(summaries('kafka-rest.properties', text), [
      'information ignored-property producer.enable.idempotence',
      'information ignored-property client.enable.idempotence',
    ]);
    assert.deepEqual(summaries('kafka-rest.properties', text, { version: '3.0' }), []);
    assert.deepEqual(summaries('kafka-rest.properties', `${head}producer.enable.idempotence=false\n`), []);
  });
  it('has keys that nobody can write for it', () => {
    const document = syntaxOf('x.properties', undefined)?.parse(head);
    const reading = readFile('kafka-rest.properties', head)?.reading;
    const [scope] = reading?.scopes ?? [];
    assert.ok(document && reading && scope);
    const spelled = (property: string, role: 'producer' | 'consumer'): string | undefined =>
      carrierOf('rest-proxy').write({ property, role, scope, near: undefined }, document, reading)?.keys[0];
    assert.equal(spelled('acks', 'producer'), 'producer.acks');
    assert.equal(spelled('enable.idempotence', 'producer'), undefined);
    assert.equal(spelled('group.id', 'consumer'), undefined);
    assert.equal(spelled('spring:listener.ack-mode', 'consumer'), undefined);
  });
});
