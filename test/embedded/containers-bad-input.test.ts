import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compose } from '../../server/src/embedded/compose/compose.js';
import { dockerfile } from '../../server/src/embedded/dockerfile/dockerfile.js';
import { envFile } from '../../server/src/embedded/environment/env-file.js';
import type { Embedded } from '../../server/src/embedded/embedded.js';
import { dockerfile as dockerfileSyntax } from '../../server/src/syntax/dockerfile.js';
import { env } from '../../server/src/syntax/env.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';
import { times } from '../support/runs.js';

const bad: readonly (readonly [string, string])[] = [
  ['tabs', 'services:\n\tkafka:\n\t\timage: apache/kafka\n\t\tenvironment:\n\t\t\tKAFKA_A: 1\n'],
  ['wrong types', 'services: [1, {a: environment}]\n'],
  [
    'wrong types of a service',
    'services:\n  a: 1\n  b: [environment]\n  c: {image: [1], environment: {KAFKA_A: {b: 1}}, command: {a: b}, extends: [x], env_file: {}}\n',
  ],
  ['nothing', 'services:\n  a:\n    image:\n    environment:\n    command:\n    extends:\n'],
  ['half a key', 'services:\n  a:\n    image: apache/kafka\n    environment:\n      KAFKA_\n'],
  [
    'items of nothing',
    'services:\n  a:\n    image: apache/kafka\n    environment:\n      - \n      - =\n      - KAFKA_=1\n      - KAFKA_A\n      - 7\n      - {b: c}\n',
  ],
  ['many documents', 'services: {a: {image: apache/kafka, environment: {KAFKA_A: 1}}}\n---\n'.repeat(200)],
  [
    'anchors of anchors',
    `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `b${String(i)}: &b${String(i)} [${i === 0 ? '*a, *a' : `*b${String(i - 1)}, *b${String(i - 1)}`}]`).join('\n')}\nservices: {a: {image: apache/kafka, environment: *b29}}\n`,
  ],
  ['a long block', `services:\n  a:\n    image: apache/kafka\n    environment:\n      KAFKA_A: |\n${'        line\n'.repeat(80_000)}`],
  [
    'a long command',
    `services:\n  a:\n    image: x\n    environment: {}\n    command: kafka-server-start.sh ${'--override a=b '.repeat(20_000)}\n`,
  ],
  [
    'a long circle',
    `services:\n${Array.from({ length: 300 }, (_, i) => `  s${String(i)}: {extends: s${String((i + 1) % 300)}, environment: {KAFKA_A: 1}}\n`).join('')}`,
  ],
];

/** Mocha's limit of time is the guard against a hang. */
describe('bad input in environments', function () {
  this.timeout(30_000);

  for (const [about, text] of bad) {
    it(`ends soon and throws nothing: ${about}`, () => {
      assert.doesNotThrow(() => analyzeFile('docker-compose.yml', text), text.slice(0, 60));
    });
  }

  it('ends soon and throws nothing in files of variables', () => {
    for (const text of [
      'KAFKA_A="'.repeat(50_000),
      "KAFKA_LISTENERS='\n".repeat(20_000),
      `KAFKA_LISTENERS=${' # x'.repeat(100_000)}`,
      'KAFKA_LISTENERS\n'.repeat(20_000),
      ' '.repeat(500_000),
    ]) {
      assert.doesNotThrow(() => analyzeFile('.env', text), text.slice(0, 60));
    }
  });

  it('ends soon and throws nothing in Dockerfiles', () => {
    for (const text of [
      'ENV KAFKA_A="'.repeat(50_000),
      'FROM apache/kafka\n' + 'ENV KAFKA_NODE_ID=1 \\\n'.repeat(20_000),
      'FROM apache/kafka\n' + 'ENV KAFKA_A=$KAFKA_A$KAFKA_A\n'.repeat(5_000),
      'FROM apache/kafka AS kafka\n' + 'FROM kafka AS kafka\nENV KAFKA_NODE_ID=1\n'.repeat(500),
      `FROM apache/kafka\nENV KAFKA_A=${'${'.repeat(200_000)}`,
      `ENV KAFKA_A=1\nRUN ${'<<a '.repeat(100_000)}`,
      `ENV KAFKA_A=1\nCMD [${'"a",'.repeat(100_000)}"b"]`,
    ]) {
      assert.doesNotThrow(() => analyzeFile('Dockerfile', text), text.slice(0, 60));
    }
  });

  it('ends soon and throws nothing in variables of Ansible', () => {
    const settings = 'kafka_broker_custom_properties: {num.io.threads: 1}\n';
    for (const text of [
      ...['[]', '{}', '3', '[[1], {a: b}]', '|\n    x'].flatMap(value =>
        ['kafka_broker_custom_properties', 'kafka_topic', 'kafka_server_config_params', 'kafka_connect_connectors'].map(
          key => `${key}: ${value}\nkafka_data_log_dirs: ${value}\n`,
        ),
      ),
      `${settings}kafka_broker: {hosts: {"a[1:999999999]": , "b[9:1]": , "c[0:99999999:0][1:99999]": }}\n`,
      `a:\n${Array.from({ length: 500 }, (_, i) => `  - vars: {kafka_broker_custom_properties: {a${String(i)}: 1}}\n`).join('')}`,
      `${settings}kafka_broker:\n  hosts:\n${Array.from({ length: 20_000 }, (_, i) => `    h${String(i)}:\n`).join('')}`,
      `${settings}---\n`.repeat(200),
    ]) {
      assert.doesNotThrow(() => analyzeFile('group_vars/all.yml', text), text.slice(0, 60));
    }
  });

  const names = [
    'KAFKA_LISTENERS',
    'KAFKA_MIN_INSYNC_REPLICAS',
    'KAFKA_A__B',
    'SPRING_KAFKA_PRODUCER_ACKS',
    'MP_MESSAGING_OUTGOING_A_ACKS',
    'OTHER',
    'CONNECT_GROUP_ID',
  ];
  const piece = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom('=', ':', ' ', '\n', '\n', '"', "'", '#', '- ', '${A:-1}', '1', 'x', '|\n', '  '),
  );
  const lines = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''));

  /** Every inner text can be asked for, and the outer one edited, wherever. */
  function probe(text: string, embedded: readonly Embedded[], parse: (text: string) => unknown): void {
    for (const one of embedded) {
      for (let at = 0; at <= text.length; at += 7) one.innerOffset(at);
      for (const { span, keySpan, valueSpan } of one.document.entries)
        for (const { start, end } of [span, keySpan, valueSpan].map(inner => one.outerSpan(inner)))
          assert.ok(0 <= start && start <= end && end <= text.length, text);
      const edits = one.outerEdits(`${one.document.text}min.insync.replicas=2\n`);
      if (edits) parse(applyEdits(text, edits));
    }
  }

  it('throws nothing for any text', () => {
    fc.assert(
      fc.property(lines, text => {
        probe(text, envFile.embedded(env.parse(text), '.env'), one => env.parse(one));
        const image = `FROM apache/kafka\n${text.replace(/^/gm, 'ENV ')}`;
        probe(image, dockerfile.embedded(dockerfileSyntax.parse(image), 'Dockerfile'), one => dockerfileSyntax.parse(one));
        const service = `services:\n  a:\n    image: apache/kafka\n    environment:\n${text.replace(/^/gm, '      ')}\n`;
        probe(service, compose.embedded(yaml.parse(service), 'a.yml'), one => yaml.parse(one));
      }),
      times(1_000),
    );
  });
});
