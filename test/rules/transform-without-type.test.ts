import assert from 'node:assert/strict';
import type { Role } from '../../server/src/kafka/property.js';
import { findIn } from '../support/check.js';

const said = (settings: string, version = '4.3', role: Role = 'sink-connector') =>
  findIn(role, settings, { version })
    .filter(one => one.rule.id === 'transform-without-type')
    .map(one => one.message.split(',')[0]);

describe('transform-without-type', () => {
  it('wants a class for every alias, named once', () => {
    assert.deepEqual(said('transforms=a, b, b\ntransforms.a.type=x'), ['transforms names b']);
    assert.deepEqual(said('transforms=a\ntransforms.a.type=${TYPE}', '4.3', 'connector'), []);
    assert.deepEqual(said('transforms=${TRANSFORMS}\ntransforms.a.type=x'), []);
    assert.deepEqual(said('tasks.max=1'), []);
  });
  it('knows predicates from 2.6 on', () => {
    assert.deepEqual(said('predicates=a', '2.6'), ['predicates names a']);
    assert.deepEqual(said('predicates=a', '2.5'), []);
  });
});
