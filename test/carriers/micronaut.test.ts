import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { micronaut } from '../../server/src/carriers/micronaut/micronaut.js';
import type { Reading } from '../../server/src/config/setting.js';
import type { Role } from '../../server/src/kafka/property.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';
import { configOf, inForce } from '../support/configs.js';
import { readBy } from '../support/read.js';

const path = 'src/main/resources/application.yml';
const lines = (...text: readonly string[]): string => text.map(line => `${line}\n`).join('');

function readingOf(text: string, file = path): Reading | undefined {
  const syntax = syntaxOf(file, undefined);
  assert.ok(syntax);
  return readBy(micronaut, syntax.parse(text), file);
}

/** `scope: role property=value`, and why it is ignored. */
function settingsIn(text: string, file = path): readonly string[] {
  return (readingOf(text, file)?.settings ?? []).map(({ scope, role, property, value, ignored }) => {
    const why = ignored ? ` (${ignored.why})` : '';
    return `${scope.name}: ${role} ${property}=${value.known ? value.text : '?'}${why}`;
  });
}

const unknownIn = (text: string, file = path): readonly string[] =>
  (readingOf(text, file)?.unknownKeys ?? []).map(({ scope, role, key }) => `${scope.name}: ${role} ${key}`);

/** The text after each fix of the rule. */
function mended(rule: string, text: string, file = path): readonly string[] {
  const analysis = analyzeFile(file, text);
  const found = analysis.diagnoses.filter(one => one.rule.id === rule);
  return found.flatMap(one => fixesOf(one, analysis)).map(fix => applyEdits(text, fix.edits));
}

describe('the file of a Micronaut application', () => {
  const trust = (text: string, file = path): string | undefined => readingOf(text, file)?.trust;
  it('is known by Micronaut’s own keys beside those of Kafka', () => {
    assert.equal(trust(lines('micronaut.application.name: orders', 'kafka.acks: "1"')), 'certain');
    assert.equal(trust(lines('kafka:', '  producers:', '    default:', '      acks: "1"')), 'certain');
    assert.equal(
      trust(lines('kafka:', '  default-listener-exception-handler:', '    skip-record-on-deserialization-failure: false')),
      'certain',
    );
    assert.equal(trust(lines('micronaut.application.name: orders')), undefined);
    assert.equal(trust(lines('micronaut.application.name: orders', 'kafka:', '  topics: [orders]')), undefined);
  });
  it('is inferred from named clients alone, and not from keys for all of them', () => {
    assert.equal(trust(lines('kafka:', '  consumers:', '    orders:', '      max.poll.records: 5')), 'inferred');
    assert.equal(trust(lines('kafka:', '  bootstrap:', '    servers: a:1', '  acks: "1"')), undefined);
  });
  it('is another framework’s where that has keys in it', () => {
    const kafka = lines('kafka:', '  producers:', '    default:', '      acks: "1"');
    for (const other of ['spring.application.name: x', 'quarkus:\n  http.port: 1', '"%dev":\n  a: 1', 'mp.messaging.x: y', 'akka: {a: 1}'])
      assert.equal(trust(`${kafka}${other}\n`), undefined, other);
  });
  it('goes by its name, and need not be parsed without a word of Kafka', () => {
    assert.equal(micronaut.mayRead('src/main/resources/bootstrap-dev.properties', 'kafka.acks=1'), true);
    assert.equal(micronaut.mayRead('src/main/resources/application.yaml', 'micronaut: {}'), false);
    assert.equal(micronaut.mayRead('config/kafka.yml', 'kafka: {}'), false);
  });
  it('says nothing where there is nothing of Kafka in it, whatever the user says', () => {
    const files = [{ glob: '**', wanted: { kind: 'carrier', id: 'micronaut' } as const }];
    assert.deepEqual(analyzeFile(path, lines('micronaut.application.name: x'), { files }).carried, []);
    assert.equal(analyzeFile(path, lines('kafka:', '  acks: "0"'), { files }).diagnoses.length, 1);
  });
  it('has no clients where Kafka is turned off', () => {
    const text = lines('kafka:', '  producers.default.acks: "0"', '  enabled: false');
    assert.equal(readingOf(text), undefined);
    assert.equal(readingOf(text.replace('false', 'true'))?.settings.length, 1);
  });
});

describe('a client of Micronaut', () => {
  it('gets keys for all, and its own before them, which no other inherits', () => {
    const text = lines('kafka.acks=1', 'kafka.producers.default.linger.ms=5', 'kafka.producers.payments.acks=all');
    assert.deepEqual(inForce(configOf('producer', 'application.properties', text, 'producer payments')), ['acks=all']);
    assert.deepEqual(inForce(configOf('producer', 'application.properties', text, 'producer default')), ['acks=1', 'linger.ms=5']);
  });
  it('is found only below its name in kebab case', () => {
    assert.deepEqual(settingsIn(lines('kafka:', '  producers:', '    order-events.acks: "1"', '    orderAudit.acks: "1"')), [
      'producer order-events: producer acks=1',
      'producer order-audit: producer acks=1 (other-name)',
    ]);
    const text = lines('kafka.producers.default.linger.ms=5', 'kafka.producers.orderAudit.acks=all');
    assert.deepEqual(mended('ignored-property', text, 'application.properties')[0], text.replace('orderAudit', 'order-audit'));
  });
  it('takes keys for all in any spelling, and its own only in Kafka’s', () => {
    const text = lines(
      'micronaut.application.name: x',
      'kafka:',
      '  enableIdempotence: false',
      '  Acks: "1"',
      '  producers:',
      '    default:',
      '      Acks: "1"',
    );
    assert.deepEqual(settingsIn(text), [
      'file: producer enable.idempotence=false (other-spelling)',
      'file: producer acks=1',
      'producer default: producer acks=1 (other-spelling)',
    ]);
    assert.ok(mended('ignored-property', text).includes(text.replace('enableIdempotence', 'enable.idempotence')));
  });
  it('has the group that its listener’s annotation names, whatever the file says', () => {
    const text = lines(
      'kafka:',
      '  consumers:',
      '    orders:',
      '      group.id: other',
      '      max.poll.records: 5',
      '    default:',
      '      fetch.min.bytes: 2',
    );
    assert.ok(settingsIn(text).includes('consumer orders: consumer group.id=other (always-overridden)'));
    assert.equal(configOf('consumer', path, text, 'consumer orders').effective('group.id')?.text, 'orders');
    assert.equal(configOf('consumer', path, text, 'consumer default').effective('group.id'), undefined);
  });
  it('leaves to the annotation of its listener what the file does not say about offsets', () => {
    const text = lines('kafka:', '  consumers:', '    default:', '      max.poll.records: 5');
    const consumer = configOf('consumer', path, text, 'consumer default');
    for (const property of ['enable.auto.commit', 'auto.offset.reset', 'isolation.level'])
      assert.equal(consumer.effective(property), undefined, property);
    assert.deepEqual(summaries(path, text), []);
    assert.deepEqual(summaries(path, `${text}      enable.auto.commit: "true"\n`), ['warning auto-commit-enabled "true"']);
  });
  it('gets numbers of YAML as numbers, which Kafka does not take for text', () => {
    const text = (value: string): string => lines('kafka:', '  producers:', '    default:', `      acks: ${value}`);
    assert.ok(summaries(path, text('1')).includes('error invalid-value 1'));
    assert.deepEqual(summaries(path, text('"1"')), ['warning acks-leader-only "1"']);
    assert.deepEqual(summaries(path, lines('micronaut.application.name: x', 'kafka.acks: 1')), ['warning acks-leader-only 1']);
  });
  it('has unknown keys, but not those that Micronaut itself takes', () => {
    const text = lines(
      ...[
        'kafka:',
        '  delivery.timeot.ms: 5',
        '  health.enabled: false',
        '  schema.registry.url: http://a',
        '  producers:',
        '    default:',
      ],
      ...['      retris: 5', '      key-serializer: a.B', '      executor: io', '  consumers:', '    default.isolation.levle: x'],
    );
    assert.deepEqual(unknownIn(text), [
      'file: producer delivery.timeot.ms',
      'producer default: producer retris',
      'consumer default: consumer isolation.levle',
    ]);
    assert.ok(summaries(path, text).some(line => line.startsWith('warning unknown-property retris')));
  });
  it('is mended where a key for all clients is misspelled, in whatever spelling', () => {
    for (const key of ['delivery.timeot.ms', 'delivery-timeot.ms', 'delivery_timeot.ms']) {
      const text = lines('micronaut.application.name=x', 'kafka.acks=all', `kafka.${key}=5`);
      assert.deepEqual(mended('unknown-property', text, 'application.properties'), [text.replace(key, 'delivery.timeout.ms')], key);
    }
    const nested = lines('micronaut.application.name: x', 'kafka:', '  acks: all', '  delivery_timeot:', '    ms: 5');
    assert.deepEqual(mended('unknown-property', nested), [
      lines('micronaut.application.name: x', 'kafka:', '  acks: all', '  delivery:', '    timeout:', '      ms: 5'),
    ]);
  });
  it('may be given a list, whose value no entry holds', () => {
    const text = lines(
      'kafka:',
      '  bootstrap.servers: [a:1, b:1]',
      '  producers:',
      '    default:',
      '      interceptor.classes:',
      '        - a.B',
      '        - c.D',
    );
    assert.deepEqual(settingsIn(text).slice(-1), ['producer default: producer interceptor.classes=?']);
    const flat = lines('kafka.bootstrap.servers[0]=a:1', 'kafka.bootstrap.servers[1]=b:1', 'kafka.producers.default.acks=1');
    assert.equal(settingsIn(flat, 'application.properties').filter(line => line.includes('bootstrap.servers=?')).length, 3);
  });
  it('may be filled from the environment, with a default in backticks', () => {
    const text = lines(
      'kafka:',
      '  producers:',
      '    default:',
      '      acks: ${ACKS:`1`}',
      '      retries: ${RETRIES}',
      '      linger.ms:',
    );
    assert.deepEqual(settingsIn(text), [
      'producer default: producer acks=1',
      'producer default: producer retries=?',
      'producer default: producer linger.ms=?',
    ]);
  });
});

describe('the streams of a Micronaut application', () => {
  const text = lines(
    ...['kafka:', '  num.stream.threads: 3', '  streams:', '    default:', '      processing.guarantee: exactly_once_v2'],
    ...['      producer.acks: "1"', '      num.standby.replica: 1', '      topic.min.insync.replicas: 1'],
  );
  it('are read as Streams reads a file', () => {
    assert.deepEqual(settingsIn(text), [
      'file: streams num.stream.threads=3',
      'streams default: streams processing.guarantee=exactly_once_v2',
      'streams default: streams producer.acks=1',
      'streams default: producer acks=1',
      'streams default: topic min.insync.replicas=1',
    ]);
    assert.deepEqual(unknownIn(text), ['streams default: streams num.standby.replica']);
    assert.equal(configOf('producer', path, text, 'streams default').effective('linger.ms')?.text, '100');
  });
  it('get keys for all only where there are any', () => {
    const common = lines('micronaut.application.name: x', 'kafka:', '  retries: 3', '  max.poll.records: 5');
    assert.ok(!settingsIn(common).some(line => line.includes('streams')));
    assert.ok(settingsIn(`${common}  streams.default.num.stream.threads: 2\n`).includes('file: streams retries=3'));
  });
});

describe('a file for an environment of Micronaut', () => {
  it('does not show what its base says, and may be made for development', () => {
    const text = lines('kafka:', '  producers:', '    default:', '      acks: "1"');
    const [production] = readingOf(text, 'src/main/resources/application-prod.yml')?.scopes ?? [];
    assert.deepEqual([production?.name, production?.complete, production?.development], ['environment prod', false, false]);
    assert.deepEqual(summaries('application-prod.yml', text), ['warning acks-leader-only "1"']);
    assert.deepEqual(summaries('application-test.yml', text), ['information acks-leader-only "1"']);
  });
});

describe('a record that a listener of Micronaut cannot read', () => {
  const text = (value: string): string =>
    lines(
      'kafka:',
      '  consumers.default.max.poll.records: 5',
      '  default-listener-exception-handler:',
      `    skip-record-on-deserialization-failure: ${value}`,
    );
  it('is skipped by default, of which nothing is said unless the file asks for it', () => {
    assert.deepEqual(summaries(path, lines('kafka:', '  consumers.default.max.poll.records: 5')), []);
    assert.deepEqual(summaries(path, text('false')), []);
    assert.deepEqual(summaries(path, text('true')), ['warning failures-skipped true']);
    assert.deepEqual(mended('failures-skipped', text('true')), [text('false')]);
  });
});

describe('a key of a Micronaut application', () => {
  /** The text with the property set for a role in the scope of that name. */
  function written(text: string, role: Role, property: string, scopeName: string, file = path): string | undefined {
    const syntax = syntaxOf(file, undefined);
    const document = syntax?.parse(text);
    const reading = document && readBy(micronaut, document, file);
    const scope = reading?.scopes.find(({ name }) => name === scopeName);
    assert.ok(syntax && document && reading && scope, `${scopeName} in:\n${text}`);
    const spelling = micronaut.write({ property, role, scope, near: undefined }, document, reading);
    return spelling && applyEdits(text, syntax.insert(document, spelling.place, spelling.keys, 'x'));
  }

  it('is written below its client, as deep as the file is', () => {
    const nested = lines(
      'kafka:',
      '  producers:',
      '    default:',
      '      linger.ms: 5',
      '  consumers:',
      '    default:',
      '      fetch.min.bytes: 1',
    );
    assert.equal(written(nested, 'producer', 'acks', 'producer default'), nested.replace('ms: 5\n', 'ms: 5\n      acks: x\n'));
    const short = lines('kafka.producers.default.linger.ms: 5');
    assert.equal(written(short, 'producer', 'acks', 'producer default'), `${short}kafka.producers.default.acks: x\n`);
    assert.equal(written(nested, 'producer', 'acks', 'file'), `${nested}  acks: x\n`);
    const flat = lines('kafka.producers.default.linger.ms=5', 'other=1');
    assert.equal(
      written(flat, 'producer', 'acks', 'producer default', 'application.properties'),
      flat.replace('other', 'kafka.producers.default.acks=x\nother'),
    );
  });
  it('is written with the prefix of its client below streams', () => {
    const text = lines('kafka:', '  streams:', '    default:', '      num.stream.threads: 2');
    assert.equal(written(text, 'producer', 'acks', 'streams default'), `${text}      producer.acks: x\n`);
    assert.equal(written(text, 'consumer', 'group.id', 'streams default'), undefined);
    assert.equal(written(text, 'streams', 'rack.aware.assignment.non_overlap_cost', 'streams default'), undefined);
    assert.equal(written(text, 'streams', 'rack.aware.assignment.non_overlap_cost', 'file'), undefined);
  });
  it('is not written where Micronaut would not find it, or hands it to nobody', () => {
    const text = lines('kafka:', '  producers.default.linger.ms: 5', '  consumers.default.fetch.min.bytes: 1');
    assert.equal(written(text, 'consumer', 'group.id', 'consumer default'), undefined);
    assert.equal(written(text, 'consumer', 'acks', 'producer default'), undefined);
    assert.equal(written(text, 'producer', 'spring:listener.ack-mode', 'file'), undefined);
    assert.equal(written(text, 'consumer', 'micronaut:skip-record-on-deserialization-failure', 'consumer default'), undefined);
    assert.equal(
      written(text, 'consumer', 'micronaut:skip-record-on-deserialization-failure', 'file'),
      `${text}  default-listener-exception-handler:\n    skip-record-on-deserialization-failure: x\n`,
    );
  });
  it('is offered for all clients, in the sections, and for the names that are there', () => {
    const offers = (text: string, file: string, ...parents: readonly string[]): readonly string[] => {
      const document = syntaxOf(file, undefined)?.parse(text);
      assert.ok(document);
      return micronaut.offerKeys(parents, document, micronaut.recognize(document, file)).map(({ key }) => key);
    };
    const yaml = lines('kafka:', '  producers:', '    payments:', '      linger.ms: 5');
    assert.ok(['acks', 'producers', 'consumers', 'streams'].every(key => offers(yaml, path, 'kafka').includes(key)));
    assert.ok(['default', 'payments'].every(key => offers(yaml, path, 'kafka', 'producers').includes(key)));
    assert.ok(offers(yaml, path, 'kafka', 'producers', 'new-one').includes('acks'));
    assert.ok(offers(yaml, path, 'kafka', 'default-listener-exception-handler').includes('skip-record-on-deserialization-failure'));
    assert.deepEqual(offers(yaml, path, 'micronaut'), []);
    assert.deepEqual(offers(yaml, path, 'kafka', 'producers', 'payments', 'acks'), []);
    const properties = offers('kafka.consumers.orders.fetch.min.bytes=1\n', 'application.properties');
    assert.ok(['kafka.acks', 'kafka.consumers.orders.auto.offset.reset'].every(key => properties.includes(key)));
    assert.deepEqual(offers('a=1\n', 'application.properties'), []);
  });
});
