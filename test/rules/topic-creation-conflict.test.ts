import assert from 'node:assert/strict';
import { findIn } from '../support/check.js';

const said = (settings: string, version = '4.3') =>
  findIn('source-connector', settings, { version })
    .filter(one => one.rule.id === 'topic-creation-conflict')
    .map(one => `${one.finding.message} ${one.message.slice(0, one.message.search(/[ =]/))}`);
const complete = 'topic.creation.default.replication.factor=3\ntopic.creation.default.partitions=1\n';

describe('topic-creation-conflict', () => {
  it('wants both numbers of the default group as soon as there is a rule, from 2.6 on', () => {
    assert.deepEqual(said('topic.creation.groups=logs'), ['missing topic.creation.groups', 'missing topic.creation.groups']);
    assert.deepEqual(said('topic.creation.default.partitions=1'), ['missing topic.creation.default.partitions']);
    assert.deepEqual(said('topic.creation.logs.partitions='), [
      'missing topic.creation.logs.partitions',
      'missing topic.creation.logs.partitions',
    ]);
    assert.deepEqual(said(complete), []);
    assert.deepEqual(said('tasks.max=1'), []);
    assert.deepEqual(said('topic.creation.groups=logs', '2.5'), []);
  });
  it('takes 1 and more, and -1', () => {
    for (const right of ['1', '+3', '007', '-1', '${N}'])
      assert.deepEqual(said(`${complete}topic.creation.default.partitions=${right}`), []);
    for (const wrong of ['0', '-2', 'three', '']) {
      assert.deepEqual(said(`${complete}topic.creation.default.partitions=${wrong}`), ['count topic.creation.default.partitions'], wrong);
    }
  });
  it('reads the groups that are named', () => {
    const group = `${complete}topic.creation.logs.replication.factor=0\n`;
    assert.deepEqual(said(group), []);
    assert.deepEqual(said(`${group}topic.creation.groups=metrics, logs`), ['count topic.creation.logs.replication.factor']);
  });
  it('takes no default among the groups before 3.4', () => {
    const named = `${complete}topic.creation.groups=default, logs`;
    assert.deepEqual(said(named, '3.3'), ['defaultListed topic.creation.groups']);
    assert.deepEqual(said(named, '3.4'), []);
  });
});
