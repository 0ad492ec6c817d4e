import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { librdkafka } from '../../server/src/carriers/librdkafka/librdkafka.js';
import type { Reading } from '../../server/src/config/setting.js';
import { json } from '../../server/src/syntax/json.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';
import { readBy } from '../support/read.js';

type Section = Readonly<Record<string, unknown>>;

/** A file of an application for .NET. */
const written = (content: Section): string => `${JSON.stringify(content, undefined, 2)}\n`;

function readingOf(content: Section | string, path = 'src/appsettings.json'): Reading | undefined {
  return readBy(librdkafka, json.parse(typeof content === 'string' ? content : written(content)), path);
}

/** `scope role property=value` of each setting. */
function settingsIn(content: Section | string, path?: string): readonly string[] {
  return (readingOf(content, path)?.settings ?? []).map(({ scope, role, property, value }) =>
    [scope.name, role.replace('librdkafka-', ''), `${property}=${value.known ? value.text : '?'}`].join(' '),
  );
}

const trustOf = (content: Section | string, path?: string): string | undefined => readingOf(content, path)?.trust;

/** The text after each fix of the rule. */
function mended(rule: string, text: string): readonly string[] {
  const analysis = analyzeFile('appsettings.json', text);
  const found = analysis.diagnoses.filter(one => one.rule.id === rule);
  return found.flatMap(one => fixesOf(one, analysis)).map(fix => applyEdits(text, fix.edits));
}

const Producer = { BootstrapServers: 'kafka1:9092', Acks: 'All', EnableIdempotence: true };
const Consumer = { GroupId: 'orders', AutoOffsetReset: 'Earliest', EnableAutoCommit: false };

describe('a section that is bound to a class of Confluent.Kafka', () => {
  it('is known by the names of the class beside brokers, which may stand around it', () => {
    assert.deepEqual(settingsIn({ Kafka: { Producer } }), [
      'Kafka.Producer producer bootstrap.servers=kafka1:9092',
      'Kafka.Producer producer acks=all',
      'Kafka.Producer producer enable.idempotence=true',
    ]);
    assert.deepEqual(settingsIn({ Kafka: { BootstrapServers: 'kafka1:9092', Consumer } }).slice(1), [
      'Kafka.Consumer consumer group.id=orders',
      'Kafka.Consumer consumer auto.offset.reset=earliest',
      'Kafka.Consumer consumer enable.auto.commit=false',
    ]);
  });
  it('needs no brokers where its names are nobody else’s', () => {
    assert.equal(trustOf({ Orders: { Consumer } }), 'certain');
    assert.equal(trustOf({ Orders: { Producer: { EnableIdempotence: true } } }), undefined);
    assert.equal(trustOf({ Orders: { ClientId: 'a', GroupId: 'b', BatchSize: 5 } }), undefined);
    assert.equal(
      trustOf({ KafkaSettings: { Broker: 'a:1', SecurityProtocol: 'sasl-ssl', SaslUsername: 'u', MessageMaxBytes: 1 } }),
      undefined,
    );
  });
  it('is certain where all of it is the class’s, in the usual file or with a key of librdkafka alone', () => {
    assert.equal(trustOf({ Producer }), 'certain');
    assert.equal(trustOf({ Producer }, 'kafka.json'), 'inferred');
    assert.equal(trustOf({ Producer: { ...Producer, StatisticsIntervalMs: 5 } }, 'kafka.json'), 'certain');
    assert.equal(trustOf({ Producer: { ...Producer, Topic: 'orders' } }), 'inferred');
    assert.equal(trustOf({ Producer: { ...Producer, Topics: { Orders: 'orders' } } }), 'inferred');
    assert.equal(trustOf({ Kafka: Producer }), 'inferred');
  });
  it('is of the client whose name is in that of the section', () => {
    const common = { BootstrapServers: 'kafka1:9092', SecurityProtocol: 'Ssl' };
    for (const name of ['OrdersConsumer', 'ConsumerSettings', 'KafkaConsumerConfig', 'consumers'])
      assert.deepEqual(readingOf({ [name]: common })?.settings[0]?.role, 'librdkafka-consumer', name);
    assert.deepEqual(settingsIn({ OrdersProducer: { Consumer: { ...common, GroupId: 'g' } } })[0]?.split(' ')[1], 'consumer');
  });
  it('takes no notice of names of the other class, and of what the class has not', () => {
    const read = readingOf({ Producer: { ...Producer, GroupId: 'g', Retries: 3, DeliveryTimeoutMs: 5, EnableBackgroundPoll: true } });
    assert.deepEqual(
      read?.settings.map(({ property }) => property),
      ['bootstrap.servers', 'acks', 'enable.idempotence'],
    );
    assert.deepEqual(read.unknownKeys, []);
  });
  it('has names for words and numbers for names, and takes both in any case', () => {
    const values = { Acks: 'leader', CompressionType: 3, Partitioner: 'Murmur2Random', SaslMechanism: 'ScramSha256', LingerMs: '5' };
    assert.deepEqual(
      settingsIn({ Producer: { BootstrapServers: 'a:1', ...values } })
        .slice(1)
        .map(line => line.split(' ')[2]),
      ['acks=1', 'compression.type=lz4', 'partitioner=murmur2_random', 'sasl.mechanism=SCRAM-SHA-256', 'linger.ms=5'],
    );
    assert.deepEqual(settingsIn({ Consumer: { ...Consumer, AutoOffsetReset: 0 } })[1], 'Consumer consumer auto.offset.reset=latest');
  });
  it('may wait for the environment', () => {
    assert.deepEqual(settingsIn({ Producer: { BootstrapServers: '${KAFKA}', Acks: '#{Acks}#' } }), [
      'Producer producer bootstrap.servers=?',
      'Producer producer acks=?',
    ]);
  });
  it('has nothing where nothing is written', () => {
    const values = { Acks: null, EnableIdempotence: '', MessageTimeoutMs: ' ', LingerMs: 5 };
    const text = written({ Producer: { BootstrapServers: 'a:1', ...values } });
    assert.deepEqual(
      settingsIn(text).map(line => line.split(' ')[2]),
      ['bootstrap.servers=a:1', 'acks=?', 'enable.idempotence=?', 'delivery.timeout.ms=?', 'linger.ms=5'],
    );
    assert.deepEqual(summaries('appsettings.json', text), []);
  });
  it('may be a list’s, of several brokers or several clients', () => {
    assert.deepEqual(settingsIn({ Kafka: { BootstrapServers: ['a:1', 'b:1'], Acks: -1 } }), ['Kafka producer acks=-1']);
    assert.equal(settingsIn({ Consumers: [Consumer, Consumer] }).length, 6);
  });
  it('is written in JSON only', () => {
    const yaml = { syntax: 'yaml', text: '', entries: [], sections: [], comments: [], problems: [] } as const;
    assert.equal(librdkafka.recognize({ ...json.parse(written({ Producer })), syntax: yaml.syntax }, 'app.yaml'), undefined);
  });
  it('is read with comments and commas that JSON does not have', () => {
    assert.equal(settingsIn('{ // brokers\n "Producer": { "BootstrapServers": "a:1", "Acks": "All", }, }').length, 2);
  });
});

describe('a file of a .NET application', () => {
  it('is not all that an environment has, where its name says so', () => {
    const [scope] = readingOf({ Consumer }, 'appsettings.Development.json')?.scopes ?? [];
    assert.deepEqual([scope?.complete, scope?.development], [false, true]);
    const [production] = readingOf({ Consumer }, 'appsettings.Production.json')?.scopes ?? [];
    assert.deepEqual([production?.complete, production?.development], [false, false]);
  });
  it('says what it lacks only where a class gets all of a section', () => {
    const whole = written({ Consumer: { BootstrapServers: 'a:1', GroupId: 'g' } });
    assert.deepEqual(
      summaries('appsettings.json', whole).map(line => line.split(' ').slice(0, 2).join(' ')),
      ['information auto-commit-enabled', 'information crc-check-disabled', 'information offset-reset-latest'],
    );
    assert.deepEqual(summaries('appsettings.json', written({ Kafka: { BootstrapServers: 'a:1', GroupId: 'g', Topic: 't' } })), []);
    assert.deepEqual(summaries('appsettings.Production.json', whole), []);
  });
  it('hands options over to Confluent’s client by the names of .NET Aspire', () => {
    const aspire = { Aspire: { Confluent: { Kafka: { Producer: { DisableHealthChecks: false, Config: { Acks: 'None' } } } } } };
    assert.deepEqual(settingsIn(aspire), ['Aspire.Confluent.Kafka.Producer.Config producer acks=0']);
    assert.deepEqual(summaries('appsettings.json', written(aspire)), ['error acks-none "None"']);
  });
  it('does not start with a key twice in one section', () => {
    const text = '{ "Producer": { "BootstrapServers": "a:1", "Acks": "Leader", "Acks": "All" } }';
    assert.ok(summaries('appsettings.json', text).some(line => line.startsWith('error duplicate-property')));
  });
  it('is not a connector’s', () => {
    assert.equal(readingOf({ config: { 'connector.class': 'x', ...Producer } }, 'a.json'), undefined);
  });
});

describe('a fix in a section of .NET', () => {
  const section = (lines: string): string => `{\n  "Kafka": {\n    "Consumer": {\n      ${lines}\n    }\n  }\n}\n`;
  it('writes the name of the enumeration in place of another', () => {
    const text = section('"BootstrapServers": "a:1",\n      "GroupId": "g",\n      "AutoOffsetReset": "Latest"');
    assert.ok(mended('offset-reset-latest', text).includes(text.replace('"Latest"', '"Earliest"')));
  });
  it('adds a property by its name in the class', () => {
    const text = section('"BootstrapServers": "a:1",\n      "GroupId": "g"');
    assert.ok(mended('offset-reset-latest', text).includes(text.replace('"g"', '"g",\n      "AutoOffsetReset": "Earliest"')));
    assert.ok(mended('auto-commit-enabled', text).some(one => one.includes('"EnableAutoOffsetStore": "false"')));
  });
  it('has no name for what the class has not', () => {
    const document = json.parse(section('"BootstrapServers": "a:1",\n      "EnableAutoOffsetStore": true'));
    const reading = readBy(librdkafka, document, 'appsettings.json');
    const scope = reading?.scopes.at(-1);
    assert.ok(reading && scope);
    const target = { role: 'librdkafka-consumer', scope, near: undefined } as const;
    assert.equal(librdkafka.write({ ...target, property: 'auto.commit.enable' }, document, reading), undefined);
    assert.deepEqual(librdkafka.write({ ...target, property: 'check.crcs' }, document, reading)?.keys, ['CheckCrcs']);
  });
  it('is offered as a key and as a value', () => {
    const document = json.parse(section('"BootstrapServers": "a:1",\n      "AutoOffsetReset": "Latest"'));
    const offers = librdkafka.offerKeys(['Kafka', 'Consumer'], document, librdkafka.recognize(document, 'appsettings.json'));
    const keys = offers.map(({ key }) => key);
    assert.ok(keys.includes('EnableAutoOffsetStore') && !keys.includes('enable.auto.offset.store'));
    const entry = document.entries.at(-1);
    assert.equal(librdkafka.writeValue('auto.offset.reset', 'librdkafka-consumer', 'smallest', entry), 'Earliest');
    assert.equal(librdkafka.writeValue('auto.offset.reset', 'librdkafka-consumer', 'smallest', undefined), 'smallest');
  });
});
