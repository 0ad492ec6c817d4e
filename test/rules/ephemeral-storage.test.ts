import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';

const id = 'ephemeral-storage';

/** What is said, and the text after the first fix. */
function told(path: string, text: string): readonly (readonly [message: string, mended: string | undefined])[] {
  const analysis = analyzeFile(path, text);
  return analysis.diagnoses
    .filter(({ rule }) => rule.id === id)
    .map(diagnosis => {
      const [fix] = fixesOf(diagnosis, analysis);
      return [diagnosis.message, fix && applyEdits(text, fix.edits)];
    });
}

const messages = (path: string, text: string): readonly string[] => told(path, text).map(([message]) => message.split(':')[0] ?? '');

describe(id, () => {
  const pool = (storage: string, cluster = 'orders', replicas = 3): string =>
    `apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata:\n  name: a\n  labels:\n    strimzi.io/cluster: ${cluster}\nspec:\n  replicas: ${String(replicas)}\n  roles: [broker]\n  storage:\n${storage}`;
  const kafka =
    '---\napiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: orders\nspec:\n  kafka:\n    config:\n      min.insync.replicas: 2\n';

  it('reads the storage of pools, of several volumes the worst', () => {
    assert.deepEqual(messages('kafka.yaml', pool('    type: ephemeral\n')), ['type=ephemeral']);
    assert.deepEqual(messages('kafka.yaml', pool('    type: persistent-claim\n    deleteClaim: false\n')), []);
    const volumes = '    type: jbod\n    volumes:\n      - type: persistent-claim\n        deleteClaim: true\n      - type: ephemeral\n';
    assert.deepEqual(messages('kafka.yaml', pool(volumes)), ['deleteClaim=true', 'type=ephemeral']);
  });

  it('leaves the pool of a single broker to its cluster', () => {
    assert.deepEqual(messages('kafka.yaml', pool('    type: ephemeral\n') + kafka), ['type=ephemeral']);
    assert.deepEqual(messages('kafka.yaml', pool('    type: ephemeral\n', 'orders', 1) + kafka), []);
    assert.deepEqual(messages('kafka.yaml', pool('    type: ephemeral\n').replace('  labels:\n    strimzi.io/cluster: orders\n', '')), [
      'type=ephemeral',
    ]);
  });

  it('keeps claims, and switches persistence on', () => {
    const [[, kept] = []] = told('kafka.yaml', pool('    type: persistent-claim\n    deleteClaim: true\n'));
    assert.match(kept ?? '', /deleteClaim: false/);
    const chart =
      'image: confluentinc/cp-kafka\nbrokers: 3\npersistence:\n  enabled: false\nconfigurationOverrides:\n  num.io.threads: 8\n';
    const [[message, persistent] = []] = told('values.yaml', chart);
    assert.match(message ?? '', /^persistence\.enabled=false/);
    assert.match(persistent ?? '', /persistence:\n {2}enabled: true/);
  });

  it('takes what is in memory alone for no volume', () => {
    const service = (...lines: readonly string[]): string =>
      `services:\n  a:\n    image: confluentinc/cp-kafka\n    environment:\n      KAFKA_NUM_IO_THREADS: 8\n${lines.map(line => `    ${line}\n`).join('')}`;
    const found = (...lines: readonly string[]): readonly string[] => messages('compose.yml', service(...lines));
    const lost = ['The volume at /var/lib/kafka/data is made with the pod or container and goes with it'];
    assert.deepEqual(found('tmpfs: /var/lib/kafka/data'), lost);
    assert.deepEqual(found('tmpfs: [/tmp, "/var/lib/kafka/data:size=1g"]'), lost);
    assert.deepEqual(found('volumes: [{type: tmpfs, target: /var/lib/kafka/data}]'), lost);
    assert.deepEqual(found('volumes: [{type: volume, source: data, target: /var/lib/kafka/data}]'), []);
    const none = ['No volume for records is mounted into this container'];
    assert.deepEqual(found('tmpfs: /tmp'), none);
    assert.deepEqual(found('volumes: [data:/var/lib/kafka/data]', 'tmpfs: /tmp'), []);
  });

  it('is told once of the containers of a cluster that have no volume', () => {
    const service = (name: string, more = ''): string =>
      `  ${name}:\n    image: apache/kafka\n    environment:\n      KAFKA_ZOOKEEPER_CONNECT: zoo:2181\n${more}`;
    const found = (...services: readonly string[]): readonly string[] =>
      told('compose.yml', `services:\n${services.join('')}`).map(([message]) => message);
    const volume = '    volumes:\n      - data:/data\n';
    assert.deepEqual(found(service('a'), service('b', volume)).length, 1);
    assert.match(found(service('a'), service('b'))[0] ?? '', /It is the same in another node of this cluster\.$/);
    assert.match(found(service('a'), service('b'), service('c'))[0] ?? '', /It is the same in 2 other nodes of this cluster\.$/);
    assert.deepEqual(found(service('a', volume), service('b', volume)), []);
    assert.deepEqual(found(service('a', '    env_file: a.env\n'), service('b', volume)), []);
  });
});
