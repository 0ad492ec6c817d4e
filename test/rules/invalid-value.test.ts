import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, findIn, findInSpring, summaries, type Circumstances } from '../support/check.js';

const id = 'invalid-value';

function messagesIn(role: Role, settings: string, circumstances: Circumstances = {}): readonly string[] {
  return findIn(role, settings, circumstances)
    .filter(one => one.rule.id === id)
    .map(one => one.message);
}

describe('invalid-value', () => {
  it('says for each kind of refusal what is allowed', () => {
    const said = (role: Role, settings: string, version?: string): string => messagesIn(role, settings, { version }).join(' ');
    assert.match(said('broker', 'auto.create.topics.enable=yes'), /must be true or false.*nearest valid value is true/);
    assert.match(said('producer', 'acks=all\nlinger.ms=soon'), /must be a whole number, with nothing behind it\.$/);
    assert.match(said('consumer', 'auto.offset.reset=earliest\nsasl.login.refresh.window.factor=much'), /must be a number/);
    assert.match(said('producer', 'acks=all\ntransactional.id='), /must not be empty/);
    assert.match(said('broker', 'log.dirs=/a,,/b', '4.3'), /must not hold an empty item.*\/a,\/b\./);
    assert.match(said('consumer', 'auto.offset.reset=by_duration:6M', '4.3'), /length of time such as PT6M/);
    assert.match(said('producer', 'acks=all\nretries=2147483648'), /between -2147483648 and 2147483647/);
    assert.match(said('broker', 'min.insync.replicas=0'), /at least 1/);
    assert.match(said('broker', 'group.share.delivery.count.limit=11', '4.3'), /at most 10/);
    assert.match(said('broker', 'log.retention.ms=0'), /must not be 0/);
    assert.match(said('producer', 'acks=2'), /one of all, -1, 0, 1, written exactly so/);
    assert.match(said('topic', 'cleanup.policy=delete,compacted'), /compacted is not among/);
  });

  it('names durations among the allowed values only where Kafka knows them', () => {
    assert.match(messagesIn('consumer', 'auto.offset.reset=LATEST', { version: '4.3' }).join(), /by_duration/);
    assert.doesNotMatch(messagesIn('consumer', 'auto.offset.reset=LATEST', { version: '3.9' }).join(), /by_duration/);
  });

  it('offers the nearest value first, and the recommended one where it is another', () => {
    const analysis = analyzeFile('server.properties', 'log.dirs=/data\nmin.insync.replicas=0\n');
    const found = analysis.diagnoses.find(one => one.rule.id === id);
    assert.ok(found);
    assert.deepEqual(
      fixesOf(found, analysis).map(({ title, safety }) => `${safety} ${title}`),
      ['unsafe Set min.insync.replicas to 1', 'unsafe Set min.insync.replicas to 2'],
    );
  });

  it('is an error that Kafka refuses, even if the role is a guess or the file is for development', () => {
    const found = findIn('admin', 'retries=-1').find(one => one.rule.id === id);
    assert.deepEqual([found?.severity, found?.certainty, found?.refusedByKafka], ['error', 'certain', true]);
    assert.ok(summaries('application-dev.yml', 'spring.kafka.producer.acks: ALL\n').includes(`error ${id} ALL`));
  });

  it('judges by the version that runs', () => {
    assert.deepEqual(messagesIn('topic', 'segment.bytes=1024', { version: '4.0' }), []);
    assert.equal(messagesIn('topic', 'segment.bytes=1024', { version: '4.1' }).length, 1);
  });

  it('checks the attributes of Spring too', () => {
    const text = 'spring.kafka:\n  consumer.group-id: a\n  listener.ack-mode: sometimes\n';
    assert.ok(summaries('application.yml', text).includes(`error ${id} sometimes`));
  });

  it('understands what Spring converts before Kafka sees it', () => {
    const found = findInSpring('consumer', 'fetch.max.wait.ms=5s\nisolation.level=READ_COMMITTED\nenable.auto.commit=no');
    assert.deepEqual(
      found.filter(one => one.rule.id === id),
      [],
    );
  });

  it('never shows a secret or a value made of one', () => {
    // no key of Kafka's that may be a secret is checked today but by its type, so a numeric one stands in
    const found = messagesIn('broker', 'delegation.token.max.lifetime.ms=hunter2');
    assert.deepEqual(found, ['The value of delegation.token.max.lifetime.ms is refused: it is not of the kind that is wanted here.']);
  });

  it('says nothing of a value that is not known', () => {
    assert.deepEqual(messagesIn('producer', 'acks=${ACKS}\nlinger.ms={{ linger }}'), []);
  });
});
