import assert from 'node:assert/strict';
import { summaries } from '../support/check.js';
import { arrange, dropCovered } from '../../server/src/analysis/arrange.js';
import type { Diagnosis } from '../../server/src/analysis/diagnosis.js';
import type { Severity } from '../../server/src/rules/rule.js';
import { configOf, raw, read, ruleWith, settingOf } from './stubs.js';

const file = read('producer.properties', 'acks=1\nretries=0\n');
const producer = configOf(file, 'producer');
const [acks, retries] = [settingOf(producer, 'acks'), settingOf(producer, 'retries')];

describe('one cause, one squiggle', () => {
  const ids = (...found: Parameters<typeof dropCovered>[0]): readonly string[] => dropCovered(found).map(one => one.rule.id);
  const cause = raw(producer, { message: 'plain', at: acks }, { id: 'cause', hides: ['consequence'] });

  it('hides the consequence at the same setting, wherever it stands', () => {
    const consequence = raw(producer, { message: 'plain', at: acks }, { id: 'consequence' });
    assert.deepEqual(ids(cause, consequence), ['cause']);
    assert.deepEqual(ids(consequence, cause), ['cause']);
  });

  it('hides nothing else', () => {
    const elsewhere = raw(producer, { message: 'plain', at: retries }, { id: 'consequence' });
    const stranger = raw(producer, { message: 'plain', at: acks }, { id: 'stranger' });
    const absent = raw(producer, { message: 'plain', at: 'absent' }, { id: 'consequence' });
    assert.deepEqual(ids(cause, elsewhere, stranger, absent), ['cause', 'consequence', 'stranger', 'consequence']);
  });

  it('hides nothing by a finding about an absent key', () => {
    const absent = raw(producer, { message: 'plain', at: 'absent' }, { id: 'cause', hides: ['consequence'] });
    const consequence = raw(producer, { message: 'plain', at: acks }, { id: 'consequence' });
    assert.deepEqual(ids(absent, consequence), ['cause', 'consequence']);
  });

  it('hides nothing in another scope, though the line is the same', () => {
    const elsewhere = { ...producer, scope: { ...producer.scope, name: 'another' } };
    const consequence = raw(elsewhere, { message: 'plain', at: acks }, { id: 'consequence' });
    assert.deepEqual(ids(cause, consequence), ['cause', 'consequence']);
  });

  it('hides by each of several causes at one setting', () => {
    const other = raw(producer, { message: 'plain', at: acks }, { id: 'other', hides: ['effect'] });
    const effect = raw(producer, { message: 'plain', at: acks }, { id: 'effect' });
    const consequence = raw(producer, { message: 'plain', at: acks }, { id: 'consequence' });
    assert.deepEqual(ids(cause, other, effect, consequence), ['cause', 'other']);
  });
});

describe('the order of findings', () => {
  const rules = new Map(['a', 'b', 'c'].map(id => [id, ruleWith({ id })]));
  const at = (id: string, start: number, severity: Severity = 'warning', message = 'It is so.', end = start + 1): Diagnosis => ({
    rule: rules.get(id) ?? ruleWith({ id }),
    finding: { message: 'plain', at: acks },
    config: producer,
    severity,
    certainty: 'certain',
    refusedByKafka: false,
    span: { start, end },
    related: [],
    others: [],
    message,
  });
  const shown = (...found: readonly Diagnosis[]): readonly string[] =>
    arrange(found).map(one => `${one.rule.id}${String(one.span.start)} ${one.severity}`);

  it('is by place, then by severity, then by name', () => {
    assert.deepEqual(shown(at('b', 5), at('a', 9), at('c', 5), at('a', 5, 'hint'), at('c', 5, 'error', 'Another.')), [
      'c5 error',
      'b5 warning',
      'c5 warning',
      'a5 hint',
      'a9 warning',
    ]);
  });

  it('says the same of the same place once', () => {
    assert.deepEqual(shown(at('a', 5), at('b', 5), at('a', 5)), ['a5 warning', 'b5 warning']);
    assert.equal(arrange([at('a', 5), at('a', 5, 'warning', 'Another.')]).length, 2);
    assert.equal(arrange([at('a', 5), at('a', 5, 'warning', 'It is so.', 9)]).length, 2);
    assert.equal(arrange([at('a', 5), at('a', 6)]).length, 2);
  });

  it('does not change what it is given', () => {
    const given = [at('b', 9), at('a', 5)];
    arrange(given);
    assert.equal(given[0]?.span.start, 9);
  });

  it('gives one finding for a line that two roles read, though they may say it differently', () => {
    const text =
      'bootstrap.servers=kafka:9092\nacks=all\ngroup.id=g\nauto.offset.reset=earliest\nenable.auto.commit=false\nrequest.timeout.ms=abc\n';
    assert.deepEqual(summaries('kafka.properties', text), ['error invalid-value abc']);
  });
});
