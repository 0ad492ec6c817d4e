import assert from 'node:assert/strict';
import type { Analysis } from '../../server/src/analysis/analyze.js';
import { fixAllEdits, fixesOf } from '../../server/src/analysis/fixes.js';
import type { Diagnosis } from '../../server/src/analysis/diagnosis.js';
import { remove, safe, set, unsafe, type Finding, type Fix } from '../../server/src/rules/rule.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, type Circumstances } from '../support/check.js';
import { ruleWith } from './stubs.js';

const text = 'acks=1\nretries=0\nlinger.ms=5\n';
const analysis = analyzeFile('producer.properties', text);
const [producer] = analysis.carried.flatMap(one => one.configs);
assert.ok(producer);

function diagnosis(fixes: readonly Fix[] | undefined, parts: Partial<Diagnosis> = {}, at: Finding['at'] = 'absent'): Diagnosis {
  assert.ok(producer);
  const finding: Finding = fixes ? { message: 'plain', at, fixes } : { message: 'plain', at };
  return {
    rule: ruleWith({ messages: { plain: 'It is so.', note: 'the code must wait' } }),
    finding,
    config: producer,
    severity: 'warning',
    certainty: 'certain',
    refusedByKafka: false,
    span: { start: 0, end: 0 },
    related: [],
    others: [],
    message: 'It is so.',
    ...parts,
  };
}

describe('the fixes of a finding', () => {
  it('are those that can be written, the first one preferred if it is safe', () => {
    const shown = fixesOf(diagnosis([safe(set('acks', 'all')), safe(set('retries', '3')), unsafe(set('linger.ms', '5'))]), analysis);
    assert.deepEqual(
      shown.map(fix => [fix.title, fix.safety, fix.preferred]),
      [
        ['Set acks to all', 'safe', true],
        ['Set retries to 3', 'safe', false],
        ['Set linger.ms to 5', 'unsafe', false],
      ],
    );
    assert.equal(
      fixesOf(diagnosis([unsafe(set('acks', 'all')), safe(set('retries', '3'))]), analysis).some(fix => fix.preferred),
      false,
    );
  });

  it('are none without a fix, without edits, or in another document', () => {
    assert.deepEqual(fixesOf(diagnosis(undefined), analysis), []);
    assert.deepEqual(fixesOf(diagnosis([safe()]), analysis), []);
    assert.deepEqual(fixesOf(diagnosis([safe(set('acks', 'all'))]), analyzeFile('producer.properties', text)), []);
  });
});

describe('fixing everything at once', () => {
  const mended = (path: string, given: string, circumstances?: Circumstances): string =>
    applyEdits(given, fixAllEdits(analyzeFile(path, given, circumstances)));
  const acks = producer.explicit('acks');
  assert.ok(acks);

  it('takes the safe fixes of explicit errors and warnings', () => {
    assert.equal(mended('producer.properties', 'acks=1\nlinger.ms=5\n'), 'acks=all\nlinger.ms=5\n');
    assert.equal(
      mended('server.properties', 'broker.id=1\nunclean.leader.election.enable=true\n'),
      'broker.id=1\nunclean.leader.election.enable=false\n',
    );
  });

  it('leaves unsafe fixes, absent keys, and mere information to the user', () => {
    for (const [path, given, circumstances] of [
      ['server.properties', 'broker.id=1\nauto.create.topics.enable=true\nlog.dirs=/data\n', {}],
      ['producer.properties', 'linger.ms=5\nretries=5000\n', { version: '2.8' }],
      ['producer.properties', 'acks=1\nlinger.ms=5\n', { severities: { 'acks-leader-only': 'information' } }],
      ['application-dev.properties', 'spring.kafka.producer.acks=1\n', {}],
    ] as const) {
      assert.equal(mended(path, given, circumstances), given);
    }
  });

  const edited = (...diagnoses: readonly Diagnosis[]): string =>
    applyEdits(text, fixAllEdits({ ...analysis, diagnoses } satisfies Analysis));

  it('never adds a key, be it that an explicit one is at fault', () => {
    assert.equal(edited(diagnosis([safe(set('enable.idempotence', 'true'))], {}, acks)), text);
    assert.equal(edited(diagnosis([safe(set('acks', 'all'), set('enable.idempotence', 'true'))], {}, acks)), text);
    assert.equal(edited(diagnosis([safe(set('acks', 'all'), set('retries', '3'))], {}, acks)), 'acks=all\nretries=3\nlinger.ms=5\n');
    assert.equal(edited(diagnosis([safe(remove(acks))], {}, acks)), 'retries=0\nlinger.ms=5\n');
  });

  it('takes the first of two fixes that touch each other', () => {
    const first = diagnosis([safe(set('acks', 'all'))], {}, acks);
    const second = diagnosis([unsafe(set('acks', '0')), safe(set('acks', '-1'))], {}, acks);
    assert.equal(edited(first, second), 'acks=all\nretries=0\nlinger.ms=5\n');
    assert.equal(edited(second, first), 'acks=-1\nretries=0\nlinger.ms=5\n');
  });
});
