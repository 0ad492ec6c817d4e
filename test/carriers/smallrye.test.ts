import assert from 'node:assert/strict';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, summaries } from '../support/check.js';
import { configsOf, readFile } from '../support/configs.js';

const file = 'src/main/resources/application.properties';
const elsewhere = 'src/main/resources/META-INF/microprofile-config.properties';
const out = 'mp.messaging.outgoing.orders';
const into = 'mp.messaging.incoming.prices';
const sends = `${out}.connector=smallrye-kafka\n`;
const reads = `${into}.connector=smallrye-kafka\n`;

function client(role: Role, text: string, scope: string, path = file): EffectiveConfig {
  const config = configsOf(path, text).find(one => one.role === role && one.scope.name === scope);
  if (!config) throw new Error(`There is no ${role} in ${scope} of:\n${text}`);
  return config;
}

const orders = (text: string, property: string, scope = 'channel orders'): string | undefined =>
  client('producer', sends + text, scope).effective(property)?.text;
const prices = (text: string, property: string, scope = 'channel prices'): string | undefined =>
  client('consumer', reads + text, scope).effective(property)?.text;

function scopesIn(text: string, path = file): readonly string[] {
  return readFile(path, text)?.reading.scopes.map(({ name }) => name) ?? [];
}

function said(ruleId: string, text: string, path = file): readonly string[] {
  return summaries(path, text).filter(line => line.includes(` ${ruleId} `));
}

describe('a channel of SmallRye', () => {
  it('is Kafka’s where its connector is, by either name or by the older key', () => {
    for (const line of ['connector=smallrye-kafka', 'connector=kafka', 'type=smallrye-kafka', 'connector=${CONNECTOR:smallrye-kafka}'])
      assert.deepEqual(scopesIn(`${out}.${line}\n${out}.topic=orders\n`), ['channel orders'], line);
    for (const line of ['connector=smallrye-amqp', 'connector=liberty-kafka', 'connector=${CONNECTOR}', 'topic=orders'])
      assert.deepEqual(scopesIn(`${out}.${line}\n`), [], line);
  });
  it('goes with the other channels of Quarkus where it names none', () => {
    assert.deepEqual(scopesIn(`${sends}${into}.topic=prices\n`), ['channel orders', 'channel prices']);
    assert.deepEqual(scopesIn(`mp.messaging.connector.smallrye-kafka.acks=all\n${out}.topic=orders\n`)[0], 'channel orders');
    assert.deepEqual(scopesIn(`${out}.acks=all\n`), ['channel orders']);
    assert.deepEqual(scopesIn(`${sends}${into}.topic=prices\n`, elsewhere), ['channel orders']);
    assert.deepEqual(scopesIn(`${sends}${into}.topic=prices\nmp.messaging.incoming.x.connector=smallrye-amqp\n`), ['channel orders']);
  });
  it('is only taken for Kafka’s where nothing but a key for all clients says so', () => {
    const text = `kafka.bootstrap.servers=kafka:9092\n${out}.topic=orders\n${out}.acks=1\n`;
    assert.equal(readFile(file, `kafka.acks=1\n${out}.topic=orders\n`)?.reading.trust, 'inferred');
    assert.equal(readFile(file, text)?.reading.trust, 'certain');
  });
  it('is not there where it is not started, in each profile by itself', () => {
    assert.deepEqual(scopesIn(`${sends}${out}.enabled=false\n`), []);
    assert.deepEqual(scopesIn(`${sends}${out}.enabled=\${ORDERS}\n`), ['channel orders']);
    assert.deepEqual(scopesIn(`${sends}%dev.${out}.enabled=no\n`), ['channel orders']);
    assert.deepEqual(scopesIn(`${sends}${out}.enabled=off\n%dev.${out}.enabled=on\n`), ['channel orders, profile dev']);
    assert.deepEqual(scopesIn(`${sends}mp.messaging.connector.smallrye-kafka.enabled=false\n`), []);
  });
  it('has the connector that is nearest: by quarkus, for one profile, for several, for all', () => {
    const amqp = `${out}.connector=smallrye-amqp\n`;
    assert.deepEqual(scopesIn(`${sends}quarkus.messaging.outgoing.orders.connector=smallrye-amqp\n`), []);
    assert.deepEqual(scopesIn(`${amqp}%prod,dev.${sends}`), ['channel orders', 'channel orders, profile dev']);
    assert.deepEqual(scopesIn(`${sends}%prod,dev.${sends}%prod.${amqp}`), ['channel orders, profile dev']);
  });
  it('is none of its copies, of which concurrency says how many there are', () => {
    assert.deepEqual(scopesIn(`${reads}${into}.concurrency=2\n${into}$1.auto.offset.reset=latest\n`), ['channel prices']);
    assert.deepEqual(scopesIn(`${reads}${into}$1.auto.offset.reset=latest\n`), ['channel prices', 'channel prices$1']);
  });
  it('may have dots in its name, which then stands in quotes', () => {
    const text = 'mp.messaging.outgoing."eu.orders".connector=smallrye-kafka\nmp.messaging.outgoing."eu.orders".acks=0\n';
    assert.equal(client('producer', text, 'channel eu.orders').text('acks'), '0');
    assert.deepEqual(scopesIn(`${sends}mp.messaging.outgoing."payments".acks=0\n`), ['channel orders']);
  });
  it('is none while nothing has a value yet', () => {
    assert.deepEqual(scopesIn(`${sends}mp.messaging.outgoing.payments.topic=\n`), ['channel orders']);
  });
});

describe('the producer of a channel', () => {
  it('has what the connector gives it where nobody says otherwise', () => {
    assert.equal(orders('', 'acks'), '1');
    assert.equal(orders('', 'reconnect.backoff.max.ms'), '10000');
    assert.equal(orders('', 'smallrye:waitForWriteCompletion'), 'true');
    assert.equal(orders('', 'value.serializer'), undefined);
    assert.equal(client('producer', sends, 'channel orders').effective('acks')?.origin, 'framework');
  });
  it('takes the key of the channel over that of the connector, and that over the one for all', () => {
    const levels = 'kafka.linger.ms=1\nmp.messaging.connector.smallrye-kafka.linger.ms=2\n';
    assert.equal(orders('kafka.linger.ms=1\n', 'linger.ms'), '1');
    assert.equal(orders(levels, 'linger.ms'), '2');
    assert.equal(orders(`${out}.linger.ms=3\n${levels}`, 'linger.ms'), '3');
    assert.equal(orders(`${out}.linger.ms=3\nquarkus.messaging.outgoing.orders.linger.ms=4\n`, 'linger.ms'), '4');
  });
  it('finds keys by the names of environment variables, but those it reads by name', () => {
    assert.equal(orders(`${out}.max_block_ms=7\n`, 'max.block.ms'), '7');
    assert.equal(orders(`${out}.max_block_ms=7\nkafka.max.block.ms=8\n`, 'max.block.ms'), '8');
    assert.deepEqual(said('ignored-property', `${sends}${out}.ACKS=all\n`), [`warning ignored-property ${out}.ACKS`]);
    assert.equal(orders('KAFKA_LINGER_MS=5\n', 'linger.ms'), '5');
  });
  it('gets numbers and flags as Java prints them', () => {
    assert.equal(orders(`${out}.linger.ms=+5\n`, 'linger.ms'), '5');
    assert.equal(orders(`${out}.enable.idempotence= TRUE \n`, 'enable.idempotence'), 'true');
    assert.match(said('invalid-value', `${sends}${out}.max.block.ms=9999999999\n`)[0] ?? '', /9999999999/);
  });
  it('may get acks=all from the code where it has a name for transactions, in Quarkus alone', () => {
    assert.equal(orders(`${out}.transactional.id=shop\n`, 'acks'), undefined);
    assert.deepEqual(said('idempotence-conflict', `${sends}${out}.transactional.id=shop\n`), []);
    assert.equal(said('idempotence-conflict', `${sends}${out}.transactional.id=shop\n`, elsewhere).length, 1);
  });
  it('is refused with idempotence and the acks of the connector', () => {
    assert.deepEqual(said('idempotence-conflict', `${sends}${out}.enable.idempotence=true\n`), ['error idempotence-conflict true']);
    assert.deepEqual(said('idempotence-conflict', `${sends}kafka.acks=all\n${out}.enable.idempotence=true\n`), []);
  });
  it('is told of once for each channel, at its connector', () => {
    const text = `${sends}mp.messaging.outgoing.payments.topic=p\nmp.messaging.outgoing.payments.acks=all\nmp.messaging.outgoing.audit.topic=a\n`;
    assert.deepEqual(said('acks-leader-only', text), [
      `warning acks-leader-only ${out}.connector`,
      'warning acks-leader-only mp.messaging.outgoing.audit.topic',
    ]);
  });
});

describe('the consumer of a channel', () => {
  it('commits nothing by itself, in Quarkus in the group of the application', () => {
    assert.equal(prices('', 'enable.auto.commit'), 'false');
    assert.equal(prices('', 'smallrye:commit-strategy'), 'throttled');
    assert.equal(prices('quarkus.application.name=shop\n', 'group.id'), 'shop');
    assert.equal(prices('', 'group.id'), undefined);
    assert.deepEqual(said('no-consumer-group', reads), []);
    assert.equal(said('no-consumer-group', reads, elsewhere).length, 1);
  });
  it('leaves commits to a timer that somebody asks for', () => {
    assert.equal(prices(`${into}.enable.auto.commit=true\n`, 'smallrye:commit-strategy'), 'ignore');
    assert.equal(prices('kafka.enable.auto.commit=TRUE\n', 'smallrye:commit-strategy'), 'ignore');
  });
  it('reads what SmallRye takes for true', () => {
    const decoding = 'fail-on-deserialization-failure';
    for (const no of ['false', 'NO', 'off', 'nein'])
      assert.equal(prices(`${into}.${decoding}=${no}\n`, `smallrye:${decoding}`), 'false', no);
    for (const yes of ['true', 'Y', 'on', 'ja']) assert.equal(prices(`${into}.${decoding}=${yes}\n`, `smallrye:${decoding}`), 'true', yes);
  });
  it('of a share group has no automatic commits and no first offset of its own', () => {
    const text = `${into}.share-group=true\n${into}.auto.offset.reset=earliest\n${into}.share.acknowledgement.mode=implicit\n`;
    assert.equal(prices(text, 'enable.auto.commit'), undefined);
    assert.equal(prices(text, 'auto.offset.reset'), undefined);
    assert.equal(prices(text, 'share.acknowledgement.mode'), 'explicit');
    assert.equal(said('ignored-property', reads + text).length, 2);
    assert.equal(prices(`%dev.${into}.share-group=true\n${into}.auto.offset.reset=earliest\n`, 'auto.offset.reset'), 'earliest');
  });
  it('may leave commits to the transactions of a producer beside it', () => {
    const ignores = `${reads}${into}.commit-strategy=ignore\n${into}.failure-strategy=ignore\n`;
    assert.equal(said('commit-strategy-risky', ignores).length + said('failures-skipped', ignores).length, 2);
    const exactlyOnce = `${ignores}${sends}${out}.transactional.id=shop\n`;
    assert.deepEqual([...said('commit-strategy-risky', exactlyOnce), ...said('failures-skipped', exactlyOnce)], []);
  });
  it('is not told of keys for producers, and told of keys that nobody knows', () => {
    const text = `${reads}${into}.acks=0\n${into}.topic=p\n${into}.auto.offset.resett=earliest\n`;
    assert.deepEqual(said('unknown-property', text), [`warning unknown-property ${into}.auto.offset.resett`]);
    assert.deepEqual(said('acks-none', text), []);
  });
});

describe('the producer of dead letters', () => {
  const dead = 'dead letters of channel prices';
  const queue = `${reads}${into}.failure-strategy=dead-letter-queue\n`;
  const letters = (text: string, property: string): string | undefined => client('producer', queue + text, dead).effective(property)?.text;

  it('is there where the failure strategy writes records, and has acks=1', () => {
    for (const strategy of ['dead-letter-queue', 'delayed-retry-topic'])
      assert.deepEqual(scopesIn(`${reads}${into}.failure-strategy=${strategy}\n`), ['channel prices', dead], strategy);
    for (const strategy of ['fail', 'ignore', '${STRATEGY}', 'mine'])
      assert.deepEqual(
        scopesIn(`${reads}${into}.failure-strategy=${strategy}\n${into}.dead-letter-queue.acks=0\n`),
        ['channel prices'],
        strategy,
      );
    assert.equal(letters('', 'acks'), '1');
    assert.deepEqual(said('acks-leader-only', queue), [`warning acks-leader-only ${into}.failure-strategy`]);
  });
  it('takes its own keys over those of the channel, wherever they stand', () => {
    assert.equal(letters(`${into}.acks=all\n`, 'acks'), 'all');
    assert.equal(letters(`${into}.dead-letter-queue.acks=0\n${into}.acks=all\n`, 'acks'), '0');
    assert.equal(letters(`kafka.dead-letter-queue.linger.ms=1\n${into}.linger.ms=2\n`, 'linger.ms'), '1');
    assert.equal(
      letters('mp.messaging.connector.smallrye-kafka.dead-letter-queue.linger.ms=1\nkafka.dead-letter-queue.linger.ms=2\n', 'linger.ms'),
      '1',
    );
    assert.equal(letters(`${into}.key.serializer=a.B\n`, 'key.serializer'), 'org.apache.kafka.common.serialization.StringSerializer');
  });
  it('belongs to the profiles in which the strategy says so', () => {
    const inProduction = `${reads}%prod.${into}.failure-strategy=dead-letter-queue\n%dev.${into}.max.poll.records=1\n`;
    assert.deepEqual(scopesIn(inProduction), ['channel prices', 'channel prices, profile dev', dead]);
    const elsewhereToo = `${reads}${into}.failure-strategy=dead-letter-queue\n%prod.${into}.failure-strategy=fail\n%dev.${into}.linger.ms=1\n`;
    assert.deepEqual(
      scopesIn(elsewhereToo).filter(name => name.startsWith('dead')),
      [`${dead}, profile dev`],
    );
    const inBoth = `${queue}%dev.${into}.failure-strategy=delayed-retry-topic\n`;
    assert.equal(said('acks-leader-only', inBoth).length, 1);
  });
  it('is told of at each channel where the connector asks for it', () => {
    const forAll = `${reads}mp.messaging.connector.smallrye-kafka.failure-strategy=dead-letter-queue\n`;
    assert.deepEqual(scopesIn(forAll), ['channel prices', dead]);
    assert.deepEqual(said('acks-leader-only', forAll), [`warning acks-leader-only ${into}.connector`]);
    assert.deepEqual(said('acks-leader-only', `${forAll}kafka.acks=all\n`), []);
    const inDevelopment = `%prod.${reads}%dev.kafka.failure-strategy=dead-letter-queue\n%dev.${into}.connector=kafka\n`;
    assert.deepEqual(said('acks-leader-only', inDevelopment), [`information acks-leader-only %dev.${into}.connector`]);
    const nowhere = `${reads}%dev.kafka.failure-strategy=dead-letter-queue\n`;
    assert.deepEqual(scopesIn(nowhere), ['channel prices', 'channel prices, profile dev', `${dead}, profile dev`]);
    assert.deepEqual(said('acks-leader-only', nowhere), []);
  });
  it('is told of keys that nobody knows', () => {
    const text = `${queue}${into}.dead-letter-queue.acks=all\n${into}.dead-letter-queue.delivery.timeout=5\n`;
    assert.deepEqual(said('unknown-property', text), [`warning unknown-property ${into}.dead-letter-queue.delivery.timeout`]);
  });
});

describe('keys for all channels', () => {
  it('are read without a channel, and say nothing of what is absent', () => {
    const text = 'quarkus.application.name=shop\nkafka.acks=0\nkafka.auto.offset.reset=latest\n';
    assert.deepEqual(scopesIn(text), ['outgoing channels', 'incoming channels']);
    assert.deepEqual(summaries(file, text), ['warning acks-none 0', 'information offset-reset-latest latest']);
    assert.deepEqual(summaries(file, 'quarkus.application.name=shop\nkafka.linger.ms=5\n'), []);
    assert.deepEqual(scopesIn(`mp.messaging.connector.smallrye-kafka.acks=all\n`), ['outgoing channels']);
  });
  it('are Quarkus’ alone, but for the address', () => {
    assert.equal(
      client('producer', `${sends}kafka.acks=all\nkafka.bootstrap.servers=k:1\n`, 'channel orders', elsewhere).effective('acks')?.text,
      '1',
    );
    assert.equal(client('producer', `${sends}kafka.bootstrap.servers=k:1\n`, 'channel orders', elsewhere).text('bootstrap.servers'), 'k:1');
    assert.equal(readFile('kafka.properties', 'kafka.acks=0\n'), undefined);
  });
  it('are no dead lines where others win in some place', () => {
    const connector = 'mp.messaging.connector.smallrye-kafka';
    for (const text of [
      `${sends}kafka.acks=all\n${connector}.acks=all\n`,
      `${sends}kafka.acks=all\n${out}.acks=all\n`,
      `${sends}kafka.acks=all\n%prod.${connector}.acks=all\n`,
      `${sends}%dev,test.${out}.acks=all\n%test.${out}.acks=-1\n${out}.acks=all\n`,
      `${sends}${out}.acks=all\n%prod.quarkus.messaging.outgoing.orders.acks=all\n`,
    ])
      assert.deepEqual([...said('shadowed-property', text), ...said('duplicate-property', text)], [], text);
    assert.equal(said('duplicate-property', `${sends}${out}.acks=1\n${out}.acks=all\n`).length, 1);
    assert.equal(said('shadowed-property', `${sends}${out}.acks=all\nquarkus.messaging.outgoing.orders.acks=all\n`).length, 1);
  });
  it('are judged once for all channels', () => {
    assert.deepEqual(said('acks-none', `${sends}mp.messaging.outgoing.audit.connector=smallrye-kafka\nkafka.acks=0\n`), [
      'error acks-none 0',
    ]);
  });
});

describe('profiles of Quarkus', () => {
  const all = `${out}.acks=1\n%prod.${out}.acks=all\n%dev.${out}.acks=0\n%dev,test.${out}.linger.ms=7\n`;

  it('replace what stands without one, each by itself', () => {
    assert.equal(orders(all, 'acks'), 'all');
    assert.equal(orders(all, 'acks', 'channel orders, profile dev'), '0');
    assert.equal(orders(all, 'acks', 'channel orders, profile test'), '1');
    assert.equal(orders(all, 'linger.ms', 'channel orders, profile test'), '7');
  });
  it('are one step lower for development, and nothing is said of what production replaces', () => {
    assert.deepEqual(summaries(file, sends + all), ['warning acks-none 0']);
  });
  it('do not have what production alone has', () => {
    const text = `%prod.${out}.acks=all\n%staging.${out}.linger.ms=1\n`;
    assert.equal(orders(text, 'acks', 'channel orders, profile staging'), '1');
  });
  it('may connect a channel to something else', () => {
    const text = `%prod.${out}.connector=smallrye-kafka\n%dev.${out}.connector=smallrye-in-memory\n${out}.acks=0\n`;
    assert.deepEqual(scopesIn(text), ['channel orders']);
  });
  it('are files too, which say nothing of what is absent', () => {
    assert.deepEqual(summaries('application-staging.properties', sends), []);
    assert.deepEqual(summaries('application-dev.properties', `${sends}${out}.acks=0\n`), ['warning acks-none 0']);
    assert.deepEqual(summaries('application-staging.properties', `${sends}${out}.acks=0\n`), ['error acks-none 0']);
  });
});

describe('values of SmallRye Config', () => {
  it('may refer to others of the file', () => {
    assert.equal(orders(`${out}.acks=\${my.acks}\nmy.acks=all\n`, 'acks'), 'all');
    assert.equal(orders(`${out}.acks=\${NOBODY:0}\n`, 'acks'), '0');
    assert.equal(orders(`${out}.linger.ms=\${a}0\na=\${b}\nb=4\n`, 'linger.ms'), '40');
  });
  it('are not known where a profile, the environment or a circle decides, or none is written', () => {
    for (const text of [
      `${out}.acks=\${a:1}\na=1\n%prod.a=all\n`,
      `${out}.acks=\${NOBODY}\n`,
      `${out}.acks=\${a}\na=\${b}\nb=\${a}\n`,
      `${out}.acks=\n`,
      `${out}.acks=\${a}\na=${'x${a}'.repeat(9000)}\n`,
    ])
      assert.equal(orders(text, 'acks'), undefined, text.slice(0, 60));
  });
  it('of secrets are never shown', () => {
    const { diagnoses } = analyzeFile(file, `${sends}${out}.ssl.keystore.password=\nkafka.sasl.jaas.config=hunter2\n`);
    assert.ok(diagnoses.every(({ message }) => !message.includes('hunter2')));
  });
});

describe('what is no file of SmallRye', () => {
  it('is left alone', () => {
    for (const [path, text] of [
      ['application.properties', 'spring.kafka.producer.acks=0\nmessaging.enabled=true\n'],
      ['application.yml', 'kafka:\n  producers:\n    default:\n      acks: 0\nquarkus: false\n'],
      ['application.yaml', 'mp:\n  messaging:\n    incoming:\n      prices:\n        connector: helidon-kafka\n'],
      ['microprofile-config.properties', `${into}.connector=liberty-kafka\n${into}.enable.auto.commit=true\n`],
      ['app.properties', 'kafka-streams.acks=0\nquarkus=no\n'],
    ] as const)
      assert.ok(!analyzeFile(path, text).carried.some(({ carrier }) => carrier.id === 'smallrye'), path);
  });
});
