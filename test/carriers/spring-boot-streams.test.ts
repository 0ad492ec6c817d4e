import assert from 'node:assert/strict';
import { springBoot } from '../../server/src/carriers/spring-boot/spring-boot.js';
import type { Role } from '../../server/src/kafka/property.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { analyzeFile } from '../support/check.js';
import { configOf, configsOf, inForce, readFile } from '../support/configs.js';

const head = 'spring.kafka.streams.application-id=orders\n';
const inStreams = (role: Role, ...lines: readonly string[]) =>
  configOf(role, 'application.properties', head + lines.map(line => `spring.kafka.${line}\n`).join(''), 'Kafka Streams');

describe('Kafka Streams in a Spring Boot file', () => {
  it('has the leaves of its section, its map, and what is for all clients', () => {
    const lines = ['streams.replication-factor=3', 'streams.state-dir=/data', 'streams.properties.num.stream.threads=2'];
    const config = inStreams('streams', ...lines, 'bootstrap-servers=a:1', 'properties.commit.interval.ms=100');
    assert.deepEqual(inForce(config), [
      'application.id=orders',
      'replication.factor=3',
      'state.dir=/data',
      'num.stream.threads=2',
      'bootstrap.servers=a:1',
      'commit.interval.ms=100',
    ]);
  });
  it('lets its map win over its leaf, and both over what is for all', () => {
    const lines = ['properties.state.dir=/all', 'streams.state-dir=/leaf', 'streams.properties.state.dir=/map'];
    const stateDir = (...some: readonly string[]) => inStreams('streams', ...some).text('state.dir');
    assert.equal(stateDir(...lines), '/map');
    assert.equal(stateDir(...lines.slice(0, 2).toReversed()), '/leaf');
    assert.equal(stateDir(...lines.slice(0, 1)), '/all');
  });
  it('has clients of its own, which the sections of other clients do not reach', () => {
    const lines = ['producer.acks=1', 'streams.properties.producer.acks=all', 'consumer.auto-offset-reset=latest'];
    assert.deepEqual(inForce(inStreams('producer', ...lines)), ['acks=all']);
    assert.equal(configOf('producer', 'application.properties', `${head}spring.kafka.producer.acks=1\n`, 'file').text('acks'), '1');
    const file = readFile('application.properties', `${head}spring.kafka.consumer.auto-offset-reset=latest\n`);
    assert.deepEqual(
      file?.reading.settings.filter(({ role }) => role === 'consumer').map(({ scope }) => scope.name),
      ['file'],
    );
  });
  it('lets a prefixed key win over a bare one, wherever Spring has them from', () => {
    assert.equal(inStreams('producer', 'properties.producer.acks=all', 'streams.properties.acks=1').text('acks'), 'all');
  });
  it('inherits in profiles', () => {
    const text = `${head}spring.kafka.streams.properties.processing.guarantee=exactly_once_v2\n#---\nspring.config.activate.on-profile=eu\nspring.kafka.streams.properties.producer.linger.ms=5\n#---\nspring.config.activate.on-profile=test\nspring.kafka.streams.properties.processing.guarantee=at_least_once\n`;
    const producer = (scope: string) => configOf('producer', 'application.properties', text, scope);
    const streams = (scope: string) => configOf('streams', 'application.properties', text, scope);
    assert.equal(producer('profile eu Kafka Streams').effective('delivery.timeout.ms')?.text, '2147483647');
    assert.equal(streams('profile test Kafka Streams').text('application.id'), 'orders');
    assert.deepEqual(
      configsOf('application.properties', text).map(({ scope, role }) => `${scope.name}: ${role}`),
      ['Kafka Streams: streams', 'profile eu Kafka Streams: producer', 'profile test Kafka Streams: streams'],
    );
    // nobody knows what Streams gives its clients where exactly-once processing is taken back
    const taken = `${text}spring.kafka.streams.properties.producer.linger.ms=5\n`;
    const config = configOf('producer', 'application.properties', taken, 'profile test Kafka Streams');
    assert.equal(config.effective('delivery.timeout.ms'), undefined);
  });
  it('has no consumers that restore in profiles, and has them in the base', () => {
    const text = `${head}spring.kafka.streams.properties.restore.consumer.max.poll.records=5\n`;
    assert.equal(configOf('consumer', 'application.properties', text, 'Kafka Streams restore consumer').text('max.poll.records'), '5');
    const scopes = readFile('application.properties', `${text}#---\nspring.config.activate.on-profile=eu\n${text}`)?.reading.scopes;
    assert.deepEqual(
      scopes?.map(({ name }) => name).filter(name => name.includes('eu')),
      ['profile eu', 'profile eu Kafka Streams'],
    );
  });
  it('has the name of the application if the file gives it no other', () => {
    const id = (text: string) =>
      configOf('streams', 'application.yml', `${text}spring.kafka.streams.state-dir: /x\n`).effective('application.id')?.text;
    assert.equal(id('spring.application.name: orders\n'), 'orders');
    assert.equal(id('spring.application.name: ${NAME}\n'), undefined);
    assert.equal(id('spring.application.name: a\n---\nspring.application.name: b\n---\n'), undefined);
    assert.equal(id(''), undefined);
  });
  it('is not there where only other clients are spoken of', () => {
    const file = readFile('application.properties', 'spring.kafka.properties.num.stream.threads=2\nspring.kafka.bootstrap-servers=a:1\n');
    assert.ok(file?.reading.settings.every(({ role }) => role !== 'streams'));
  });
  it('tells of what Streams sets itself, but not of a key that other clients take', () => {
    const ignored = (line: string) =>
      readFile('application.properties', `${head}spring.kafka.${line}\n`)?.reading.settings.filter(one => one.ignored);
    assert.deepEqual(
      ignored('streams.properties.consumer.enable.auto.commit=true')?.map(one => one.ignored?.why),
      ['always-overridden', 'always-overridden'],
    );
    assert.deepEqual(ignored('properties.enable.auto.commit=true'), []);
  });
  it('has none of the idempotence that transactions give Spring’s own producer', () => {
    const text = `${head}spring.kafka.properties.transactional.id=orders\n`;
    const idempotence = (scope: string) => configOf('producer', 'application.properties', text, scope).effective('enable.idempotence');
    assert.equal(idempotence('file')?.origin, 'framework');
    assert.equal(idempotence('Kafka Streams')?.origin, 'kafka');
  });
  it('keeps what Spring itself reads', () => {
    assert.equal(inStreams('streams', 'streams.cleanup.on-startup=yes').text('spring:streams.cleanup.on-startup'), 'true');
    assert.equal(inStreams('streams').effective('spring:streams.auto-startup')?.text, 'true');
  });
  it('knows its clients’ keys where it does not know one', () => {
    const unknown = (line: string) => readFile('application.properties', `${head}spring.kafka.${line}\n`)?.reading.unknownKeys;
    assert.ok(unknown('streams.properties.auto-offset-reset=earliest')?.[0]?.candidates?.includes('auto.offset.reset'));
    assert.deepEqual(
      unknown('streams.properties.producer.ackz=1')?.map(({ role, key, candidates }) => [role, key, candidates]),
      [['producer', 'ackz', undefined]],
    );
    assert.deepEqual(unknown('streams.properties.=1'), []);
  });
  it('skips bad records without a word but this one', () => {
    const text = `${head}spring.kafka.streams.properties.default.deserialization.exception.handler=org.apache.kafka.streams.errors.LogAndContinueExceptionHandler\n`;
    assert.ok(analyzeFile('application.properties', text).diagnoses.some(({ rule }) => rule.id === 'bad-records-skipped'));
  });
  it('is written below its own section', () => {
    const document = yaml.parse('spring:\n  kafka:\n    streams:\n      application-id: orders\n');
    const reading = springBoot.read(document, 'application.yml', {
      score: 1,
      readable: true,
      trust: 'certain',
      roles: ['streams'],
      clues: [],
    });
    const scope = reading?.scopes.find(({ name }) => name === 'Kafka Streams');
    assert.ok(reading && scope);
    const written = (property: string, role: Role) =>
      springBoot.write({ property, role, scope, near: undefined }, document, reading)?.keys.join(' ');
    assert.equal(written('replication.factor', 'streams'), 'replication-factor');
    assert.equal(written('num.stream.threads', 'streams'), 'properties num.stream.threads');
    assert.equal(written('acks', 'producer'), 'properties producer.acks');
    assert.equal(written('min.insync.replicas', 'topic'), 'properties topic.min.insync.replicas');
    assert.equal(written('group.id', 'consumer'), undefined);
    assert.equal(written('spring:listener.ack-mode', 'consumer'), undefined);
  });
});
