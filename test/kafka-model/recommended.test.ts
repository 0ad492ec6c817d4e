import assert from 'node:assert/strict';
import { propertiesOf } from '../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../server/src/kafka/property.js';
import { recommendedValue } from '../../server/src/kafka/recommended.js';
import { violationOf } from '../../server/src/kafka/value.js';
import { parseVersion } from '../../server/src/kafka/version.js';

describe('recommended values', () => {
  it('keep acknowledged messages safe', () => {
    assert.equal(recommendedValue('producer', 'acks'), 'all');
    assert.equal(recommendedValue('producer', 'retries'), '2147483647');
    assert.equal(recommendedValue('broker', 'unclean.leader.election.enable'), 'false');
    assert.equal(recommendedValue('topic', 'min.insync.replicas'), '2');
    assert.equal(recommendedValue('consumer', 'auto.offset.reset'), 'earliest');
  });

  it('are given only where one value is better for everyone', () => {
    assert.equal(recommendedValue('producer', 'batch.size'), undefined);
    assert.equal(recommendedValue('admin', 'retries'), undefined);
    assert.equal(recommendedValue('producer', 'toString'), undefined);
  });

  it('are accepted by Kafka', () => {
    const version = parseVersion('4.3');
    assert.ok(version);
    let checked = 0;
    const roles: Role[] = ['broker', 'topic', 'group', 'producer', 'consumer', 'streams', 'connect-distributed', 'sink-connector'];
    for (const property of [...roles, 'mirror-source' as const, 'mirror-checkpoint' as const, 'mirror-heartbeat' as const].flatMap(
      propertiesOf,
    )) {
      const value = recommendedValue(property.role, property.name);
      if (value === undefined) continue;
      assert.equal(violationOf(property, value, version), undefined, property.name);
      checked++;
    }
    assert.equal(checked, 49);
  });
});
