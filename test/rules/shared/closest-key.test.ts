import assert from 'node:assert/strict';
import { closestKeyAmong } from '../../../server/src/rules/shared/closest-key.js';

describe('the closest known key', () => {
  it('is the one with the same letters in another spelling', () => {
    assert.equal(closestKeyAmong(['auto.offset.reset'])('autoOffsetReset'), 'auto.offset.reset');
    assert.equal(closestKeyAmong(['acks'])('ACKS'), 'acks');
  });

  it('is at most two slips away: left out, added, replaced or swapped', () => {
    const closest = closestKeyAmong(['max.poll.records', 'retries']);
    for (const written of [
      'max.pol.records',
      'max.polll.records',
      'max.poll.recards',
      'max.poll.recrods',
      'ax.poll.record',
      'xax.poll.recordz',
    ]) {
      assert.equal(closest(written), 'max.poll.records', written);
    }
    assert.equal(closest('mx.pol.record'), undefined);
    assert.equal(closest('retry'), undefined);
  });

  it('is found again, however many have been asked for', () => {
    const closest = closestKeyAmong(['acks', 'retries']);
    for (let i = 0; i < 1100; i++) assert.equal(closest(`other.key.${i}`), undefined);
    assert.equal(closest('retreis'), 'retries');
    assert.equal(closest('retreis'), 'retries');
  });

  it('is the nearer of two', () => {
    assert.equal(closestKeyAmong(['log.dir', 'log.dirs'])('log.dirss'), 'log.dirs');
    assert.equal(closestKeyAmong(['log.dirs', 'log.dir'])('log.dirss'), 'log.dirs');
  });

  it('is not looked for by slips in a key of less than five letters', () => {
    assert.equal(closestKeyAmong(['acks'])('akcs'), undefined);
    assert.equal(closestKeyAmong(['acks1'])('akcs1'), 'acks1');
  });

  it('may lack one dotted word, have one too many, or have one exchanged if it is long enough', () => {
    const closest = closestKeyAmong(['checkpoints.topic.replication.factor', 'replica.lag.time.max.ms', 'fetch.max.bytes']);
    assert.equal(closest('checkpoints.storage.replication.factor'), 'checkpoints.topic.replication.factor');
    assert.equal(closest('replica.lag.time.ms'), 'replica.lag.time.max.ms');
    assert.equal(closest('replica.lag.time.allowed.max.ms'), 'replica.lag.time.max.ms');
    assert.equal(closest('fetch.max.records'), undefined);
    assert.equal(closest('lag.replica.time.max.ms'), undefined);
  });

  it('may lack its unit', () => {
    assert.equal(closestKeyAmong(['delivery.timeout.ms'])('delivery.timeout'), 'delivery.timeout.ms');
    assert.equal(closestKeyAmong(['key.serializer.class'])('key.serializer'), undefined);
  });

  it('is not looked for where the written key is far too long', () => {
    assert.equal(closestKeyAmong(['a'.repeat(101)])('A'.repeat(101)), undefined);
  });
});
