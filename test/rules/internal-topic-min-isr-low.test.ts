import assert from 'node:assert/strict';
import { findIn } from '../support/check.js';
import { controller } from './shared/nodes.js';

const id = 'internal-topic-min-isr-low';
const [replication, minIsr] = ['transaction.state.log.replication.factor', 'transaction.state.log.min.isr'];

describe('internal-topic-min-isr-low', () => {
  const found = (settings: string, version = '4.3'): string | undefined => {
    const one = findIn('broker', settings, { version }).find(diagnosis => diagnosis.rule.id === id);
    return one && `${one.severity} ${one.finding.message}`;
  };

  it('warns of 1', () => {
    assert.equal(found(`${minIsr}=1`), 'warning one');
    assert.equal(found(`${replication}=3\n${minIsr}=1`), 'warning one');
    assert.equal(found('share.coordinator.state.topic.min.isr=1'), 'warning one');
    assert.equal(found(`${controller}\n${minIsr}=1`), undefined);
  });

  it('warns of more than the topic has replicas, which means something else from 3.7', () => {
    assert.equal(found(`${replication}=2\n${minIsr}=3`, '3.6'), 'warning neverMet');
    assert.equal(found(`${replication}=2\n${minIsr}=3`, '3.7.0'), 'warning cutDown');
    assert.equal(found(`${replication}=1\n${minIsr}=2`), 'warning cutDown');
    assert.equal(found(`${replication}=2\n${minIsr}=2`), undefined);
    assert.equal(found(`${minIsr}=5`), undefined);
  });

  it('tells before 3.7 that one replica does not meet the default', () => {
    assert.equal(found(`${replication}=1`, '3.6'), 'information neverMetByDefault');
    assert.equal(found(`${replication}=1`, '3.7.0'), undefined);
    assert.equal(found(`${replication}=2`, '3.6'), undefined);
    assert.equal(found(`${replication}=1\n${minIsr}=\${MIN_ISR}`, '3.6'), undefined);
  });
});
