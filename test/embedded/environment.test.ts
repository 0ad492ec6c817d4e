import assert from 'node:assert/strict';
import { compose } from '../../server/src/embedded/compose/compose.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { summaries } from '../support/check.js';

const service = (...lines: readonly string[]): string =>
  `services:\n  kafka:\n    image: apache/kafka\n${lines.map(line => `    ${line}\n`).join('')}    environment:\n      KAFKA_MIN_INSYNC_REPLICAS: 1\n      KAFKA_PROCESS_ROLES: broker\n`;
const embeddedIn = (text: string) => compose.embedded(yaml.parse(text), 'docker-compose.yml');

describe('the environment of a container', () => {
  it('is that of a program only where the container runs it', () => {
    const runs = (...lines: readonly string[]): number => embeddedIn(service(...lines)).length;
    assert.equal(runs(), 1);
    assert.equal(runs('command: kafka-topics.sh --list'), 0);
    assert.equal(runs('entrypoint: [sh, -c]', 'command: ["sleep 1; exec /etc/kafka/docker/run"]'), 1);
    assert.equal(runs('entrypoint: [sleep]', 'command: ["1"]'), 0);
  });

  it('has what the command sets as well', () => {
    const [found] = embeddedIn(service('command: sh -c "KAFKA_NODE_ID=$$ID exec /etc/kafka/docker/run"'));
    assert.equal(found?.document.text, 'min.insync.replicas=1\nprocess.roles=broker\nnode.id=${KAFKA_NODE_ID}\n');
  });

  it('is that of two programs where a script starts two', () => {
    const ksqldb = (...variables: readonly string[]): string =>
      `services:\n  k:\n    image: confluentinc/ksqldb-server:0.29.0\n    environment:\n${variables.map(one => `      ${one}\n`).join('')}`;
    const worker = ['KSQL_BOOTSTRAP_SERVERS: kafka:9092', 'KSQL_CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR: 1'];
    const paths = (text: string): readonly string[] => embeddedIn(text).map(({ path }) => path);
    assert.deepEqual(paths(ksqldb(...worker)), ['ksql-server.properties']);
    const both = ksqldb(...worker, 'KSQL_CONNECT_GROUP_ID: connect');
    assert.deepEqual(paths(both), ['ksql-server.properties', 'connect-distributed.properties']);
    assert.ok(summaries('docker-compose.yml', both).includes('warning internal-topic-replication-low 1'));
  });

  it('is only partly seen beside a file of variables', () => {
    assert.ok(summaries('docker-compose.yml', service()).length > 2);
    for (const lines of ['env_file: kafka.env', 'env_file: [kafka.env]', 'env_file: [{ path: kafka.env }]'])
      assert.deepEqual(summaries('docker-compose.yml', service(lines)), ['information min-insync-replicas-low 1']);
  });
});
