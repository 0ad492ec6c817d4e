import assert from 'node:assert/strict';
import badRecordsSkipped from '../../server/src/rules/bad-records-skipped.js';
import { findIn, severityOf } from '../support/check.js';
import { configWith } from '../support/configs.js';

const id = 'bad-records-skipped';
const errors = 'org.apache.kafka.streams.errors';
const older = 'default.deserialization.exception.handler';
const skips = `${errors}.LogAndContinueExceptionHandler`;
const deadLetters = 'errors.dead.letter.queue.topic.name=orders-bad';

describe('bad-records-skipped', () => {
  const speaks = (settings: string, version: string): boolean => severityOf(id, findIn('streams', settings, { version })) !== undefined;

  it('trusts a dead-letter topic only from 4.2 on, which brought it', () => {
    assert.ok(speaks(`${older}=${skips}\n${deadLetters}`, '4.1'));
    assert.ok(!speaks(`${older}=${skips}\n${deadLetters}`, '4.2'));
  });

  it('says that a record without a time goes to no dead-letter topic', () => {
    const extractor = 'default.timestamp.extractor=org.apache.kafka.streams.processor.LogAndSkipOnInvalidTimestamp';
    assert.ok(speaks(`${extractor}\n${deadLetters}`, '4.3'));
  });

  it('leaves the older key alone where the newer one takes its place', () => {
    const both = `${older}=${skips}\ndeserialization.exception.handler=${errors}.LogAndFailExceptionHandler`;
    assert.ok(!speaks(both, '4.0'));
    assert.ok(speaks(both, '3.9'));
  });

  it('does not judge handlers of the application', () => {
    for (const handler of ['com.example.Handler', '${HANDLER}']) assert.ok(!speaks(`${older}=${handler}`, '4.3'));
  });

  describe('in Spring Cloud Stream', () => {
    const key = 'scs:streams.deserialization-exception-handler';
    const found = (value: string, ...more: readonly string[]): readonly (readonly string[])[] =>
      [...(badRecordsSkipped.check?.(configWith('streams', [`${key}=${value}`, ...more])) ?? [])].map(finding =>
        (finding.fixes ?? []).flatMap(fix =>
          fix.changes.map(change => (change.kind === 'set' ? `${change.property}=${change.value}` : '')),
        ),
      );

    it('reads the words of the binder in any case', () => {
      for (const value of ['logAndContinue', 'log-and-continue', 'LOGANDCONTINUE', 'skipAndContinue'])
        assert.equal(found(value).length, 1, value);
      for (const value of ['logAndFail', 'sendToDlq']) assert.equal(found(value).length, 0, value);
    });

    it('offers its own way out, and the topic of Kafka Streams only where the handler writes to it', () => {
      assert.deepEqual(found('logAndContinue', 'application.id=orders'), [
        ['errors.dead.letter.queue.topic.name=orders-dead-letters', `${key}=sendToDlq`, `${key}=logAndFail`],
      ]);
      assert.deepEqual(found('skipAndContinue', deadLetters), [[`${key}=sendToDlq`, `${key}=logAndFail`]]);
      assert.deepEqual(found('logAndContinue', deadLetters), []);
    });
  });
});
