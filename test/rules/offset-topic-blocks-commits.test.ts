import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';
import { controller } from './shared/nodes.js';

const id = 'offset-topic-blocks-commits';

describe('offset-topic-blocks-commits', () => {
  const severity = (settings: string, version?: string): string | undefined => severityOf(id, findIn('broker', settings, { version }));
  const blocked = 'offsets.topic.replication.factor=1\nmin.insync.replicas=2';

  it('is an error before 3.7', () => {
    assert.equal(severity(blocked, '3.6'), 'error');
    assert.equal(severity(blocked, '2.8'), 'error');
    assert.equal(severity(blocked, '3.7.0'), undefined);
    assert.equal(severity(blocked), undefined);
  });

  it('needs both keys, and more replicas in sync than there are', () => {
    assert.equal(severity('offsets.topic.replication.factor=1', '3.6'), undefined);
    assert.equal(severity('min.insync.replicas=4', '3.6'), undefined);
    assert.equal(severity('offsets.topic.replication.factor=2\nmin.insync.replicas=2', '3.6'), undefined);
    assert.equal(severity('offsets.topic.replication.factor=${RF}\nmin.insync.replicas=2', '3.6'), undefined);
  });

  it('does not matter on a node that only controls', () => {
    assert.equal(severity(`${controller}\n${blocked}`, '3.6'), undefined);
  });
});
