import assert from 'node:assert/strict';
import { findIn, type Circumstances } from '../support/check.js';

const id = 'broker-limits-conflict';
const node =
  'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=11@c1:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://kafka1:9092\n';

/** What the rule says; whenever it does it is an error that Kafka refuses. The verdicts of real Kafka are recorded in conformance/verdicts. */
const said = (settings: string, circumstances?: Circumstances): string => {
  const found = findIn('broker', settings, circumstances).filter(one => one.rule.id === id);
  for (const one of found) assert.deepEqual([one.severity, one.refusedByKafka], ['error', true], settings);
  return found.map(one => one.message).join(' ');
};

describe(id, () => {
  it('compares with defaults in a file that is whole, and with what is written in a part of one', () => {
    assert.match(
      said(`${node}group.consumer.session.timeout.ms=1000`),
      /group\.consumer\.min\.session\.timeout\.ms is 45000 and must be at most/,
    );
    assert.equal(said('group.consumer.session.timeout.ms=1000'), '');
    assert.match(said('group.consumer.session.timeout.ms=1000\ngroup.consumer.min.session.timeout.ms=2000'), /is 2000 and must be at most/);
    assert.match(said(`${node}connections.max.idle.ms=100`), /must be less than connections\.max\.idle\.ms, which is 100/);
  });
  it('leaves the preview of KRaft alone', () => {
    assert.equal(said(`${node}log.cleaner.threads=0`, { version: '3.0' }), '');
  });
  it('says nothing of what it does not know', () => {
    for (const line of [
      'queued.max.request.bytes=${QUEUED}',
      'log.dirs=${DIRS}',
      'log.dir=${DIR}\ncordoned.log.dirs=/d',
      'log.cleaner.threads=${THREADS}',
      'group.coordinator.rebalance.protocols=${PROTOCOLS}',
      'group.share.assignors=${ASSIGNORS}',
    ])
      assert.equal(said(node + line), '', line);
  });
  it('knows the directories that are there', () => {
    assert.match(said(`${node}log.dirs=/a,/b\ncordoned.log.dirs=/c`), /cordoned\.log\.dirs has \/c/);
    assert.match(said(`${node}cordoned.log.dirs=/c`), /cordoned\.log\.dirs has \/c/);
    assert.equal(said(`${node}log.dirs=/a,/b\ncordoned.log.dirs=/b`), '');
    assert.match(said(`${node}log.dirs=/a\ncordoned.log.dirs=/a,*`), /cordoned\.log\.dirs names \* beside others/);
    assert.equal(said(`${node}log.dirs=/a\ncordoned.log.dirs=*,*`), '');
    assert.equal(said('cordoned.log.dirs=/c'), '');
  });
});
