import assert from 'node:assert/strict';
import rule from '../../server/src/rules/share-group-drops.js';
import { spoken } from '../support/findings.js';

const limit = 'group.share.delivery.count.limit';
const mode = 'share.acknowledgement.mode';
const onFailure = 'smallrye:share-group.failure-acknowledgement-type';

describe('share-group-drops', () => {
  it('tells of a broker that gives up early, in versions that have share groups', () => {
    const found = (value: string, version = '4.2'): readonly string[] => spoken(rule, 'broker', [`${limit}=${value}`], { version });
    assert.deepEqual(found('2'), [`information attempts ${limit}: ${limit}=5`]);
    for (const value of ['5', '10', '${LIMIT}']) assert.deepEqual(found(value), [], value);
    assert.deepEqual(found('2', '3.8'), []);
  });

  it('tells of a consumer that accepts what it has not finished', () => {
    const found = (value: string, version = '4.2'): readonly string[] => spoken(rule, 'consumer', [`${mode}=${value}`], { version });
    assert.deepEqual(found('implicit'), [`information implicit ${mode}: ${mode}=explicit`]);
    for (const value of ['explicit', '${MODE}']) assert.deepEqual(found(value), [], value);
    assert.deepEqual(found('implicit', '4.0'), []);
  });

  it('warns of a channel that gives a record up at its first failure', () => {
    const found = (...settings: readonly string[]): readonly string[] => spoken(rule, 'consumer', settings);
    for (const type of ['reject', 'accept', 'REJECT'])
      assert.deepEqual(found('smallrye:share-group=true', `${onFailure}=${type}`), [`warning givenUp ${onFailure}: ${onFailure}=release`]);
    for (const type of ['release', 'renew', '${TYPE}'])
      assert.deepEqual(found('smallrye:share-group=true', `${onFailure}=${type}`), [], type);
    assert.deepEqual(found(`${onFailure}=reject`), []);
  });
});
