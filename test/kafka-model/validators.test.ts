import assert from 'node:assert/strict';
import type { Validity } from '../../server/src/kafka/property.js';
import type { DumpedValidator } from '../../server/tools/catalogue/dumped.js';
import { parseValidity, validityOf } from '../../server/tools/catalogue/validity.js';

const configDef = 'org.apache.kafka.common.config.ConfigDef';

function understood(name: string, fields: Omit<DumpedValidator, 'class'> = {}): Validity | undefined {
  return validityOf({ class: name, ...fields });
}

function named(...validators: readonly string[]): Validity {
  return { kind: 'checked-by', validators };
}

describe('the validators of Kafka', () => {
  it('are ranges', () => {
    assert.deepEqual(understood(`${configDef}$Range`, { min: '0' }), { kind: 'range', min: 0 });
    assert.deepEqual(understood(`${configDef}$Range`, { min: '0.5', max: '1.0' }), { kind: 'range', min: 0.5, max: 1 });
    assert.deepEqual(understood(`${configDef}$Range`, { max: '7' }), { kind: 'range', max: 7 });
  });

  it('are words, in one case or any', () => {
    assert.deepEqual(understood(`${configDef}$ValidString`, { validStrings: [null, '2.4'] }), {
      kind: 'one-of',
      values: ['2.4'],
      ignoreCase: false,
    });
    assert.deepEqual(understood(`${configDef}$CaseInsensitiveValidString`, { validStrings: ['CONSUMER', 'CLASSIC'] }), {
      kind: 'one-of',
      values: ['CONSUMER', 'CLASSIC'],
      ignoreCase: true,
    });
  });

  it('are lists, which could be empty before 4.2', () => {
    const list = (fields: Omit<DumpedValidator, 'class'>): Validity | undefined => understood(`${configDef}$ValidList`, fields);
    assert.deepEqual(list({ validStrings: ['compact', 'delete'] }), { kind: 'list-of', values: ['compact', 'delete'], mayBeEmpty: true });
    assert.deepEqual(list({ validStrings: [], isEmptyAllowed: false }), { kind: 'list-of', values: [], mayBeEmpty: false });
    assert.deepEqual(understood(`${configDef}$ListSize`, { maxSize: '5' }), { kind: 'list-size', max: 5 });
  });

  it('want some text', () => {
    assert.deepEqual(understood(`${configDef}$NonEmptyString`, { text: 'non-empty string' }), { kind: 'non-empty' });
    assert.deepEqual(understood(`${configDef}$NonEmptyStringWithoutControlChars`), { kind: 'non-empty', withoutControlCharacters: true });
  });

  it('say nothing about files where they only refuse null', () => {
    assert.equal(understood(`${configDef}$NonNullValidator`), undefined);
    assert.equal(understood(`${configDef}$CompositeValidator`, { validators: [{ class: `${configDef}$NonNullValidator` }] }), undefined);
  });

  it('are put together', () => {
    const both = (...validators: readonly DumpedValidator[]): Validity | undefined =>
      understood(`${configDef}$CompositeValidator`, { validators });
    const unique = { class: `${configDef}$LambdaValidator`, text: 'unique predicate aliases' };
    assert.deepEqual(both({ class: `${configDef}$NonNullValidator` }, unique), named('unique predicate aliases'));
    assert.deepEqual(both({ class: 'a.ConcreteSubClassValidator', text: 'A concrete …' }, { class: 'a.InstantiableClassValidator' }), {
      kind: 'checked-by',
      validators: ['ConcreteSubClassValidator', 'InstantiableClassValidator'],
    });
    assert.deepEqual(both({ class: `${configDef}$Range`, min: '1' }), { kind: 'range', min: 1 });
    assert.throws(() => both({ class: `${configDef}$Range`, min: '1' }, unique), /cannot be stored/);
  });

  it('are known by their class alone where it has a name', () => {
    assert.deepEqual(understood('kafka.api.ApiVersionValidator$', { text: '[0.8.0, 0.8.1]' }), named('ApiVersionValidator'));
    assert.deepEqual(
      understood('org.apache.kafka.connect.transforms.util.RegexValidator', { text: 'valid regex' }),
      named('RegexValidator'),
    );
    assert.deepEqual(understood('a.RestServerConfig$ListenersValidator', { text: 'List of …' }), named('ListenersValidator'));
    assert.deepEqual(understood('a.ConnectorConfig$1'), named('unique transformation aliases'));
    assert.deepEqual(understood('a.StreamsConfig$$Lambda'), named('topology.optimization'));
    assert.deepEqual(understood('a.Other$2'), named('Other$2'));
  });

  it('say it in words where they have no name', () => {
    const lambda = (text: string): Validity | undefined => understood(`${configDef}$LambdaValidator`, { text });
    assert.deepEqual(lambda('[0,...]'), { kind: 'range', min: 0 });
    assert.deepEqual(lambda("Positive number, or -1 to use the broker's default"), { kind: 'range', min: -1, except: [0] });
    assert.deepEqual(understood('a.CompressionType$1$1', { text: '[1,...,9] or -1' }), { kind: 'range', min: -1, max: 9, except: [0] });
    assert.deepEqual(lambda('[eager, compatible]'), { kind: 'one-of', values: ['eager', 'compatible'], ignoreCase: true });
    assert.deepEqual(understood('a.AutoOffsetResetStrategy$Validator', { text: '[latest, earliest, by_duration:PnDTnHnMn.nS]' }), {
      kind: 'one-of',
      values: ['latest', 'earliest'],
      ignoreCase: false,
      orDuration: true,
    });
    assert.deepEqual(lambda('unique transformation aliases'), named('unique transformation aliases'));
  });

  it('are written in the table as they speak', () => {
    assert.deepEqual(parseValidity('[0,...,1]'), { kind: 'range', min: 0, max: 1 });
    assert.deepEqual(parseValidity('[null, 0.10.0]'), { kind: 'one-of', values: ['0.10.0'], ignoreCase: false });
    assert.deepEqual(parseValidity('(case insensitive) [A, B]'), { kind: 'one-of', values: ['A', 'B'], ignoreCase: true });
    assert.deepEqual(parseValidity('list [compact, delete]'), { kind: 'list-of', values: ['compact', 'delete'], mayBeEmpty: true });
    assert.deepEqual(parseValidity('ThrottledReplicaListValidator'), named('ThrottledReplicaListValidator'));
    assert.equal(parseValidity('whatever'), undefined);
  });
});
