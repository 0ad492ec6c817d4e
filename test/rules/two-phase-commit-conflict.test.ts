import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, findInSpring, summaries, type Circumstances } from '../support/check.js';

const id = 'two-phase-commit-conflict';
const both = (enabled: string) => `transaction.two.phase.commit.enable=${enabled}\ntransaction.timeout.ms=60000`;
/** Whether the rule speaks; whenever it does it is an error that Kafka refuses. */
const refused = (settings: string, circumstances?: Circumstances, find = findIn) => {
  const found = find('producer', settings, circumstances).filter(one => one.rule.id === id);
  for (const one of found) assert.deepEqual([one.severity, one.refusedByKafka], ['error', true], settings);
  return found.length > 0;
};

describe('two-phase-commit-conflict', () => {
  it('finds the pair from 4.1 on, with any timeout', () => {
    assert.ok(refused(both('true')));
    assert.ok(refused(both('TRUE'), { version: '4.1.0' }));
    assert.ok(refused('transaction.two.phase.commit.enable=true\ntransaction.timeout.ms=${TIMEOUT}'));
    assert.ok(refused(both('true'), {}, findInSpring));
    assert.ok(!refused(both('true'), { version: '4.0' }));
  });
  it('needs both keys and true', () => {
    for (const value of ['false', '${TWO_PHASE}']) assert.ok(!refused(both(value)), value);
    assert.ok(!refused('transaction.two.phase.commit.enable=true'));
    assert.ok(!refused('transaction.timeout.ms=60000'));
  });
  it('removes no timeout that other profiles use', () => {
    const prefix = 'spring.kafka.producer.properties';
    const text = `${prefix}.transaction.timeout.ms=60000\n#---\nspring.config.activate.on-profile=xa\n${prefix}.transaction.two.phase.commit.enable=true\n`;
    assert.deepEqual(summaries('application.properties', text), [`error ${id} true`]);
    const analysis = analyzeFile('application.properties', text);
    const titles = analysis.diagnoses.flatMap(one => fixesOf(one, analysis).map(fix => fix.title));
    assert.deepEqual(titles, ['Set transaction.two.phase.commit.enable to false']);
  });
});
