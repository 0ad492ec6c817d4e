import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { smallrye } from '../../server/src/carriers/smallrye/smallrye.js';
import type { Role } from '../../server/src/kafka/property.js';
import { syntaxes, syntaxOf } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';
import { readBy } from '../support/read.js';

const properties = 'src/main/resources/application.properties';
const yaml = 'src/main/resources/application.yaml';

/** The text after the first fix of what a rule says first. */
function mend(path: string, text: string, ruleId: string, index = 0): string {
  const analysis = analyzeFile(path, text);
  const found = analysis.diagnoses.find(one => one.rule.id === ruleId);
  const fix = found && fixesOf(found, analysis)[index];
  if (!fix) throw new Error(`Nothing mends ${ruleId} in:\n${text}`);
  return applyEdits(text, fix.edits);
}

/** The text with `property=value` written for a role in a scope; undefined where it cannot be spelled. */
function write(path: string, text: string, role: Role, scopeName: string, property: string, value: string): string | undefined {
  const document = syntaxOf(path, undefined)?.parse(text);
  const reading = document && readBy(smallrye, document, path);
  const scope = reading?.scopes.find(({ name }) => name === scopeName);
  if (!scope || !document || !reading) throw new Error(`There is no ${scopeName} in:\n${text}`);
  const spelling = smallrye.write({ property, role, scope, near: undefined }, document, reading);
  return spelling && applyEdits(text, syntaxes[document.syntax].insert(document, spelling.place, spelling.keys, value));
}

function offers(path: string, text: string, ...parents: readonly string[]): readonly string[] {
  const document = syntaxOf(path, undefined)?.parse(text);
  return document ? smallrye.offerKeys(parents, document, undefined).map(({ key }) => key) : [];
}

describe('a fix in a file of SmallRye', () => {
  const orders = 'mp.messaging.outgoing.orders';
  const sends = `${orders}.connector=smallrye-kafka\n`;

  it('goes below its channel, beside its other keys', () => {
    const after = 'quarkus.http.port=8080\n';
    assert.equal(mend(properties, `${sends}${after}`, 'acks-leader-only'), `${sends}${orders}.acks=all\n${after}`);
    const nested = 'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\nquarkus:\n  http: 1\n';
    assert.equal(mend(yaml, nested, 'acks-leader-only'), nested.replace('kafka\n', 'kafka\n        acks: all\n'));
  });
  it('keeps quotes, profiles and the beginning that the channel has', () => {
    const quoted = 'mp.messaging.outgoing."eu.orders".connector=smallrye-kafka\n';
    assert.equal(mend(properties, quoted, 'acks-leader-only'), `${quoted}mp.messaging.outgoing."eu.orders".acks=all\n`);
    const inProduction = `%prod.${sends}`;
    assert.equal(mend(properties, inProduction, 'acks-leader-only'), `${inProduction}%prod.${orders}.acks=all\n`);
    const ofQuarkus = 'quarkus.messaging.outgoing.orders.connector=smallrye-kafka\n';
    assert.equal(mend(properties, ofQuarkus, 'acks-leader-only'), `${ofQuarkus}quarkus.messaging.outgoing.orders.acks=all\n`);
    const staging = `%staging.${sends}%staging.mp.messaging.incoming.x.connector=smallrye-amqp\n`;
    assert.match(mend(properties, staging, 'acks-leader-only'), /^%staging\.mp\.messaging\.outgoing\.orders\.acks=all$/m);
  });
  it('goes to the producer of dead letters', () => {
    const text = 'mp.messaging.incoming.prices.connector=smallrye-kafka\nmp.messaging.incoming.prices.failure-strategy=dead-letter-queue\n';
    assert.equal(mend(properties, text, 'acks-leader-only'), `${text}mp.messaging.incoming.prices.dead-letter-queue.acks=all\n`);
    const nested =
      'mp:\n  messaging:\n    incoming:\n      prices:\n        connector: smallrye-kafka\n        failure-strategy: dead-letter-queue\n        dead-letter-queue:\n          topic: dead\n';
    assert.equal(mend(yaml, nested, 'acks-leader-only'), `${nested}          acks: all\n`);
  });
  it('writes dead letters with acks=all', () => {
    const text = 'mp.messaging.incoming.prices.connector=smallrye-kafka\nmp.messaging.incoming.prices.failure-strategy=ignore\n';
    const mended = mend(properties, text, 'failures-skipped');
    assert.match(mended, /failure-strategy=dead-letter-queue\n.*dead-letter-queue\.acks=all\n$/);
    assert.ok(!analyzeFile(properties, mended).diagnoses.some(({ rule }) => rule.id === 'acks-leader-only'));
  });
  it('nests keys of YAML whose dots make them one word', () => {
    const head = 'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        acks: all\n';
    assert.equal(
      mend(yaml, `${head}        delivery.timeout.ms: 180000\n`, 'ignored-property'),
      `${head}        delivery:\n          timeout:\n            ms: 180000\n`,
    );
    const whole = 'quarkus:\n  http: 1\nmp.messaging.outgoing.orders:\n  connector: smallrye-kafka\n  acks: all\n';
    assert.match(mend(yaml, whole, 'ignored-property'), /mp:\n {2}messaging:\n {4}outgoing:\n {6}orders:\n {8}acks: all\n/);
    const forAll = `${head}kafka.acks: all\n`;
    assert.match(mend(yaml, forAll, 'ignored-property'), /^kafka:\n {2}acks: all\n/m);
    const streams = 'quarkus:\n  kafka-streams:\n    application-id: x\nkafka-streams.producer.acks: all\n';
    assert.match(mend(yaml, streams, 'ignored-property'), /^kafka-streams:\n {2}producer:\n {4}acks: all\n/m);
  });
  it('moves the name of a Streams application to where Quarkus takes it from', () => {
    const text = 'quarkus.kafka-streams.topics=a\nkafka-streams.application.id=mine\n';
    assert.equal(mend(properties, text, 'ignored-property'), 'quarkus.kafka-streams.topics=a\nquarkus.kafka-streams.application-id=mine\n');
  });
  it('writes for all clients where no channel is named, and into the profile that it is about', () => {
    const text = 'quarkus.application.name=shop\nkafka.linger.ms=5\n%dev.kafka.linger.ms=6\n';
    assert.equal(
      write(properties, text, 'producer', 'outgoing channels', 'acks', 'all'),
      'quarkus.application.name=shop\nkafka.linger.ms=5\nkafka.acks=all\n%dev.kafka.linger.ms=6\n',
    );
    assert.equal(write(properties, text, 'producer', 'outgoing channels, profile dev', 'acks', 'all'), `${text}%dev.kafka.acks=all\n`);
  });
  it('goes beside the line that it is about, or the other keys of the channel', () => {
    const text = `kafka.retries=0\n${sends}${orders}.acks=all\nquarkus.http.port=1\n`;
    assert.match(mend(properties, text, 'retries-too-few'), /^kafka\.retries=2147483647$/m);
    const own = `${sends}${orders}.enable.idempotence=true\n${orders}.topic=o\n`;
    assert.match(mend(properties, own, 'idempotence-conflict'), /idempotence=true\nmp\.messaging\.outgoing\.orders\.acks=all\n.*topic=o/);
    const conflict = `kafka.enable.idempotence=true\n${sends}quarkus.http.port=1\n`;
    assert.match(mend(properties, conflict, 'idempotence-conflict'), /smallrye-kafka\nmp\.messaging\.outgoing\.orders\.acks=all\nquarkus/);
  });
  it('goes below the connector where nothing is said to all clients, as other runtimes know nothing else', () => {
    const connector = 'mp.messaging.connector.smallrye-kafka.linger.ms=5\n';
    const written = 'mp.messaging.connector.smallrye-kafka.acks=all\n';
    assert.equal(write(properties, connector, 'producer', 'outgoing channels', 'acks', 'all'), connector + written);
    const plain = `${connector}kafka.bootstrap.servers=a:1\n`;
    assert.equal(
      write(properties, `${plain}kafka.linger.ms=1\n`, 'producer', 'outgoing channels', 'acks', 'all'),
      `${plain}kafka.linger.ms=1\nkafka.acks=all\n`,
    );
    const path = 'META-INF/microprofile-config.properties';
    assert.equal(write(path, connector, 'producer', 'outgoing channels', 'acks', 'all'), connector + written);
    const inProduction = `%prod.${connector}`;
    assert.equal(write(properties, inProduction, 'producer', 'outgoing channels', 'acks', 'all'), `${inProduction}${written}`);
  });
  it('is not offered where it cannot be written', () => {
    const head = 'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        batch: 5\n';
    assert.equal(write(yaml, head, 'producer', 'channel orders', 'batch.size', '7'), undefined);
    assert.equal(write(properties, sends, 'producer', 'channel orders', 'spring:transaction-id-prefix', 'x'), undefined);
    const streams = 'quarkus.kafka-streams.topics=a\n';
    assert.equal(write(properties, streams, 'consumer', 'streams', 'enable.auto.commit', 'true'), undefined);
    assert.equal(write(properties, streams, 'streams', 'streams', 'smallrye:topic', 'x'), undefined);
  });
});

describe('completion in a file of SmallRye', () => {
  const sends = 'mp.messaging.outgoing.orders.connector=smallrye-kafka\n';

  it('offers the keys of the channels that are there, and those for all in Quarkus', () => {
    assert.ok(!offers(properties, sends).includes('kafka.acks'));
    const offered = offers(properties, `quarkus.application.name=shop\n${sends}`);
    for (const key of [
      'mp.messaging.outgoing.orders.acks',
      'mp.messaging.outgoing.orders.waitForWriteCompletion',
      'kafka.acks',
      'kafka.group.id',
    ])
      assert.ok(offered.includes(key), key);
    assert.ok(!offered.some(key => key.startsWith('kafka-streams') || key.includes('dead-letter-queue')));
  });
  it('offers keys of dead letters where the channel has some', () => {
    const text = 'mp.messaging.incoming.prices.connector=smallrye-kafka\nmp.messaging.incoming.prices.dead-letter-queue.topic=dead\n';
    assert.ok(offers(properties, text).includes('mp.messaging.incoming.prices.dead-letter-queue.retries'));
  });
  it('offers keys of Streams by the names that work', () => {
    const offered = offers(properties, 'quarkus.kafka-streams.topics=a\n');
    for (const key of ['quarkus.kafka-streams.application-id', 'kafka-streams.producer.acks', 'kafka-streams.num.stream.threads'])
      assert.ok(offered.includes(key), key);
    for (const key of ['kafka-streams.application.id', 'kafka-streams.consumer.enable.auto.commit']) assert.ok(!offered.includes(key), key);
  });
  it('goes down step by step in YAML', () => {
    const text = 'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n';
    assert.deepEqual(offers(yaml, text), ['mp', 'kafka']);
    assert.deepEqual(offers(yaml, text, 'mp', 'messaging', 'outgoing'), ['orders']);
    const below = offers(yaml, text, 'mp', 'messaging', 'outgoing', 'orders');
    assert.ok(below.includes('acks') && below.includes('delivery') && !below.includes('delivery.timeout.ms'));
    assert.deepEqual(offers(yaml, text, 'mp', 'messaging', 'outgoing', 'orders', 'delivery'), ['timeout']);
    assert.deepEqual(offers(yaml, text, 'quarkus'), []);
  });
  it('has nothing for a file that is none of SmallRye', () => {
    assert.deepEqual(offers(properties, 'kafka.acks=all\nmessaging=1\n'), []);
  });
});
