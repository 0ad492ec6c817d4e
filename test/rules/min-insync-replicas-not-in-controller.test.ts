import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';
import { broker, but, combined, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'min-insync-replicas-not-in-controller';
const key = 'min.insync.replicas';

describe('min-insync-replicas-not-in-controller', () => {
  const severity = (settings: string, version?: string): string | undefined => severityOf(id, findIn('broker', settings, { version }));

  it('warns of a value above 1 in a broker’s file from 4.1', () => {
    assert.equal(severity(`${broker}\n${key}=2`, '4.1.0'), 'warning');
    assert.equal(severity(`${broker}\n${key}=2`, '4.0'), undefined);
    for (const file of [broker, `${broker}\n${key}=1`, `${broker}\n${key}=\${MIN_ISR}`]) assert.equal(severity(file, '4.3'), undefined);
  });

  it('warns of 1 and of nothing in a controller’s file from 4.1', () => {
    assert.equal(severity(`${controller}\n${key}=1`, '4.3'), 'warning');
    assert.equal(severity(controller, '4.3'), 'warning');
    assert.equal(severity(`${controller}\n${key}=1`, '4.0'), undefined);
    assert.equal(severity(controller, '4.0'), undefined);
    for (const value of ['2', '${MIN_ISR}']) assert.equal(severity(`${controller}\n${key}=${value}`, '4.3'), undefined, value);
  });

  it('is an assumption, one step lower, while nobody says which version runs', () => {
    const [found] = findIn('broker', `${broker}\n${key}=2`).filter(one => one.rule.id === id);
    assert.deepEqual([found?.severity, found?.certainty], ['information', 'assumed']);
  });

  it('misses nothing in a controller on one’s own machine', () => {
    assert.equal(severity(but(controller, { 'controller.quorum.voters': '7@localhost:9093' }), '4.3'), undefined);
    assert.equal(
      severity(but(controller, { 'controller.quorum.voters': undefined, 'controller.quorum.bootstrap.servers': 'c7:9093' }), '4.3'),
      'warning',
    );
    assert.equal(severity(but(controller, { 'controller.quorum.voters': '${VOTERS}' }), '4.3'), 'warning');
  });

  it('has nothing to say to combined nodes and to ZooKeeper-era brokers', () => {
    assert.equal(severity(`${combined}\n${key}=1`, '4.3'), undefined);
    assert.equal(severity(`${zookeeperBroker}\n${key}=2`, '3.9'), undefined);
  });
});
