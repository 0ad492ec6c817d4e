import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findProperty } from '../../server/src/kafka/catalogue/catalogue.js';
import type { Property, Role, Validity, ValueType } from '../../server/src/kafka/property.js';
import { parseValue, violationOf, type Violation } from '../../server/src/kafka/value.js';
import { parseVersion } from '../../server/src/kafka/version.js';

function judge(role: Role, name: string, text: string, version = '4.3'): Violation | undefined {
  const [property, known] = [findProperty(role, name), parseVersion(version)];
  assert.ok(property && known, `${role} ${name} ${version}`);
  return violationOf(property, text, known);
}

function judgeOwn(type: ValueType, validity: Validity | undefined, text: string): Violation | undefined {
  const property: Property = { name: 'own:key', role: 'consumer', type, defaults: [], validity };
  const known = parseVersion('4.3');
  assert.ok(known);
  return violationOf(property, text, known);
}

const parsed = (type: ValueType, text: string): unknown => {
  const result = parseValue(type, text);
  return result.ok ? result.value : result.why;
};

describe('values as ConfigDef.parseType reads them', () => {
  it('trims as Java does: control characters and blanks, but not NBSP', () => {
    assert.equal(parsed('string', ' \u0001all\t'), 'all');
    assert.equal(parsed('string', '\u00a0all'), '\u00a0all');
    assert.equal(parsed('password', ' secret '), 'secret');
    assert.equal(parsed('class', ' a.B '), 'a.B');
  });

  it('reads booleans in any case, and nothing else', () => {
    assert.equal(parsed('boolean', 'TRUE'), true);
    assert.equal(parsed('boolean', ' False '), false);
    for (const text of ['yes', '1', '', 'true # safe']) assert.equal(parsed('boolean', text), 'not-boolean', text);
  });

  it('reads whole numbers with a sign, within the limits of their type', () => {
    assert.equal(parsed('int', '+5'), 5);
    assert.equal(parsed('short', '-32768'), -32_768);
    assert.equal(parsed('long', '9223372036854775807'), 9_223_372_036_854_775_807n);
    assert.equal(parsed('int', '2147483648'), 'out-of-type-range');
    assert.equal(parsed('short', '32768'), 'out-of-type-range');
    assert.equal(parsed('long', '-9223372036854775809'), 'out-of-type-range');
    for (const text of ['', '1.5', '1_000', '0x10', '5s', '+', '2 # two']) assert.equal(parsed('int', text), 'not-integer', text);
  });

  it('reads fractions as Double.parseDouble does', () => {
    assert.equal(parsed('double', '.5'), 0.5);
    assert.equal(parsed('double', '5.'), 5);
    assert.equal(parsed('double', '-1e3d'), -1000);
    assert.equal(parsed('double', '0.8F'), 0.8);
    assert.equal(parsed('double', 'Infinity'), Infinity);
    assert.equal(parsed('double', '-Infinity'), -Infinity);
    assert.ok(Number.isNaN(parsed('double', 'NaN')));
    for (const text of ['', 'nan', '1,5', 'x', '1e']) assert.equal(parsed('double', text), 'not-number', text);
  });

  it('splits lists at commas, and takes nothing for an empty list', () => {
    assert.deepEqual(parsed('list', ' a , b,c '), ['a', 'b', 'c']);
    assert.deepEqual(parsed('list', '  '), []);
    assert.deepEqual(parsed('list', 'a,'), ['a', '']);
  });

  it('reads digits of every script in whole numbers, as Character.digit does, and in no fraction', () => {
    assert.equal(parsed('int', '٣'), 3);
    assert.equal(parsed('long', '-１２'), -12n);
    assert.equal(parsed('int', '१०'), 10);
    assert.equal(parsed('short', '᠙'), 9);
    assert.equal(parsed('int', '𝟗'), 'not-integer');
    assert.equal(parsed('double', '٣'), 'not-number');
  });

  it('reads hexadecimal fractions', () => {
    assert.equal(parsed('double', '0x1p3'), 8);
    assert.equal(parsed('double', '-0X1.8P-1f'), -0.75);
    for (const text of ['0x1', '0xp1', '0x.p1', 'Infinityd', 'NaNf']) assert.equal(parsed('double', text), 'not-number', text);
  });

  it('takes the long s for an s in booleans, as equalsIgnoreCase does', () => {
    assert.equal(parsed('boolean', 'falſe'), false);
  });

  it('gives every long back as it was written', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), value => parsed('long', String(value)) === value));
  });

  it('never throws', () => {
    const types: ValueType[] = ['boolean', 'string', 'int', 'short', 'long', 'double', 'list', 'class', 'password'];
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.string({ unit: 'grapheme' }),
        (type, text) => typeof parseValue(type, text).ok === 'boolean',
      ),
    );
  });
});

describe('values that Kafka refuses', () => {
  it('names the type that a value is not of', () => {
    assert.equal(judge('broker', 'unclean.leader.election.enable', 'yes')?.kind, 'not-boolean');
    assert.equal(judge('broker', 'min.insync.replicas', '2 # two')?.kind, 'not-integer');
    assert.equal(judge('broker', 'log.cleaner.min.cleanable.ratio', 'half')?.kind, 'not-number');
    assert.deepEqual(judge('producer', 'retries', '99999999999'), {
      kind: 'out-of-type-range',
      min: '-2147483648',
      max: '2147483647',
      nearest: '2147483647',
    });
  });

  it('names the bound that a number misses', () => {
    assert.deepEqual(judge('broker', 'min.insync.replicas', '0'), { kind: 'below-minimum', min: 1, nearest: '1' });
    assert.deepEqual(judge('group', 'share.delivery.count.limit', '1'), { kind: 'below-minimum', min: 2, nearest: '2' });
    assert.deepEqual(judge('broker', 'group.share.delivery.count.limit', '50'), { kind: 'above-maximum', max: 10, nearest: '10' });
    // the broker's key is checked since 4.0, the topic's since 4.1
    assert.equal(judge('topic', 'segment.bytes', '1024', '4.0'), undefined);
    assert.deepEqual(judge('topic', 'segment.bytes', '1024', '4.1'), { kind: 'below-minimum', min: 1_048_576, nearest: '1048576' });
    assert.equal(judge('broker', 'log.segment.bytes', '1024', '3.9'), undefined);
    assert.equal(judge('broker', 'log.segment.bytes', '1024', '4.0')?.kind, 'below-minimum');
    assert.equal(judge('broker', 'log.cleaner.min.cleanable.ratio', 'NaN'), undefined);
  });

  it('names the number that is refused inside the bounds', () => {
    assert.deepEqual(judge('broker', 'log.retention.ms', '0'), { kind: 'excluded-number', excluded: 0, nearest: undefined });
    assert.deepEqual(judge('broker', 'log.retention.hours', '0'), { kind: 'excluded-number', excluded: 0, nearest: '168' });
    assert.equal(judge('broker', 'log.retention.ms', '-5'), undefined);
    assert.equal(judge('connect-distributed', 'config.storage.replication.factor', '0')?.nearest, '3');
  });

  it('names the words that are accepted', () => {
    assert.deepEqual(judge('producer', 'acks', 'ALL'), {
      kind: 'not-one-of',
      allowed: ['all', '-1', '0', '1'],
      orDuration: false,
      nearest: 'all',
    });
    assert.equal(judge('producer', 'acks', ' all '), undefined);
    assert.equal(judge('consumer', 'group.protocol', 'Consumer'), undefined);
    assert.equal(judge('consumer', 'isolation.level', 'read-committed')?.nearest, 'read_committed');
  });

  it('takes a length of time for auto.offset.reset from 4.0 on', () => {
    assert.equal(judge('consumer', 'auto.offset.reset', 'by_duration:PT6M'), undefined);
    assert.equal(judge('consumer', 'auto.offset.reset', 'by_duration:PT6M', '3.9')?.kind, 'not-one-of');
    assert.deepEqual(judge('consumer', 'auto.offset.reset', 'by_duration:6m'), { kind: 'bad-duration', nearest: 'by_duration:PT6M' });
    assert.equal(judge('consumer', 'auto.offset.reset', 'by_duration:-PT6M')?.kind, 'bad-duration');
    assert.deepEqual(judge('consumer', 'auto.offset.reset', 'newest'), {
      kind: 'not-one-of',
      allowed: ['latest', 'earliest', 'none'],
      orDuration: true,
      nearest: 'earliest',
    });
  });

  it('looks into lists', () => {
    assert.deepEqual(judge('topic', 'cleanup.policy', 'compact,remove'), {
      kind: 'not-in-list',
      item: 'remove',
      allowed: ['compact', 'delete'],
      nearest: 'delete',
    });
    assert.equal(judge('topic', 'cleanup.policy', 'compact, delete'), undefined);
    assert.equal(judge('topic', 'cleanup.policy', ''), undefined);
    assert.deepEqual(judge('broker', 'log.dirs', '/a,/b,'), { kind: 'empty-item', nearest: '/a,/b' });
    assert.equal(judge('broker', 'log.dirs', '/a,/b,', '4.1'), undefined);
    assert.deepEqual(judge('broker', 'process.roles', ''), { kind: 'empty', nearest: undefined });
  });

  it('refuses the empty text where one is needed', () => {
    assert.deepEqual(judge('producer', 'transactional.id', ''), { kind: 'empty', nearest: undefined });
    assert.equal(judge('producer', 'transactional.id', 'orders'), undefined);
  });

  it('says nothing of a property that the version does not know', () => {
    assert.equal(judge('producer', 'delivery.timeout.ms', 'soon', '2.0'), undefined);
    assert.equal(judge('producer', 'delivery.timeout.ms', 'soon', '2.1')?.kind, 'not-integer');
  });

  it('judges the attributes of frameworks, which have no history', () => {
    assert.equal(judgeOwn('string', undefined, 'anything'), undefined);
    assert.equal(judgeOwn('string', { kind: 'one-of', values: ['batch'], ignoreCase: true }, 'bacth')?.nearest, 'batch');
    assert.equal(judgeOwn('boolean', { kind: 'one-of', values: ['true'], ignoreCase: false }, 'false')?.kind, 'not-one-of');
    assert.equal(judgeOwn('string', { kind: 'range', min: 1 }, 'text'), undefined);
    assert.equal(judgeOwn('string', { kind: 'list-of', values: ['a'], mayBeEmpty: false }, 'b')?.kind, 'not-in-list');
    assert.equal(judgeOwn('int', { kind: 'range', max: 5 }, '9')?.nearest, '5');
    assert.equal(judgeOwn('int', { kind: 'range', min: 3, max: 5, except: [4] }, '3'), undefined);
  });
});

describe('the value that is proposed instead', () => {
  const proposals: readonly (readonly [Role, string, string, string | undefined])[] = [
    ['broker', 'min.insync.replicas', '2 # two', '2'],
    ['broker', 'min.insync.replicas', '"2"', '2'],
    ['broker', 'min.insync.replicas', '2;', '2'],
    ['broker', 'min.insync.replicas', '0 // none', '1'],
    ['broker', 'min.insync.replicas', 'two', '2'],
    ['broker', 'default.replication.factor', '3.0', '3'],
    ['producer', 'linger.ms', '5s', '5000'],
    ['producer', 'delivery.timeout.ms', '2 min', '120000'],
    ['producer', 'buffer.memory', '32MB', undefined],
    ['topic', 'max.message.bytes', '1MB', '1048576'],
    ['producer', 'max.block.ms', '60_000', '60000'],
    ['producer', 'linger.ms', '99999999999999999999', '9223372036854775807'],
    ['producer', 'linger.ms', 'later', undefined],
    ['broker', 'log.roll.jitter.ms', '-99999999999999999999', '0'],
    ['broker', 'unclean.leader.election.enable', 'no', 'false'],
    ['broker', 'auto.create.topics.enable', 'On', 'true'],
    ['broker', 'auto.create.topics.enable', 'flase', 'false'],
    ['broker', 'auto.create.topics.enable', 'perhaps', 'false'],
    ['broker', 'delete.topic.enable', 'perhaps', undefined],
    ['producer', 'acks', '2', 'all'],
    ['producer', 'acks', "'all'", 'all'],
    ['consumer', 'auto.offset.reset', 'smallest', 'earliest'],
    ['consumer', 'auto.offset.reset', 'end', 'latest'],
    ['consumer', 'auto.offset.reset', 'Lastest', 'latest'],
    ['consumer', 'metadata.recovery.strategy', 'rebootstrp', 'REBOOTSTRAP'],
    ['topic', 'cleanup.policy', 'Compact, delet', 'compact,delete'],
    ['producer', 'transaction.timeout.ms', '-99999999999', '-2147483648'],
  ];
  for (const [role, name, text, nearest] of proposals) {
    it(`${name}=${text} becomes ${nearest ?? 'nothing'}`, () => {
      const violation = judge(role, name, text);
      assert.ok(violation, 'it is refused');
      assert.equal(violation.nearest, nearest);
    });
  }
});

describe('checks that the catalogue names', () => {
  it('refuse control characters and lists that are too long', () => {
    const clean: Validity = { kind: 'non-empty', withoutControlCharacters: true };
    assert.equal(judgeOwn('string', clean, 'a\tb')?.kind, 'control-character');
    assert.equal(judgeOwn('string', clean, 'ab'), undefined);
    assert.equal(judgeOwn('list', { kind: 'list-size', max: 1 }, 'a,b')?.kind, 'too-many-items');
    assert.equal(judgeOwn('list', { kind: 'list-size', max: 2 }, 'a,b'), undefined);
    assert.equal(judgeOwn('string', { kind: 'list-size', max: 0 }, 'a'), undefined);
  });
  it('want the names of classes', () => {
    assert.equal(judgeOwn('class', undefined, 'a b')?.kind, 'not-a-class');
    assert.equal(judgeOwn('class', undefined, 'org.example.Some$Inner'), undefined);
    assert.equal(judge('broker', 'authorizer.class.name', 'a b', '2.8')?.kind, 'bad-form');
    assert.equal(judge('broker', 'authorizer.class.name', 'a.B', '2.8'), undefined);
    assert.equal(judge('broker', 'authorizer.class.name', '', '2.8'), undefined);
    assert.equal(judge('broker', 'authorizer.class.name', 'a b', '3.9'), undefined);
  });
  it('are not known all', () => {
    assert.equal(judgeOwn('string', { kind: 'checked-by', validators: ['NoSuchValidator'] }, 'a'), undefined);
  });
  it('want whole numbers for hosts', () => {
    for (const text of ['a', 'a:b', 'a:2147483648'])
      assert.equal(judge('broker', 'max.connections.per.ip.overrides', text, '3.9')?.kind, 'bad-form', text);
    assert.equal(judge('broker', 'max.connections.per.ip.overrides', 'a:1,b:2,', '3.9'), undefined);
  });
});
