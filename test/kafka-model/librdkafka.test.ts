import assert from 'node:assert/strict';
import { defaultIn, findProperty, propertiesOf, typeIn } from '../../server/src/kafka/catalogue/catalogue.js';
import { librdkafkaProperty, librdkafkaRoles } from '../../server/src/kafka/frameworks/librdkafka.js';
import { librdkafkaRefusal } from '../../server/src/kafka/frameworks/librdkafka-value.js';
import { meaningOf } from '../../server/src/kafka/meanings.js';
import { recommendedValue } from '../../server/src/kafka/recommended.js';
import { heldText, violationOf } from '../../server/src/kafka/value.js';
import { parseVersion, type KafkaVersion } from '../../server/src/kafka/version.js';

const version = versionNamed('4.3');

describe('the properties of librdkafka', () => {
  it('have its own defaults, in every version of Kafka', () => {
    const shown = (role: 'librdkafka-producer' | 'librdkafka-consumer', name: string): unknown => {
      const property = findProperty(role, name);
      return property && [defaultIn(property, versionNamed('0.11')), defaultIn(property, version)];
    };
    const value = (text: string): unknown => [
      { kind: 'value', text },
      { kind: 'value', text },
    ];
    assert.deepEqual(shown('librdkafka-producer', 'acks'), value('-1'));
    assert.deepEqual(shown('librdkafka-producer', 'retries'), value('2147483647'));
    assert.deepEqual(shown('librdkafka-producer', 'delivery.timeout.ms'), value('300000'));
    assert.deepEqual(shown('librdkafka-producer', 'max.in.flight.requests.per.connection'), value('1000000'));
    assert.deepEqual(shown('librdkafka-producer', 'linger.ms'), value('5'));
    assert.deepEqual(shown('librdkafka-producer', 'enable.idempotence'), value('false'));
    assert.deepEqual(shown('librdkafka-consumer', 'auto.offset.reset'), value('largest'));
    assert.deepEqual(shown('librdkafka-consumer', 'isolation.level'), value('read_committed'));
    assert.deepEqual(shown('librdkafka-consumer', 'check.crcs'), value('false'));
    assert.deepEqual(shown('librdkafka-consumer', 'enable.auto.offset.store'), value('true'));
    assert.deepEqual(shown('librdkafka-consumer', 'group.id'), [{ kind: 'null' }, { kind: 'null' }]);
  });

  it('belong to the client that reads them', () => {
    assert.equal(findProperty('librdkafka-producer', 'auto.offset.reset'), undefined);
    assert.equal(findProperty('librdkafka-consumer', 'acks'), undefined);
    assert.ok(findProperty('librdkafka-producer', 'socket.timeout.ms') && findProperty('librdkafka-consumer', 'socket.timeout.ms'));
    // a topic's property of the same name is behind the client's own
    assert.equal(librdkafkaProperty('enable.auto.commit')?.name, 'enable.auto.commit');
    assert.equal(librdkafkaProperty('compression.codec')?.name, 'compression.type');
  });

  it('are found under every name', () => {
    assert.deepEqual(librdkafkaProperty('request.required.acks')?.names, ['acks', 'request.required.acks']);
    assert.deepEqual(librdkafkaProperty('max.in.flight')?.name, 'max.in.flight.requests.per.connection');
    assert.equal(librdkafkaProperty('buffer.memory'), undefined);
  });

  it('are documented where librdkafka does so, and hide their secrets', () => {
    assert.ok(propertiesOf('librdkafka-producer').length > 100);
    assert.ok(!propertiesOf('librdkafka-producer').some(({ name }) => name === 'test.mock.num.brokers'));
    const password = findProperty('librdkafka-producer', 'sasl.password');
    assert.equal(password && typeIn(password, version), 'password');
    assert.deepEqual(findProperty('librdkafka-consumer', 'broker.address.family')?.validity, {
      kind: 'one-of',
      values: ['any', 'v4', 'v6'],
      ignoreCase: true,
    });
    assert.equal(findProperty('librdkafka-producer', 'debug')?.validity?.kind, 'list-of');
  });

  it('are explained where they differ from Java’s', () => {
    assert.match(meaningOf('librdkafka-consumer', 'check.crcs') ?? '', /off unless set/);
    assert.match(meaningOf('librdkafka-producer', 'acks') ?? '', /replicas/);
  });

  it('are recommended as librdkafka takes them', () => {
    for (const property of librdkafkaRoles.flatMap(propertiesOf)) {
      const value = recommendedValue(property.role, property.name);
      if (value !== undefined) assert.equal(violationOf(property, value, version), undefined, property.name);
    }
  });
});

describe('a value of librdkafka', () => {
  const held = (name: string, text: string): string => heldText('librdkafka-producer', name, text);
  const refusal = (name: string, text: string): unknown => {
    const property = librdkafkaProperty(name);
    assert.ok(property);
    return librdkafkaRefusal(property, text);
  };

  it('is held in the spelling that librdkafka prints', () => {
    assert.equal(held('acks', 'ALL'), '-1');
    assert.equal(held('acks', ' 0x1 '), '1');
    assert.equal(held('acks', '010'), '8');
    assert.equal(held('acks', '1 of 3'), '1');
    assert.equal(held('acks', '99999999999999999999'), '-1');
    assert.equal(held('retries', '-99999999999999999999'), '0');
    assert.equal(held('acks', '-1'), '-1');
    assert.equal(held('enable.idempotence', 'T'), 'true');
    assert.equal(held('enable.idempotence', '0'), 'false');
    assert.equal(heldText('librdkafka-consumer', 'auto.offset.reset', 'END'), 'largest');
    assert.equal(held('linger.ms', '0.50'), '0.5');
    assert.equal(held('linger.ms', 'nan'), 'nan');
    assert.equal(held('client.id', ''), 'rdkafka');
    assert.equal(held('transactional.id', ''), '');
    assert.equal(held('debug', '+broker, -topic,'), '+broker, -topic,');
  });

  it('stays as it is where it is refused, the key is not known, or Java reads it', () => {
    assert.equal(held('acks', 'some'), 'some');
    assert.equal(held('my.key', ' x '), 'x');
    assert.equal(heldText('producer', 'acks', ' ALL '), 'ALL');
  });

  it('is refused as librdkafka refuses it', () => {
    assert.deepEqual(refusal('acks', 'most'), { kind: 'bad-form', form: 'a whole number or all' });
    assert.deepEqual(refusal('retries', 'all'), { kind: 'bad-form', form: 'a whole number' });
    assert.deepEqual(refusal('acks', ''), { kind: 'empty' });
    assert.deepEqual(refusal('acks', '-2'), { kind: 'below-minimum', min: -1 });
    assert.deepEqual(refusal('acks', '1001'), { kind: 'above-maximum', max: 1000 });
    assert.deepEqual(refusal('enable.idempotence', 'yes'), { kind: 'not-boolean' });
    assert.deepEqual(refusal('enable.idempotence', ''), { kind: 'empty' });
    assert.deepEqual(refusal('linger.ms', '-1'), { kind: 'below-minimum', min: 0 });
    assert.deepEqual(refusal('linger.ms', 'inf'), { kind: 'above-maximum', max: 900000 });
    assert.deepEqual(refusal('linger.ms', 'soon'), { kind: 'not-number' });
    assert.deepEqual(refusal('linger.ms', ''), { kind: 'empty' });
    assert.deepEqual(refusal('broker.address.family', 'v5'), { kind: 'unknown-word', allowed: ['any', 'v4', 'v6'] });
    assert.deepEqual(refusal('broker.address.family', ''), { kind: 'empty' });
    assert.equal((refusal('debug', 'broker,x') as { item?: string }).item, 'x');
    assert.deepEqual(refusal('debug', ''), { kind: 'empty' });
    assert.equal((refusal('partitioner', 'MURMUR2') as { kind: string }).kind, 'not-one-of');
    assert.equal(refusal('partitioner', 'murmur2'), undefined);
    assert.deepEqual(refusal('sasl.mechanisms', 'PLAIN,GSSAPI'), { kind: 'bad-form', form: 'the name of one mechanism' });
    assert.equal(refusal('topic.blacklist', '^__'), undefined);
    assert.equal((refusal('group.protocol.type', 'connect') as { kind: string }).kind, 'not-one-of');
    const strategy = 'partition.assignment.strategy';
    assert.equal((refusal(strategy, 'sticky') as { item?: string }).item, 'sticky');
    assert.equal((refusal(strategy, 'range,cooperative-sticky') as { kind: string }).kind, 'bad-form');
    assert.equal(refusal(strategy, 'roundrobin, range'), undefined);
    assert.equal(refusal(strategy, 'cooperative-sticky'), undefined);
  });

  it('that Java would take has a near one here', () => {
    const reset = findProperty('librdkafka-consumer', 'auto.offset.reset');
    assert.equal(reset && violationOf(reset, 'none', version)?.nearest, 'error');
    const acks = findProperty('librdkafka-producer', 'acks');
    assert.equal(acks && violationOf(acks, 'all', version), undefined);
  });
});

function versionNamed(text: string): KafkaVersion {
  const parsed = parseVersion(text);
  assert.ok(parsed);
  return parsed;
}
