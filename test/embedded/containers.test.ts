import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { compose } from '../../server/src/embedded/compose/compose.js';
import { envFile } from '../../server/src/embedded/environment/env-file.js';
import type { Embedded } from '../../server/src/embedded/embedded.js';
import { env } from '../../server/src/syntax/env.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { analyzeFile, summaries } from '../support/check.js';

function service(...lines: readonly string[]): string {
  return `services:\n  kafka:\n${lines.map(line => `    ${line}\n`).join('')}`;
}

function inside(text: string): readonly Embedded[] {
  return compose.embedded(yaml.parse(text), 'docker-compose.yml');
}

/** Keys with values in each embedded map. */
function mapsIn(text: string, embedded = inside(text)): readonly string[] {
  return embedded.map(({ document }) => document.entries.map(({ path, value }) => `${path.map(textOf).join()}=${value}`).join(' '));
}

/** The outer text after another value of a key in the first map; undefined where it cannot be written. */
function withValue(text: string, embedded: Embedded | undefined, key: string, value: string): string | undefined {
  const inner = embedded?.document.text.replace(new RegExp(`^(${key.replaceAll('.', '\\.')}=).*$`, 'm'), `$1${value}`) ?? '';
  const edits = embedded?.outerEdits(inner);
  return edits && applyEdits(text, edits);
}

const apache = 'image: apache/kafka:4.1.0';

describe('the command of a container', () => {
  const runs = (...lines: readonly string[]): boolean => inside(service(...lines, 'environment: {KAFKA_NODE_ID: 1}')).length > 0;

  it('starts what is in the image, or something else', () => {
    for (const line of [
      ...['restart: always', 'command: ""', 'command: /etc/kafka/docker/run', 'entrypoint: [/opt/run, /etc/confluent/docker/run]'],
      ...[
        'command: bash -c "/etc/confluent/docker/configure && exec kafka-server-start /etc/kafka/kafka.properties"',
        'command: start-kafka.sh',
        'command: start',
      ],
    ])
      assert.ok(runs(apache, line), line);
    for (const line of [
      'command: kafka-topics.sh --create',
      'entrypoint: [sleep, infinity]',
      'command: [kafka-server-start.sh, a.properties]',
    ])
      assert.ok(!runs(apache, line), line);
  });

  it('is that of the tools where nothing counts', () => {
    for (const name of ['KAFKA_BROKER_ID', 'KAFKA_NODE_ID', 'KAFKA_ZOOKEEPER_CONNECT'])
      assert.deepEqual(mapsIn(service(apache, `environment: {${name}: ignored, KAFKA_LOG_DIRS: /data}`)), []);
  });

  it('hands settings to a broker, which win', () => {
    const forms: readonly (readonly string[])[] = [
      ['command: kafka-server-start.sh a.properties --override min.insync.replicas=1'],
      ['command: ["kafka-server-start.sh", "a.properties", "--override", "min.insync.replicas=1"]'],
      ['command:', '  - kafka-server-start.sh', '  - a.properties', '  - --override', "  - 'min.insync.replicas=1'"],
      [
        'command:',
        '  - sh',
        '  - -c',
        '  - |',
        '    kafka-server-start.sh a.properties \\',
        '      --override \\',
        '      min.insync.replicas=1; echo',
      ],
      ['entrypoint: sh -c "kafka-server-start.sh a.properties --override=min.insync.replicas=1"'],
    ];
    for (const lines of forms) {
      const text = service('image: example/any', ...lines);
      const [embedded] = inside(text);
      assert.deepEqual(mapsIn(text), ['min.insync.replicas=1'], text);
      assert.ok(embedded);
      assert.ok(embedded.facts.includes('partly-seen'));
      const [entry] = embedded.document.entries;
      assert.ok(entry);
      assert.equal(slice(text, embedded.outerSpan(entry.keySpan)), 'min.insync.replicas');
      assert.equal(slice(text, embedded.outerSpan(entry.valueSpan)), '1');
      assert.equal(withValue(text, embedded, 'min.insync.replicas', '2'), text.replace('replicas=1', 'replicas=2'));
      assert.equal(withValue(text, embedded, 'min.insync.replicas', 'a b'), undefined);
    }
  });

  it('may have values in quotes, and unknown ones', () => {
    const text = service(apache, 'command: >-', "  exec kafka-server-start.sh a --override a='b c' --override d=${E##*-} --override f=");
    assert.deepEqual(mapsIn(text), ['a=b c d=${E##*-} f=']);
    assert.equal(withValue(text, inside(text)[0], 'a', 'x'), text.replace('b c', 'x'));
  });

  it('hands nothing to programs that are no broker', () => {
    assert.deepEqual(mapsIn(service(apache, 'command: kafka-configs.sh --override a=b')), []);
    assert.deepEqual(mapsIn(service('image: example/any', 'command: connect-distributed.sh a.properties --override a=b')), []);
    assert.deepEqual(mapsIn(service('image: example/any', 'command: kafka-server-start.sh a.properties')), []);
  });

  it('sets variables, whose values are only known there', () => {
    const text = service(
      apache,
      'command: sh -c "KAFKA_NODE_ID=$$(hostname) /etc/kafka/docker/run"',
      'environment: {KAFKA_NODE_ID: 1, KAFKA_LOG_DIRS: /data}',
    );
    assert.deepEqual(mapsIn(text), ['log.dirs=/data node.id=${KAFKA_NODE_ID}']);
    assert.equal(withValue(text, inside(text)[0], 'node.id', '2'), undefined);
  });
});

describe('what runs in a container of no known image', () => {
  it('shows in its variables', () => {
    assert.deepEqual(mapsIn(service('build: .', 'environment: {KAFKA_PROCESS_ROLES: broker, KAFKA_LOG_DIRS: /data}')), [
      'process.roles=broker log.dirs=/data',
    ]);
    assert.deepEqual(mapsIn(service('image: ${IMAGE}', 'environment: [KAFKA_ADVERTISED_LISTENERS=a, KAFKA_OPTS=x]')), [
      'advertised.listeners=a',
    ]);
    assert.deepEqual(mapsIn(service('build: .', 'environment: {CONNECT_BOOTSTRAP_SERVERS: a, CONNECT_GROUP_ID: b}')), [
      'bootstrap.servers=a group.id=b',
    ]);
  });

  it('shows in more of them where the image has a name', () => {
    const named = (environment: string): readonly string[] => mapsIn(service('image: example/kafka:1', `environment: {${environment}}`));
    assert.deepEqual(named('KAFKA_PROCESS_ROLES: broker, KAFKA_ADVERTISED_LISTENERS: a'), ['process.roles=broker advertised.listeners=a']);
    assert.deepEqual(named('KAFKA_LISTENERS: a, KAFKA_ADVERTISED_LISTENERS: a'), []);
    assert.deepEqual(named('CONNECT_BOOTSTRAP_SERVERS: a, CONNECT_GROUP_ID: b, CONNECT_OFFSET_STORAGE_TOPIC: c'), [
      'bootstrap.servers=a group.id=b offset.storage.topic=c',
    ]);
    assert.deepEqual(named('CONNECT_BOOTSTRAP_SERVERS: a, CONNECT_GROUP_ID: b'), []);
  });

  it('is nobody’s else', () => {
    for (const lines of [
      ['build: .', 'environment: {KAFKA_REPLICATION_FACTOR: 1, KAFKA_ACKS: 0}'],
      ['build: .', 'environment: {CONNECT_BOOTSTRAP_SERVERS: a}'],
      ['image: example/kafka', 'environment: {KAFKA_PROCESS_ROLES: broker}'],
      ['image: confluentinc/cp-kafka', 'environment: {OTHER: 1}'],
      ['build: .'],
    ])
      assert.deepEqual(mapsIn(service(...lines)), [], lines.join());
  });

  it('may be several applications', () => {
    const text = service(
      'image: example/app',
      'environment:',
      '  SPRING_KAFKA_PRODUCER_ACKS: 1',
      '  MP_MESSAGING_OUTGOING_A_CONNECTOR: smallrye-kafka',
    );
    assert.deepEqual(mapsIn(text), ['spring.kafka.producer.acks=1', 'mp.messaging.outgoing.a.connector=smallrye-kafka']);
    assert.deepEqual(
      inside(text).map(({ path }) => path),
      ['application.properties', 'microprofile-config.properties'],
    );
    assert.equal(inside(service('build: .', 'environment: {QUARKUS_A: 1, KAFKA_ACKS: 1}'))[0]?.path, 'application.properties');
  });

  it('has applications that nothing more is written for than a key of theirs', () => {
    const text = service('image: example/app', 'environment:', '  SPRING_KAFKA_PRODUCER_ACKS: 1');
    assert.deepEqual(summaries('docker-compose.yml', text), ['warning acks-leader-only 1']);
    const analysis = analyzeFile('docker-compose.yml', text);
    const [fix] = analysis.diagnoses.flatMap(one => fixesOf(one, analysis));
    assert.equal(fix && applyEdits(text, fix.edits), text.replace('ACKS: 1', 'ACKS: all'));
  });
});

describe('a variable that is filled in before', () => {
  const values = ['${A:-1}', '${A-1}', '${A:?why}', '${A?why}', '${A:+1}', '${A}', '$A', '$${A:-1}', '${A:-${B:-1}}', 'a${A-b}c'];
  const valuesOf = (prefix: string): readonly string[] => {
    const [embedded] = inside(
      service(
        apache.replace('apache/kafka', prefix === 'KAFKA_' ? 'apache/kafka' : 'x'),
        'environment:',
        ...values.map((value, i) => `  ${prefix}K${String.fromCharCode(65 + i)}: "${value}"`),
      ),
    );
    return embedded?.document.entries.map(({ value }) => value) ?? [];
  };

  it('has its default as the program writes one', () => {
    assert.deepEqual(valuesOf('KAFKA_'), [
      '${A:-1}',
      '${A:-1}',
      '${A}',
      '${A}',
      '${A}',
      '${A}',
      '$A',
      '$${A:-1}',
      '${A:-${B:-1}}',
      'a${A:-b}c',
    ]);
    assert.deepEqual(valuesOf('SPRING_KAFKA_PRODUCER_PROPERTIES_'), [
      '${A:1}',
      '${A:1}',
      '${A}',
      '${A}',
      '${A}',
      '${A}',
      '$A',
      '$${A:-1}',
      '${A:${B:1}}',
      'a${A:b}c',
    ]);
  });

  it('is judged by it', () => {
    const text = (value: string): string => service('image: x', 'environment:', `  SPRING_KAFKA_PRODUCER_ACKS: ${value}`);
    assert.deepEqual(summaries('compose.yml', text('${ACKS:-1}')), ['warning acks-leader-only ${ACKS:-1}']);
    for (const value of ['${ACKS:-all}', '${ACKS:?why}', '${ACKS}']) assert.deepEqual(summaries('compose.yml', text(value)), []);
    const broker = service(
      apache,
      'environment:',
      '  KAFKA_PROCESS_ROLES: broker',
      '  KAFKA_LOG_DIRS: ${DIRS:?why}',
      '  KAFKA_NUM_PARTITIONS: ${N:+x}',
    );
    assert.ok(!summaries('compose.yml', broker).some(line => /invalid-value|log-dir/.test(line)));
  });
});

describe('JSON in a variable of Spring Boot', () => {
  const text = service('image: example/app', 'environment:', `  SPRING_APPLICATION_JSON: '{"spring.kafka.producer.acks": "1"}'`);

  it('is read as a file', () => {
    assert.deepEqual(mapsIn(text), ['spring.kafka.producer.acks=1']);
    assert.deepEqual(summaries('docker-compose.yml', text), ['warning acks-leader-only "1"']);
    const listed = service('image: a', `environment: ['SPRING_APPLICATION_JSON={"spring.kafka.producer.acks": "1"}']`);
    assert.deepEqual(mapsIn(listed), ['spring.kafka.producer.acks=1']);
    assert.deepEqual(summaries('docker-compose.yml', listed), ['warning acks-leader-only "1"']);
    assert.deepEqual(envFile.embedded(env.parse('SPRING_APPLICATION_JSON={}\n'), '.env'), []);
  });

  it('stays JSON', () => {
    const analysis = analyzeFile('docker-compose.yml', text);
    const [fix] = analysis.diagnoses.flatMap(one => fixesOf(one, analysis));
    assert.equal(fix && applyEdits(text, fix.edits), text.replace('"1"', '"all"'));
    const [embedded] = inside(text);
    assert.equal(embedded?.outerEdits('{spring.kafka.producer.acks: all}'), undefined);
  });
});

describe('services of a compose file', () => {
  it('take from those that they extend', () => {
    const text = [
      'services:',
      '  a: {image: apache/kafka, command: /etc/kafka/docker/run, environment: {KAFKA_NODE_ID: 1, KAFKA_LOG_DIRS: /a}, env_file: x.env}',
      '  b: {extends: a, environment: {KAFKA_NODE_ID: 2}}',
      '  c: {extends: {service: b}, command: [/etc/kafka/docker/run], entrypoint: [tini], environment: [KAFKA_NODE_ID=3]}',
      '  d: {extends: e, environment: {KAFKA_NODE_ID: 4, KAFKA_LISTENERS: x}}',
      '  e: {extends: d}',
      '  f: {extends: {service: a, file: other.yml}, environment: {KAFKA_NODE_ID: 5, KAFKA_LISTENERS: x}}',
      '  g: {extends: missing, environment: {KAFKA_NODE_ID: 6, KAFKA_LISTENERS: x}}',
      '',
    ].join('\n');
    assert.deepEqual(
      mapsIn(text),
      [
        'node.id=1 log.dirs=/a',
        'log.dirs=/a node.id=2',
        'log.dirs=/a',
        'node.id=4 listeners=x',
        'node.id=4 listeners=x',
        'node.id=5 listeners=x',
        'node.id=6 listeners=x',
      ].toSpliced(2, 1, 'log.dirs=/a node.id=3'),
    );
    assert.deepEqual(
      inside(text).map(({ name, facts }) => `${name} ${String(facts.includes('partly-seen'))}`),
      ['service a true', 'service b true', 'service c true', 'service d false', 'service e false', 'service f true', 'service g false'],
    );
  });

  it('are merged from several documents, the later over the earlier', () => {
    const text = `${service(apache, 'command: [a, docker/run]', 'environment: [KAFKA_NODE_ID=1, KAFKA_LOG_DIRS=/a]')}---\n${service('command: [sleep]', 'environment: {KAFKA_NODE_ID: 2}')}`;
    assert.deepEqual(mapsIn(text), []);
    assert.deepEqual(mapsIn(text.replace('sleep', 'docker/run')), ['log.dirs=/a node.id=2']);
  });

  it('are read quickly, however long they are', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `      - KAFKA_A${String(i % 2_500)}=1`);
    const text = ['services:', '  a:', `    ${apache}`, '    environment:', ...lines, ''].join('\n');
    const started = performance.now();
    assert.equal(inside(text)[0]?.document.entries.length, 2_500);
    assert.ok(performance.now() - started < 5_000);
  });

  it('are none where the text says nothing of the kind', () => {
    for (const text of [
      'services: {}\n',
      'services:\n  - environment\n',
      'services:\n  a: environment\n',
      'services:\n  a: {environment: x}\n',
      'x: {services: {}}\n',
    ])
      assert.deepEqual(mapsIn(text), [], text);
    assert.ok(compose.mayHold('a.yml', 'services:\n  a:\n    environment:\n'));
    assert.ok(compose.mayHold('a.yml', '"services":\n  a: --override\n'));
    assert.ok(!compose.mayHold('a.yml', 'service:\n  a:\n    environment:\n'));
    assert.ok(!compose.mayHold('a.yml', 'services:\n  a:\n    image: b\n'));
  });
});

describe('a file of variables', () => {
  const open = (text: string): Embedded | undefined => envFile.embedded(env.parse(text), '.env')[0];
  const text = 'export KAFKA_PROCESS_ROLES=broker\nKAFKA_NODE_ID\nKAFKA_LOG_DIRS=\'/data\' # x\nKAFKA_A="b\\\\c"\nOTHER=1\n';

  it('is the environment of whatever its variables belong to', () => {
    const embedded = open(text);
    assert.ok(embedded);
    assert.deepEqual(mapsIn(text, [embedded]), ['process.roles=broker node.id=${KAFKA_NODE_ID} log.dirs=/data a=b\\c']);
    const [, , dirs, other] = embedded.document.entries;
    assert.ok(dirs && other);
    assert.equal(slice(text, embedded.outerSpan(dirs.valueSpan)), '/data');
    assert.equal(slice(text, embedded.outerSpan(other.valueSpan)), '"b\\\\c"');
    assert.equal(open('KAFKA_ACKS=1\n'), undefined);
  });

  it('is written as it is', () => {
    const embedded = open(text);
    assert.ok(embedded);
    const inner = embedded.document.text;
    const edited = (newText: string): string | undefined => {
      const edits = embedded.outerEdits(newText);
      return edits && applyEdits(text, edits);
    };
    assert.equal(edited(inner.replace('/data', '/other')), text.replace('/data', '/other'));
    assert.equal(edited(inner.replace('process.roles', 'process.role')), text.replace('PROCESS_ROLES', 'PROCESS_ROLE'));
    assert.equal(edited(inner.replace('process.roles', 'processRoles')), undefined);
    assert.equal(edited(inner.replace(/log\.dirs=.*\n/, '')), text.replace(/KAFKA_LOG_DIRS.*\n/, ''));
    assert.equal(
      edited(inner.replace(/(process\.roles=.*\n)/, '$1min.insync.replicas=2\n')),
      text.replace('broker\n', 'broker\nexport KAFKA_MIN_INSYNC_REPLICAS=2\n'),
    );
    assert.equal(edited(`${inner}minInsync=2\n`), undefined);
    assert.deepEqual(embedded.keys?.spell('min.insync.replicas'), 'KAFKA_MIN_INSYNC_REPLICAS');
  });

  it('is looked at where it speaks of Kafka', () => {
    assert.ok(envFile.mayHold('.env', 'KAFKA_A=1') && envFile.mayHold('.env', 'CONNECT_A=1'));
    assert.ok(!envFile.mayHold('.env', 'REDIS=1'));
  });
});
