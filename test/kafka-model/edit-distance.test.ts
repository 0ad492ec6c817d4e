import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../server/src/kafka/edit-distance.js';

describe('the distance between two words', () => {
  it('counts a letter left out, added, replaced, or swapped with its neighbour as one', () => {
    assert.equal(editDistance('isteners', 'listeners'), 1);
    assert.equal(editDistance('listenerss', 'listeners'), 1);
    assert.equal(editDistance('earliezt', 'earliest'), 1);
    assert.equal(editDistance('lsiteners', 'listeners'), 1);
    assert.equal(editDistance('none', 'latest'), 5);
  });

  it('counts every letter against nothing', () => {
    assert.equal(editDistance('', 'acks'), 4);
    assert.equal(editDistance('acks', ''), 4);
    assert.equal(editDistance('', ''), 0);
  });

  it('is zero for equal words only, and the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        assert.equal(editDistance(one, other), editDistance(other, one));
        assert.equal(editDistance(one, other) === 0, one === other);
      }),
    );
  });
});
