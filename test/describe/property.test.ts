import assert from 'node:assert/strict';
import { valueChoices } from '../../server/src/describe/choices.js';
import { docsUrl } from '../../server/src/describe/links.js';
import { absentWords, code, defaultWords, historyWords, typeWords, updateWords } from '../../server/src/describe/property.js';
import { shorten } from '../../server/src/describe/values.js';
import { findProperty } from '../../server/src/kafka/catalogue/catalogue.js';
import type { Default, Property, Role, Validity } from '../../server/src/kafka/property.js';
import { parseVersion } from '../../server/src/kafka/version.js';
import { rules } from '../../server/src/rules/registry.js';

const newest = parseVersion('4.3') ?? assert.fail();
const plain: Property = { name: 'a.key', role: 'producer', type: 'int', defaults: [], validity: undefined };
const known = (role: Role, name: string): Property => findProperty(role, name) ?? assert.fail(name);
const words = (validity: Validity): string => typeWords({ ...plain, validity }, newest);

describe('the type of a property in words', () => {
  it('says what is valid', () => {
    assert.equal(typeWords(plain, newest), 'int');
    assert.equal(words({ kind: 'range', min: 1 }), 'int, at least 1');
    assert.equal(words({ kind: 'range', max: 9 }), 'int, at most 9');
    assert.equal(words({ kind: 'range', min: 1, max: 9 }), 'int, 1 to 9');
    assert.equal(words({ kind: 'range', min: -1, except: [0] }), 'int, at least -1, not 0');
    assert.equal(words({ kind: 'range', except: [0] }), 'int, not 0');
    assert.equal(words({ kind: 'range' }), 'int');
    assert.equal(words({ kind: 'one-of', values: ['a', 'b'], ignoreCase: false }), 'int, one of `a`, `b`');
    assert.equal(
      words({ kind: 'one-of', values: ['a'], ignoreCase: true, orDuration: true }),
      'int, one of `a`, `by_duration:PT6M` in any case',
    );
    assert.equal(words({ kind: 'list-of', values: ['a', 'b'], mayBeEmpty: true }), 'int, of `a`, `b`');
    assert.equal(words({ kind: 'list-of', values: [], mayBeEmpty: true }), 'int');
    assert.equal(words({ kind: 'non-empty' }), 'int, not empty');
    assert.equal(words({ kind: 'list-size', max: 5 }), 'int, at most 5 items');
    assert.equal(words({ kind: 'checked-by', validators: ['RegexValidator'] }), 'int');
  });

  it('goes by the version', () => {
    const reset = known('consumer', 'auto.offset.reset');
    assert.match(typeWords(reset, newest), /by_duration/);
    assert.doesNotMatch(typeWords(reset, parseVersion('3.6') ?? newest), /by_duration/);
    assert.match(typeWords(known('broker', 'log.dirs'), parseVersion('4.1') ?? newest), /^string/);
    assert.match(typeWords(known('broker', 'log.dirs'), newest), /^list/);
  });

  it('says whether a broker has to be restarted', () => {
    assert.equal(updateWords(known('broker', 'min.insync.replicas'), newest), 'yes, for the whole cluster');
    assert.equal(updateWords(known('broker', 'ssl.keystore.location'), newest), 'yes, for each broker');
    assert.equal(updateWords(known('broker', 'log.dirs'), newest), 'no');
    assert.equal(updateWords(known('broker', 'zookeeper.connect'), newest), undefined);
    assert.equal(updateWords(known('topic', 'min.insync.replicas'), newest), undefined);
  });
});

describe('defaults in words', () => {
  it('are shown as they are written, and secrets not at all', () => {
    const said = (value: Default, property = plain): string => defaultWords(property, value);
    assert.equal(said({ kind: 'value', text: '5' }), '`5`');
    assert.equal(said({ kind: 'value', text: '' }), 'empty');
    assert.equal(said({ kind: 'value', text: '5' }, { ...plain, type: 'password' }), '(hidden)');
    assert.equal(said({ kind: 'null' }), 'not set');
    assert.equal(said({ kind: 'required' }), 'none, it must be set');
    assert.equal(said({ kind: 'absent' }), 'unknown there');
  });

  it('come with the versions in which they hold', () => {
    assert.equal(
      historyWords(known('producer', 'linger.ms')).replace(/to 4\.\d+\)$/, 'to newest)'),
      '`0` (0.9.0 to 3.9), `5` (4.0 to newest)',
    );
    const eligible = historyWords(known('broker', 'eligible.leader.replicas.enable'));
    assert.equal(eligible, '`false` (3.7 to 3.9)', 'versions without the key are left out');
    const one = { from: '3.9', to: '3.9', value: { kind: 'value', text: '1' } } as const;
    assert.equal(historyWords({ ...plain, defaults: [one] }), '`1` (3.9)');
  });

  it('say where the version does not know the key', () => {
    assert.equal(absentWords(known('producer', 'acks'), newest), undefined);
    assert.equal(absentWords(known('producer', 'delivery.timeout.ms'), parseVersion('2.0') ?? newest), 'Kafka 2.0 does not know this key.');
  });
});

describe('values as they are shown', () => {
  it('stand in a fence that they cannot close', () => {
    assert.equal(code('a'), '`a`');
    assert.equal(code('a`b'), '`` a`b ``');
    assert.equal(code('a``b`'), '``` a``b` ```');
  });

  it('are cut, and take one line', () => {
    assert.equal(shorten('a\n  b'), 'a b');
    assert.equal(shorten('x'.repeat(80)), 'x'.repeat(80));
    assert.equal(shorten('x'.repeat(81)), `${'x'.repeat(79)}…`);
    assert.equal(shorten('abcdef', 4), 'abc…');
  });
});

describe('the choice of values', () => {
  const choices = (property: Property): readonly string[] =>
    valueChoices(property, newest).map(({ value, note }) => (note === undefined ? value : `${value} (${note})`));

  it('has the recommended one first, and says which is the default', () => {
    assert.deepEqual(choices(known('producer', 'acks'))[0], 'all (recommended)');
    assert.deepEqual(choices(known('consumer', 'enable.auto.commit')), ['false (recommended)', 'true (default)']);
    assert.deepEqual(choices(known('broker', 'min.insync.replicas')), ['2 (recommended)', '1 (default)']);
    assert.deepEqual(choices(known('broker', 'log.cleanup.policy')), ['delete (recommended)', 'compact']);
  });

  it('is empty where there is nothing to say, and never shows a secret', () => {
    assert.deepEqual(choices(plain), []);
    assert.deepEqual(choices(known('producer', 'ssl.key.password')), []);
    const secret = { from: '0.9.0', to: '4.4', value: { kind: 'value', text: 'hunter2' } } as const;
    assert.deepEqual(choices({ ...plain, type: 'password', defaults: [secret] }), []);
    assert.deepEqual(choices({ ...plain, defaults: [{ ...secret, value: { kind: 'value', text: '' } }] }), []);
  });
});

describe('the link to a rule', () => {
  it('is an address that a rule names itself, without what follows it in the sentence', () => {
    for (const rule of rules) {
      const url = docsUrl(rule);
      if (url === undefined) continue;
      assert.ok(
        rule.docs.references.some(reference => reference.includes(url)),
        rule.id,
      );
      assert.doesNotThrow(() => new URL(url), rule.id);
      assert.doesNotMatch(url, /[.,;:)]$/, rule.id);
    }
  });
});
