import assert from 'node:assert/strict';
import { springBoot } from '../../server/src/carriers/spring-boot/spring-boot.js';
import type { Role } from '../../server/src/kafka/property.js';
import { properties } from '../../server/src/syntax/properties.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { configOf, configsOf, inForce, readFile } from '../support/configs.js';

const inYaml = (role: Role, text: string) => inForce(configOf(role, 'application.yml', text));
const inProperties = (role: Role, ...lines: readonly string[]) =>
  inForce(configOf(role, 'application.properties', `${lines.join('\n')}\n`));

describe('a Spring Boot file', () => {
  it('sets the same in nested, dotted and bracketed keys', () => {
    const spellings = [
      'spring:\n  kafka:\n    producer:\n      properties:\n        enable:\n          idempotence: false\n',
      'spring:\n  kafka:\n    producer:\n      properties:\n        enable.idempotence: false\n',
      'spring:\n  kafka:\n    producer:\n      properties:\n        "[enable.idempotence]": false\n',
      'spring:\n  kafka:\n    producer.properties.enable: {idempotence: false}\n',
      'spring.kafka.producer.properties.enable.idempotence: false\n',
      'spring: {kafka: {producer: {properties: {enable.idempotence: false}}}}\n',
      'spring:\n  kafka:\n    producer: {"properties[enable.idempotence]": false}\n',
    ];
    for (const text of spellings) assert.deepEqual(inYaml('producer', text), ['enable.idempotence=false'], text);
    for (const key of ['properties.enable.idempotence', 'properties[enable.idempotence]', 'PROPERTIES.enable.idempotence']) {
      assert.deepEqual(inProperties('producer', `spring.kafka.producer.${key}=false`), ['enable.idempotence=false'], key);
    }
  });
  it('sets the same in kebab, camel and snake case', () => {
    for (const leaf of ['enable-auto-commit', 'enableAutoCommit', 'enable_auto_commit', 'ENABLE_AUTO_COMMIT']) {
      assert.deepEqual(inProperties('consumer', `spring.kafka.consumer.${leaf}=true`), ['enable.auto.commit=true'], leaf);
    }
  });
  it('takes the canonical spelling of a leaf before others, and else the one that comes first out of a Java set', () => {
    // each wins over those behind it in Spring Boot 3.5, whichever stands first in the file
    const order = [
      ...['enable-auto-commit', 'EnableAutoCommit', 'enable_auto_commit', 'enable-autoCommit', 'enableautocommit'],
      'enableAutoCommit',
    ];
    const inForce = (one: string, other: string) => {
      const text = `spring.kafka.consumer.${one}=true\nspring.kafka.consumer.${other}=false\n`;
      return configOf('consumer', 'application.properties', text).text('enable.auto.commit');
    };
    // two that a set holds in one place come out as they went in
    for (const one of ['enable_auto_commit', 'ENABLE_AUTO_COMMIT'])
      assert.equal(inForce(one, one === 'enable_auto_commit' ? 'ENABLE_AUTO_COMMIT' : 'enable_auto_commit'), 'true');
    for (const [i, one] of order.entries()) {
      for (const other of order.slice(i + 1))
        assert.deepEqual([inForce(one, other), inForce(other, one)], ['true', 'false'], `${one} ${other}`);
    }
  });
  it('takes the first of several spellings of a map’s key', () => {
    assert.deepEqual(inProperties('producer', 'spring.kafka.producer.properties[acks]=0', 'spring.kafka.producer.properties.acks=1'), [
      'acks=0',
    ]);
    assert.deepEqual(inProperties('producer', 'spring.kafka.producer.properties.acks=1', 'spring.kafka.producer.properties[acks]=0'), [
      'acks=1',
    ]);
    assert.deepEqual(inProperties('producer', 'spring.kafka.producer.PROPERTIES.acks=1', 'spring.kafka.producer.properties.acks=0'), [
      'acks=0',
    ]);
  });
  it('reads YAML values as YAML 1.1 has them', () => {
    const text = 'spring.kafka.consumer:\n  enable-auto-commit: yes\n  max-poll-records: 010\n  group-id: "007"\n';
    assert.deepEqual(inYaml('consumer', text), ['enable.auto.commit=true', 'max.poll.records=8', 'group.id=007']);
  });
  it('lets the client’s map win over its leaf, and both over what is for all clients', () => {
    const lines = {
      map: 'spring.kafka.producer.properties.client.id=map',
      leaf: 'spring.kafka.producer.client-id=leaf',
      common: 'spring.kafka.properties.client.id=common',
      commonLeaf: 'spring.kafka.client-id=commonLeaf',
    };
    const names = Object.values(lines);
    while (names.length > 0) {
      const [strongest = ''] = names;
      const expected = [`client.id=${strongest.slice(strongest.indexOf('=') + 1)}`];
      assert.deepEqual(inProperties('producer', ...names), expected);
      assert.deepEqual(inProperties('producer', ...names.toReversed()), expected);
      names.shift();
    }
  });
  it('sets a common key for every client that knows it', () => {
    const text = 'spring.kafka.properties.retries: 3\nspring.kafka.properties.acks: 1\nspring.kafka.bootstrap-servers: a:1\n';
    const lines = configsOf('application.yml', text).map(config => [config.role, ...inForce(config)].join(' '));
    assert.deepEqual(lines, [
      'producer retries=3 acks=1 bootstrap.servers=a:1',
      'admin retries=3 bootstrap.servers=a:1',
      'consumer bootstrap.servers=a:1',
    ]);
  });
  it('calls a common key unknown only if no client and no stream knows it', () => {
    const file = readFile(
      'application.properties',
      ['acks', 'num.stream.threads', 'ackz', ''].map(key => `spring.kafka.properties.${key}=1\n`).join(''),
    );
    assert.deepEqual(
      file?.reading.unknownKeys.map(unknown => unknown.key),
      ['ackz'],
    );
    assert.ok(file.reading.unknownKeys[0]?.candidates?.includes('acks'));
  });
  it('keeps keys of a client’s map that the client does not know', () => {
    const file = readFile('application.yml', 'spring.kafka.consumer.properties:\n  schema.registry.url: http://x\n  group.id: a\n');
    assert.deepEqual(
      file?.reading.unknownKeys.map(({ key, role, candidates }) => [role, key, candidates]),
      [['consumer', 'schema.registry.url', undefined]],
    );
  });
  it('tells where a key would work that Spring drops', () => {
    const dropped = (key: string) => {
      const file = readFile('application.properties', `spring.kafka.${key}=1\n`);
      const [setting] = file?.reading.settings ?? [];
      return setting?.ignored && [setting.ignored.why, setting.ignored.worksAs?.role, setting.ignored.worksAs?.property].join(' ');
    };
    assert.equal(dropped('producer.enable-idempotence'), 'no-such-leaf producer enable.idempotence');
    assert.equal(dropped('consumer.sessionTimeoutMs'), 'no-such-leaf consumer session.timeout.ms');
    assert.equal(dropped('producer.group-id'), 'other-client consumer group.id');
    assert.equal(dropped('consumer.acks'), 'other-client producer acks');
    assert.equal(dropped('consumer.group-id'), undefined);
  });
  it('calls a key unknown that means nothing to any client, with the leaves that there are', () => {
    const file = readFile('application.properties', 'spring.kafka.producer.compresion-typ=gzip\n');
    const [unknown] = file?.reading.unknownKeys ?? [];
    assert.equal(unknown?.key, 'compresion-typ');
    assert.ok(unknown.candidates?.includes('compression-type'));
  });
  it('says nothing of sections without a key, nor of keys of the application’s own', () => {
    const other = ['=x', '.producer=x', '.producer.properties=', '.topic=orders', '.topics.orders=orders', '.jaas.options.debug=true'];
    const own = ['.producer.ssl.bundle=b', '.ssl.trust-store=x', '.security.realm=x', '.streams=x'];
    const file = readFile(
      'application.properties',
      [...other, ...own].map(line => `spring.kafka${line}\n`).join('') + 'spring.kafka.producer.acks=all\n',
    );
    assert.deepEqual(
      file?.reading.settings.map(setting => setting.property),
      ['acks'],
    );
    assert.deepEqual(file.reading.unknownKeys, []);
  });
  it('is nobody’s without Kafka keys', () => {
    assert.equal(readFile('application.yml', 'spring:\n  application:\n    name: kafka\n'), undefined);
    assert.equal(readFile('application.yml', 'spring:\n  kafka:\n    jaas:\n      enabled: true\n'), undefined);
    assert.equal(readFile('application.yml', 'server:\n  port: 1\n'), undefined);
  });
  it('may be a fragment that others include', () => {
    const file = readFile('src/main/resources/application-kafka.yml', 'spring.kafka.producer.acks: 1\n');
    assert.deepEqual(file?.reading.scopes, [{ name: 'profile kafka', base: undefined, complete: false, development: false }]);
    assert.equal(readFile('kafka-defaults.yml', 'spring.kafka.producer.acks: 1\n')?.reading.scopes[0]?.complete, true);
  });
  it('refuses equal keys in YAML only', () => {
    assert.ok(readFile('application.yml', 'spring.kafka.producer.acks: 1\n')?.reading.facts.has('duplicates-refused'));
    assert.ok(!readFile('application.properties', 'spring.kafka.producer.acks=1\n')?.reading.facts.has('duplicates-refused'));
  });
  it('opens the part of a client with its key', () => {
    const text = 'spring:\n  kafka:\n    consumer:\n      group-id: a\n    producer: {acks: all}\n---\nother: 1\n';
    const file = readFile('application.yml', text);
    assert.deepEqual(
      file?.reading.openers.map(({ role, span }) => `${role} ${text.slice(span.start, span.end)}`),
      ['consumer consumer', 'producer producer'],
    );
    assert.deepEqual(readFile('application.yml', 'spring.kafka.consumer.group-id: a\n')?.reading.openers, []);
  });
});

describe('a value written for Spring', () => {
  const written = (text: string, property: string, value: string) => {
    const document = properties.parse(text);
    return springBoot.writeValue(property, 'consumer', value, document.entries[0]);
  };
  it('has the spelling of a leaf’s enumeration, and Kafka’s in a map', () => {
    assert.equal(written('spring.kafka.consumer.isolation-level=x', 'isolation.level', 'read_committed'), 'read-committed');
    assert.equal(springBoot.writeValue('isolation.level', 'consumer', 'read_committed', undefined), 'read_committed');
    assert.equal(written('spring.kafka.consumer.properties.isolation.level=x', 'isolation.level', 'read_committed'), 'read_committed');
    assert.equal(written('spring.kafka.properties.isolation.level=x', 'isolation.level', 'read_committed'), 'read_committed');
  });
  it('is as it is elsewhere', () => {
    assert.equal(written('spring.kafka.consumer.auto-offset-reset=x', 'auto.offset.reset', 'by_duration:PT6M'), 'by_duration:PT6M');
    assert.equal(springBoot.writeValue('enable.auto.commit', 'consumer', 'false', undefined), 'false');
  });
});

describe('the keys offered in a Spring Boot file', () => {
  const offered = (parents: readonly string[], text: string) => springBoot.offerKeys(parents, yaml.parse(text), undefined);
  const nested = 'spring:\n  kafka:\n    consumer:\n      group-id: a\n';
  it('are sections, leaves, and Kafka’s own keys below properties', () => {
    const sections = offered(['spring', 'kafka'], nested);
    const expected = ['producer', 'template', 'consumer', 'listener', 'retry', 'admin', 'streams', 'properties'];
    assert.deepEqual([...new Set(sections.map(offer => offer.key))], expected);
    assert.ok(sections.every(offer => offer.property === undefined));
    const leaves = offered(['spring', 'kafka', 'consumer'], nested);
    assert.ok(leaves.some(offer => offer.key === 'enable-auto-commit' && offer.property === 'enable.auto.commit'));
    assert.ok(leaves.some(offer => offer.key === 'properties' && offer.property === undefined));
    const kafka = offered(['spring.kafka', 'consumer', 'properties'], nested);
    assert.ok(kafka.some(offer => offer.key === 'session.timeout.ms') && !kafka.some(offer => offer.key === 'group.id'));
  });
  it('follow the naming of the file', () => {
    assert.ok(
      offered(['spring', 'kafka', 'consumer'], nested.replace('group-id', 'groupId')).some(offer => offer.key === 'enableAutoCommit'),
    );
  });
  it('are whole keys in .properties, and none where Kafka is not spoken of', () => {
    const inProperties = (text: string) => springBoot.offerKeys([], properties.parse(text), undefined).map(offer => offer.key);
    const keys = inProperties('spring.kafka.producer.acks=1\n');
    assert.ok(keys.includes('spring.kafka.consumer.group-id') && keys.includes('spring.kafka.producer.properties.linger.ms'));
    assert.deepEqual(inProperties('server.port=1\n'), []);
    assert.deepEqual(offered(['server'], nested), []);
    assert.deepEqual(offered(['spring', 'kafka', 'consumer', 'group-id'], nested), []);
  });
});
