import assert from 'node:assert/strict';
import { librdkafka } from '../../server/src/carriers/librdkafka/librdkafka.js';
import type { Reading } from '../../server/src/config/setting.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, summaries } from '../support/check.js';
import { readBy } from '../support/read.js';

/** What the carrier reads of a text; `scope role property=value` a setting. */
function settingsIn(path: string, ...lines: readonly string[]): readonly string[] {
  return (readingOf(path, lines.join('\n'))?.settings ?? []).map(({ scope, role, property, value }) =>
    [scope.name, role.replace('librdkafka-', ''), `${property}=${value.known ? value.text : '?'}`].join(' '),
  );
}

function readingOf(path: string, text: string): Reading | undefined {
  const syntax = syntaxOf(path, undefined);
  assert.ok(syntax);
  return readBy(librdkafka, syntax.parse(text), path);
}

function trustOf(path: string, ...lines: readonly string[]): string | undefined {
  return readingOf(path, lines.join('\n'))?.trust;
}

describe('a configuration of librdkafka', () => {
  it('is known by one of its own keys beside brokers, or by two of them', () => {
    assert.deepEqual(settingsIn('app.properties', 'metadata.broker.list=a:1', 'message.timeout.ms=5000', 'topic=orders'), [
      'file producer bootstrap.servers=a:1',
      'file producer delivery.timeout.ms=5000',
    ]);
    assert.equal(trustOf('app.properties', 'bootstrap.servers=a:1', 'enable.auto.offset.store=false'), 'certain');
    assert.equal(trustOf('app.properties', 'enable.auto.offset.store=false', 'enable.partition.eof=true'), 'certain');
    assert.equal(trustOf('app.properties', 'enable.auto.offset.store=false'), undefined);
    assert.equal(trustOf('app.properties', 'sasl.mechanisms=PLAIN', 'sasl.username=a', 'sasl.password=b'), 'certain');
  });

  it('is inferred from keys that the Scala clients of 0.8 had too, unless theirs are beside them', () => {
    const both = ['metadata.broker.list=a:1', 'request.required.acks=1'];
    assert.equal(trustOf('app.properties', ...both), 'inferred');
    assert.equal(trustOf('app.properties', ...both, 'serializer.class=kafka.serializer.StringEncoder'), undefined);
    assert.equal(trustOf('app.properties', ...both, 'producer.type=sync', 'statistics.interval.ms=1'), undefined);
  });

  it('is none where Java’s keys alone are, or more of them', () => {
    assert.equal(trustOf('client.properties', 'bootstrap.servers=a:1', 'acks=all', 'group.id=a', 'auto.offset.reset=latest'), undefined);
    const java = ['key.serializer=a.B', 'buffer.memory=1'];
    assert.equal(trustOf('client.properties', 'bootstrap.servers=a:1', ...java, 'sasl.mechanisms=PLAIN'), undefined);
    assert.equal(trustOf('app.yaml', 'spring:', '  kafka:', '    message.timeout.ms: 1', '    metadata.broker.list: a:1'), undefined);
    assert.equal(trustOf('app.yaml', 'debug: true', 'partitioner: a'), undefined);
  });

  it('is of the client whose keys, whose section or whose file it is', () => {
    const common = ['bootstrap.servers=a:1', 'statistics.interval.ms=1'];
    assert.deepEqual(readingOf('app.properties', common.join('\n'))?.settings[0]?.role, 'librdkafka-producer');
    assert.deepEqual(readingOf('orders-consumer.properties', common.join('\n'))?.settings[0]?.role, 'librdkafka-consumer');
    assert.deepEqual(settingsIn('app.properties', ...common, 'acks=1', 'group.id=a').slice(2), [
      'file producer statistics.interval.ms=1',
      'file consumer statistics.interval.ms=1',
      'file producer acks=1',
      'file consumer group.id=a',
    ]);
  });

  it('is read by the sections of Python’s examples, whose default holds for the others', () => {
    const text = '[default]\nbootstrap.servers=a:1\n; a comment=1\n[consumer]\ngroup.id=g\nauto.offset.reset=earliest\nacks=1\n';
    const reading = readingOf('config.properties', text);
    assert.equal(reading?.trust, 'inferred');
    assert.deepEqual(settingsIn('config.properties', text), [
      'file consumer bootstrap.servers=a:1',
      'consumer consumer group.id=g',
      'consumer consumer auto.offset.reset=earliest',
    ]);
    assert.equal(reading.scopes.find(({ name }) => name === 'consumer')?.base?.name, 'file');
    assert.deepEqual(
      reading.unknownKeys.map(({ key }) => key),
      ['acks'],
    );
    assert.equal(trustOf('config.properties', '[default]', 'bootstrap.servers=a:1', '[database]', 'url=x'), undefined);
    assert.equal(trustOf('config.properties', '[default]', 'bootstrap.servers=a:1', 'key.serializer=x'), undefined);
  });

  it('is read where Fluent Bit and Vector hand options over', () => {
    assert.deepEqual(
      settingsIn(
        'fluent.yaml',
        'pipeline:',
        '  outputs:',
        '    - name: kafka',
        '      brokers: a:1',
        '      rdkafka.request.required.acks: 1',
      ),
      ['pipeline.outputs.[0].rdkafka producer acks=1'],
    );
    const sections = [
      '[INPUT]',
      '  Name kafka',
      '  rdkafka.auto.offset.reset latest',
      '[OUTPUT]',
      '  rdkafka.acks 1',
      '[OUTPUT]',
      '  rdkafka.acks 0',
    ];
    assert.deepEqual(settingsIn('fluent.properties', ...sections), [
      'INPUT.rdkafka consumer auto.offset.reset=latest',
      'OUTPUT.rdkafka producer acks=1',
      'OUTPUT#2.rdkafka producer acks=0',
    ]);
    const vector = ['sources:', '  in:', '    librdkafka_options:', '      enable.auto.commit: "true"'];
    const reading = readingOf('vector.yaml', vector.join('\n'));
    assert.deepEqual(
      reading?.frameworkDefaults.map(({ property, value }) => [property, value]),
      [['enable.auto.offset.store', 'false']],
    );
    assert.equal(reading.scopes[0]?.complete, false);
    assert.deepEqual(summaries('vector.yaml', vector.join('\n')), []);
  });

  it('is read as JSON, in which Node’s clients have it, where the Scala clients of 0.8 were never configured', () => {
    const text = ['{ "kafka": {', '  "metadata.broker.list": "a:1", "client.id": "app", "dr_cb": true, "request.required.acks": 1,'];
    const topic = ['  "topic": { "auto.offset.reset": "earliest" } } }'];
    assert.deepEqual(settingsIn('config/default.json', ...text, ...topic), [
      'kafka producer bootstrap.servers=a:1',
      'kafka consumer bootstrap.servers=a:1',
      'kafka producer client.id=app',
      'kafka consumer client.id=app',
      'kafka producer acks=1',
      'kafka consumer auto.offset.reset=earliest',
    ]);
    assert.equal(trustOf('config/default.json', ...text, ...topic), 'certain');
    assert.equal(
      trustOf('a.json', '{ "config": { "connector.class": "x", "metadata.broker.list": "a:1", "message.timeout.ms": 1 } }'),
      undefined,
    );
    assert.equal(trustOf('package.json', '{ "dependencies": { "node-rdkafka": "3.2.0" }, "debug": true, "partitioner": "x" }'), undefined);
  });

  it('is read where Confluent Cloud’s examples leave open which client it is', () => {
    const cloud = [
      'bootstrap.servers=a:1',
      'security.protocol=SASL_SSL',
      'sasl.mechanisms=PLAIN',
      'sasl.username=u',
      'session.timeout.ms=45000',
    ];
    assert.equal(trustOf('librdkafka.config', ...cloud), 'certain');
    assert.deepEqual(summaries('librdkafka.config', cloud.join('\n')), []);
    assert.deepEqual(summaries('client.properties', cloud.join('\n').replace('45000', '450000')), [
      'error librdkafka-start-conflict 450000',
    ]);
    assert.ok(summaries('client.properties', [...cloud, 'group.id=g'].join('\n')).length > 0);
    assert.deepEqual(summaries('producer.properties', cloud.join('\n')), ['information unknown-property session.timeout.ms']);
  });

  it('is read in files of Python, whose values may be filled from elsewhere, and is nobody else’s there', () => {
    const ini = ['[default]', 'bootstrap.servers=a:1', '[producer]', 'acks=%(acks)s', 'linger.ms: 5'];
    assert.deepEqual(settingsIn('getting_started.ini', ...ini).slice(1), ['producer producer acks=?', 'producer producer linger.ms=5']);
    assert.deepEqual(summaries('app.ini', 'bootstrap.servers=a:1\nacks=0\n'), []);
  });

  it('is whatever the user says that it is', () => {
    const files = [{ glob: '**', wanted: { kind: 'carrier', id: 'librdkafka' } as const }];
    const text = 'bootstrap.servers=a:1\nacks=1\nenable.idempotence=false\n';
    assert.deepEqual(summaries('client.properties', text, { files }).slice(0, 1), ['warning acks-leader-only 1']);
    const analysis = analyzeFile('client.properties', text, { files });
    const fixes = analysis.diagnoses.flatMap(one => fixesOf(one, analysis)).map(({ edits }) => applyEdits(text, edits));
    assert.ok(fixes.includes(text.replace('acks=1', 'acks=all')));
    const consumer = [{ glob: '**', wanted: { kind: 'role', role: 'librdkafka-consumer' } as const }];
    const { carried } = analyzeFile('client.properties', 'bootstrap.servers=a:1\nclient.id=x\n', { files: consumer });
    assert.deepEqual(
      carried.flatMap(({ configs }) => configs.map(({ role }) => role)),
      ['librdkafka-consumer'],
    );
    assert.deepEqual(analyzeFile('client.properties', 'a=1\n', { files }).carried, []);
  });

  it('may hold what Confluent’s client for .NET takes in a dictionary', () => {
    const text = 'bootstrap.servers=a:1\nacks=all\ndotnet.producer.enable.delivery.reports=false\ndotnet.cancellation.delay.max.ms=5\n';
    assert.equal(trustOf('producer.properties', text), 'certain');
    assert.ok(summaries('producer.properties', text).includes('warning send-without-confirmation false'));
  });

  it('commits in Fluent Bit as its own option says, and not as that of librdkafka', () => {
    const input = (...more: readonly string[]): string =>
      ['pipeline:', '  inputs:', '    - name: kafka', '      brokers: a:1', '      rdkafka.enable.auto.commit: true', ...more, ''].join(
        '\n',
      );
    const reading = readingOf('fluent-bit.yaml', input());
    assert.deepEqual(
      reading?.settings.map(({ property, ignored }) => `${property} ${ignored?.why ?? 'holds'}`),
      ['enable.auto.commit always-overridden'],
    );
    assert.deepEqual(summaries('fluent-bit.yaml', input()), []);
    assert.deepEqual(summaries('fluent-bit.yaml', input('      enable_auto_commit: false')), []);
    assert.deepEqual(summaries('fluent-bit.yaml', input('      enable_auto_commit: true')), ['warning auto-commit-enabled true']);
    const classic = '[INPUT]\n    Name kafka\n    Brokers a:1\n    Enable_Auto_Commit On\n    rdkafka.auto.offset.reset latest\n';
    assert.deepEqual(summaries('fluent-bit.conf', classic), ['warning auto-commit-enabled On', 'warning offset-reset-latest latest']);
    assert.deepEqual(summaries('fluent-bit.conf', classic.replace('On', 'Off')), ['warning offset-reset-latest latest']);
    const output = '[OUTPUT]\n    Name kafka\n    enable_auto_commit true\n    rdkafka.acks 1\n';
    assert.deepEqual(summaries('fluent-bit.conf', output), ['warning acks-leader-only 1']);
  });

  it('may be half typed, or say nothing, in YAML and JSON', () => {
    const yaml = [
      'kafka:',
      '  producer:',
      '    metadata.broker.list: a:1',
      '    statistics.interval.ms: 1',
      '    acks:',
      '    retries: ~',
      '    linger',
    ];
    assert.deepEqual(settingsIn('app.yaml', ...yaml).slice(2), ['kafka.producer producer acks=?', 'kafka.producer producer retries=?']);
    assert.deepEqual(settingsIn('a.json', '{ "metadata.broker.list": "a:1", "acks": null, "retries": "", "topics": [null, 1] }').slice(1), [
      'file producer acks=?',
      'file producer retries=',
    ]);
    assert.ok(
      summaries('producer.properties', 'metadata.broker.list=a:1\nstatistics.interval.ms=1\nacks=\n').includes('error invalid-value acks'),
    );
  });

  it('joins nested maps, finds topic sections, and lets clients inherit what stands around them', () => {
    const text = [
      'kafka:',
      '  bootstrap.servers: [a:1, b:1]',
      '  client.id: app',
      '  producer:',
      '    queue: { buffering: { max: { ms: 7 } } }',
      '    message.timeout.ms: 0',
      '    topic: orders',
      '  consumer:',
      '    group.id: g',
      '    default.topic.config:',
      '      auto.offset.reset: end',
      '  topics:',
      '    partitions: 3',
      '---',
      'kafka:',
      '  metadata.broker.list: c:1',
      '  request.required.acks: 0',
    ];
    assert.deepEqual(settingsIn('app.yaml', ...text), [
      'kafka producer client.id=app',
      'kafka consumer client.id=app',
      'kafka.producer producer linger.ms=7',
      'kafka.producer producer delivery.timeout.ms=0',
      'kafka.consumer consumer group.id=g',
      'kafka.consumer consumer auto.offset.reset=end',
      'kafka in document 2 producer bootstrap.servers=c:1',
      'kafka in document 2 producer acks=0',
    ]);
  });

  it('keeps dotted keys that nobody knows, and those of the other client', () => {
    const text =
      'metadata.broker.list=a:1\nstatistics.interval.ms=1\nproducer.group.id=a\nproducer.acks=1\nrequest.requird.acks=1\ntopic=a\n';
    const reading = readingOf('app.properties', text);
    assert.deepEqual(
      reading?.unknownKeys.map(({ key, role, scope }) => `${scope.name} ${role} ${key}`),
      ['producer librdkafka-producer group.id', 'file librdkafka-producer request.requird.acks'],
    );
  });

  it('does not look into what is too deep', () => {
    const deep = `${'a: {'.repeat(30)}metadata.broker.list: x, message.timeout.ms: 1${'}'.repeat(30)}`;
    assert.equal(readingOf('deep.yaml', deep), undefined);
  });
});

describe('writing into a configuration of librdkafka', () => {
  /** The text with one more setting, in the scope of that name. */
  function written(path: string, text: string, property: string, scopeName: string): string | undefined {
    const syntax = syntaxOf(path, undefined);
    assert.ok(syntax);
    const document = syntax.parse(text);
    const reading = readBy(librdkafka, document, path);
    const scope = reading?.scopes.find(({ name }) => name === scopeName);
    assert.ok(reading && scope);
    const spelling = librdkafka.write({ property, role: 'librdkafka-producer', scope, near: undefined }, document, reading);
    return spelling && applyEdits(text, syntax.insert(document, spelling.place, spelling.keys, '1'));
  }

  it('uses the names that the file prefers', () => {
    const own = 'metadata.broker.list=a:1\nmessage.timeout.ms=5\n';
    assert.equal(written('app.properties', own, 'acks', 'file'), `${own}request.required.acks=1\n`);
    const java = 'bootstrap.servers=a:1\nsocket.nagle.disable=true\n';
    assert.equal(written('app.properties', java, 'acks', 'file'), `${java}acks=1\n`);
    assert.equal(written('app.properties', java, 'spring:listener.ack-mode', 'file'), undefined);
  });

  it('keeps prefixes and sections', () => {
    const fluent = '[OUTPUT]\n    Name kafka\n    rdkafka.acks 1\n[OUTPUT]\n    rdkafka.acks 0\n';
    assert.equal(
      written('fluent.properties', fluent, 'retries', 'OUTPUT.rdkafka'),
      fluent.replace('acks 1\n', 'acks 1\n    rdkafka.retries 1\n'),
    );
    const nested = 'kafka:\n  producer:\n    metadata.broker.list: a:1\n    message.timeout.ms: 5\n  x: 1\n';
    assert.equal(
      written('app.yaml', nested, 'acks', 'kafka.producer'),
      nested.replace('timeout.ms: 5\n', 'timeout.ms: 5\n    request.required.acks: 1\n'),
    );
  });

  it('knows no place among keys that are spread over mappings', () => {
    const spread = 'kafka: { metadata: { broker: { list: "a:1" } }, message: { timeout: { ms: 5 } } }\n';
    assert.equal(written('app.yaml', spread, 'acks', 'kafka'), undefined);
  });

  it('offers the keys of the client, spelled as the file does', () => {
    const offers = (path: string, text: string, ...parents: readonly string[]): readonly string[] => {
      const document = syntaxOf(path, undefined)?.parse(text);
      assert.ok(document);
      return librdkafka.offerKeys(parents, document, librdkafka.recognize(document, path)).map(({ key }) => key);
    };
    const nested = 'kafka:\n  producer:\n    rdkafka.acks: 1\n';
    assert.ok(offers('app.yaml', nested, 'kafka', 'producer').includes('rdkafka.enable.idempotence'));
    assert.deepEqual(offers('app.yaml', nested, 'kafka'), []);
    assert.ok(offers('app.properties', 'metadata.broker.list=a:1\nmessage.timeout.ms=5\n').includes('request.required.acks'));
    assert.ok(offers('orders-consumer.properties', 'metadata.broker.list=a:1\nstatistics.interval.ms=5\n').includes('group.id'));
    const sections = 'kafka:\n  metadata.broker.list: a:1\n  statistics.interval.ms: 5\n  consumer:\n    group.id: g\n';
    assert.ok(offers('app.yaml', sections, 'kafka', 'consumer').includes('enable.auto.offset.store'));
    assert.deepEqual(offers('app.properties', 'a=1\n'), []);
    const [unrelated, recognition] = [
      syntaxOf('a.properties', undefined)?.parse('a=1\n'),
      { score: 90, readable: true, trust: 'certain', roles: ['librdkafka-producer'], clues: [] } as const,
    ];
    assert.ok(unrelated);
    assert.deepEqual(librdkafka.offerKeys([], unrelated, recognition), []);
  });
});
