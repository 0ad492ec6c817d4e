import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';

const id = 'librdkafka-start-conflict';
const path = (client: string): string => `librdkafka-${client}.properties`;
const head = 'bootstrap.servers=a:1\nstatistics.interval.ms=1000\n';

/** What is underlined of a client with these lines, and how it is called. */
function found(client: 'producer' | 'consumer', ...lines: readonly string[]): readonly string[] {
  const text = `${head}${lines.join('\n')}\n`;
  const said = analyzeFile(path(client), text).diagnoses.filter(({ rule }) => rule.id === id);
  for (const { severity, refusedByKafka } of said) assert.deepEqual([severity, refusedByKafka], ['error', true]);
  return said.map(({ span, finding }) => `${finding.message} ${text.slice(span.start, span.end)}`);
}

/** The lines after each fix. */
function mended(client: 'producer' | 'consumer', ...lines: readonly string[]): readonly string[] {
  const text = `${head}${lines.join('\n')}\n`;
  const analysis = analyzeFile(path(client), text);
  const said = analysis.diagnoses.filter(({ rule }) => rule.id === id);
  return said.flatMap(one => fixesOf(one, analysis)).map(({ edits }) => applyEdits(text, edits).slice(head.length).trim());
}

describe('librdkafka-start-conflict', () => {
  it('wants the longest pause between connections not to be shorter than the first one', () => {
    assert.deepEqual(found('producer', 'reconnect.backoff.ms=20000'), ['least 20000']);
    assert.deepEqual(found('consumer', 'reconnect.backoff.max.ms=50'), ['least 50']);
    assert.deepEqual(found('producer', 'reconnect.backoff.ms=10000'), []);
    assert.deepEqual(mended('producer', 'reconnect.backoff.ms=20000'), ['reconnect.backoff.ms=20000\nreconnect.backoff.max.ms=20000']);
  });
  it('wants the work to be allowed at least as long as a session', () => {
    assert.deepEqual(found('consumer', 'session.timeout.ms=300001'), ['least 300001']);
    assert.deepEqual(found('consumer', 'session.timeout.ms=300000'), []);
    assert.deepEqual(found('consumer', 'max.poll.interval.ms=40000'), ['least 40000']);
    assert.deepEqual(found('consumer', 'max.poll.interval.ms=40000', 'group.protocol=consumer'), []);
    assert.deepEqual(found('producer', 'session.timeout.ms=300001'), []);
  });
  it('wants a fetch to hold a message, and an answer to hold a fetch', () => {
    assert.deepEqual(found('consumer', 'fetch.max.bytes=999999'), ['least 999999']);
    assert.deepEqual(found('consumer', 'message.max.bytes=60000000'), []);
    assert.deepEqual(found('consumer', 'receive.message.max.bytes=52428800'), ['frame 52428800']);
    assert.deepEqual(found('consumer', 'receive.message.max.bytes=52429312'), []);
    assert.deepEqual(found('consumer', 'fetch.min.bytes=0'), ['fetchRange 0']);
    assert.deepEqual(mended('consumer', 'fetch.min.bytes=0', 'group.id=g'), ['group.id=g']);
  });
  it('wants records to live longer than they wait to be sent', () => {
    assert.deepEqual(found('producer', 'linger.ms=20', 'message.timeout.ms=20'), ['lingers 20']);
    assert.deepEqual(found('producer', 'linger.ms=20', 'message.timeout.ms=21'), []);
    assert.deepEqual(found('producer', 'linger.ms=20', 'message.timeout.ms=0'), []);
    assert.deepEqual(found('producer', 'message.timeout.ms=3'), []);
    assert.deepEqual(found('producer', 'linger.ms=20', 'message.timeout.ms=${TIMEOUT}'), []);
  });
  it('wants nothing to outlive the transaction', () => {
    assert.deepEqual(found('producer', 'transactional.id=t', 'message.timeout.ms=60001'), ['outlivesTransaction 60001']);
    assert.deepEqual(found('producer', 'transactional.id=t', 'message.timeout.ms=60000'), []);
    assert.deepEqual(found('producer', 'transactional.id=t', 'socket.timeout.ms=60101'), ['outlivesTransaction 60101']);
    assert.deepEqual(found('producer', 'transactional.id=t', 'transaction.timeout.ms=${T}', 'message.timeout.ms=70000'), []);
    assert.deepEqual(found('producer', 'message.timeout.ms=60001'), []);
    // the sum is one of 32 bits
    assert.deepEqual(found('producer', 'transactional.id=t', 'transaction.timeout.ms=2147483647', 'socket.timeout.ms=1000'), [
      'outlivesTransaction 1000',
    ]);
  });
  it('wants idempotence for records without gaps, and order for idempotence', () => {
    assert.deepEqual(found('producer', 'queue.buffering.backpressure.threshold=2', 'enable.idempotence=true'), ['unordered 2']);
    assert.deepEqual(found('producer', 'enable.gapless.guarantee=true'), ['gapless true']);
    assert.deepEqual(found('producer', 'enable.gapless.guarantee=true', 'enable.idempotence=true'), []);
    assert.deepEqual(found('producer', 'queuing.strategy=lifo', 'enable.idempotence=true'), ['unordered lifo']);
    assert.deepEqual(found('producer', 'queuing.strategy=lifo'), []);
  });
  it('leaves to the broker what it decides in the newer protocol', () => {
    assert.deepEqual(found('consumer', 'group.protocol=consumer', 'session.timeout.ms=40000'), ['classicOnly session.timeout.ms=40000']);
    assert.deepEqual(found('consumer', 'group.protocol=CONSUMER', 'heartbeat.interval.ms=${H}').length, 1);
    assert.deepEqual(found('consumer', 'group.protocol=classic', 'session.timeout.ms=40000'), []);
    assert.deepEqual(mended('consumer', 'group.protocol=consumer', 'session.timeout.ms=40000'), ['group.protocol=consumer']);
  });
});
