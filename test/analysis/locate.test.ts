import assert from 'node:assert/strict';
import { locate, nearestSetting } from '../../server/src/analysis/locate.js';
import type { Finding } from '../../server/src/rules/rule.js';
import { configOf, read, ruleWith, settingOf, type Read } from './stubs.js';

const text = 'batch.size=1\nretries =\ngroup.id=a\nacks = all\nbuffer.memory=1\n';
const file = read('producer.properties', text);
const producer = configOf(file, 'producer');

function shown(finding: Finding, reads: readonly string[] = [], from: Read = file, role = 'producer', scope?: string): string {
  const span = locate(ruleWith({ reads }), finding, configOf(from, role, scope));
  return from.document.text.slice(span.start, span.end);
}

describe('the place of a finding', () => {
  it('is the value, the key or the whole entry', () => {
    const at = settingOf(producer, 'acks');
    assert.equal(shown({ message: 'plain', at }), 'all');
    assert.equal(shown({ message: 'plain', at, on: 'value' }), 'all');
    assert.equal(shown({ message: 'plain', at, on: 'key' }), 'acks');
    assert.equal(shown({ message: 'plain', at, on: 'entry' }), 'acks = all');
  });

  it('is the key where no value is written', () => {
    assert.equal(shown({ message: 'plain', at: settingOf(producer, 'retries') }), 'retries');
  });

  it('is the place of a problem, and of a key that nobody knows', () => {
    assert.equal(
      shown({ message: 'plain', at: { kind: 'malformed-escape', span: { start: 0, end: 5 }, message: 'A bad escape.' } }),
      'batch',
    );
    const [at] = producer.unknownKeys;
    assert.ok(at);
    assert.equal(shown({ message: 'plain', at, on: 'key' }), 'group.id');
  });
});

describe('the place of an absent key', () => {
  const absent: Finding = { message: 'plain', at: 'absent' };

  it('is the first setting that the rule reads', () => {
    assert.equal(shown(absent, ['enable.idempotence', 'acks', 'batch.size']), 'acks');
  });

  it('is the key that opens the section', () => {
    const spring = read('application.yml', 'spring:\n  kafka:\n    producer:\n      batch-size: 1\n');
    assert.equal(shown(absent, ['acks'], spring), 'producer');
    assert.equal(shown(absent, ['batch.size'], spring), 'batch-size');
  });

  it('is the setting that says what the file is for, then the first of its own', () => {
    const consumer = read('consumer.properties', 'max.poll.records=1\ngroup.id=a\n');
    assert.equal(shown(absent, ['isolation.level'], consumer, 'consumer'), 'group.id');
    assert.equal(shown(absent), 'batch.size');
  });

  it('is the beginning of the text where nothing is written for the role alone', () => {
    const common = read('application.properties', 'spring.kafka.properties.linger.ms=5\n');
    assert.deepEqual(locate(ruleWith({ reads: [] }), absent, configOf(common, 'producer')), { start: 0, end: 0 });
  });

  it('is never in a scope that is inherited from', () => {
    const lines = [
      'spring.kafka.producer.acks=all',
      '#---',
      'spring.config.activate.on-profile=eu',
      'spring.kafka.producer.batch-size=1',
      '',
    ];
    const profiles = read('application.properties', lines.join('\n'));
    assert.equal(shown(absent, ['acks'], profiles, 'producer', 'profile eu'), 'spring.kafka.producer.batch-size');
    assert.equal(nearestSetting(ruleWith({ reads: ['acks'] }), configOf(profiles, 'producer', 'profile eu')), undefined);
  });
});
