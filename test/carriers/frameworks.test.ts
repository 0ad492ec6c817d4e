import assert from 'node:assert/strict';
import { compareAnswers, lineOf, unexplainedIn } from '../kafka/frameworks/compare.js';
import { readRecording, recordedNames } from '../kafka/frameworks/recording.js';
import { some } from '../support/runs.js';
import { comparisons } from '../kafka/frameworks/registry.js';

describe('clients get what the real framework gives them', () => {
  for (const name of recordedNames()) {
    it(`in the files recorded with ${name}`, () => {
      const comparison = comparisons.find(one => one.name === name);
      assert.ok(comparison, `no comparison is called ${name}`);
      const recorded = readRecording(name);
      assert.ok(recorded.length > comparison.cases.length);
      for (const one of some(recorded, name.length)) {
        const unexplained = unexplainedIn(compareAnswers(comparison, one, one, comparison.resolve(one)));
        assert.deepEqual(unexplained.map(lineOf), [], `${one.about ?? 'generated'}, ${one.path}:\n${one.text}`);
      }
    });
  }
  it('for each of them that is compared', () => {
    assert.deepEqual([...comparisons.map(one => one.name)].sort(), [...recordedNames()].sort());
  });
});
