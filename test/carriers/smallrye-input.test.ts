import assert from 'node:assert/strict';
import { analyzeFile, summaries } from '../support/check.js';
import { readFile } from '../support/configs.js';

const properties = 'src/main/resources/application.properties';
const yaml = 'src/main/resources/application.yaml';
const out = 'mp.messaging.outgoing.orders';
const sends = `${out}.connector=smallrye-kafka\n`;
const nested = 'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        acks: 0\n';
const found = 'error acks-none 0';

describe('what does not belong in a file of SmallRye', () => {
  it('costs itself and nothing else, in properties', () => {
    for (const line of [
      'mp.messaging.outgoing.',
      'mp.messaging.outgoing.orders',
      'mp.messaging.outgoing.orders.',
      `${out}.ack`,
      'mp.messaging.outgoing."eu.orders.acks=1',
      'mp.messaging.outgoing.""..acks=1',
      'mp.messaging.connector.=1',
      'kafka.=1',
      'kafka',
      '%=1',
      '%.kafka.acks=1',
      '%dev',
      '%dev.=1',
      '%dev,.kafka.linger.ms=1',
      `${'%dev.'.repeat(400)}kafka.acks=1`,
      '1=2',
    ])
      assert.deepEqual(summaries(properties, `${sends}${out}.acks=0\n${line}\n`), [found], line.slice(0, 60));
  });
  it('costs itself and nothing else, in YAML', () => {
    for (const lines of [
      'kafka:\n',
      'kafka: 3\n',
      'kafka: [a, b]\n',
      'kafka:\n  - linger.ms: 5\n',
      'kafka:\n  1: 2\n  true: false\n  ~: 4\n',
      'kafka:\n  retries:\n    ~: 2147483647\n',
      '"%dev": x\n',
      '"%dev":\n  mp: [1]\n',
      '? {a: b}\n: c\n',
      '"":\n  "": 1\n',
      `${Array.from({ length: 30 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}${' '.repeat(30)}b: 1\n`,
    ])
      assert.deepEqual(summaries(yaml, nested + lines), [found], lines.slice(0, 60));
  });
  it('is a list or nothing where a channel or a value is due', () => {
    for (const below of ['payments: x', 'payments: [a, b]', 'payments:', 'payments:\n        topic:', 'payments:\n        - acks: 1'])
      assert.deepEqual(summaries(yaml, `${nested}      ${below}\n`), [found], below);
    for (const value of ['', '~', '[1, 2]', '{a: b}'])
      assert.deepEqual(
        summaries(yaml, nested.replace('acks: 0', `acks: ${value}`)).filter(line => line.includes('error')),
        [],
        value,
      );
  });
  it('is found in a file of several documents, of which the last one wins', () => {
    assert.deepEqual(summaries(yaml, `${nested}---\n${nested.replace('acks: 0', 'acks: all')}`), ['warning duplicate-property acks: 0']);
  });
  it('is a word of another kind where a flag is due', () => {
    const into = 'mp.messaging.incoming.prices';
    const text = `${into}.connector=smallrye-kafka\n${into}.fail-on-deserialization-failure=perhaps\n${into}.auto.offset.reset=earliest\n`;
    assert.deepEqual(summaries(properties, text), ['error invalid-value perhaps']);
  });
});

describe('keys of YAML with dots in them', () => {
  const head = 'quarkus:\n  application:\n    name: shop\n';
  const ignored = (text: string): readonly string[] =>
    summaries(yaml, text).flatMap(line => (line.startsWith('warning ignored-property ') ? [line.slice(25)] : []));

  it('are one word for Quarkus, wherever they are', () => {
    assert.deepEqual(ignored(`${nested}        linger.ms: 5\n`), ['linger.ms']);
    assert.deepEqual(ignored(`${nested}        waitForWriteCompletion: true\n`), []);
    assert.deepEqual(ignored(`${head}mp.messaging.outgoing.orders:\n  connector: smallrye-kafka\n  acks: all\n  topic: o\n`), ['acks']);
    assert.deepEqual(ignored(`${head}mp:\n  messaging.outgoing:\n    orders:\n      connector: kafka\n      acks: all\n`), ['acks']);
    assert.deepEqual(ignored('mp.messaging.outgoing.orders.connector: smallrye-kafka\nmp.messaging.outgoing.orders.acks: all\n'), [
      'mp.messaging.outgoing.orders.acks',
    ]);
    assert.deepEqual(ignored(`${nested}kafka.acks: all\n"%prod.kafka.retries": 5\n`), ['kafka.acks', '"%prod.kafka.retries"']);
    assert.deepEqual(ignored(`${nested}mp.messaging.connector.smallrye-kafka.acks: all\nkafka.group.id: g\n`), [
      'mp.messaging.connector.smallrye-kafka.acks',
      'kafka.group.id',
    ]);
    assert.deepEqual(ignored(`${head}kafka-streams.producer.acks: all\nkafka-streams.nonsense: 1\n`), ['kafka-streams.producer.acks']);
    assert.deepEqual(ignored('quarkus.kafka-streams.application-id: x\nkafka-streams.acks: all\n'), ['kafka-streams.acks']);
  });
  it('are read with dots in the name of a channel', () => {
    assert.deepEqual(ignored(nested.replace('orders', '"eu.orders"')), []);
  });
  it('are nobody’s business where the channel is another connector’s, or nothing says that it is Kafka’s', () => {
    for (const text of [
      `${head}mp.messaging.outgoing.orders:\n  connector: smallrye-amqp\n  acks: all\n`,
      `${head}mp.messaging.outgoing.orders:\n  connector: \${CONNECTOR}\n  acks: all\n`,
      `${head}mp.messaging.outgoing.orders:\n  acks: all\n`,
      `${nested}mp.messaging.connector.smallrye-amqp.acks: all\n`,
      `${nested}mp.messaging.incoming.prices:\n  connector: smallrye-amqp\n  group.id: x\n`,
      'kafka.acks: all\nmp.messaging: 1\n',
    ])
      assert.deepEqual(ignored(text), [], text);
  });
  it('are those of Kafka by the other channels', () => {
    assert.deepEqual(ignored(`${nested}mp.messaging.incoming.prices:\n  group.id: x\n`), ['group.id']);
    assert.deepEqual(ignored(`${head}${nested.replace('acks: 0', 'topic: x')}mp.messaging.incoming.prices:\n  group.id: x\n`), [
      'group.id',
    ]);
  });
  it('make no channel of which anything absent could be said', () => {
    const text = `${head}mp.messaging.outgoing.orders:\n  connector: smallrye-kafka\n  linger.ms: 5\n`;
    assert.deepEqual(summaries(yaml, text), ['warning ignored-property linger.ms']);
    assert.equal(readFile(yaml, text)?.reading.trust, 'certain');
  });
  it('say in their words what to write instead', () => {
    const { diagnoses } = analyzeFile(yaml, `${nested.replace('acks: 0', 'acks: all')}        linger.ms: 5\n`);
    assert.match(diagnoses[0]?.message ?? '', /^Quarkus takes a YAML key with dots in it for one word/);
  });
});
