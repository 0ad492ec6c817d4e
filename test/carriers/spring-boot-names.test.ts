import assert from 'node:assert/strict';
import { bare, mapKey, named, namingOf, relaxed, splitName } from '../../server/src/carriers/shared/names.js';

describe('a configuration name of Spring', () => {
  it('is split at dots, and brackets protect what is in them', () => {
    const texts = (name: string) => splitName(name).map(({ text, bracketed }) => (bracketed ? `[${text}]` : text));
    assert.deepEqual(texts('spring.kafka.consumer.group-id'), ['spring', 'kafka', 'consumer', 'group-id']);
    assert.deepEqual(texts('properties[max.block.ms]'), ['properties', '[max.block.ms]']);
    assert.deepEqual(texts('[a.b].c[0]'), ['[a.b]', 'c', '[0]']);
    assert.deepEqual(texts('a..b.'), ['a', 'b']);
    assert.deepEqual(texts(''), []);
    assert.deepEqual(texts('[]x[unclosed'), ['[]', 'x', 'unclosed']);
  });
  it('is the same in kebab, camel and snake case', () => {
    for (const name of ['enable-auto-commit', 'enableAutoCommit', 'enable_auto_commit', 'ENABLE_AUTO_COMMIT', 'enableautocommit']) {
      assert.equal(relaxed(name), 'enableautocommit');
    }
  });
  it('keeps letters, digits and -_. of a map key outside brackets, as Spring Boot 3.5 does', () => {
    const key = (name: string) => mapKey(splitName(name));
    assert.equal(key('max.block.ms'), 'max.block.ms');
    assert.equal(key('a/b.c@d'), 'ab.cd');
    assert.equal(key('max_poll.Records'), 'max_poll.Records');
    assert.equal(key('[a/b]'), 'a/b');
    assert.equal(key('[a.b].c'), 'a.b.c');
  });
  it('is compared by letters and digits to find what a wrong one means', () => {
    assert.equal(bare('enable-idempotence'), bare('enable.idempotence'));
  });
  it('is written as its neighbours are', () => {
    assert.equal(namingOf(['groupId', 'acks']), 'camel');
    assert.equal(namingOf(['group_id', 'acks']), 'snake');
    assert.equal(namingOf(['group_id', 'client-id']), 'kebab');
    assert.equal(namingOf(['acks']), 'kebab');
    assert.deepEqual(
      [named('enable-auto-commit', 'kebab'), named('enable-auto-commit', 'camel'), named('enable-auto-commit', 'snake')],
      ['enable-auto-commit', 'enableAutoCommit', 'enable_auto_commit'],
    );
  });
});
