import assert from 'node:assert/strict';
import rule from '../../server/src/rules/commit-strategy-risky.js';
import { spoken } from '../support/findings.js';

const strategy = 'smallrye:commit-strategy';
const age = 'smallrye:throttled.unprocessed-record-max-age.ms';

describe('commit-strategy-risky', () => {
  const found = (...settings: readonly string[]): readonly string[] =>
    spoken(rule, 'consumer', settings, { byFramework: ['enable.auto.commit=false', `${strategy}=throttled`] });

  it('warns of commits before the work is done, and of none', () => {
    assert.deepEqual(found(`${strategy}=latest`), [`warning latest ${strategy}: ${strategy}=throttled`]);
    assert.deepEqual(found(`${strategy}=ignore`), [`warning ignore ${strategy}: ${strategy}=throttled`]);
    assert.deepEqual(found(`${strategy}=ignore`, 'enable.auto.commit=true'), []);
  });

  it('lets a producer commit in its transactions', () => {
    const exactlyOnce = { facts: new Set(['commits-in-transactions'] as const) };
    assert.deepEqual(spoken(rule, 'consumer', [`${strategy}=ignore`], exactlyOnce), []);
    assert.equal(spoken(rule, 'consumer', [`${strategy}=latest`], exactlyOnce).length, 1);
  });

  it('knows the names as SmallRye does, and no others', () => {
    for (const value of ['throttled', 'checkpoint', 'Latest', 'my-strategy', '${STRATEGY}'])
      assert.deepEqual(found(`${strategy}=${value}`), [], value);
  });

  it('tells of a watch that is turned off where there is one', () => {
    assert.deepEqual(found(`${age}=0`), [`information unwatched ${age}: ${age}=60000`]);
    assert.deepEqual(found(`${age}=1000`), []);
    assert.deepEqual(found(`${age}=0`, `${strategy}=checkpoint`), []);
  });

  it('is silent on share groups, which commit nothing', () => {
    assert.deepEqual(found(`${strategy}=latest`, 'smallrye:share-group=true'), []);
    assert.equal(found(`${strategy}=latest`, 'smallrye:share-group=false').length, 1);
  });
});
