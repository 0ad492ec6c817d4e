import assert from 'node:assert/strict';
import { defaultOptions, readOptions, versionOf, wantedFor } from '../../server/src/analysis/options.js';

describe('the user’s settings', () => {
  it('are what they say', () => {
    const options = readOptions({ kafkaVersion: '3.6', profile: 'strict', rules: { 'acks-none': 'off', 'acks-leader-only': 'error' } });
    assert.equal(options.kafkaVersion?.text, '3.6');
    assert.equal(options.profile, 'strict');
    assert.deepEqual(options.severities, { 'acks-none': 'off', 'acks-leader-only': 'error' });
  });

  it('are as if not set where they are missing or make no sense', () => {
    const nonsense = { kafkaVersion: 'auto', profile: 'brave', rules: { 'acks-none': 'default', 'acks-leader-only': 3 } };
    for (const section of [undefined, null, 'text', [], {}, nonsense, { kafkaVersion: 4, profile: 1, rules: 'all' }]) {
      assert.deepEqual(readOptions(section), defaultOptions, JSON.stringify(section));
    }
  });

  it('name files by globs; names that nothing has are left out', () => {
    const { files } = readOptions({ files: { '*.a': 'off', '*.b': 'broker', '*.c': 'nobody', '*.d': 3 } });
    assert.deepEqual(files, [
      { glob: '*.a', wanted: { kind: 'off' } },
      { glob: '*.b', wanted: { kind: 'role', role: 'broker' } },
    ]);
    assert.equal(wantedFor('x.a', { ...defaultOptions, files })?.kind, 'off');
    assert.equal(wantedFor('x.c', { ...defaultOptions, files }), undefined);
  });

  it('take a version of the program’s own for granted', () => {
    assert.equal(versionOf('2.8').text, '2.8');
    assert.throws(() => versionOf('latest'), /"latest" is no Kafka version/);
  });
});
