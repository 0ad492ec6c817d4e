import assert from 'node:assert/strict';
import type { Role } from '../../server/src/kafka/property.js';
import { findIn } from '../support/check.js';

const id = 'tiered-storage-conflict';

/** The verdicts below were asked of LogConfig.validate and validateBrokerLogConfigValues of Kafka 3.9.2, 4.3.1 and 4.4.0. */
describe('tiered-storage-conflict', () => {
  const said = (role: Role, settings: string, version = '4.3'): readonly string[] =>
    findIn(role, settings, { version })
      .filter(one => one.rule.id === id)
      .map(one => `${one.severity} ${one.refusedByKafka ? 'refused' : ''} ${one.finding.message}`);
  const topic = (settings: string, version?: string): readonly string[] =>
    said('topic', `remote.storage.enable=true\n${settings}`, version);
  const broker = (settings: string, version?: string): readonly string[] =>
    said('broker', `remote.log.storage.system.enable=true\n${settings}`, version);

  it('knows that compacted topics stay local', () => {
    assert.deepEqual(topic('cleanup.policy=compact,delete'), ['error refused compacted']);
    assert.deepEqual(topic('cleanup.policy=delete'), []);
  });

  it('compares the local limits of a topic with the whole ones', () => {
    assert.deepEqual(topic('retention.ms=1000\nlocal.retention.ms=2000'), ['error refused aboveTotal']);
    assert.deepEqual(topic('retention.ms=2000\nlocal.retention.ms=2000'), []);
    assert.deepEqual(topic('retention.ms=1000\nlocal.retention.ms=-1'), ['error refused unlimited']);
    assert.deepEqual(topic('retention.ms=-1\nlocal.retention.ms=-1'), []);
    assert.deepEqual(topic('retention.ms=1000\nlocal.retention.ms=-2'), []);
    assert.deepEqual(topic('retention.bytes=1000\nlocal.retention.bytes=2000'), ['error refused aboveTotal']);
    assert.deepEqual(topic('local.retention.ms=864000000'), []);
    assert.deepEqual(topic('retention.ms=1000\nlocal.retention.ms=${LOCAL}'), []);
    assert.deepEqual(topic('retention.bytes=${BYTES}\nlocal.retention.bytes=2000'), []);
  });

  it('compares those of a broker, by the retention key that counts', () => {
    assert.deepEqual(broker('log.retention.hours=1\nlog.local.retention.ms=7200000'), ['error refused aboveTotal']);
    assert.deepEqual(broker('log.retention.bytes=1000\nlog.local.retention.bytes=-1'), ['error refused unlimited']);
    assert.deepEqual(broker('log.retention.hours=1\nlog.local.retention.ms=1000\nlog.cleanup.policy=compact'), []);
    assert.deepEqual(broker('log.retention.ms=100000\nlog.local.retention.ms=1000\nlog.remote.copy.lag.ms=2000', '4.4'), []);
  });

  it('wants equal limits once nothing is copied any more, from 3.9', () => {
    const settings = 'remote.log.copy.disable=true\nretention.ms=2000\nlocal.retention.ms=1000';
    assert.deepEqual(topic(settings, '3.9'), ['error refused copyDisabled']);
    assert.deepEqual(topic(settings, '3.8'), []);
    assert.deepEqual(topic('remote.log.copy.disable=true\nretention.ms=2000\nlocal.retention.ms=2000'), []);
  });

  it('lets no copy wait for longer than the disk keeps the records, from 4.4', () => {
    const settings = 'retention.ms=100000\nlocal.retention.ms=1000\nremote.copy.lag.ms=2000';
    assert.deepEqual(topic(settings, '4.4'), ['error refused copyTooLate']);
    assert.deepEqual(topic(settings, '4.3'), []);
    assert.deepEqual(topic('retention.ms=1000\nremote.copy.lag.ms=2000', '4.4'), ['error refused copyTooLate']);
    assert.deepEqual(topic('retention.ms=1000\nlocal.retention.ms=-2\nremote.copy.lag.ms=2000', '4.4'), ['error refused copyTooLate']);
    assert.deepEqual(topic('local.retention.ms=1000\nremote.copy.lag.ms=1000', '4.4'), []);
    assert.deepEqual(topic('local.retention.bytes=1000\nremote.copy.lag.bytes=2000', '4.4'), ['error refused copyTooLate']);
    assert.deepEqual(topic('retention.ms=-1\nremote.copy.lag.ms=2000', '4.4'), []);
    assert.deepEqual(topic('retention.ms=1000\nremote.copy.lag.ms=${LAG}', '4.4'), []);
    assert.deepEqual(topic('remote.copy.lag.ms=2000', '4.4'), []);
  });

  it('is silent without remote storage, before 3.6 and in a controller', () => {
    const settings = 'retention.ms=1000\nlocal.retention.ms=2000';
    assert.deepEqual(said('topic', settings), []);
    assert.deepEqual(said('topic', `remote.storage.enable=false\n${settings}`), []);
    assert.deepEqual(topic(settings, '3.0'), []);
    assert.deepEqual(broker('log.retention.ms=1000\nlog.local.retention.ms=2000\nprocess.roles=controller'), []);
  });
});
