import assert from 'node:assert/strict';
import {
  defaultIn,
  describeHistory,
  existsIn,
  findProperty,
  firstLine,
  lastLine,
  lineOf,
  newestComplete,
  propertiesOf,
  rolesKnowing,
  versionLines,
} from '../../server/src/kafka/catalogue/catalogue.js';
import { decodeRole } from '../../server/src/kafka/catalogue/encoding.js';
import { isSensitive, type Property, type Role } from '../../server/src/kafka/property.js';
import { validityIn } from '../../server/src/kafka/validity-history.js';
import { parseVersion, type KafkaVersion } from '../../server/src/kafka/version.js';

function version(text: string): KafkaVersion {
  const parsed = parseVersion(text);
  assert.ok(parsed, text);
  return parsed;
}

function property(role: Role, name: string): Property {
  const found = findProperty(role, name);
  assert.ok(found, `${role} ${name}`);
  return found;
}

describe('the catalogue', () => {
  it('knows the default of each release line', () => {
    const acks = property('producer', 'acks');
    assert.deepEqual(defaultIn(acks, version('2.8')), { kind: 'value', text: '1' });
    assert.deepEqual(defaultIn(acks, version('3.0.0')), { kind: 'value', text: 'all' });
    assert.deepEqual(defaultIn(acks, version('4.3')), { kind: 'value', text: 'all' });
    assert.deepEqual(defaultIn(property('producer', 'transactional.id'), version('4.3')), { kind: 'null' });
    assert.deepEqual(defaultIn(property('producer', 'bootstrap.servers'), version('4.3')), { kind: 'required' });
    assert.deepEqual(defaultIn(property('producer', 'client.id'), version('4.3')), { kind: 'value', text: '' });
  });

  it('says where a property does not exist', () => {
    const deliveryTimeout = property('producer', 'delivery.timeout.ms');
    assert.deepEqual(defaultIn(deliveryTimeout, version('2.0')), { kind: 'absent' });
    assert.ok(!existsIn(deliveryTimeout, version('2.0')));
    assert.ok(existsIn(deliveryTimeout, version('2.1')));
    assert.ok(!existsIn(property('topic', 'remote.storage.enable'), version('3.3')));
  });

  it('corrects what the first table had wrong', () => {
    assert.deepEqual(defaultIn(property('consumer', 'auto.offset.reset'), version('4.3')), { kind: 'value', text: 'latest' });
    assert.deepEqual(defaultIn(property('admin', 'metadata.recovery.strategy'), version('4.3')), { kind: 'value', text: 'rebootstrap' });
    assert.deepEqual(defaultIn(property('streams', 'group.protocol'), version('4.3')), { kind: 'value', text: 'classic' });
    assert.ok(existsIn(property('broker', 'max.decompressed.message.bytes'), version('4.4')));
    assert.ok(!existsIn(property('broker', 'max.decompressed.message.bytes'), version('4.3')));
  });

  it('keeps one name apart by role', () => {
    assert.deepEqual(defaultIn(property('producer', 'request.timeout.ms'), version('4.3')), { kind: 'value', text: '30000' });
    assert.deepEqual(defaultIn(property('admin', 'request.timeout.ms'), version('2.4')), { kind: 'value', text: '120000' });
    assert.deepEqual(rolesKnowing('min.insync.replicas'), ['broker', 'topic']);
    assert.deepEqual(rolesKnowing('min.insync.replica'), []);
    assert.equal(findProperty('consumer', 'acks'), undefined);
  });

  it('has the properties of every role', () => {
    const counts: Readonly<Record<Role, number>> = {
      broker: 433,
      topic: 41,
      group: 27,
      producer: 124,
      consumer: 122,
      admin: 96,
      streams: 88,
      'connect-distributed': 144,
      'connect-standalone': 144,
      connector: 0,
      'source-connector': 26,
      'sink-connector': 26,
      'mirror-maker': 0,
      'mirror-connector': 75,
      'mirror-source': 95,
      'mirror-checkpoint': 87,
      'mirror-heartbeat': 75,
      'mirror-client': 0,
      'client-metrics': 0,
      'remote-log-manager': 25,
      'remote-log-metadata': 7,
    };
    for (const [role, count] of Object.entries(counts)) assert.equal(propertiesOf(role as Role).length, count, role);
  });

  it('puts a version into its line, and one from outside into the nearest', () => {
    assert.equal(lineOf(version('3.9.2')), '3.9');
    assert.equal(lineOf(version('0.10')), '0.10.2');
    assert.equal(lineOf(version('0.11.0.3')), '0.11.0');
    assert.equal(lineOf(version('2.9')), '2.8');
    assert.equal(lineOf(version('0.8.2')), '0.9.0');
    assert.equal(lineOf(version('9.0')), '4.4');
  });

  it('covers the lines from 0.9.0 to 4.4, of which 4.3 is the newest complete one', () => {
    assert.equal(versionLines.length, 31);
    assert.equal(versionLines[0], '0.9.0');
    assert.equal(versionLines.at(-1), '4.4');
    assert.ok(versionLines.includes(newestComplete));
  });

  it('describes the history of the defaults', () => {
    const linger = property('producer', 'linger.ms');
    assert.deepEqual(describeHistory(linger), [
      { from: '0.9.0', to: '3.9', value: { kind: 'value', text: '0' } },
      { from: '4.0', to: '4.4', value: { kind: 'value', text: '5' } },
    ]);
    assert.equal(firstLine(linger), '0.9.0');
    assert.equal(lastLine(property('producer', 'block.on.buffer.full')), '0.10.2');
    const attribute: Property = { name: 'spring:x', role: 'consumer', type: 'string', defaults: [], validity: undefined };
    assert.equal(firstLine(attribute), undefined);
    assert.equal(lastLine(attribute), undefined);
  });

  it('knows what is accepted in each line', () => {
    const reset = property('consumer', 'auto.offset.reset');
    assert.deepEqual(validityIn(reset, version('3.9')), { kind: 'one-of', values: ['latest', 'earliest', 'none'], ignoreCase: false });
    assert.deepEqual(validityIn(reset, version('4.0')), {
      kind: 'one-of',
      values: ['latest', 'earliest', 'none'],
      ignoreCase: false,
      orDuration: true,
    });
    const segment = property('broker', 'log.segment.bytes');
    assert.deepEqual(validityIn(segment, version('3.9')), { kind: 'range', min: 14 });
    assert.deepEqual(validityIn(segment, version('4.0')), { kind: 'range', min: 1_048_576 });
    assert.equal(validityIn(property('broker', 'listeners'), version('4.1')), undefined);
    assert.deepEqual(validityIn(property('broker', 'listeners'), version('4.2')), { kind: 'list-of', values: [], mayBeEmpty: false });
    assert.deepEqual(validityIn(property('streams', 'processing.guarantee'), version('4.0')), {
      kind: 'one-of',
      values: ['at_least_once', 'exactly_once_v2'],
      ignoreCase: false,
    });
  });

  it('knows the checks that are made at the start of a broker', () => {
    assert.deepEqual(validityIn(property('broker', 'log.retention.ms'), version('4.3')), { kind: 'range', except: [0] });
  });

  it('keeps lines in order, without overlap, and texts for sensitive keys out of sight', () => {
    for (const role of ['broker', 'producer', 'streams'] as const) {
      for (const one of propertiesOf(role)) {
        let last = -1;
        for (const { from, to } of describeHistory(one)) {
          assert.ok(versionLines.indexOf(from) > last, one.name);
          assert.ok(versionLines.indexOf(to) >= versionLines.indexOf(from), one.name);
          last = versionLines.indexOf(to);
        }
        if (one.type === 'password') assert.ok(isSensitive(one.name, one.type));
      }
    }
    assert.ok(isSensitive('sasl.jaas.config', undefined));
    assert.ok(!isSensitive('acks', 'string'));
  });

  it('gives a role without entries no properties, and reports a number that points nowhere', () => {
    const empty = { lines: [], names: [], types: [], histories: [], validities: [], checks: [] };
    assert.equal(decodeRole({ ...empty, roles: {} }, 'topic').size, 0);
    assert.throws(() => decodeRole({ ...empty, roles: { topic: [7, 0, 0, -1] } }, 'topic'), RangeError);
  });
});
