import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'single-node-cluster';
const laptop = 'broker.id=0\nzookeeper.connect=localhost:2181\noffsets.topic.replication.factor=1\nlog.dirs=/tmp/kafka';

describe('single-node-cluster', () => {
  it('stands for everything that only matters with several brokers', () => {
    const found = findIn('broker', laptop);
    assert.equal(severityOf(id, found), 'information');
    assert.equal(severityOf('internal-topic-replication-low', found), undefined);
    assert.equal(severityOf('log-dir-temporary', found), undefined);
    assert.match(found.find(one => one.rule.id === id)?.message ?? '', /internal-topic-replication-low, log-dir-temporary/);
  });
  it('is not said of a cluster with replicas or with other machines', () => {
    assert.equal(severityOf(id, findIn('broker', laptop.replace('factor=1', 'factor=3'))), undefined);
    assert.equal(severityOf(id, findIn('broker', laptop.replace('localhost', 'zk1.example.com'))), undefined);
  });
  it('is said of every file of the profile single-node', () => {
    const replicated = laptop.replace('localhost', 'zk1.example.com');
    assert.equal(severityOf(id, findIn('broker', replicated, { profile: 'single-node' })), 'information');
  });
  it('leaves alone what is wrong on a laptop too', () => {
    const found = findIn('broker', `${laptop}\nmin.insync.replicas=two`);
    assert.equal(severityOf('invalid-value', found), 'error');
  });
});
