import assert from 'node:assert/strict';
import { findIn } from '../support/check.js';
import { broker, but, combined, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'controller-quorum-weak';
const voters = (count: number): string => Array.from({ length: count }, (_, i) => `${String(i + 7)}@c${String(i + 7)}:9093`).join(',');

describe('controller-quorum-weak', () => {
  const found = (settings: string): readonly string[] =>
    findIn('broker', settings)
      .filter(one => one.rule.id === id)
      .map(one => `${one.severity} ${one.finding.message}`);
  const withVoters = (file: string, count: number): readonly string[] => found(but(file, { 'controller.quorum.voters': voters(count) }));

  it('warns of one voter, but not on a lone node that is everything, which is folded as a cluster for development', () => {
    for (const file of [broker, controller]) assert.deepEqual(withVoters(file, 1), ['warning one']);
    assert.deepEqual(withVoters(combined, 1), []);
  });

  it('tells of an even number, and is content with three and five', () => {
    for (const file of [broker, controller]) {
      assert.deepEqual(withVoters(file, 2), ['information even']);
      assert.deepEqual(withVoters(file, 4), ['information even']);
      assert.deepEqual(withVoters(file, 3), []);
      assert.deepEqual(withVoters(file, 5), []);
    }
  });

  it('tells of combined roles where there are several nodes', () => {
    assert.deepEqual(found(combined), ['information combined']);
    assert.deepEqual([...withVoters(combined, 2)].sort(), ['information combined', 'information even']);
  });

  it('counts nothing but voters that it knows', () => {
    assert.deepEqual(found(zookeeperBroker), []);
    assert.deepEqual(found(but(broker, { 'controller.quorum.voters': '${VOTERS}' })), []);
    assert.deepEqual(found(but(combined, { 'controller.quorum.voters': undefined, 'controller.quorum.bootstrap.servers': 'c7:9093' })), []);
  });
});
