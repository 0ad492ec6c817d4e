import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Carrier } from '../../server/src/carriers/carrier.js';
import { connectWorker } from '../../server/src/carriers/connect-worker/connect-worker.js';
import { mirrorMaker } from '../../server/src/carriers/mirror-maker/mirror-maker.js';
import { carriers } from '../../server/src/carriers/registry.js';
import { plain } from '../../server/src/carriers/plain/plain.js';
import { springBoot } from '../../server/src/carriers/spring-boot/spring-boot.js';
import { propertiesOf } from '../../server/src/kafka/catalogue/catalogue.js';
import { leafFor } from '../../server/src/carriers/shared/spring-kafka/leaf-lookup.js';
import { springBootAttributes } from '../../server/src/kafka/frameworks/spring-boot.js';
import type { Property, Role } from '../../server/src/kafka/property.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import type { SyntaxId } from '../../server/src/syntax/syntax.js';
import { readBy } from '../support/read.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { times } from '../support/runs.js';

interface Written {
  readonly carrier: Carrier;
  readonly syntax: SyntaxId;
  readonly path: string;
  readonly text: string;
}

/** The text with the property written next to the setting of that name, in the scope of that name; undefined where it cannot be spelled. */
function write(
  { carrier, syntax, path, text }: Written,
  role: Role,
  property: string,
  value: string,
  at: { near?: string; scope?: string } = {},
): string | undefined {
  const document = syntaxes[syntax].parse(text);
  const reading = readBy(carrier, document, path);
  const scope = reading?.scopes.find(one => at.scope === undefined || one.name === at.scope);
  if (!reading || !scope) throw new Error(`${carrier.id} does not read:\n${text}`);
  const near = reading.settings.find(setting => setting.property === at.near && setting.scope === scope);
  const spelling = carrier.write({ property, role, scope, near }, document, reading);
  if (!spelling) return undefined;
  const written = carrier.writeValue(property, role, value, undefined);
  return applyEdits(text, syntaxes[syntax].insert(document, spelling.place, spelling.keys, written));
}

/** The scopes in which the text sets the property of that role to that value. */
function scopesSetting({ carrier, syntax, path }: Written, text: string, role: Role, property: string, value: string): readonly string[] {
  const reading = readBy(carrier, syntaxes[syntax].parse(text), path);
  const found = (reading?.settings ?? []).filter(
    setting =>
      setting.role === role && setting.property === property && !setting.ignored && setting.value.known && setting.value.text === value,
  );
  return found.map(setting => setting.scope.name);
}

const inYaml = (text: string): Written => ({ carrier: springBoot, syntax: 'yaml', path: 'application.yml', text });
const inProperties = (text: string): Written => ({ carrier: springBoot, syntax: 'properties', path: 'application.properties', text });

const profiles = `spring.config.activate.on-profile`;
const springFiles: readonly Written[] = [
  inYaml('spring:\n  kafka:\n    bootstrap-servers: a:1\n'),
  inYaml(
    'spring:\n  application:\n    name: a\n  kafka:\n    producer:\n      client-id: a\n      properties:\n        "[x.y]": 1\n    consumer:\n      clientId: a\n',
  ),
  inYaml('spring.kafka.bootstrap-servers: a:1\n'),
  inYaml('spring.kafka:\n  bootstrap-servers: a:1\n'),
  inYaml('spring: {kafka: {bootstrap-servers: "a:1"}}\n'),
  inYaml('spring:\r\n  kafka:\r\n    client_id: a\r\nserver:\r\n  port: 1\r\n'),
  inYaml(`spring.kafka.client-id: a\n---\nspring:\n  config.activate.on-profile: eu\n  kafka:\n    client-id: b\n`),
  inProperties('spring.kafka.bootstrap-servers=a:1\n'),
  inProperties('spring.kafka.producer.properties[linger.ms]=5'),
  inProperties('SPRING.KAFKA.clientId=a\r\nserver.port=1\r\n'),
  inProperties(`spring.kafka.client-id=a\n#---\n${profiles}=eu\nspring.kafka.client-id=b\n`),
];
function fileCarrier(role: Role): Carrier {
  return (
    carriers.find(({ claims, roles, embedded }) => claims === 'file' && roles[0] === role && !embedded?.includes(role)) ??
    (role === 'connect-standalone' ? connectWorker : plain)
  );
}

const plainFiles: Readonly<Partial<Record<Role, Written>>> = Object.fromEntries(
  (
    [
      ['broker', 'server.properties', 'log.dirs=/data\n# note\n'],
      ['topic', 'orders-topic.properties', 'preallocate=false'],
      ['producer', 'producer.properties', 'key.serializer : x\r\n'],
      ['consumer', 'consumer.properties', 'key.deserializer x\n'],
      ['admin', 'admin.properties', 'default.api.timeout.ms=5\n'],
      ['streams', 'streams.properties', 'application.id=a\nnum.stream.threads=2\n'],
      ['connect-distributed', 'connect-distributed.properties', 'offset.storage.topic=a\n'],
      ['connect-standalone', 'connect-standalone.properties', 'offset.storage.file.filename=/a\n'],
      ['mirror-maker', 'connect-mirror-maker.properties', 'A->B.enabled=true\n'],
    ] as const
  ).map(([role, path, text]) => [role, { carrier: fileCarrier(role), syntax: 'properties', path, text }]),
);

/** A value that the carrier and the property's type take. */
function valueFor({ type, validity }: Property): string {
  if (type === 'boolean') return 'true';
  return validity?.kind === 'one-of' ? (validity.values[0] ?? '1') : '1';
}

const springProperties = [
  ...(['producer', 'consumer', 'admin'] as const).flatMap(role => propertiesOf(role)),
  // some keys of older versions are read only
  ...springBootAttributes.filter(({ role, name }) => role !== 'streams' && leafFor(role, name) !== undefined),
];

describe('what a carrier writes it reads again', () => {
  for (const file of Object.values(plainFiles)) {
    it(`every property in ${file.path}`, () => {
      const role = (Object.keys(plainFiles) as Role[]).find(one => plainFiles[one] === file) ?? 'broker';
      for (const property of propertiesOf(role)) {
        const text = write(file, role, property.name, valueFor(property)) ?? '';
        assert.deepEqual(scopesSetting(file, text, role, property.name, valueFor(property)), ['file'], text);
      }
    });
  }
  for (const file of springFiles) {
    it(`every client property in ${JSON.stringify(file.text)}`, () => {
      for (const property of springProperties) {
        const { name, role } = property;
        const text = write(file, role, name, valueFor(property)) ?? '';
        assert.deepEqual(scopesSetting(file, text, role, name, valueFor(property)).includes('file'), true, text);
      }
    });
  }
  it('several properties, one after the other, in any order and in any file', () => {
    const picks = fc.array(fc.constantFrom(...springProperties), { minLength: 1, maxLength: 6 });
    const places = fc.record({ file: fc.constantFrom(...springFiles), last: fc.boolean(), profile: fc.boolean() });
    fc.assert(
      fc.property(picks, places, (wanted, { file, last, profile }) => {
        const distinct = [...new Map(wanted.map(property => [`${property.role} ${property.name}`, property])).values()];
        const scope = profile && file.text.includes('eu') ? 'profile eu' : 'file';
        // bootstrap.servers and client.id may be there already
        const fresh = distinct.filter(
          ({ name }) =>
            !file.text
              .replace(/[-_]/g, '.')
              .toLowerCase()
              .includes(name.split('.')[0] ?? ''),
        );
        let text = file.text;
        let near: string | undefined;
        for (const property of fresh) {
          text =
            write({ ...file, text }, property.role, property.name, valueFor(property), {
              scope,
              ...(last && near !== undefined ? { near } : {}),
            }) ?? '';
          near = property.name;
        }
        for (const property of fresh) {
          assert.deepEqual(scopesSetting(file, text, property.role, property.name, valueFor(property)), [scope], text);
        }
        assert.deepEqual(syntaxes[file.syntax].parse(text).problems, syntaxes[file.syntax].parse(file.text).problems, text);
      }),
      times(300),
    );
  });
});

describe('a property written into a Spring file', () => {
  it('stands beside its neighbour, in its naming and below the same keys', () => {
    assert.equal(
      write(
        inYaml('spring:\n  kafka:\n    consumer:\n      groupId: a\n    producer:\n      acks: all\n'),
        'consumer',
        'enable.auto.commit',
        'false',
      ),
      'spring:\n  kafka:\n    consumer:\n      groupId: a\n      enableAutoCommit: false\n    producer:\n      acks: all\n',
    );
    assert.equal(
      write(inProperties('spring.kafka.consumer.group-id=a\nspring.kafka.producer.acks=all\n'), 'consumer', 'session.timeout.ms', '45000'),
      'spring.kafka.consumer.group-id=a\nspring.kafka.consumer.properties.session.timeout.ms=45000\nspring.kafka.producer.acks=all\n',
    );
  });
  it('stands next to the setting that it belongs to', () => {
    assert.equal(
      write(inProperties('spring.kafka.producer.acks=1\nserver.port=1\nspring.kafka.producer.retries=5\n'), 'producer', 'client.id', 'a', {
        near: 'acks',
      }),
      'spring.kafka.producer.acks=1\nspring.kafka.producer.client-id=a\nserver.port=1\nspring.kafka.producer.retries=5\n',
    );
  });
  it('is one dotted key where the file has only such', () => {
    assert.equal(
      write(inYaml('spring.kafka.consumer.group-id: a\n'), 'consumer', 'auto.offset.reset', 'earliest'),
      'spring.kafka.consumer.group-id: a\nspring.kafka.consumer.auto-offset-reset: earliest\n',
    );
  });
  it('goes to the scope in question, also where only unknown keys are written there', () => {
    const text = `spring.kafka.producer.acks=1\n#---\n${profiles}=eu\nspring.kafka.producer.properties.ackz=1\n#---\n${profiles}=us\nx=1\n`;
    const written = write(inProperties(text), 'producer', 'acks', 'all', { scope: 'profile eu' }) ?? '';
    assert.deepEqual(scopesSetting(inProperties(text), written, 'producer', 'acks', 'all'), ['profile eu']);
    const empty = 'spring.kafka.producer.properties.ackz: 1\n';
    assert.equal(write(inYaml(empty), 'producer', 'acks', 'all'), `${empty}spring.kafka.producer.acks: all\n`);
  });
  it('is no leaf that older versions of Spring Boot drop', () => {
    assert.equal(
      write(inProperties('spring.kafka.consumer.group-id=a\n'), 'consumer', 'max.poll.interval.ms', '300000'),
      'spring.kafka.consumer.group-id=a\nspring.kafka.consumer.properties.max.poll.interval.ms=300000\n',
    );
  });
  it('has no place in a scope in which nothing is written', () => {
    assert.equal(
      write(inYaml(`${profiles}: eu\nspring.kafka.producer.acks: 1\n`), 'producer', 'acks', 'all', { scope: 'file' }),
      undefined,
    );
  });
  it('does not go into what stands where its value should be', () => {
    const text = 'spring:\n  kafka:\n    producer:\n      client-id: a\n      acks:\n        level: 1\n';
    assert.equal(write(inYaml(text), 'producer', 'acks', 'all'), text.replace('client-id: a\n', 'client-id: a\n      acks: all\n'));
  });
  it('cannot be a broker’s, nor another framework’s attribute', () => {
    const file = inProperties('spring.kafka.producer.acks=1\n');
    assert.equal(write(file, 'broker', 'log.dirs', '/data'), undefined);
    assert.equal(write(file, 'producer', 'smallrye:waitForWriteCompletion', 'true'), undefined);
  });
});

describe('a property written into a plain file', () => {
  it('stands behind the last one of its role, or at the end', () => {
    const file: Written = { carrier: plain, syntax: 'properties', path: 'x.properties', text: 'acks=1\nauto.offset.reset=latest\n' };
    assert.equal(write(file, 'producer', 'retries', '5'), 'acks=1\nretries=5\nauto.offset.reset=latest\n');
    assert.equal(write(file, 'producer', 'retries', '5', { near: 'auto.offset.reset' }), 'acks=1\nauto.offset.reset=latest\nretries=5\n');
    assert.equal(write(file, 'admin', 'retries', '5'), 'acks=1\nauto.offset.reset=latest\nretries=5\n');
  });
  it('has the prefix of its flow or cluster in the file of MirrorMaker', () => {
    const text = 'A->B.enabled=true\nA.bootstrap.servers=a:1\nclusters=A,B\n';
    const file: Written = { carrier: mirrorMaker, syntax: 'properties', path: 'mm2.properties', text };
    assert.equal(
      write(file, 'mirror-source', 'replication.factor', '3', { scope: 'flow A->B' }),
      text.replace('enabled=true\n', 'enabled=true\nA->B.replication.factor=3\n'),
    );
    assert.equal(
      write(file, 'connect-distributed', 'config.storage.replication.factor', '3', { scope: 'cluster A' }),
      text.replace('a:1\n', 'a:1\nA.config.storage.replication.factor=3\n'),
    );
    assert.equal(write(file, 'mirror-source', 'replication.factor', '3'), `${text}replication.factor=3\n`);
  });
});
