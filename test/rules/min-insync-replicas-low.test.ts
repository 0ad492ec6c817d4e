import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, findIn, severityOf } from '../support/check.js';
import { broker, combined, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'min-insync-replicas-low';
const key = 'min.insync.replicas';

describe('min-insync-replicas-low', () => {
  const severity = (settings: string, version = '4.3', role: Role = 'broker'): string | undefined =>
    severityOf(id, findIn(role, settings, { version }));

  it('warns of 1 in brokers’ files and topics', () => {
    assert.equal(severity(`${zookeeperBroker}\n${key}=1`, '3.9'), 'warning');
    assert.equal(severity(`${combined}\n${key}=1`), 'warning');
    assert.equal(severity(`${key}=1`, '4.3', 'topic'), 'warning');
  });

  it('says no more than a hint in a broker’s file where the controllers decide, from 4.1', () => {
    assert.equal(severity(`${broker}\n${key}=1`, '4.0'), 'warning');
    assert.equal(severity(`${broker}\n${key}=1`, '4.1.0'), 'information');
    assert.equal(severity(broker, '4.0'), 'information');
    assert.equal(severity(broker, '4.1.0'), undefined);
  });

  it('leaves the controllers’ files to another rule', () => {
    assert.equal(severity(`${controller}\n${key}=1`), undefined);
    assert.equal(severity(controller), undefined);
  });

  it('tells of the default, and warns of it where there are three replicas', () => {
    assert.equal(severity(zookeeperBroker, '3.9'), 'information');
    assert.equal(severity(`${zookeeperBroker}\ndefault.replication.factor=2`, '3.9'), 'information');
    assert.equal(severity(`${zookeeperBroker}\ndefault.replication.factor=3`, '3.9'), 'warning');
    assert.equal(severity(`${broker}\ndefault.replication.factor=3`, '4.0'), 'information');
  });

  it('is silent on 2, on unknown values, and on a topic that inherits', () => {
    for (const value of ['2', '3', '${MIN_ISR}', 'two']) assert.equal(severity(`${key}=${value}`), undefined, value);
    assert.equal(severity('cleanup.policy=delete', '4.3', 'topic'), undefined);
  });

  it('is safely mended only with three replicas', () => {
    const fixOf = (path: string, text: string, version: string): { safety: string; title: string } | undefined => {
      const analysis = analyzeFile(path, text, { version });
      const found = analysis.diagnoses.find(one => one.rule.id === id);
      return found && fixesOf(found, analysis)[0];
    };
    assert.equal(fixOf('server.properties', `default.replication.factor=3\n${key}=1`, '4.3')?.safety, 'safe');
    assert.equal(fixOf('server.properties', `auto.create.topics.enable=false\n${key}=1`, '4.3')?.safety, 'unsafe');
    const two = fixOf('server.properties', `default.replication.factor=2\n${key}=1`, '4.3');
    assert.deepEqual([two?.safety, two?.title.startsWith(`Set ${key} to 2, set default.replication.factor to 3 (`)], ['unsafe', true]);
    const offsets = fixOf('server.properties', `offsets.topic.replication.factor=1\n${key}=1`, '3.6');
    assert.match(offsets?.title ?? '', /set offsets\.topic\.replication\.factor to 3/);
    assert.equal(fixOf('orders-topic.properties', `cleanup.policy=delete\npreallocate=false\n${key}=1`, '4.3')?.safety, 'unsafe');
  });
});
