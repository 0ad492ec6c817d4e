import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import type { Role } from '../../server/src/kafka/property.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';
import { configsOf, readFile } from '../support/configs.js';
import { carrierOf } from '../support/render.js';

function reading(path: string, ...lines: readonly string[]) {
  const file = readFile(path, `${lines.join('\n')}\n`);
  if (!file) throw new Error(`Nobody reads ${path}.`);
  return file.reading;
}

/** `role property` of each setting, with its scope where that is not the file. */
function settingsIn(path: string, ...lines: readonly string[]): readonly string[] {
  return reading(path, ...lines).settings.map(({ role, property, scope }) => `${scope.base ? `${scope.name}: ` : ''}${role} ${property}`);
}

function unknownIn(path: string, ...lines: readonly string[]): readonly string[] {
  return reading(path, ...lines).unknownKeys.map(({ role, key, scope }) => `${scope.base ? `${scope.name}: ` : ''}${role} ${key}`);
}

const clusters = 'clusters=A,B\nA.bootstrap.servers=a:1\nB.bootstrap.servers=b:1\nA->B.enabled=true\n';

function client(role: Role, scope: string, lines: string, version = '4.3'): EffectiveConfig {
  const config = configsOf('mm2.properties', clusters + lines, version).find(one => one.role === role && one.scope.name === scope);
  if (!config) throw new Error(`There is no ${role} in ${scope}.`);
  return config;
}

function effective(role: Role, scope: string, property: string, lines: string, version = '4.3'): string | undefined {
  return client(role, scope, lines, version).effective(property)?.text;
}

/** `rule text` of each finding about clients. */
function findings(lines: string): readonly string[] {
  const text = clusters + lines;
  const { diagnoses } = analyzeFile('mm2.properties', text);
  return diagnoses
    .filter(({ config }) => ['producer', 'consumer', 'admin'].includes(config.role))
    .map(({ rule, span }) => `${rule.id} ${text.slice(span.start, span.end)}`);
}

describe('the file of MirrorMaker 2', () => {
  const head = ['clusters=A, B', 'A.bootstrap.servers=a:1', 'B.bootstrap.servers=b:1'];
  it('has a running configuration for each cluster and each flow', () => {
    const { scopes } = reading('mm2.properties', ...head, 'A->B.enabled=true', 'B.group.id=x');
    assert.deepEqual(
      scopes.map(({ name }) => name),
      ['file', 'cluster A', 'cluster B', 'flow A->B'],
    );
    assert.ok(scopes.slice(1).every(({ base }) => base === scopes[0]));
  });
  it('has keys of flows, of workers, and of all connectors', () => {
    const settings = settingsIn(
      'mm2.properties',
      ...head,
      'A->B.topics=orders',
      'replication.factor=3',
      'offset.storage.replication.factor=3',
    );
    assert.ok(settings.includes('flow A->B: mirror-source topics'));
    assert.ok(settings.includes('mirror-source replication.factor'));
    assert.ok(settings.includes('connect-distributed offset.storage.replication.factor'));
    assert.ok(settings.includes('cluster A: connect-distributed bootstrap.servers'));
  });
  it('has keys that are compared across clusters as settings of its own', () => {
    const settings = settingsIn(
      'mm2.properties',
      ...head,
      'A->B.exactly.once.support=required',
      'A.consumer.isolation.level=read_committed',
    );
    assert.ok(settings.includes('mirror-maker A->B.exactly.once.support'));
    assert.ok(settings.includes('mirror-maker A.consumer.isolation.level'));
  });
  it('hands keys on to clients, and has unknown ones', () => {
    const lines = [...head, 'A->B.enabled=true', 'producer.acks=1', 'A.producer.acks=1', 'B.acks=1', 'offset.flush.interval.ms=1'];
    assert.deepEqual(unknownIn('mm2.properties', ...lines, 'A->B.topic=a', 'A.plugin.paths=a', 'C->B.enabled=true', 'nothing=1'), [
      'flow A->B: mirror-source topic',
      'cluster A: connect-distributed plugin.paths',
      'mirror-maker nothing',
    ]);
  });
  it('has aliases by its other keys where clusters is not known', () => {
    const names = (...lines: readonly string[]) => reading('mm2.properties', ...lines).scopes.map(({ name }) => name);
    assert.deepEqual(names('clusters=${CLUSTERS}', 'x.bootstrap.servers=a:1', 'x->y.enabled=true'), ['file', 'cluster x', 'flow x->y']);
    assert.deepEqual(names('x.z->y.topics=a'), ['file', 'flow x.z->y']);
    // only what String.trim() of Java takes for a blank is cut off
    assert.deepEqual(names('clusters=B,A\u2003', 'A.bootstrap.servers=a:1'), ['file']);
    assert.deepEqual(names('clusters=,A', 'A.bootstrap.servers=a:1', `${'A'.repeat(2000)}.x->y.enabled=true`), ['file', 'cluster A']);
  });
  it('is no broker’s for a broker’s key', () => {
    assert.ok(settingsIn('x.properties', ...head, 'auto.create.topics.enable=true').length > 0);
    assert.equal(settingsIn('x.properties', ...head, 'log.dirs=/data').includes('broker log.dirs'), false);
  });
});

describe('a client of a cluster of MirrorMaker 2', () => {
  it('is the producer of its worker, with the defaults of Connect', () => {
    const lines = 'B.producer.linger.ms=1\nB.linger.ms=2\n';
    assert.equal(effective('producer', 'cluster B', 'linger.ms', lines), '1');
    assert.equal(effective('producer', 'cluster B', 'acks', lines, '2.8'), 'all');
    assert.equal(effective('producer', 'cluster B', 'enable.idempotence', lines), 'false');
  });
  it('is idempotent with exactly-once support', () => {
    const lines =
      'B.exactly.once.source.support=enabled\nB.producer.enable.idempotence=false\nA->B.producer.override.enable.idempotence=false\n';
    assert.equal(effective('producer', 'cluster B', 'enable.idempotence', lines), 'true');
    const ignored = ['cluster B', 'producer of A->B'].map(scope => client('producer', scope, lines).ignored.length);
    assert.deepEqual(ignored, [1, 1]);
  });
  it('is the consumer with which flows read from it, and never commits', () => {
    assert.equal(effective('consumer', 'cluster A', 'auto.offset.reset', 'A.consumer.max.poll.records=1\n'), 'earliest');
    assert.deepEqual(findings('A.consumer.enable.auto.commit=true\nA.consumer.auto.offset.reset=latest\n'), [
      'ignored-property A.consumer.enable.auto.commit',
      'offset-reset-latest latest',
    ]);
    assert.deepEqual(findings('A.consumer.enable.auto.commit=false\n'), []);
  });
  it('is no consumer where no flow reads from it', () => {
    const line = 'B.consumer.auto.offset.reset=latest\n';
    assert.deepEqual(findings(line), []);
    assert.deepEqual(findings(`${line}B->A.enabled=false\n`), []);
    for (const flow of ['B->A.enabled=true\n', 'B->A.enabled=${BACK}\n', 'enabled=true\n'])
      assert.deepEqual(findings(flow + line), ['offset-reset-latest latest'], flow);
  });
  it('knows where brokers are from its cluster, or from all', () => {
    const security = (lines: string) => effective('producer', 'cluster B', 'security.protocol', lines);
    assert.equal(security('security.protocol=SSL\n'), 'SSL');
    assert.equal(security('B.security.protocol=SASL_SSL\nsecurity.protocol=SSL\n'), 'SASL_SSL');
    assert.equal(security('B.producer.security.protocol=PLAINTEXT\nB.security.protocol=SASL_SSL\n'), 'PLAINTEXT');
  });
  it('has unknown keys', () => {
    assert.deepEqual(unknownIn('mm2.properties', clusters, 'A.producer.delivery.timeout=1', 'A->B.source.consumer.x=1', 'A.admin.'), [
      'cluster A: producer delivery.timeout',
      'flow A->B: consumer x',
      'cluster A: admin ',
    ]);
  });
});

describe('a client of a flow of MirrorMaker 2', () => {
  it('takes what is said of its cluster before what is said of the flow, and what is said of its side before both', () => {
    const lines = 'A->B.consumer.max.poll.records=1\n';
    const records = (more: string) => effective('consumer', 'consumer of A->B', 'max.poll.records', lines + more);
    assert.equal(records(''), '1');
    assert.equal(records('A.consumer.max.poll.records=2\n'), '2');
    assert.equal(records('A.consumer.max.poll.records=2\nA->B.source.consumer.max.poll.records=3\n'), '3');
  });
  it('never commits either', () => {
    assert.deepEqual(findings('A->B.consumer.enable.auto.commit=true\n'), ['ignored-property A->B.consumer.enable.auto.commit']);
  });
  it('writes the copies with what the flow puts over its cluster', () => {
    const lines = 'B.producer.acks=all\nA->B.producer.override.acks=1\n';
    assert.equal(effective('producer', 'producer of A->B', 'acks', lines), '1');
    assert.equal(effective('producer', 'cluster B', 'acks', lines), 'all');
    assert.deepEqual(findings(lines), ['acks-leader-only 1']);
  });
  it('writes the offset syncs with Kafka’s defaults, on the side where they are', () => {
    const lines = 'A->B.producer.linger.ms=1\nA.producer.acks=1\nB.producer.acks=0\n';
    const acks = (more: string) => effective('producer', 'offset syncs of A->B', 'acks', lines + more);
    assert.equal(acks(''), '1');
    assert.equal(acks('offset-syncs.topic.location=target\n'), '0');
    assert.equal(acks('A->B.offset-syncs.topic.location=target\noffset-syncs.topic.location=source\n'), '0');
    assert.equal(acks('A->B.source.producer.acks=all\nA->B.target.producer.acks=0\n'), 'all');
    assert.equal(effective('producer', 'offset syncs of A->B', 'enable.idempotence', 'A->B.producer.linger.ms=1\n'), 'true');
  });
  it('has an admin client, and none that reads for a sink', () => {
    assert.equal(effective('admin', 'flow A->B', 'retries', 'A->B.admin.retries=1\nA->B.source.admin.retries=2\n'), '1');
    assert.deepEqual(findings('A->B.consumer.override.auto.offset.reset=latest\nA->B.target.consumer.auto.offset.reset=latest\n'), []);
  });
});

describe('a client’s key that MirrorMaker 2 hands to nobody', () => {
  it('is reported where its alias or its client is missing', () => {
    assert.deepEqual(findings('producer.acks=1\nacks=all\nA.acks=all\nA->B.enable.auto.commit=true\nmax.poll.records=5\n'), [
      'ignored-property producer.acks',
      'ignored-property acks',
      'ignored-property A.acks',
      'ignored-property A->B.enable.auto.commit',
    ]);
  });
  it('moves to where it works, if its value is a safe one', () => {
    const mended = (line: string): readonly string[] => {
      const text = `${clusters}${line}\n`;
      const analysis = analyzeFile('mm2.properties', text);
      const ignored = analysis.diagnoses.filter(({ rule }) => rule.id === 'ignored-property');
      return ignored.flatMap(one => fixesOf(one, analysis)).map(fix => applyEdits(text, fix.edits).slice(clusters.length).trim());
    };
    assert.deepEqual(mended('B.acks=all'), ['B.producer.acks=all']);
    assert.deepEqual(mended('B.acks=1'), ['']);
    assert.deepEqual(mended('A->B.acks=all'), ['A->B.producer.override.acks=all']);
    assert.deepEqual(mended('A->B.auto.offset.reset=earliest'), ['A->B.source.consumer.auto.offset.reset=earliest']);
    assert.deepEqual(mended('producer.acks=all'), ['']);
  });
});

describe('a key of MirrorMaker 2', () => {
  const keyIn = (scopeName: string, role: Role, property: string, lines = ''): string | undefined => {
    const file = readFile('mm2.properties', clusters + lines);
    const scope = file?.reading.scopes.find(({ name }) => name === scopeName);
    return (
      file && scope && carrierOf('mirror-maker').write({ property, role, scope, near: undefined }, file.document, file.reading)?.keys[0]
    );
  };
  it('is written with its cluster or flow and its client', () => {
    assert.equal(keyIn('cluster B', 'producer', 'acks'), 'B.producer.acks');
    assert.equal(keyIn('cluster B', 'connect-distributed', 'config.storage.topic'), 'B.config.storage.topic');
    assert.equal(keyIn('cluster B', 'mirror-source', 'topics'), undefined);
    assert.equal(keyIn('flow A->B', 'mirror-source', 'topics'), 'A->B.topics');
    assert.equal(keyIn('flow A->B', 'connect-distributed', 'config.storage.topic'), undefined);
    assert.equal(
      keyIn('consumer of A->B', 'consumer', 'fetch.min.bytes', 'A->B.consumer.fetch.max.bytes=1\n'),
      'A->B.source.consumer.fetch.min.bytes',
    );
    assert.equal(keyIn('producer of A->B', 'producer', 'acks', 'A->B.producer.override.retries=1\n'), 'A->B.producer.override.acks');
    assert.equal(keyIn('offset syncs of A->B', 'producer', 'acks', 'A->B.producer.retries=1\n'), 'A->B.producer.acks');
    assert.equal(keyIn('file', 'mirror-source', 'replication.factor'), 'replication.factor');
  });
  it('is not written where it reaches nobody, nor where MirrorMaker sets it itself', () => {
    assert.equal(keyIn('file', 'producer', 'acks'), undefined);
    assert.equal(keyIn('cluster A', 'consumer', 'enable.auto.commit'), undefined);
    assert.equal(keyIn('cluster A', 'consumer', 'spring:listener.ack-mode'), undefined);
  });
  it('belongs to the longest alias that it begins with', () => {
    const lines = ['clusters=A,A.eu,B', 'A.eu.producer.acks=1', 'A.eu->B.topics=x', 'A.producer.acks=all'];
    assert.deepEqual(
      settingsIn('mm2.properties', ...lines).filter(one => !one.startsWith('offset')),
      ['mirror-maker clusters', 'cluster A.eu: producer acks', 'flow A.eu->B: mirror-source topics', 'cluster A: producer acks'],
    );
  });
  it('without a prefix is stronger for the topics of workers than one of a cluster', () => {
    const config = client(
      'connect-distributed',
      'cluster B',
      'offset.storage.replication.factor=1\nB.offset.storage.replication.factor=3\n',
    );
    assert.equal(config.effective('offset.storage.replication.factor')?.text, '1');
  });
});
