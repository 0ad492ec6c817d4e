import assert from 'node:assert/strict';
import type { Role } from '../../server/src/kafka/property.js';
import { findIn, severityOf } from '../support/check.js';
import { broker, combined, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'unclean-leader-election';
const explicit = 'unclean.leader.election.enable=true';

describe('unclean-leader-election', () => {
  const severity = (settings: string, version?: string, role: Role = 'broker'): string | undefined =>
    severityOf(id, findIn(role, settings, { version }));

  it('is an error where the value is read: ZooKeeper-era brokers, controllers, combined nodes, topics', () => {
    assert.equal(severity(`${zookeeperBroker}\n${explicit}`), 'error');
    assert.equal(severity(`${controller}\n${explicit}`), 'error');
    assert.equal(severity(`${combined}\n${explicit}`), 'error');
    assert.equal(severity(explicit, undefined, 'topic'), 'error');
    assert.equal(severity('unclean.leader.election.enable=TRUE'), 'error');
  });

  it('is one step lower in KRaft before 3.9, which elected nothing', () => {
    assert.equal(severity(`${controller}\n${explicit}`, '3.8'), 'warning');
    assert.equal(severity(`${combined}\n${explicit}`, '3.6'), 'warning');
    assert.equal(severity(`${combined}\n${explicit}`, '3.9.0'), 'error');
    assert.equal(severity(`${zookeeperBroker}\n${explicit}`, '3.6'), 'error');
  });

  it('is information in the file of a broker that is no controller', () => {
    const [found] = findIn('broker', `${broker}\n${explicit}`, { version: '4.3' }).filter(one => one.rule.id === id);
    assert.equal(found?.severity, 'information');
    assert.match(found.message, /controllers read it/);
  });

  it('warns of the default before 0.11, but not for a topic, which inherits from its cluster', () => {
    assert.equal(severity('log.segment.bytes=1073741824', '0.10.2'), 'warning');
    assert.equal(severity('log.segment.bytes=1073741824', '0.11'), undefined);
    assert.equal(severity('cleanup.policy=delete', '0.10.2', 'topic'), undefined);
  });

  it('is silent on false, on an unknown value, and where there is only one replica', () => {
    assert.equal(severity('unclean.leader.election.enable=false'), undefined);
    assert.equal(severity('unclean.leader.election.enable=${UNCLEAN}'), undefined);
    assert.equal(severity(`default.replication.factor=1\n${explicit}`), undefined);
    assert.equal(severity('default.replication.factor=1', '0.10.2'), undefined);
  });
});
