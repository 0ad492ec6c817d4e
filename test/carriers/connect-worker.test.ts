import assert from 'node:assert/strict';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import type { Role } from '../../server/src/kafka/property.js';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';
import { configsOf, readFile } from '../support/configs.js';
import { carrierOf } from '../support/render.js';

const head = 'bootstrap.servers=kafka:9092\ngroup.id=connect\noffset.storage.topic=o\nconfig.storage.topic=c\n';
const standalone = 'bootstrap.servers=kafka:9092\noffset.storage.file.filename=/var/lib/offsets\n';

function client(role: Role, lines: string, version = '4.3', scope = 'file'): EffectiveConfig {
  const config = configsOf('connect.properties', lines, version).find(one => one.role === role && one.scope.name === scope);
  if (!config) throw new Error(`There is no ${role} in ${scope}.`);
  return config;
}

function effective(role: Role, property: string, lines: string, version = '4.3', scope = 'file'): string | undefined {
  return client(role, head + lines, version, scope).effective(property)?.text;
}

function settingsIn(path: string, text: string): readonly string[] {
  const settings = readFile(path, text)?.reading.settings ?? [];
  return settings.map(({ role, property, scope }) => `${scope.name}: ${role} ${property}`);
}

function unknownIn(text: string): readonly string[] {
  return readFile('connect.properties', text)?.reading.unknownKeys.map(({ role, key }) => `${role} ${key}`) ?? [];
}

describe('the file of a Connect worker', () => {
  it('is a distributed worker’s with the topics of one, and a standalone worker’s with its file of offsets', () => {
    assert.deepEqual(settingsIn('x.properties', 'offset.storage.topic=o\n'), ['file: connect-distributed offset.storage.topic']);
    assert.deepEqual(settingsIn('x.properties', 'offset.storage.file.filename=/o\n'), [
      'file: connect-standalone offset.storage.file.filename',
    ]);
    assert.equal(readFile('x.properties', 'status.storage.topic=o\n')?.reading.trust, 'certain');
  });
  it('goes by its name where the keys are those of both', () => {
    const lines = 'bootstrap.servers=a:1\nkey.converter=x\n';
    assert.equal(settingsIn('connect-standalone.properties', lines)[0], 'file: connect-standalone bootstrap.servers');
    assert.equal(settingsIn('connect.properties', lines)[0], 'file: connect-distributed bootstrap.servers');
    assert.equal(readFile('connect.properties', lines)?.reading.trust, 'inferred');
  });
  it('has listeners for browsers, also for its administrators', () => {
    const text = 'offset.storage.topic=o\nlisteners=http://:8083\nadmin.listeners=http://:8084\n';
    assert.deepEqual(settingsIn('x.properties', text).slice(1), [
      'file: connect-distributed listeners',
      'file: connect-distributed admin.listeners',
    ]);
  });
  it('hands keys on to converters and plug-ins', () => {
    assert.deepEqual(unknownIn(`${head}key.converter.schemas.enable=true\nconfig.providers.env.class=x\nstatus.storage.x=1\n`), []);
  });
  it('has unknown keys of its own and of the clients of tasks', () => {
    assert.deepEqual(unknownIn(`${head}plugin.paths=/p\nproducer.delivery.timeout=1\nconsumer.\n`), [
      'connect-distributed plugin.paths',
      'producer delivery.timeout',
      'consumer ',
    ]);
  });
});

describe('a client of a Connect task', () => {
  it('gets what has its prefix, and the defaults of Connect', () => {
    const lines = 'producer.linger.ms=1\nconsumer.fetch.min.bytes=2\n';
    assert.equal(effective('producer', 'linger.ms', lines), '1');
    assert.equal(effective('producer', 'acks', lines, '2.8'), 'all');
    assert.equal(effective('producer', 'request.timeout.ms', lines, '2.8'), '2147483647');
    assert.equal(effective('producer', 'request.timeout.ms', lines), '30000');
    assert.equal(effective('consumer', 'auto.offset.reset', lines), 'earliest');
  });
  it('is no idempotent producer from 3.0.2 on', () => {
    const origin = (version: string) =>
      client('producer', `${head}producer.linger.ms=1\n`, version).effective('enable.idempotence')?.origin;
    assert.deepEqual(['3.0.1', '3.0.2', '3.1.0', '3.1.1', '4.3'].map(origin), ['kafka', 'framework', 'kafka', 'framework', 'framework']);
    assert.equal(effective('producer', 'enable.idempotence', 'producer.linger.ms=1\n'), 'false');
  });
  it('is one where exactly-once support is enabled, whatever its keys say', () => {
    const lines = 'exactly.once.source.support=Enabled\nproducer.enable.idempotence=false\nproducer.transactional.id=a\n';
    assert.equal(effective('producer', 'enable.idempotence', lines), 'true');
    const ignored = client('producer', head + lines).ignored.map(({ property }) => property);
    assert.deepEqual(ignored, ['enable.idempotence', 'transactional.id']);
    assert.equal(effective('producer', 'enable.idempotence', lines.replace('Enabled', '${EOS}')), 'false');
  });
  it('is an admin client that gets bare keys, but its own before them', () => {
    assert.equal(effective('admin', 'retries', 'retries=1\n'), '1');
    assert.equal(effective('admin', 'retries', 'admin.retries=2\nretries=1\n'), '2');
  });
  it('may commit by itself, as Connect lets it', () => {
    assert.deepEqual(summaries('connect.properties', `${head}consumer.enable.auto.commit=true\n`), ['warning auto-commit-enabled true']);
  });
});

describe('a client of a worker’s own topics', () => {
  const own = 'internal topics';
  it('gets bare keys, and never those that Connect sets', () => {
    const lines = 'linger.ms=7\nacks=1\nauto.offset.reset=latest\nfetch.min.bytes=1\n';
    assert.equal(effective('producer', 'linger.ms', lines, '4.3', own), '7');
    assert.equal(effective('producer', 'acks', lines, '4.3', own), 'all');
    assert.equal(effective('consumer', 'auto.offset.reset', lines, '4.3', own), 'earliest');
    assert.deepEqual(summaries('connect.properties', head + lines), [
      'warning ignored-property acks',
      'warning ignored-property auto.offset.reset',
    ]);
  });
  it('knows no better place for a value that it does not know', () => {
    const text = `${head}acks=\${ACKS}\nauto.offset.reset=\${RESET}\n`;
    const ignored = client('producer', text, '4.3', own).ignored.map(({ ignored: why }) => why);
    assert.deepEqual(ignored, [{ why: 'always-overridden', worksAs: undefined }]);
    assert.deepEqual(
      client('consumer', text, '4.3', own).ignored.map(({ property }) => property),
      ['auto.offset.reset'],
    );
  });
  it('reads committed records where exactly-once support is enabled', () => {
    const lines = 'exactly.once.source.support=enabled\nisolation.level=read_uncommitted\n';
    assert.equal(effective('consumer', 'isolation.level', lines, '4.3', own), 'read_committed');
  });
  it('does not exist in a standalone worker, where a bare key is lost', () => {
    const text = `${standalone}acks=all\nretries=5\n`;
    assert.deepEqual(summaries('x.properties', text), ['warning ignored-property acks']);
    const analysis = analyzeFile('x.properties', text);
    const fixes = analysis.diagnoses.flatMap(diagnosis => fixesOf(diagnosis, analysis));
    assert.deepEqual(
      fixes.map(fix => applyEdits(text, fix.edits)),
      [text.replace('acks', 'producer.acks')],
    );
    // a weak value is not to begin to work
    const weak = analyzeFile('x.properties', text.replace('all', '1'));
    const wayOut = weak.diagnoses.flatMap(diagnosis => fixesOf(diagnosis, weak)).map(({ title }) => title);
    assert.deepEqual(wayOut, ['Remove acks']);
    assert.deepEqual(settingsIn('x.properties', `${standalone}offset.storage.retention.ms=1\n`).length, 5);
  });
});

describe('a worker’s own topic', () => {
  it('takes settings of topics behind the prefix of its name, and is always compacted', () => {
    const text = `${head}offset.storage.min.insync.replicas=1\nconfig.storage.cleanup.policy=delete\noffset.storage.cleanup.policy=compact\n`;
    assert.equal(client('topic', text, '4.3', 'offset.storage').effective('min.insync.replicas')?.text, '1');
    assert.equal(client('topic', text, '4.3', 'config.storage').effective('cleanup.policy')?.text, 'compact');
    assert.deepEqual(summaries('x.properties', text), [
      'warning min-insync-replicas-low 1',
      'warning ignored-property config.storage.cleanup.policy',
    ]);
  });
});

describe('a key of a Connect worker', () => {
  it('is written with the prefix of its client', () => {
    const read = readFile('x.properties', `${head}offset.storage.preallocate=false\n`);
    assert.ok(read);
    const { document, reading } = read;
    const spelled = (property: string, role: Role, name: string): string | undefined => {
      const scope = reading.scopes.find(one => one.name === name);
      return scope && carrierOf('connect-worker').write({ property, role, scope, near: undefined }, document, reading)?.keys[0];
    };
    assert.equal(spelled('acks', 'producer', 'file'), 'producer.acks');
    assert.equal(spelled('acks', 'producer', 'internal topics'), 'producer.acks');
    assert.equal(spelled('linger.ms', 'producer', 'internal topics'), 'linger.ms');
    assert.equal(spelled('retention.ms', 'topic', 'offset.storage'), 'offset.storage.retention.ms');
    assert.equal(spelled('cleanup.policy', 'topic', 'offset.storage'), undefined);
    assert.equal(spelled('retention.ms', 'topic', 'file'), undefined);
    assert.equal(spelled('group.id', 'connect-distributed', 'file'), 'group.id');
    assert.equal(spelled('spring:listener.ack-mode', 'consumer', 'file'), undefined);
  });
});
