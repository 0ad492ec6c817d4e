import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Role } from '../../server/src/kafka/property.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries, type Circumstances } from '../support/check.js';
import { readFile } from '../support/configs.js';
import { carrierOf } from '../support/render.js';

const path = 'ksql-server.properties';
/** A server of which nothing is to be said. */
const head =
  'bootstrap.servers=kafka:9092\nksql.service.id=orders_\nksql.internal.topic.replicas=3\nksql.fail.on.deserialization.error=true\n';

function found(lines: string, circumstances?: Circumstances): readonly string[] {
  return summaries(path, head + lines, circumstances);
}

/** What each fix of the rule makes of the lines. */
function mended(lines: string, rule: string): readonly string[] {
  const text = head + lines;
  const analysis = analyzeFile(path, text);
  const diagnoses = analysis.diagnoses.filter(one => one.rule.id === rule);
  return diagnoses.flatMap(one => fixesOf(one, analysis)).map(({ edits }) => applyEdits(text, edits).replace(head, ''));
}

describe('the file of a ksqlDB server', () => {
  it('is known by keys that only the server reads', () => {
    for (const line of ['ksql.streams.state.dir=/d', 'ksql.queries.file=/q.sql', 'ksql.connect.worker.config=/c', 'ksql.sink.replicas=3'])
      assert.equal(readFile('x.properties', `${line}\nnum.stream.threads=2\nacks=1\n`)?.reading.carrier, 'ksqldb', line);
  });
  it('is none of a client of the server', () => {
    for (const line of ['ksql.server.url=http://ksql:8088', 'ksql.url=x'])
      assert.equal(readFile('application.properties', `${line}\nacks=1\n`), undefined, line);
  });
  it('has keys of the server beside those of Kafka Streams', () => {
    const lines =
      'listeners=http://0.0.0.0:8088\nui.enabled=true\nssl.client.auth=true\nksql.schema.registry.url=x\nksql.udf.x.y=1\nksql.connect.url=z\n';
    assert.deepEqual(found(lines), []);
    assert.deepEqual(readFile(path, head + lines)?.reading.unknownKeys, []);
  });
  it('has unknown keys behind the prefixes of Kafka Streams and its clients', () => {
    const lines = 'ksql.streams.num.standby.replica=1\nproducer.linger.m=5\nksql.server.command.consumer.fetch.max.byte=1\nksql.streams.\n';
    assert.deepEqual(found(lines), [
      'warning unknown-property ksql.streams.num.standby.replica',
      'warning unknown-property producer.linger.m',
      'warning unknown-property ksql.server.command.consumer.fetch.max.byte',
    ]);
    assert.deepEqual(mended(lines, 'unknown-property'), [
      lines.replace('replica=', 'replicas='),
      lines.replace('linger.m=', 'linger.ms='),
      lines.replace('byte=', 'bytes='),
    ]);
  });
});

describe('a query of ksqlDB', () => {
  it('is judged like any application of Kafka Streams', () => {
    assert.deepEqual(found('ksql.streams.replication.factor=1\nksql.streams.producer.acks=1\nksql.streams.topic.min.insync.replicas=1\n'), [
      'warning replication-factor-low 1',
      'warning acks-leader-only 1',
      'warning min-insync-replicas-low 1',
    ]);
  });
  it('starts where its statement or auto.offset.reset says, not where the consumer is told to', () => {
    const lines = 'ksql.streams.consumer.auto.offset.reset=earliest\n';
    assert.deepEqual(found(lines), ['warning ignored-property ksql.streams.consumer.auto.offset.reset']);
    assert.deepEqual(mended(lines, 'ignored-property'), ['ksql.streams.auto.offset.reset=earliest\n']);
  });
  it('starts at the end by default, and cannot be told to go back by a length of time', () => {
    const lines = 'ksql.streams.consumer.max.poll.records=100\n';
    assert.deepEqual(found(lines), ['information offset-reset-latest ksql.streams.consumer.max.poll.records']);
    assert.deepEqual(mended(lines, 'offset-reset-latest'), [`${lines}ksql.streams.auto.offset.reset=earliest\n`]);
    assert.deepEqual(found('auto.offset.reset=latest\n'), ['warning offset-reset-latest latest']);
  });
  it('has a name and the times of its records from the server', () => {
    assert.deepEqual(found('ksql.streams.application.id=x\ndefault.timestamp.extractor=y\n'), [
      'warning ignored-property ksql.streams.application.id',
      'warning ignored-property default.timestamp.extractor',
    ]);
  });
  it('skips what it cannot deserialize unless the server is told to fail', () => {
    const text = 'ksql.service.id=orders_\nksql.internal.topic.replicas=3\n';
    const summary = 'information bad-records-skipped ksql.service.id';
    assert.deepEqual(summaries(path, text), [summary]);
    for (const flag of ['false', 'no'])
      assert.ok(summaries(path, `${text}ksql.fail.on.deserialization.error=${flag}\n`).includes(`warning bad-records-skipped ${flag}`));
    for (const flag of ['true', 'TRUE', '${FAIL}'])
      assert.deepEqual(summaries(path, `${text}ksql.fail.on.deserialization.error=${flag}\n`), [], flag);
    const handler = 'ksql.streams.default.deserialization.exception.handler=com.example.Handler\n';
    assert.deepEqual(summaries(path, text + handler, { version: '3.9' }), []);
    assert.deepEqual(summaries(path, `${text}ksql.logging.processing.rows.include=true\n`), []);
  });
  it('drops results that cannot be written, or records without a time, where the server is told so', () => {
    assert.deepEqual(found('ksql.fail.on.production.error=false\nksql.timestamp.throw.on.invalid=false\n'), [
      'warning bad-records-skipped false',
      'warning bad-records-skipped false',
    ]);
    assert.deepEqual(found('ksql.fail.on.production.error=true\nksql.timestamp.throw.on.invalid=true\n'), []);
  });
});

describe('a topic that ksqlDB creates', () => {
  const server = 'ksql.service.id=orders_\nksql.fail.on.deserialization.error=true\n';
  it('has one replica unless the file says otherwise', () => {
    assert.deepEqual(summaries(path, server), ['information internal-topic-replication-low ksql.service.id']);
    assert.deepEqual(summaries(path, `${server}ksql.internal.topic.replicas=2\n`), ['information internal-topic-replication-low 2']);
    assert.deepEqual(summaries(path, `${server}ksql.internal.topic.replicas=\${N}\n`), []);
  });
  it('may be written to one replica', () => {
    assert.deepEqual(found('ksql.internal.topic.min.insync.replicas=1\n'), ['warning internal-topic-min-isr-low 1']);
    assert.deepEqual(found('ksql.internal.topic.min.insync.replicas=2\n'), []);
  });
  it('holds the processing log only where it is created', () => {
    const factor = 'ksql.logging.processing.topic.replication.factor=1\n';
    assert.deepEqual(found(factor), []);
    assert.deepEqual(found(`ksql.logging.processing.topic.auto.create=true\n${factor}`), ['warning internal-topic-replication-low 1']);
    assert.deepEqual(found('ksql.logging.processing.topic.auto.create=true\n'), []);
  });
  it('gets the number for results only before 5.3, which came with Kafka 2.3', () => {
    assert.deepEqual(found('ksql.sink.replicas=1\n'), ['warning ignored-property ksql.sink.replicas']);
    assert.deepEqual(mended('ksql.sink.replicas=3\n', 'ignored-property'), ['']);
    const old = found('ksql.sink.replicas=1\n', { version: '2.2' });
    assert.deepEqual(
      old.filter(line => line.includes('replication')),
      ['information replication-factor-low bootstrap.servers', 'warning replication-factor-low 1'],
    );
  });
});

describe('the clients of the topic in which ksqlDB keeps its statements', () => {
  it('have some settings from the server', () => {
    const lines = 'ksql.server.command.producer.acks=1\nksql.server.command.producer.retries=3\nacks=all\n';
    assert.deepEqual(found(lines), ['warning ignored-property ksql.server.command.producer.acks', 'warning retries-too-few 3']);
  });
});

describe('a key of ksqlDB', () => {
  it('is written with the prefix of the server, and where it works', () => {
    const read = readFile(path, head);
    assert.ok(read);
    const { document, reading } = read;
    const spelled = (property: string, role: Role, name = 'file'): string | undefined => {
      const scope = reading.scopes.find(one => one.name === name);
      return scope && carrierOf('ksqldb').write({ property, role, scope, near: undefined }, document, reading)?.keys[0];
    };
    assert.equal(spelled('num.standby.replicas', 'streams'), 'ksql.streams.num.standby.replicas');
    assert.equal(spelled('acks', 'producer'), 'ksql.streams.producer.acks');
    assert.equal(spelled('auto.offset.reset', 'consumer'), 'ksql.streams.auto.offset.reset');
    assert.equal(spelled('min.insync.replicas', 'topic'), 'ksql.streams.topic.min.insync.replicas');
    assert.equal(spelled('fetch.max.bytes', 'consumer', 'restore consumer'), 'ksql.streams.restore.consumer.fetch.max.bytes');
    assert.equal(spelled('auto.offset.reset', 'consumer', 'global consumer'), undefined);
    assert.equal(spelled('linger.ms', 'producer', 'command topic'), 'ksql.server.command.producer.linger.ms');
    assert.equal(spelled('acks', 'producer', 'command topic'), undefined);
    assert.equal(spelled('retries', 'admin', 'command topic'), undefined);
    assert.equal(spelled('application.id', 'streams'), undefined);
    assert.equal(spelled('ksql:ksql.fail.on.production.error', 'streams'), 'ksql.fail.on.production.error');
    assert.equal(spelled('ksql:ksql.fail.on.production.error', 'consumer'), undefined);
    assert.equal(spelled('ksql:ksql.sink.replicas', 'streams'), undefined);
    assert.equal(spelled('scs:streams.deserialization-exception-handler', 'streams'), undefined);
  });
});
