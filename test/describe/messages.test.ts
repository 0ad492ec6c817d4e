import assert from 'node:assert/strict';
import type { Setting } from '../../server/src/config/setting.js';
import { isSetting, messageOf, relatedText } from '../../server/src/describe/messages.js';
import type { Finding } from '../../server/src/rules/rule.js';
import { configOf, read, ruleWith, settingOf } from '../analysis/stubs.js';

const file = read('producer.properties', 'acks=${ACKS:-1}\nlinger.ms=5\nretries=${RETRIES}\nssl.key.password=hunter2\nacs=1\n', {
  version: '3.6',
});
const producer = configOf(file, 'producer');
const at = (property: string): Setting => settingOf(producer, property);
const [unknown] = producer.unknownKeys;

function said(template: string, finding: Omit<Finding, 'message'>): string {
  return messageOf(ruleWith({ messages: { m: template } }), { ...finding, message: 'm' }, producer);
}

describe('the message of a finding', () => {
  it('names the property, its value and the version', () => {
    assert.equal(said('{property} is {value} in {version}.', { at: at('linger.ms') }), 'linger.ms is 5 in 3.6.');
    assert.equal(said('{property} is {value}.', { at: at('retries') }), 'retries is ${RETRIES}.');
  });

  it('takes what else the rule gives, also instead of that', () => {
    assert.equal(
      said('{property} wants {count} of {kind}.', { at: at('linger.ms'), data: { count: 3, kind: 'x' } }),
      'linger.ms wants 3 of x.',
    );
    assert.equal(said('{property} it is.', { at: 'absent', data: { property: 'acks' } }), 'acks it is.');
    assert.equal(said('{value} it is.', { at: at('linger.ms'), data: { value: 'six' } }), 'six it is.');
  });

  it('names an unknown key, and nothing of a problem', () => {
    assert.ok(unknown);
    assert.equal(said('{property} is nothing.', { at: unknown }), 'acs is nothing.');
    const problem = { kind: 'not-yaml', span: { start: 0, end: 1 }, message: 'It is bad.' } as const;
    assert.equal(said('So it is.', { at: problem }), 'So it is.');
    assert.throws(() => said('{property}', { at: problem }), /wants \{property\}/);
  });

  it('says where a value is only the default in a placeholder', () => {
    assert.equal(said('acks={value}.', { at: at('acks') }), 'acks=1. (judged by the value that the placeholder has by default)');
    assert.match(said('So.', { at: at('linger.ms'), related: [at('acks')] }), /placeholder/);
    assert.equal(said('So.', { at: at('linger.ms'), related: [at('retries')] }), 'So.');
  });

  it('hides secrets and cuts what is long', () => {
    assert.equal(said('{value}', { at: at('ssl.key.password') }), '(hidden)');
    assert.equal(relatedText(at('ssl.key.password'), producer), 'ssl.key.password=(hidden)');
    assert.equal(relatedText(at('acks'), producer), 'acks=1');
    const long = configOf(read('producer.properties', `acks=${'x'.repeat(200)}\n`), 'producer');
    assert.equal(relatedText(settingOf(long, 'acks'), long), `acks=${'x'.repeat(79)}…`);
    assert.equal(said('{list}', { at: 'absent', data: { list: 'y '.repeat(400) } }).length, 600);
  });

  it('fails where the rule has no such message or leaves a word open', () => {
    assert.throws(() => messageOf(ruleWith({}), { message: 'none', at: 'absent' }, producer), /Rule a-rule has no message "none"/);
    assert.throws(() => said('{count}', { at: 'absent' }), /Message "m" of rule a-rule wants \{count\}/);
  });

  it('knows a setting from everything else that a finding can point at', () => {
    assert.ok(unknown);
    assert.equal(isSetting(at('acks')), true);
    for (const other of ['absent', unknown, { kind: 'not-yaml', span: { start: 0, end: 1 }, message: 'It is bad.' }] as const) {
      assert.equal(isSetting(other), false);
    }
  });
});
