import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'auto-commit-enabled';
const inPlain = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('consumer', settings, circumstances));
const inSpring = (settings: string, circumstances?: Circumstances) => severityOf(id, findInSpring('consumer', settings, circumstances));

describe('auto-commit-enabled', () => {
  it('warns of an explicit true, however its letters are written', () => {
    assert.equal(inPlain('group.id=a\nenable.auto.commit=true'), 'warning');
    assert.equal(inPlain('group.id=a\nenable.auto.commit=TRUE'), 'warning');
    assert.equal(inSpring('enable.auto.commit=true'), 'warning');
  });
  it('tells of the default where a group has something to commit', () => {
    assert.equal(inPlain('group.id=a\nmax.poll.records=10'), 'information');
    assert.equal(inPlain('max.poll.records=10'), undefined);
  });
  it('is silent about the default in Spring, whose container turns auto commit off', () => {
    assert.equal(inSpring('group.id=a\nmax.poll.records=10'), undefined);
  });
  it('is silent on false and on what cannot be known', () => {
    assert.equal(inPlain('group.id=a\nenable.auto.commit=false'), undefined);
    assert.equal(inPlain('group.id=a\nenable.auto.commit=${AUTO_COMMIT}'), undefined);
  });
  it('judges a placeholder by its default', () => {
    assert.equal(inPlain('group.id=a\nenable.auto.commit=${AUTO_COMMIT:-true}'), 'warning');
  });
  it('leaves a consumer alone that may lose messages', () => {
    assert.equal(inPlain('group.id=a\nenable.auto.commit=true', { profile: 'at-most-once' }), undefined);
  });
  it('offers a fix that is safe only where the framework commits', () => {
    const spring = analyzeFile('application.properties', 'spring.kafka.consumer.enable-auto-commit=true\n');
    const plain = analyzeFile('consumer.properties', 'group.id=a\nenable.auto.commit=true\n');
    const offered = [spring, plain].map(analysis =>
      analysis.diagnoses.filter(one => one.rule.id === id).flatMap(one => fixesOf(one, analysis)),
    );
    assert.deepEqual(
      offered.map(fixes => fixes.map(fix => [fix.safety, fix.title])),
      [
        [['safe', 'Set enable.auto.commit to false']],
        [['unsafe', 'Set enable.auto.commit to false (the code must commit after processing)']],
      ],
    );
  });
});
