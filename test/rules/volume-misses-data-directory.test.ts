import assert from 'node:assert/strict';
import { analyzeFile } from '../support/check.js';

const id = 'volume-misses-data-directory';

/** What is said of a broker with these volumes, and where: the text that is underlined. */
function told(volumes: string, variables = 'KAFKA_NUM_IO_THREADS: 8', image = 'apache/kafka'): readonly string[] {
  const text = `services:\n  kafka:\n    image: ${image}\n    environment:\n      ${variables}\n${volumes}`;
  return analyzeFile('compose.yml', text)
    .diagnoses.filter(({ rule }) => rule.id === id)
    .map(({ message, span }) => `${text.slice(span.start, span.end)}: ${/mounted at (\S+),/.exec(message)?.[1] ?? ''}`);
}

describe(id, () => {
  const list = (...volumes: readonly string[]): string => `    volumes:\n${volumes.map(one => `      - ${one}\n`).join('')}`;

  it('looks for what is mounted at the directories of records', () => {
    const dirs = 'KAFKA_LOG_DIRS: /data/a,/data/b';
    assert.deepEqual(told(list('a:/data/a', 'b:/data/b:rw'), dirs), []);
    assert.deepEqual(told(list('a:/data/a'), dirs), ['a:/data/a: /data/b']);
    assert.deepEqual(told(list('/data/'), dirs), []);
    assert.deepEqual(told(list('a:/data/a/deeper'), 'KAFKA_LOG_DIR: /data/a'), ['a:/data/a/deeper: /data/a']);
    assert.deepEqual(told(list('a:/database'), 'KAFKA_LOG_DIR: /data'), ['a:/database: /data']);
  });

  it('knows where Kafka keeps them where nothing else is said', () => {
    assert.deepEqual(told(list('data:/var/lib/kafka/data')), ['data:/var/lib/kafka/data: /tmp/kafka-logs']);
    assert.deepEqual(told(list('data:/var/lib/kafka/data'), 'KAFKA_NUM_IO_THREADS: 8', 'confluentinc/cp-kafka'), []);
  });

  it('reads volumes that are written at length, and those with variables', () => {
    const long = '    volumes:\n      - type: volume\n        source: a\n        target: /data\n';
    assert.deepEqual(told(long, 'KAFKA_LOG_DIRS: /data/kafka'), []);
    assert.deepEqual(told(long, 'KAFKA_LOG_DIRS: /other'), ['/data: /other']);
    assert.deepEqual(told(list('${DATA:-./data}:/data'), 'KAFKA_LOG_DIRS: /data'), []);
  });

  it('is silent where it is not seen which volumes or directories there are', () => {
    assert.deepEqual(told('    volumes_from: [other]\n', 'KAFKA_LOG_DIRS: /data'), []);
    assert.deepEqual(told(list('a:/data'), 'KAFKA_LOG_DIRS: ${DIRS}'), []);
    assert.deepEqual(told(list('a:/data'), 'CONNECT_GROUP_ID: a', 'confluentinc/cp-kafka-connect'), []);
  });
});
