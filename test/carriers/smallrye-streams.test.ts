import assert from 'node:assert/strict';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, summaries } from '../support/check.js';
import { configsOf, readFile } from '../support/configs.js';

const file = 'src/main/resources/application.properties';
const head = 'quarkus.kafka-streams.application-id=orders\n';

function effective(role: Role, property: string, text: string, scope = 'streams'): string | undefined {
  const found = configsOf(file, head + text).find(one => one.role === role && one.scope.name === scope);
  if (!found) throw new Error(`There is no ${role} in ${scope} of:\n${text}`);
  return found.effective(property)?.text;
}

function ignoredIn(text: string): readonly string[] {
  return summaries(file, text).filter(line => line.includes('ignored-property'));
}

describe('a Streams application of Quarkus', () => {
  it('is there where a key of it is, of either name', () => {
    for (const key of ['quarkus.kafka-streams.topics=a', 'quarkus.application.name=shop\nkafka-streams.num.stream.threads=2'])
      assert.equal(readFile(file, `${key}\n`)?.reading.scopes[0]?.name, 'streams', key);
    assert.equal(readFile(file, 'kafka-streams.num.stream.threads=2\n'), undefined);
  });
  it('takes its keys, those of its clients and those for all', () => {
    const text = 'kafka-streams.num.stream.threads=2\nkafka-streams.producer.linger.ms=3\nkafka.request.timeout.ms=4\n';
    assert.equal(effective('streams', 'num.stream.threads', text), '2');
    assert.equal(effective('producer', 'linger.ms', text), '3');
    assert.equal(effective('producer', 'request.timeout.ms', text), '4');
  });
  it('takes a key of one client over a bare one, and of equal ones the one without quarkus', () => {
    const text =
      'kafka.acks=0\nquarkus.kafka-streams.acks=1\nkafka-streams.linger.ms=1\nquarkus.kafka-streams.producer.linger.ms=2\nkafka-streams.acks=all\n';
    assert.equal(effective('producer', 'acks', text), 'all');
    assert.equal(effective('producer', 'linger.ms', text), '2');
  });
  it('has the defaults of Streams', () => {
    const text = 'kafka-streams.consumer.fetch.min.bytes=1\nkafka-streams.producer.retries=5\n';
    assert.equal(effective('consumer', 'auto.offset.reset', text), 'earliest');
    assert.equal(effective('producer', 'linger.ms', text), '100');
    assert.equal(effective('producer', 'acks', text), 'all');
    assert.deepEqual(summaries(file, head), []);
  });
  it('is exactly once where a placeholder says so', () => {
    const text =
      'guarantee=exactly_once_v2\nkafka-streams.processing.guarantee=${guarantee}\nkafka-streams.producer.enable.idempotence=false\n';
    assert.deepEqual(ignoredIn(head + text), ['warning ignored-property kafka-streams.producer.enable.idempotence']);
    assert.deepEqual(ignoredIn(head + text.replace('exactly_once_v2', 'at_least_once')), []);
    assert.equal(effective('producer', 'delivery.timeout.ms', text), '2147483647');
  });
  it('has the name and the address that Quarkus writes', () => {
    const text = 'quarkus.application.name=shop\nkafka-streams.application.id=mine\nkafka-streams.bootstrap.servers=a:1\n';
    const [config] = configsOf(file, text);
    assert.equal(config?.effective('application.id')?.text, 'shop');
    assert.equal(config.effective('bootstrap.servers')?.text, 'localhost:9092');
    assert.deepEqual(ignoredIn(text), [
      'warning ignored-property kafka-streams.application.id',
      'warning ignored-property kafka-streams.bootstrap.servers',
    ]);
    assert.deepEqual(ignoredIn('quarkus.kafka-streams.bootstrap-servers=a:1\nkafka.bootstrap.servers=b:1\n'), []);
  });
  it('leaves the brokers for all alone where it has its own', () => {
    assert.deepEqual(summaries(file, `${head}kafka.bootstrap.servers=a:1\nquarkus.kafka-streams.bootstrap-servers=b:1\n`), []);
  });
  it('says who writes over its keys', () => {
    const [ofQuarkus, ofStreams] = analyzeFile(
      file,
      'quarkus.kafka-streams.topics=a\nkafka-streams.application.id=x\nkafka-streams.consumer.enable.auto.commit=true\n',
    ).diagnoses;
    assert.match(ofQuarkus?.message ?? '', /^Quarkus writes its own application\.id/);
    assert.match(ofStreams?.message ?? '', /^Kafka Streams writes its own enable\.auto\.commit/);
  });
  it('has profiles of its own', () => {
    const text = 'kafka-streams.producer.acks=1\n%prod.kafka-streams.producer.acks=all\n%dev.kafka-streams.producer.linger.ms=5\n';
    assert.equal(effective('producer', 'acks', text), 'all');
    assert.equal(effective('producer', 'acks', text, 'streams, profile dev'), '1');
    const exactlyOnce = '%prod.kafka-streams.processing.guarantee=exactly_once_v2\n%dev.kafka-streams.producer.retries=5\n';
    assert.equal(effective('producer', 'enable.idempotence', `${exactlyOnce}kafka-streams.producer.retries=6\n`), 'true');
    assert.equal(effective('producer', 'enable.idempotence', exactlyOnce, 'streams, profile dev'), undefined);
  });
  it('has consumers beside the main one', () => {
    const text = 'kafka-streams.consumer.max.poll.records=5\nkafka-streams.restore.consumer.fetch.min.bytes=2\n';
    assert.equal(effective('consumer', 'max.poll.records', text, 'streams restore consumer'), '5');
    const ofMain = 'kafka-streams.main.consumer.max.poll.records=6\nkafka-streams.restore.consumer.fetch.min.bytes=2\n';
    assert.equal(effective('consumer', 'max.poll.records', ofMain, 'streams restore consumer'), '1000');
    const replaced =
      '%prod.kafka-streams.max.poll.records=7\nkafka-streams.max.poll.records=8\nkafka-streams.restore.consumer.fetch.min.bytes=2\n';
    assert.equal(effective('consumer', 'max.poll.records', replaced, 'streams restore consumer'), '7');
  });
  it('is told what it makes of its keys', () => {
    const text = `${head}kafka-streams.replication.factor=1\nkafka-streams.consumer.enable.auto.commit=true\nkafka-streams.producer.ackss=1\n`;
    assert.deepEqual(summaries(file, text), [
      'warning replication-factor-low 1',
      'warning ignored-property kafka-streams.consumer.enable.auto.commit',
      'warning unknown-property kafka-streams.producer.ackss',
    ]);
    assert.deepEqual(summaries(file, `${head}quarkus.kafka-streams.topics-timeout=5S\nquarkus.kafka-streams.ackss=1\n`), []);
  });
});
