import assert from 'node:assert/strict';
import { findIn } from '../support/check.js';

const said = (settings: string, version = '4.3') =>
  findIn('sink-connector', settings, { version })
    .filter(one => one.rule.id === 'sink-topics-conflict')
    .map(one => one.finding.message);
const dead = 'errors.deadletterqueue.topic.name=bad';

describe('sink-topics-conflict', () => {
  it('takes either topics or topics.regex, of which blanks are none', () => {
    assert.deepEqual(said('topics=a\ntopics.regex=b'), ['both']);
    assert.deepEqual(said('topics=\ntopics.regex=b'), []);
    assert.deepEqual(said('topics=a\ntopics.regex='), []);
    assert.deepEqual(said('topics='), ['neither']);
    assert.deepEqual(said('topics.regex='), ['neither']);
    assert.deepEqual(said('topics=${TOPICS}'), []);
    assert.deepEqual(said('tasks.max=1'), []);
    assert.deepEqual(said('topics=a\ntopics.regex=b', '1.0'), []);
  });
  it('keeps the dead-letter topic out of the topics, from 2.5 on', () => {
    assert.deepEqual(said(`topics=a, bad\n${dead}`), ['deadLettersListed']);
    assert.deepEqual(said(`topics=a, bad\n${dead}`, '2.4'), []);
    assert.deepEqual(said(`topics=a\n${dead}`), []);
    assert.deepEqual(said('topics=a\nerrors.deadletterqueue.topic.name='), []);
    assert.deepEqual(said(`topics.regex=b\n${dead}`), []);
    for (const pattern of ['b.*', 'bad|worse', '[a-c]ad', '\\wad'])
      assert.deepEqual(said(`topics.regex=${pattern}\n${dead}`), ['deadLettersMatched']);
  });
  it('takes the blank behind a pattern for a part of it', () => {
    assert.deepEqual(said(`topics.regex=bad \n${dead}`), []);
    assert.deepEqual(said(`topics.regex=bad|worse \n${dead}`), ['deadLettersMatched']);
  });
  it('leaves patterns alone that it does not read as Java does', () => {
    for (const pattern of ['\\p{Alpha}+', '(', 'b++', '${PATTERN}']) assert.deepEqual(said(`topics.regex=${pattern}\n${dead}`), []);
  });
});
