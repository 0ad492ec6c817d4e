import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';
import { broker, controller } from './shared/nodes.js';

const id = 'internal-topic-replication-low';
const keys = [
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'share.coordinator.state.topic.replication.factor',
];

describe('internal-topic-replication-low', () => {
  const severity = (settings: string, version = '4.3'): string | undefined => severityOf(id, findIn('broker', settings, { version }));

  it('warns of 1 and tells of 2 for each internal topic', () => {
    for (const key of keys) {
      assert.equal(severity(`${broker}\n${key}=1`), 'warning', key);
      assert.equal(severity(`${broker}\n${key}=2`), 'information', key);
      assert.equal(severity(`${broker}\n${key}=3`), undefined, key);
      assert.equal(severity(`${broker}\n${key}=\${RF}`), undefined, key);
    }
  });

  it('says which topic, and counts each of them', () => {
    const messages = findIn('broker', keys.map(key => `${key}=1`).join('\n'), { version: '4.3' }).filter(one => one.rule.id === id);
    assert.deepEqual(
      messages.map(one => /__\w+/.exec(one.message)?.[0]),
      ['__consumer_offsets', '__transaction_state', '__share_group_state'],
    );
  });

  it('is silent on keys that the version does not know, on a node that only controls, and without a key', () => {
    assert.equal(severity('share.coordinator.state.topic.replication.factor=1', '3.6'), undefined);
    assert.equal(severity(`${controller}\n${keys.join('=1\n')}=1`), undefined);
    assert.equal(severity(broker), undefined);
  });

  it('looks at the topics of workers and of MirrorMaker', () => {
    for (const [role, key] of [
      ['connect-distributed', 'config.storage.replication.factor'],
      ['connect-distributed', 'status.storage.replication.factor'],
      ['mirror-source', 'offset-syncs.topic.replication.factor'],
      ['mirror-checkpoint', 'checkpoints.topic.replication.factor'],
      ['mirror-heartbeat', 'heartbeats.topic.replication.factor'],
    ] as const) {
      assert.equal(severityOf(id, findIn(role, `${key}=1`)), 'warning', key);
      assert.equal(severityOf(id, findIn(role, `${key}=2`)), 'information', key);
      assert.equal(severityOf(id, findIn(role, `${key}=-1`)), undefined, key);
    }
  });
});
