import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  defaultIn,
  describeHistory,
  existsIn,
  findProperty,
  firstLine,
  isDocumentedIn,
  lastLine,
  lineOf,
  newestComplete,
  propertiesOf,
  recordedValidity,
  rolesKnowing,
  typeIn,
  updateModeIn,
  versionLines,
} from '../../server/src/kafka/catalogue/catalogue.js';
import { encodedCatalogue } from '../../server/src/kafka/catalogue/data.js';
import { decodeRole, type EncodedCatalogue } from '../../server/src/kafka/catalogue/encoding.js';
import { isSensitive, type Property, type Role } from '../../server/src/kafka/property.js';
import { validityIn } from '../../server/src/kafka/validity-history.js';
import { parseVersion, type KafkaVersion } from '../../server/src/kafka/version.js';
import { parseCsv } from '../../server/tools/catalogue/csv.js';
import { storedRoles } from '../../server/tools/catalogue/dumped.js';

type Counts = Readonly<Record<string, Readonly<Partial<Record<Role, number>>>>>;

const notInJars = parseCsv(readFileSync(new URL('../../../server/tools/catalogue/not-in-jars.csv', import.meta.url), 'utf8'));

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
    assert.ok(!existsIn(property('topic', 'remote.log.copy.disable'), version('3.8')));
  });

  it('corrects what the first table had wrong', () => {
    assert.deepEqual(defaultIn(property('consumer', 'auto.offset.reset'), version('4.3')), { kind: 'value', text: 'latest' });
    assert.deepEqual(defaultIn(property('admin', 'metadata.recovery.strategy'), version('4.3')), { kind: 'value', text: 'rebootstrap' });
    assert.deepEqual(defaultIn(property('streams', 'group.protocol'), version('4.3')), { kind: 'value', text: 'classic' });
    assert.ok(existsIn(property('broker', 'max.decompressed.message.bytes'), version('4.4')));
    assert.ok(!existsIn(property('broker', 'max.decompressed.message.bytes'), version('4.3')));
  });

  it('has what a table made by hand had wrong', () => {
    const newest = (role: Role, name: string, line = '4.3'): string | undefined => {
      const value = defaultIn(property(role, name), version(line));
      return value.kind === 'value' ? value.text : value.kind;
    };
    for (const line of ['4.0', '4.1', '4.2', '4.3', '4.4']) {
      assert.equal(newest('consumer', 'auto.offset.reset', line), 'latest');
      for (const role of ['producer', 'consumer', 'admin', 'connect-distributed', 'connect-standalone'] as const)
        if (findProperty(role, 'metadata.recovery.strategy'))
          assert.equal(newest(role, 'metadata.recovery.strategy', line), 'rebootstrap', role);
      for (const role of ['producer', 'consumer', 'admin', 'broker', 'streams'] as const)
        assert.equal(newest(role, 'metrics.recording.level', line), 'INFO', role);
      assert.equal(newest('broker', 'security.inter.broker.protocol', line), 'PLAINTEXT');
      assert.equal(newest('broker', 'group.consumer.assignors', line), 'uniform,range');
      if (line !== '4.0') assert.equal(newest('broker', 'group.share.assignors', line), 'simple');
    }
    assert.match(
      String(newest('broker', 'group.consumer.assignors', '3.9')),
      /^org\.apache\.kafka\.coordinator\.group\.assignor\.UniformAssignor,/,
    );
    assert.equal(newest('broker', 'group.coordinator.rebalance.protocols', '4.0'), 'classic,consumer');
    assert.equal(newest('broker', 'group.coordinator.rebalance.protocols', '4.1'), 'classic,consumer,streams');
    assert.ok(findProperty('broker', 'alter.config.policy.kraft.compatibility.enable'));
    assert.ok(!existsIn(property('topic', 'max.decompressed.message.bytes'), version('4.3')));
    assert.equal(newest('broker', 'sasl.server.max.receive.size', '3.0'), '524288');
    assert.equal(newest('streams', 'upgrade.from', '1.1'), 'null');
    assert.equal(newest('streams', 'state.dir'), '${java.io.tmpdir}/kafka-streams');
    assert.equal(newest('streams', 'state.dir', '2.7'), '/tmp/kafka-streams');
  });

  it('keeps the facts of the neighbouring line where Maven Central has no jars', () => {
    assert.ok(existsIn(property('mirror-maker', 'clusters'), version('3.2')));
    assert.ok(existsIn(property('mirror-maker', 'clusters'), version('2.4')));
    assert.ok(!existsIn(property('mirror-maker', 'clusters'), version('2.3')));
    assert.ok(existsIn(property('connect-distributed', 'config.storage.topic'), version('4.4')));
    assert.ok(existsIn(property('mirror-source', 'replication.factor'), version('2.8')));
  });

  it('knows what Kafka keeps to itself', () => {
    const roles = property('broker', 'process.roles');
    assert.ok(existsIn(roles, version('2.8')) && !isDocumentedIn(roles, version('2.8')));
    assert.ok(isDocumentedIn(roles, version('3.0')));
    assert.ok(!isDocumentedIn(roles, version('2.7')));
    assert.ok(findProperty('consumer', 'internal.leave.group.on.close'));
    assert.ok(!propertiesOf('consumer').some(({ name }) => name === 'internal.leave.group.on.close'));
    assert.ok(propertiesOf('broker').includes(roles));
  });

  it('knows what matters, what can be changed while a broker runs, and what a topic takes from it', () => {
    assert.equal(property('topic', 'min.insync.replicas').importance, 'medium');
    assert.equal(property('topic', 'retention.ms').brokerSynonym, 'log.retention.ms');
    const isr = property('broker', 'min.insync.replicas');
    assert.equal(updateModeIn(isr, version('4.3')), 'cluster-wide');
    assert.equal(updateModeIn(isr, version('1.0')), undefined);
    assert.equal(updateModeIn(property('broker', 'log.dirs'), version('4.3')), undefined);
    assert.equal(updateModeIn(property('broker', 'advertised.listeners'), version('3.9')), 'per-broker');
  });

  it('knows the type of each line', () => {
    const directories = property('broker', 'log.dirs');
    assert.equal(typeIn(directories, version('4.1')), 'string');
    assert.equal(typeIn(directories, version('4.2')), 'list');
    assert.equal(typeIn(property('producer', 'acks'), version('2.0')), 'string');
  });

  it('keeps one name apart by role', () => {
    assert.deepEqual(defaultIn(property('producer', 'request.timeout.ms'), version('4.3')), { kind: 'value', text: '30000' });
    assert.deepEqual(defaultIn(property('admin', 'request.timeout.ms'), version('2.4')), { kind: 'value', text: '120000' });
    assert.deepEqual(rolesKnowing('min.insync.replicas'), ['broker', 'topic']);
    assert.deepEqual(rolesKnowing('min.insync.replica'), []);
    assert.equal(findProperty('consumer', 'acks'), undefined);
  });

  it('has in every line as many properties of every role as the classes have', () => {
    const counts = JSON.parse(readFileSync(new URL('../../../test/kafka/catalogue/counts.json', import.meta.url), 'utf8')) as Counts;
    const encoded = JSON.parse(encodedCatalogue) as EncodedCatalogue;
    let [compared, all] = [0, 0];
    for (const role of storedRoles) {
      const properties = [...decodeRole(encoded, role).values()];
      for (const [line, counted] of Object.entries(counts)) {
        const count = counted[role];
        if (count === undefined) continue;
        const added = properties.filter(({ name }) =>
          notInJars.some(row => row[0] === role && row[1] === name && row[3]?.endsWith(` ${line}`)),
        );
        assert.equal(properties.filter(one => existsIn(one, version(line))).length - added.length, count, `${role} ${line}`);
        compared++;
        all += count;
      }
    }
    assert.deepEqual([compared, all], [408, 26_085]);
    const sum = (line: string): number => Object.values(counts[line] ?? {}).reduce((one, other) => one + other, 0);
    assert.deepEqual([sum('0.11.0'), sum('2.8'), sum('4.3'), sum('4.4')], [463, 865, 1656, 822]);
  });

  it('has no property twice or out of order, and each with a default that its own check accepts', () => {
    for (const role of storedRoles) {
      const names = propertiesOf(role).map(({ name }) => name);
      assert.deepEqual(names, [...new Set(names)].sort(), role);
      assert.ok(names.length > 0, role);
    }
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
    assert.deepEqual(recordedValidity(reset, version('3.9')), {
      kind: 'one-of',
      values: ['latest', 'earliest', 'none'],
      ignoreCase: false,
    });
    assert.deepEqual(recordedValidity(reset, version('4.0')), {
      kind: 'one-of',
      values: ['latest', 'earliest', 'none'],
      ignoreCase: false,
      orDuration: true,
    });
    const segment = property('broker', 'log.segment.bytes');
    assert.deepEqual(recordedValidity(segment, version('3.9')), { kind: 'range', min: 14 });
    assert.deepEqual(recordedValidity(segment, version('4.0')), { kind: 'range', min: 1_048_576 });
    assert.equal(recordedValidity(property('broker', 'listeners'), version('4.1')), undefined);
    assert.deepEqual(recordedValidity(property('broker', 'listeners'), version('4.2')), { kind: 'list-of', values: [], mayBeEmpty: false });
    assert.deepEqual(recordedValidity(property('streams', 'processing.guarantee'), version('4.0')), {
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
    const empty = { lines: [], names: [], types: [], histories: [], validities: [], checks: [], traits: [] };
    assert.equal(decodeRole({ ...empty, roles: {} }, 'topic').size, 0);
    assert.throws(() => decodeRole({ ...empty, roles: { topic: [7, 0, 0, -1, 0] } }, 'topic'), RangeError);
  });
});
