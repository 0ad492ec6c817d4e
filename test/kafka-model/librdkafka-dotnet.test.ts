import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { librdkafkaProperty, librdkafkaTable } from '../../server/src/kafka/frameworks/librdkafka.js';
import { dotnetName, dotnetOwnKey, dotnetProperty, fromDotnet, toDotnet } from '../../server/src/kafka/frameworks/librdkafka-dotnet.js';
import { librdkafkaRefusal } from '../../server/src/kafka/frameworks/librdkafka-value.js';

/** What the classes of Confluent.Kafka have, as its generated source says. */
interface Recorded {
  readonly classes: Readonly<Record<string, readonly (readonly [name: string, key: string, type: string])[]>>;
  readonly enumerations: Readonly<Record<string, readonly string[]>>;
}

const recorded = JSON.parse(readFileSync('test/conformance/librdkafka/dotnet.json', 'utf8')) as Recorded;
const rows = Object.values(recorded.classes).flat();

describe('the classes of Confluent.Kafka for .NET', () => {
  it('have the names that are recorded, each for the same key', () => {
    for (const [name, key] of rows) {
      const expected = librdkafkaProperty(key)?.name ?? dotnetOwnKey(key);
      assert.ok(expected, key);
      assert.equal(dotnetProperty(name), expected, name);
    }
    assert.ok(rows.length > 100);
  });
  it('have the same names for all properties of that version', () => {
    for (const [name, key] of rows) {
      const property = librdkafkaProperty(key)?.name;
      if (property !== undefined) assert.equal(dotnetName(property), name);
    }
  });
  it('do not have what the generator leaves out, nor a second name for one property', () => {
    for (const name of ['Retries', 'DeliveryTimeoutMs', 'MetadataBrokerList', 'RequestRequiredAcks', 'QueuingStrategy', 'Log_Level'])
      assert.equal(dotnetProperty(name), undefined, name);
    assert.equal(dotnetName('queuing.strategy'), undefined);
    assert.equal(dotnetProperty('constructor'), undefined);
    const names = librdkafkaTable.flatMap(({ name }) => dotnetName(name) ?? []);
    assert.equal(new Set(names).size, names.length);
  });
  it('have keys of their own, which a dictionary of strings may hold too', () => {
    assert.equal(dotnetProperty('EnableDeliveryReports'), 'dotnet:EnableDeliveryReports');
    assert.equal(dotnetName('dotnet:EnableDeliveryReports'), 'EnableDeliveryReports');
    assert.equal(dotnetOwnKey('dotnet.producer.enable.delivery.reports'), 'dotnet:EnableDeliveryReports');
    assert.equal(dotnetOwnKey('dotnet.producer'), undefined);
  });
});

describe('an enumeration of Confluent.Kafka', () => {
  it('has a word of librdkafka for each recorded name, in any case, and for its number', () => {
    for (const [name, members] of Object.entries(recorded.enumerations)) {
      const property = dotnetProperty(name) ?? '';
      const known = librdkafkaProperty(property);
      assert.ok(known, name);
      for (const [place, member] of members.entries()) {
        const [word = '', number] = member.split('=');
        const read = fromDotnet(property, word);
        assert.equal(librdkafkaRefusal(known, read), undefined, `${name}.${word} is ${read}`);
        assert.equal(fromDotnet(property, word.toLowerCase()), read);
        assert.equal(toDotnet(property, read), word);
        if (number === undefined) assert.equal(fromDotnet(property, String(place)), read, `${name} ${String(place)}`);
        else assert.equal(toDotnet(property, number), word);
      }
    }
  });
  it('leaves alone what it does not know, and other kinds of values', () => {
    assert.equal(fromDotnet('auto.offset.reset', 'smallest'), 'smallest');
    assert.equal(fromDotnet('auto.offset.reset', '7'), '7');
    assert.equal(fromDotnet('acks', '2'), '2');
    assert.equal(fromDotnet('linger.ms', '5'), '5');
    assert.equal(toDotnet('linger.ms', '5'), '5');
    assert.equal(toDotnet('dotnet:EnableDeliveryReports', 'true'), 'true');
  });
  it('has one name where librdkafka has several words', () => {
    for (const word of ['smallest', 'earliest', 'beginning']) assert.equal(toDotnet('auto.offset.reset', word), 'Earliest');
  });
});
