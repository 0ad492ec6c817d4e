import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';
import type { Role } from '../../server/src/kafka/property.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import { readFile } from '../support/configs.js';
import { carrierOf, writeInto } from '../support/render.js';
import { times } from '../support/runs.js';

/** `scope: role property=value` of each setting that this carrier reads; nothing where another one does, or nobody. */
function settingsIn(text: string, path = 'config/orders.yaml'): readonly string[] {
  const reading = readFile(path, text)?.reading;
  if (reading?.carrier !== 'generic') return [];
  return reading.settings.map(({ scope, role, property, value }) => `${scope.name}: ${role} ${property}=${value.known ? value.text : '?'}`);
}

/** The text after the first fix of the rule, if it can be written. */
function mended(text: string, rule: string, path = 'config/orders.yaml'): string | undefined {
  const analysis = analyzeFile(path, text);
  const found = analysis.diagnoses.find(one => one.rule.id === rule);
  const [fix] = found ? fixesOf(found, analysis) : [];
  return fix && applyEdits(text, fix.edits);
}

const camel = 'kafka:\n  bootstrapServers: kafka:9092\n  groupId: orders\n  autoOffsetReset: latest\n';

describe('a section of an application’s own', () => {
  it('is read as the client whose keys it has, in any style', () => {
    const expected = ['group.id=orders', 'auto.offset.reset=latest'].map(line => `kafka: consumer ${line}`);
    const styles = [
      ['bootstrap.servers', 'group.id', 'auto.offset.reset'],
      ['bootstrap-servers', 'group-id', 'auto-offset-reset'],
      ['bootstrap_servers', 'group_id', 'auto_offset_reset'],
      ['bootstrapServers', 'groupId', 'autoOffsetReset'],
    ] as const;
    for (const [brokers, group, reset] of styles) {
      const yaml = `kafka:\n  ${brokers}: kafka:9092\n  ${group}: orders\n  ${reset}: latest\n`;
      assert.deepEqual(settingsIn(yaml).slice(1), expected, yaml);
      const json = `{"kafka": {"${brokers}": "kafka:9092", "${group}": "orders", "${reset}": "latest"}}`;
      assert.deepEqual(settingsIn(json, 'orders.json').slice(1), expected, json);
      const properties = `kafka.${brokers}=kafka:9092\nkafka.${group}=orders\nkafka.${reset}=latest\n`;
      assert.deepEqual(settingsIn(properties, 'orders.properties').slice(1), expected, properties);
    }
  });
  it('may be the whole file, or nested word by word', () => {
    assert.deepEqual(settingsIn('{"bootstrap.servers": "a:1", "acks": "1", "linger.ms": 5}', 'producer.json').slice(1), [
      'file: producer acks=1',
      'file: producer linger.ms=5',
    ]);
    const nested =
      'app:\n  kafka:\n    bootstrap:\n      servers: a:1\n    auto:\n      offset:\n        reset: latest\n    group:\n      id: a\n';
    assert.deepEqual(settingsIn(nested).slice(1), ['app.kafka: consumer auto.offset.reset=latest', 'app.kafka: consumer group.id=a']);
    assert.deepEqual(settingsIn(`---\na: 1\n---\n${camel}`)[1], 'kafka in document 2: consumer group.id=orders');
  });
  it('is read as both clients where it has keys of both', () => {
    const text = 'kafka:\n  bootstrapServers: a:1\n  acks: 1\n  lingerMs: 5\n  groupId: g\n  maxPollRecords: 5\n  clientId: x\n';
    assert.deepEqual(settingsIn(text), [
      'kafka: producer bootstrap.servers=a:1',
      'kafka: consumer bootstrap.servers=a:1',
      'kafka: producer acks=1',
      'kafka: producer linger.ms=5',
      'kafka: consumer group.id=g',
      'kafka: consumer max.poll.records=5',
      'kafka: producer client.id=x',
      'kafka: consumer client.id=x',
    ]);
  });
  it('may have a section for each client inside', () => {
    const text =
      'messaging:\n  bootstrap-servers: [a:1, b:1]\n  orderProducer:\n    acks: 1\n    retries: 0\n  consumers:\n    payments:\n      group-id: p\n      enable-auto-commit: true\n';
    assert.deepEqual(settingsIn(text), [
      'messaging.orderProducer: producer acks=1',
      'messaging.orderProducer: producer retries=0',
      'messaging.consumers.payments: consumer group.id=p',
      'messaging.consumers.payments: consumer enable.auto.commit=true',
    ]);
  });
  it('needs but one key where it is called after its client', () => {
    const section = (line: string): string => `kafka:\n  bootstrapServers: a:1\n  producer:\n    ${line}\n`;
    assert.deepEqual(settingsIn(section('acks: 1')), ['kafka.producer: producer acks=1']);
    assert.deepEqual(settingsIn(section('lingerMs: 1')), ['kafka.producer: producer linger.ms=1']);
    assert.deepEqual(settingsIn(section('retries: 1')), []);
    assert.deepEqual(settingsIn(section('groupId: 1')), []);
    assert.deepEqual(settingsIn('kafka:\n  bootstrapServers: a:1\n  acks: 1\n'), []);
  });
  it('may name the brokers elsewhere below the name of Kafka', () => {
    const text =
      'app:\n  kafka:\n    connection:\n      bootstrap.servers: a:1\n    defaults:\n      consumer:\n        auto.offset.reset: latest\n';
    assert.deepEqual(settingsIn(text), ['app.kafka.defaults.consumer: consumer auto.offset.reset=latest']);
    assert.deepEqual(settingsIn(text.replace('kafka', 'queue')), []);
    assert.deepEqual(settingsIn(text.replace('consumer', 'orders')), []);
  });
  it('belongs to the brokers of the sections around it, as far as their names lead there', () => {
    const keys = '      acks: 1\n      linger.ms: 5\n';
    const inside = (first: string, second: string): string => `app:\n  bootstrap.servers: a:1\n  ${first}:\n    ${second}:\n${keys}`;
    assert.equal(settingsIn(inside('kafka', 'properties')).length, 2);
    assert.equal(settingsIn(inside('orders', 'producer')).length, 2);
    assert.equal(settingsIn(inside('orders', 'billing')).length, 0);
    const far = 'bootstrap.servers=a:1\nproducer.acks=1\nbilling.producer.acks=1\n';
    assert.deepEqual(settingsIn(far, 'app.properties'), ['producer: producer acks=1']);
    const deep = 'a.bootstrap.servers=a:1\na.b.c.d.e.producer.acks=1\n';
    assert.deepEqual(settingsIn(deep, 'app.properties'), []);
  });
  it('says no more than it can know', () => {
    const text = `${camel}  enableAutoCommit: true\n  acks: 1\n  topics: orders\n  groupIdd: 1\n`;
    assert.deepEqual(summaries('config/orders.yaml', text), [
      'information offset-reset-latest latest',
      'information auto-commit-enabled true',
    ]);
    const { diagnoses } = analyzeFile('config/orders.yaml', text);
    assert.ok(diagnoses.every(({ certainty }) => certainty === 'assumed'));
    // what is absent may be said by the code
    assert.deepEqual(summaries('config/orders.yaml', camel.replace('latest', 'earliest')), []);
  });
  it('is one of development where its name says so', () => {
    const found = (path: string, root = 'app'): readonly string[] => summaries(path, `${root}:\n${camel.replace(/^/gm, '  ')}`);
    assert.deepEqual(found('config/orders-test.yaml'), ['information offset-reset-latest latest']);
    assert.deepEqual(found('config/orders.yaml', 'dev'), ['information offset-reset-latest latest']);
  });
});

describe('a value in a section of an application’s own', () => {
  const consumer = (lines: string): readonly string[] => settingsIn(`${camel}${lines}`).slice(3);
  it('may be the name of a constant, or a length of time that the application converts', () => {
    assert.deepEqual(consumer('  isolationLevel: READ_COMMITTED\n  sessionTimeoutMs: 30s\n  fetchMaxBytes: 52_428_800\n'), [
      'kafka: consumer isolation.level=read_committed',
      'kafka: consumer session.timeout.ms=?',
      'kafka: consumer fetch.max.bytes=52428800',
    ]);
    assert.deepEqual(consumer('  isolationLevel: sometimes\n  maxPollRecords: ${MAX}\n'), [
      'kafka: consumer isolation.level=sometimes',
      'kafka: consumer max.poll.records=?',
    ]);
  });
  it('is Kafka’s own where the keys are Kafka’s own', () => {
    const text = 'kafka:\n  bootstrap.servers: a:1\n  acks: ALL\n  linger.ms: 5\n';
    assert.deepEqual(summaries('config/orders.yaml', text), ['information invalid-value ALL']);
    assert.equal(mended(text, 'invalid-value'), text.replace('ALL', 'all'));
    assert.deepEqual(summaries('config/orders.yaml', text.replace(/\./g, '-')), []);
  });
  it('stays the name of a constant when it is replaced', () => {
    assert.equal(mended(camel.replace('latest', 'LATEST'), 'offset-reset-latest'), camel.replace('latest', 'EARLIEST'));
    assert.equal(mended(camel, 'offset-reset-latest'), camel.replace('latest', 'earliest'));
  });
});

describe('a key in a section of an application’s own', () => {
  const write = (path: string, text: string, role: Role, property: string, scope = 'kafka'): string | undefined =>
    writeInto({ carrier: 'generic', role, path, text, scope }, property, 'x');
  it('is written as its neighbours are', () => {
    const styles: readonly ((key: string) => string)[] = [
      key => key,
      key => key.replace(/\./g, '-'),
      key => key.replace(/\./g, '_'),
      key => key.replace(/\.([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    ];
    for (const style of styles) {
      const text = `kafka:\n  ${style('bootstrap.servers')}: a:1\n  ${style('linger.ms')}: 5\n  acks: all\n`;
      assert.equal(write('a.yaml', text, 'producer', 'delivery.timeout.ms'), `${text}  ${style('delivery.timeout.ms')}: x\n`);
      assert.equal(write('a.yaml', text, 'producer', 'retries'), `${text}  retries: x\n`);
      const properties = `kafka.${style('bootstrap.servers')}=a:1\nkafka.${style('linger.ms')}=5\nkafka.acks=all\n`;
      const after = `${properties}kafka.${style('max.block.ms')}=x\n`;
      assert.equal(write('a.properties', properties, 'producer', 'max.block.ms'), after);
    }
    const json = '{\n  "kafka": {\n    "bootstrapServers": "a:1",\n    "groupId": "a",\n    "maxPollRecords": 5\n  }\n}\n';
    assert.equal(write('a.json', json, 'consumer', 'auto.offset.reset'), json.replace('5', '5,\n    "autoOffsetReset": "x"'));
  });
  it('is written beside others of its section that are not nested word by word', () => {
    const text = 'kafka:\n  bootstrap:\n    servers: a:1\n  auto:\n    offset:\n      reset: latest\n';
    assert.equal(write('a.yaml', `${text}  group.id: a\n`, 'consumer', 'client.id'), `${text}  group.id: a\n  client.id: x\n`);
    assert.equal(write('a.yaml', `${text}  group:\n    id: a\n`, 'consumer', 'client.id'), undefined);
  });
  it('is written beside the one that it belongs to', () => {
    const text = 'kafka:\n  bootstrap.servers: a:1\n  acks: all\n  linger.ms: 5\n';
    const document = syntaxOf('a.yaml', undefined)?.parse(text);
    const carrier = carrierOf('generic');
    const recognition = document && carrier.recognize(document, 'a.yaml');
    const reading = document && recognition?.readable === true ? carrier.read(document, 'a.yaml', recognition) : undefined;
    const near = reading?.settings.find(({ property }) => property === 'acks');
    assert.ok(document && reading && near);
    const spelling = carrier.write({ property: 'retries', role: 'producer', scope: near.scope, near }, document, reading);
    assert.deepEqual(spelling, { place: { after: near.entry }, keys: ['retries'] });
  });
  it('is none of a framework’s', () => {
    const text = 'kafka:\n  bootstrap.servers: a:1\n  acks: all\n  linger.ms: 5\n';
    assert.equal(write('a.yaml', text, 'producer', 'smallrye:waitForWriteCompletion'), undefined);
  });
  it('is offered where the cursor is in the section', () => {
    const offers = (text: string, parents: readonly string[], path = 'a.yaml'): readonly string[] => {
      const document = syntaxOf(path, undefined)?.parse(text);
      const carrier = carrierOf('generic');
      const recognition = document && carrier.recognize(document, path);
      return document ? carrier.offerKeys(parents, document, recognition).map(({ key, role }) => `${role} ${key}`) : [];
    };
    const text = `app:\n${camel.replace(/^/gm, '  ')}`;
    assert.ok(offers(text, ['app', 'kafka']).includes('consumer enableAutoCommit'));
    assert.ok(!offers(text, ['app', 'kafka']).some(offer => offer.startsWith('producer')));
    assert.deepEqual(offers(text, ['app']), []);
    assert.deepEqual(offers('a: 1\n', []), []);
    const flat = 'app.kafka.bootstrap-servers=a:1\napp.kafka.acks=1\napp.kafka.linger-ms=5\n';
    assert.ok(offers(flat, [], 'a.properties').includes('producer app.kafka.enable-idempotence'));
  });
});

describe('what is no section of an application’s own', () => {
  const nobody = (text: string, path = 'config/orders.yaml'): void => {
    assert.deepEqual(settingsIn(text, path), [], `${path}:\n${text}`);
  };
  const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

  it('has no brokers, or keys that every client has', () => {
    nobody('kafka:\n  groupId: orders\n  autoOffsetReset: latest\n');
    nobody('kafka:\n  bootstrapServers: a:1\n  clientId: x\n  securityProtocol: SSL\n  requestTimeoutMs: 5\n');
    nobody('kafka:\n  bootstrapServers:\n  groupId: orders\n  autoOffsetReset: latest\n');
    nobody('a:\n  bootstrapServers: a:1\nb:\n  groupId: orders\n  autoOffsetReset: latest\n');
  });
  it('has names of another language', () => {
    nobody('{"Kafka": {"BootstrapServers": "a:1", "GroupId": "g", "AutoOffsetReset": "Latest"}}', 'appsettings.json');
    nobody('BOOTSTRAP_SERVERS: a:1\nGROUP_ID: g\nAUTO_OFFSET_RESET: latest\n');
    nobody('kafka:\n  brokers: [a:1]\n  groupId: g\n  fromBeginning: true\n');
  });
  it('explains or translates keys', () => {
    nobody(
      '{"bootstrapServers": "Bootstrap servers of the cluster", "groupId": "Consumer group", "autoOffsetReset": "Where to start"}',
      'ui.json',
    );
    nobody('{"kafka": {"bootstrapServers": "a:1", "acks": "Acknowledgements of a write", "lingerMs": "Time to wait"}}', 'ui.json');
    const schema =
      '{"properties": {"bootstrapServers": {"type": "string"}, "groupId": {"type": "string"}, "autoOffsetReset": {"type": "string"}}}';
    nobody(schema, 'config.json');
    nobody(camel, 'src/i18n/en.yaml');
  });
  it('is a form of deployment, or the description of an interface', () => {
    nobody(`apiVersion: v1\nkind: ConfigMap\ndata:\n${indented(camel, '  ')}`);
    nobody(`apiVersion: v1\nkind: Orders\n${camel}`);
    nobody(`services:\n  orders:\n    image: orders\n    settings:\n${indented(camel, '      ')}`);
    nobody(`services:\n  orders:\n    build: .\n    x:\n${indented(camel, '      ')}`);
    nobody(`app:\n  environment:\n${indented(camel, '    ')}`);
    nobody(`openapi: 3.0.0\ncomponents:\n  examples:\n${indented(camel, '    ')}`);
    for (const path of [
      'chart/values.yaml',
      'values-prod.yml',
      'docker-compose.yml',
      'compose.override.yaml',
      'k8s/app.yaml',
      'ansible/x.yml',
    ])
      nobody(camel, path);
    for (const path of ['package.json', 'docs/openapi.json', 'tsconfig.build.json', 'x.tf.json'])
      nobody('{"kafka": {"bootstrapServers": "a:1", "groupId": "g", "autoOffsetReset": "latest"}}', path);
    // only that document of the file
    assert.equal(settingsIn(`apiVersion: v1\nkind: ConfigMap\n---\n${camel}`).length, 3);
  });
  it('is read by a framework, or by a program with clients inside', () => {
    for (const root of ['spring', 'quarkus', 'mp', 'micronaut', 'camel', '"%dev"']) nobody(`${root}:\n${indented(camel, '  ')}`);
    nobody(`${camel}  applicationId: orders\n`);
    nobody(`${camel}  key.converter: x\n`);
    nobody(`${camel}  queue.buffering.max.messages: 5\n`);
    nobody(`${camel}  queue_buffering_max_ms: 5\n`);
    assert.equal(settingsIn(`${camel}  topic: orders\n  log_level: 5\n`).length, 3);
  });
  it('is a file in which nobody finds one, even if it is asked for', () => {
    const files = [{ glob: '*', wanted: { kind: 'carrier', id: 'generic' } as const }];
    assert.deepEqual(analyzeFile('config/orders.yaml', 'kafka:\n  groupId: g\n', { files }).carried, []);
    const found = analyzeFile('config/orders.yaml', camel, { files }).diagnoses;
    assert.deepEqual(
      found.map(({ severity, certainty }) => `${severity} ${certainty}`),
      ['warning certain'],
    );
  });
  it('is what another carrier recognises', () => {
    nobody(`${camel}spring:\n  kafka:\n    client-id: a\n`, 'application.yml');
    nobody('app.kafka.bootstrap-servers=a:1\napp.kafka.acks=1\napp.kafka.linger-ms=5\nkafkastore.topic=_schemas\n', 'app.properties');
    // Micronaut is no more than a guess where nothing but the name Kafka speaks for it
    assert.equal(settingsIn('kafka:\n  bootstrap.servers: a:1\n  acks: 1\n  linger.ms: 5\n', 'application.yml').length, 3);
  });

  const words = [
    'app',
    'kafka',
    'producer',
    'consumer',
    'services',
    'port',
    'name',
    'topics',
    'enabled',
    'retries',
    'timeout',
    'batch-size',
  ];
  const common = ['bootstrapServers', 'bootstrap.servers', 'clientId', 'client.id', 'security.protocol', 'requestTimeoutMs', 'retries'];
  const values = fc.constantFrom('a:1', '5', 'true', 'latest', 'all', '', '${X}', 'A whole sentence here');
  const mappings = (names: readonly string[]) =>
    fc.letrec(tie => ({
      mapping: fc.dictionary(
        fc.constantFrom(...names),
        fc.oneof({ maxDepth: 4 }, values, fc.array(values, { maxLength: 2 }), tie('mapping')),
      ),
    })).mapping;
  const silent = (mapping: unknown): void => {
    const json = JSON.stringify(mapping);
    nobody(json, 'any.json');
    nobody(json, 'any.yaml');
  };
  it('is any mapping without the addresses of brokers', () => {
    const clients = ['groupId', 'auto.offset.reset', 'acks', 'linger-ms', 'enable_auto_commit'];
    fc.assert(fc.property(mappings([...words, ...clients]), silent), times(300));
  });
  it('is any mapping without keys of one client', () => {
    fc.assert(fc.property(mappings([...words, ...common].filter(name => name !== 'batch-size')), silent), times(300));
  });
});

describe('a section that is being typed, or is none', () => {
  it('costs nothing else', () => {
    for (const stray of [
      'half',
      'half:',
      '? complex\n: key',
      '1: 2',
      '~: x',
      '- item',
      'kafka: [1, {a: b}, null]',
      'kafka:\n  kafka:\n    kafka: 1',
    ])
      assert.doesNotThrow(() => summaries('config/orders.yaml', `${camel}${stray}\n`), stray);
    assert.ok(settingsIn(`${camel}  enable\n`).length >= 3);
    assert.equal(settingsIn(`${camel}  1: 2\n  true: false\n  topics: [a, b]\n`).length, 3);
    assert.equal(settingsIn(`${camel}  maxPollRecords: [1, 2]\n`).length, 3);
    assert.deepEqual(settingsIn('- bootstrap.servers\n- bootstrap.servers: a:1\n'), []);
    assert.equal(settingsIn(`- 1\n- ${camel.replace(/\n(?=.)/g, '\n  ')}`).length, 3);
  });
  it('may refer to itself', () => {
    assert.doesNotThrow(() => settingsIn(`base: &base\n  kafka: *base\n${camel}`));
    assert.equal(
      settingsIn('base: &base\n  bootstrapServers: a:1\nkafka:\n  <<: *base\n  groupId: a\n  autoOffsetReset: latest\n').length,
      3,
    );
  });
  it('is found in time in a file of fifteen thousand lines', () => {
    const services = Array.from(
      { length: 2500 },
      (_, i) => `service${String(i)}:\n  kafka:\n    topic: t${String(i)}\n    timeout: 5\n    nested:\n      deep: true\n`,
    );
    const text = `${services.join('')}${camel}`;
    const parsing = performance.now();
    const document = syntaxOf('a.yaml', undefined)?.parse(text);
    const recognizing = performance.now();
    assert.ok(document && carrierOf('generic').recognize(document, 'a.yaml'));
    const done = performance.now();
    // it looks at few of the keys closely
    assert.ok(done - recognizing < 2 * (recognizing - parsing));
  });
});
