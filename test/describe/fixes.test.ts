import assert from 'node:assert/strict';
import { fixTitle } from '../../server/src/describe/fixes.js';
import { remove, safe, set, unsafeBut, type Change, type Fix } from '../../server/src/rules/rule.js';
import type { SyntaxProblem } from '../../server/src/syntax/syntax.js';
import { configOf, read, ruleWith, settingOf } from '../analysis/stubs.js';

const text =
  'spring.kafka.producer.acks=1\n#---\nspring.config.activate.on-profile=eu\nspring.kafka.producer.retries=0\nspring.kafka.producer.retris=0\n';
const file = read('application.properties', text);
const [base, eu] = [configOf(file, 'producer'), configOf(file, 'producer', 'profile eu')];
const rule = ruleWith({ messages: { wait: 'the code must wait' } });
const title = (fix: Fix, config = base): string => fixTitle(rule, fix, config, () => 'as-spelled');

describe('the title of a fix', () => {
  it('says what is set, and what is added', () => {
    assert.equal(title(safe(set('acks', 'all'))), 'Set acks to all');
    assert.equal(title(safe(set('retries', '3'))), 'Add as-spelled=3');
    assert.equal(title(safe(set('acks', 'all')), eu), 'Add as-spelled=all', 'an inherited value stays where it is');
  });

  it('says what goes, moves and is renamed', () => {
    const setting = settingOf(base, 'acks');
    assert.equal(title(safe(remove(setting))), 'Remove acks');
    assert.equal(title(safe({ kind: 'move', setting, property: 'retries', role: 'producer' })), 'Move it to as-spelled');
    const unknown = { entry: setting.entry, scope: setting.scope, role: 'producer', key: 'retris', candidates: undefined } as const;
    assert.equal(title(safe({ kind: 'rename', unknown, key: 'retries' })), 'Rename it to as-spelled');
  });

  it('says what is repaired', () => {
    const repair = (kind: SyntaxProblem['kind']): Change => ({
      kind: 'repair',
      problem: { kind, span: { start: 0, end: 1 }, message: 'It is bad.' },
    });
    assert.equal(title(safe(repair('byte-order-mark'))), 'Remove the byte order mark');
    assert.equal(title(safe(repair('malformed-escape'))), 'Double the backslash');
  });

  it('lists several changes, and what else must change', () => {
    assert.equal(
      title(unsafeBut('wait', set('acks', 'all'), remove(settingOf(base, 'acks')))),
      'Set acks to all, remove acks (the code must wait)',
    );
    assert.equal(title(unsafeBut('no such note', set('acks', 'all'))), 'Set acks to all');
  });
});
