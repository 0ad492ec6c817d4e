import assert from 'node:assert/strict';
import { readMarked } from './markers.js';

describe('marked texts', () => {
  it('give spans and cursors in offsets of the text without markers', () => {
    assert.deepEqual(readMarked('a = [|1|]\nb| = [|[|2|]3|]'), {
      text: 'a = 1\nb = 23',
      spans: [
        { start: 4, end: 5 },
        { start: 10, end: 12 },
        { start: 10, end: 11 },
      ],
      cursors: [7],
    });
  });

  it('can mark an empty span', () => {
    assert.deepEqual(readMarked('a=[||]').spans, [{ start: 2, end: 2 }]);
  });

  it('must close and open their spans', () => {
    assert.throws(() => readMarked('[|a'), /no end/);
    assert.throws(() => readMarked('a|]'), /never began/);
  });
});
