import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';
import { broker, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'auto-create-topics';

describe('auto-create-topics', () => {
  const severity = (settings: string): string | undefined => severityOf(id, findIn('broker', settings));

  it('warns of an explicit true and tells of the default', () => {
    assert.equal(severity('auto.create.topics.enable=true'), 'warning');
    assert.equal(severity('auto.create.topics.enable=True'), 'warning');
    for (const file of [broker, zookeeperBroker]) assert.equal(severity(file), 'information');
  });

  it('is silent on false, on an unknown value, and on a node that only controls', () => {
    assert.equal(severity('auto.create.topics.enable=false'), undefined);
    assert.equal(severity('auto.create.topics.enable=${AUTO}'), undefined);
    assert.equal(severity(controller), undefined);
    assert.equal(severity(`${controller}\nauto.create.topics.enable=true`), undefined);
  });
});
