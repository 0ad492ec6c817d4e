import assert from 'node:assert/strict';
import { analyzeFile, findIn, findInSpring, severityOf } from '../support/check.js';

const id = 'offset-reset-legacy-name';

describe('offset-reset-legacy-name', () => {
  it('reports the old names as what stops a Java consumer, in every version', () => {
    for (const version of ['0.11', '2.8', '4.3', undefined]) {
      for (const name of ['smallest', 'largest']) {
        const [finding] = findIn('consumer', `auto.offset.reset=${name}`, { version }).filter(one => one.rule.id === id);
        assert.deepEqual([finding?.severity, finding?.refusedByKafka, finding?.certainty], ['error', true, 'certain']);
      }
    }
    assert.equal(severityOf(id, findInSpring('consumer', 'auto.offset.reset=smallest')), 'error');
  });
  it('speaks instead of invalid-value', () => {
    assert.equal(severityOf('invalid-value', findIn('consumer', 'auto.offset.reset=smallest')), undefined);
  });
  it('assumes a Scala consumer, and only warns, beside keys of that consumer', () => {
    for (const key of ['consumer.timeout.ms=5000', 'zookeeper.connect=zk:2181', 'auto.commit.enable=true']) {
      const { diagnoses } = analyzeFile('consumer.properties', `${key}\ngroup.id=a\nauto.offset.reset=largest\n`);
      const finding = diagnoses.find(one => one.rule.id === id);
      assert.deepEqual([finding?.severity, finding?.refusedByKafka, finding?.certainty], ['warning', false, 'assumed'], key);
    }
  });
  it('is silent on names of today and on what cannot be known', () => {
    for (const value of ['earliest', 'latest', 'none', '${RESET}', 'toString']) {
      assert.equal(severityOf(id, findIn('consumer', `auto.offset.reset=${value}`)), undefined);
    }
    assert.equal(severityOf(id, findIn('consumer', 'max.poll.records=1')), undefined);
  });
});
