import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, summaries } from '../support/check.js';
import { readFile } from '../support/configs.js';
import { carrierOf, writeInto } from '../support/render.js';

const key = 'camel.component.kafka.';

/** Lines of a `.properties` file; those of the component begin behind its name. */
function lines(...some: readonly string[]): string {
  return some.map(line => `${key}${line}\n`).join('');
}

/** `scope: role property=value` of each setting that this carrier reads. */
function settingsIn(text: string, path = 'application.properties'): readonly string[] {
  const reading = readFile(path, text)?.reading;
  if (reading?.carrier !== 'camel') return [];
  return reading.settings.map(({ scope, role, property, value, ignored }) =>
    [`${scope.name}: ${role} ${property}=${value.known ? value.text : '?'}`, ...(ignored ? [ignored.why] : [])].join(' '),
  );
}

describe('Camel’s component for Kafka', () => {
  it('is read flat and nested, in both spellings and where Camel 2 had its options', () => {
    const expected = ['file: producer acks=1', 'file: consumer auto.offset.reset=latest'];
    assert.deepEqual(settingsIn(lines('request-required-acks=1', 'auto-offset-reset=latest')), expected);
    assert.deepEqual(settingsIn(lines('requestRequiredAcks=1', 'configuration.autoOffsetReset=latest')), expected);
    const yaml = 'camel:\n  component:\n    kafka:\n      request-required-acks: 1\n      auto-offset-reset: latest\n';
    assert.deepEqual(settingsIn(yaml, 'application.yaml'), expected);
    assert.deepEqual(
      settingsIn(yaml.replace('camel:\n  component:', 'camel.component:').replace(/^ {2}/gm, ''), 'application.yml'),
      expected,
    );
    assert.deepEqual(settingsIn('"camel":\n  "component.kafka.request-required-acks": 1\n', 'a.yaml'), expected.slice(0, 1));
  });
  it('hands keys on that have no option', () => {
    assert.deepEqual(settingsIn(lines('additional-properties[max.block.ms]=1', 'additionalProperties.acks=1')), [
      'file: producer max.block.ms=1',
      'file: producer acks=1',
    ]);
    assert.deepEqual(settingsIn(lines('additional-properties."max.block.ms"=1', 'configuration.additional-properties[acks]=0')), [
      'file: producer max.block.ms=1',
      'file: producer acks=0',
    ]);
    const yaml = 'camel:\n  component:\n    kafka:\n      additional-properties:\n        "[max.block.ms]": 1\n        retries: 0\n';
    assert.deepEqual(settingsIn(yaml, 'application.yml'), ['file: producer max.block.ms=1', 'file: producer retries=0']);
    assert.deepEqual(settingsIn(lines('additional-properties[schema.registry.url]=a', 'additional-properties=a')), []);
  });
  it('says so of keys that Camel sets over', () => {
    const text = lines('additional-properties[group.id]=orders', 'max-poll-records=5');
    assert.deepEqual(settingsIn(text), ['file: consumer group.id=orders always-overridden', 'file: consumer max.poll.records=5']);
    assert.equal(mended(text, 'ignored-property'), lines('group-id=orders', 'max-poll-records=5'));
    assert.deepEqual(settingsIn(lines('batching=true', 'auto-commit-enable=true', 'additional-properties[enable.auto.commit]=true')), [
      'file: consumer enable.auto.commit=true always-overridden',
      'file: consumer enable.auto.commit=true',
    ]);
    assert.deepEqual(settingsIn(lines('batching=true', 'configuration.batching=false', 'auto-commit-enable=true')), [
      'file: consumer enable.auto.commit=true',
    ]);
    assert.deepEqual(summaries('application.properties', lines('group-id=a', 'batching=true', 'auto-commit-enable=false')), []);
    assert.deepEqual(summaries('application.properties', lines('group-id=a', 'batching=true', 'auto-commit-enable=true')), [
      'warning ignored-property camel.component.kafka.auto-commit-enable',
    ]);
  });
  it('has profiles where Spring has them', () => {
    const yaml = `camel.component.kafka.group-id: a\n---\nspring.config.activate.on-profile: dev\ncamel.component.kafka.auto-offset-reset: latest\n`;
    assert.deepEqual(settingsIn(yaml, 'application.yml'), ['file: consumer group.id=a', 'profile dev: consumer auto.offset.reset=latest']);
    assert.deepEqual(settingsIn(lines('linger-ms=1'), 'application-dev.properties'), ['profile dev: producer linger.ms=1']);
  });
  it('is the clients’ whose options are there', () => {
    const roles = (text: string): readonly string[] => {
      const document = syntaxOf('a.properties', undefined)?.parse(text);
      return document ? (carrierOf('camel').recognize(document, 'a.properties')?.roles ?? []) : [];
    };
    assert.deepEqual(roles(lines('brokers=a:1', 'linger-ms=1')), ['producer']);
    assert.deepEqual(roles(lines('brokers=a:1', 'group-id=a')), ['consumer']);
    assert.deepEqual(roles(lines('brokers=a:1', 'linger-ms=1', 'group-id=a')), ['producer', 'consumer']);
    assert.deepEqual(roles(lines('brokers=a:1')), ['producer', 'consumer']);
    assert.deepEqual(roles(lines('consumers-count=3')), []);
  });
  it('is beside what other frameworks read', () => {
    const text = `${lines('request-required-acks=1')}spring.kafka.consumer.auto-offset-reset=latest\n`;
    assert.deepEqual(summaries('application.properties', text), ['warning acks-leader-only 1', 'warning offset-reset-latest latest']);
  });
});

describe('a value of Camel’s component', () => {
  const read = (option: string, value: string): string | undefined => settingsIn(lines(`${option}=${value}`))[0]?.split('=')[1];
  it('may be a placeholder of Camel’s or of Spring’s', () => {
    assert.equal(read('request-required-acks', '{{acks.of.orders:1}}'), '1');
    assert.equal(read('request-required-acks', '{{ACKS:1}}'), '1');
    assert.equal(read('request-required-acks', '{{orders-acks:1}}'), '1');
    assert.equal(read('request-required-acks', '{{env:ACKS:1}}'), '1');
    assert.equal(read('request-required-acks', '{{sys:acks:1}}'), '1');
    assert.equal(read('request-required-acks', '${ACKS:1}'), '1');
    assert.equal(read('request-required-acks', '{{acks.of.orders:{{acks.of.all:0}}}}'), '0');
    assert.equal(read('group-id', 'orders-{{stage.name:dev}}'), 'orders-dev');
  });
  it('is unknown where its environment or a function fills it', () => {
    for (const value of [
      '{{env:ACKS}}',
      '{{acks.of.orders}}',
      '{{?acks.of.orders}}',
      '{{bean:acks.level}}',
      '{{secret:acks/level:1}}',
      '${ACKS}',
    ])
      assert.equal(read('request-required-acks', value), '?', value);
  });
  it('is a length of time where a number is due, and lost where it is neither', () => {
    assert.equal(read('session-timeout-ms', '45000'), '45000');
    assert.equal(read('linger-ms', '-1'), '-1');
    for (const value of ['45s', '1m30s', '45_000', '+5', '0x10']) assert.equal(read('session-timeout-ms', value), '?', value);
    assert.equal(read('auto-commit-enable', 'FALSE '), 'false');
    assert.deepEqual(summaries('application.properties', lines('retries=many')), ['error invalid-value many']);
    // Camel leaves words as they are
    assert.deepEqual(summaries('application.properties', lines('request-required-acks=ALL')), ['error invalid-value ALL']);
  });
});

describe('an option of Camel’s component', () => {
  it('is written beside the others, as they are', () => {
    const write = (text: string, role: Role, property: string, path = 'application.properties'): string | undefined =>
      writeInto({ carrier: 'camel', role, path, text }, property, 'x')?.slice(text.length);
    const kebab = lines('linger-ms=5', 'group-id=a');
    const camel = lines('lingerMs=5', 'groupId=a', 'retries=3');
    assert.equal(write(kebab, 'producer', 'acks'), lines('request-required-acks=x'));
    assert.equal(write(camel, 'producer', 'acks'), lines('requestRequiredAcks=x'));
    assert.equal(write(camel, 'consumer', 'request.timeout.ms'), lines('consumerRequestTimeoutMs=x'));
    assert.equal(write(kebab, 'producer', 'request.timeout.ms'), lines('request-timeout-ms=x'));
    assert.equal(
      write(lines('retries=5', 'configuration.linger-ms=5'), 'producer', 'acks'),
      lines('configuration.request-required-acks=x'),
    );
    const yaml = 'camel:\n  component:\n    kafka:\n      linger-ms: 5\n';
    assert.equal(write(yaml, 'producer', 'acks', 'a.yaml'), '      request-required-acks: x\n');
  });
  it('is not written where Camel has none, or beside nothing', () => {
    const write = (text: string, role: Role, property: string): string | undefined =>
      writeInto({ carrier: 'camel', role, path: 'application.properties', text }, property, 'x');
    assert.equal(write(lines('group-id=a'), 'consumer', 'allow.auto.create.topics'), undefined);
    assert.equal(write(lines('group-id=a'), 'admin', 'client.id'), undefined);
    assert.equal(write(lines('additional-properties.retries=3'), 'producer', 'acks'), undefined);
    assert.equal(write(lines('additional-properties[group.id]=a'), 'consumer', 'auto.offset.reset'), undefined);
  });
  it('is mended in place', () => {
    const text = lines('brokers=a:1', 'auto-offset-reset=latest', 'group-id=a');
    assert.equal(mended(text, 'offset-reset-latest'), text.replace('latest', 'earliest'));
    const weak = lines('requestRequiredAcks=all', 'enableIdempotence=true', 'maxInFlightRequest=10');
    assert.equal(mended(weak, 'idempotence-conflict'), weak.replace('10', '5'));
  });
  it('is offered by Camel’s name', () => {
    const offers = (text: string, parents: readonly string[], path: string): readonly string[] => {
      const document = syntaxOf(path, undefined)?.parse(text);
      const carrier = carrierOf('camel');
      return document
        ? carrier.offerKeys(parents, document, carrier.recognize(document, path)).map(({ key: one, role }) => `${role} ${one}`)
        : [];
    };
    const text = lines('lingerMs=5', 'consumersCount=3');
    assert.ok(offers(text, [], 'a.properties').includes('producer camel.component.kafka.requestRequiredAcks'));
    assert.ok(!offers(text, [], 'a.properties').some(one => one.includes('allow')));
    assert.deepEqual(offers('camel.main.name=a\n', [], 'a.properties'), []);
    const yaml = 'camel:\n  component:\n    kafka:\n      \n';
    assert.ok(offers(yaml, ['camel', 'component', 'kafka'], 'a.yaml').includes('consumer auto-commit-enable'));
    assert.ok(offers(yaml, ['camel.component', 'kafka', 'configuration'], 'a.yaml').includes('consumer auto-commit-enable'));
    assert.deepEqual(offers(yaml, ['camel', 'component'], 'a.yaml'), []);
  });
});

describe('what is none of Camel’s component', () => {
  it('is nothing, even if it is asked for', () => {
    const files = [{ glob: '*', wanted: { kind: 'carrier', id: 'camel' } as const }];
    assert.deepEqual(analyzeFile('application.properties', 'camel.component.kafka.x=1\n', { files }).carried, []);
  });
  it('is left alone', () => {
    for (const text of [
      'camel.main.name=orders\n',
      'camel.component.kafka2.linger-ms=5\n',
      'camel.component.kafka.linger.ms=5\n',
      'camel.component.kafka.acks=1\n',
      'camels.component.kafka.linger-ms=5\n',
      'my.camel.component.kafka.linger-ms=5\n',
      lines('enabled=false', 'linger-ms=5'),
      lines('=5', '.=5', 'linger-ms.=5'),
    ])
      assert.deepEqual(settingsIn(text), [], text);
    const yaml = (value: string): string => `camel:\n  component:\n    kafka: ${value}\n`;
    for (const value of ['', '5', '[a, b]', '{1: 2}', '{linger-ms: [1, 2]}', '{configuration: 5}', '{additional-properties: [acks]}', '~'])
      assert.deepEqual(settingsIn(yaml(value), 'application.yml'), [], value);
    assert.doesNotThrow(() => settingsIn('camel: &c\n  component:\n    kafka: *c\n', 'application.yml'));
    assert.deepEqual(settingsIn('[camel]\n', 'application.yml'), []);
    assert.deepEqual(settingsIn('? [camel]\n: 5\n', 'application.yml'), []);
  });
});

/** The text after the first fix of the rule, if it can be written. */
function mended(text: string, rule: string): string | undefined {
  const analysis = analyzeFile('application.properties', text);
  const found = analysis.diagnoses.find(one => one.rule.id === rule);
  const [fix] = found ? fixesOf(found, analysis) : [];
  return fix && applyEdits(text, fix.edits);
}
