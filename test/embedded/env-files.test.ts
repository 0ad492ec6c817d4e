import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { pathFrom, valuesIn } from '../../server/src/embedded/environment/env-variables.js';
import { withDefaults } from '../../server/src/embedded/environment/interpolation.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const quorum = 'KAFKA_PROCESS_ROLES=broker,controller\nKAFKA_CONTROLLER_QUORUM_VOTERS=1@a:9093,2@b:9093,3@c:9093\n';

function kafka(...lines: readonly string[]): string {
  const all = ['image: confluentinc/cp-kafka:7.5.0', 'volumes: [data:/var/lib/kafka/data]', ...lines];
  return `services:\n  kafka:\n${all.map(line => `    ${line}\n`).join('')}`;
}

describe('a compose file and the files that it names', () => {
  const environment = 'environment: {KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false", KAFKA_DEFAULT_REPLICATION_FACTOR: 3}';
  const said = (text: string, beside: Readonly<Record<string, string>>): readonly string[] =>
    summaries('deploy/compose.yml', text, { beside });

  it('are one environment: what they set is not absent, and judged where it is written', () => {
    const text = kafka('env_file: kafka.env', environment);
    assert.deepEqual(said(text, {}), []);
    assert.deepEqual(said(text, { 'deploy/kafka.env': quorum }), ['warning min-insync-replicas-low KAFKA_DEFAULT_REPLICATION_FACTOR']);
    const whole = { 'deploy/kafka.env': `${quorum}KAFKA_MIN_INSYNC_REPLICAS=1\nKAFKA_NO_SUCH_KEY_OF_IT=1\n` };
    assert.deepEqual(said(text, whole), []);
  });

  it('lose against the environment, and the earlier file against the later one', () => {
    const text = kafka('env_file:', '  - a.env', '  - path: sub/b.env', '    required: true', environment);
    const min = (count: number): string => `KAFKA_MIN_INSYNC_REPLICAS=${String(count)}\n`;
    const beside = { 'deploy/a.env': quorum + min(3), 'deploy/sub/b.env': `${min(2)}KAFKA_AUTO_CREATE_TOPICS_ENABLE=true\n` };
    assert.deepEqual(said(text, beside), []);
    // two keys of two files
    const conflict = kafka(
      'env_file: a.env',
      'environment: {KAFKA_DEFAULT_REPLICATION_FACTOR: 2, KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false"}',
    );
    assert.deepEqual(said(conflict, beside), ['warning min-insync-replicas-above-replication 2', 'information replication-factor-low 2']);
  });

  it('are not written into, and say nothing where they are named', () => {
    const text = kafka('env_file: kafka.env', environment);
    const beside = { 'deploy/kafka.env': quorum };
    const analysis = analyzeFile('deploy/compose.yml', text, { beside });
    const [one] = analysis.diagnoses;
    const [fix] = one ? fixesOf(one, analysis) : [];
    assert.match(fix ? applyEdits(text, fix.edits) : '', /FACTOR: 3, KAFKA_MIN_INSYNC_REPLICAS: 2\}/);
    assert.equal(analysis.embedded[0]?.innerOffset(text.indexOf('kafka.env') + 2), undefined);
    const alone = kafka('env_file: kafka.env');
    const bare = analyzeFile('deploy/compose.yml', alone, { beside: { 'deploy/kafka.env': `${quorum}KAFKA_MIN_INSYNC_REPLICAS=2\n` } });
    assert.deepEqual(
      bare.diagnoses.map(({ rule, span }) => `${rule.id} ${alone.slice(span.start, span.end)}`),
      ['auto-create-topics kafka.env', 'replication-factor-low kafka.env'],
    );
    assert.deepEqual(
      bare.diagnoses.flatMap(diagnosis => fixesOf(diagnosis, bare)),
      [],
    );
  });

  it('fill in the variables of the file, where it has them', () => {
    const text = kafka('environment: {KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "${UNCLEAN}"}').replace('7.5.0', '${TAG}');
    const errors = (beside: Readonly<Record<string, string>>): readonly string[] =>
      said(text, beside).filter(line => line.startsWith('error'));
    assert.deepEqual(errors({}), []);
    const beside = { 'deploy/.env': 'UNCLEAN=true\nTAG=7.4.1\n' };
    assert.deepEqual(errors(beside), ['error unclean-leader-election "${UNCLEAN}"']);
    const { carried } = analyzeFile('deploy/compose.yml', text, { beside });
    assert.equal(carried[0]?.configs[0]?.version.text, '3.4');
  });
});

describe('a service that extends one of another file', () => {
  const common = (...lines: readonly string[]): string => `services:\n  base:\n${lines.map(line => `    ${line}\n`).join('')}`;
  const image = 'image: confluentinc/cp-kafka:7.5.0';
  const extended = (...lines: readonly string[]): string =>
    `services:\n  kafka:\n    extends: {file: sub/common.yml, service: base}\n${lines.map(line => `    ${line}\n`).join('')}`;
  const environment = 'environment: {KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false", KAFKA_DEFAULT_REPLICATION_FACTOR: 3}';
  const found = (text: string, beside: Readonly<Record<string, string>>) => analyzeFile('x/compose.yml', text, { beside });
  const said = (text: string, beside: Readonly<Record<string, string>>): readonly string[] =>
    found(text, beside).diagnoses.map(({ rule }) => rule.id);

  it('has what that one sets, and is judged on what it says itself', () => {
    const volume = 'volumes: [data:/var/lib/kafka/data]';
    const base = common(image, 'environment: {KAFKA_MIN_INSYNC_REPLICAS: 1, KAFKA_ZOOKEEPER_CONNECT: "a:2181,b:2181"}', volume);
    assert.deepEqual(said(extended(environment), { 'x/sub/common.yml': base }), []);
    assert.deepEqual(said(extended(environment), { 'x/sub/common.yml': base.replace('_INSYNC_', '_X_') }), ['min-insync-replicas-low']);
    assert.deepEqual(said(extended(environment), { 'x/sub/common.yml': base.replace(volume, '') }), ['ephemeral-storage']);
    const own = found(extended('image: confluentinc/cp-kafka:7.4.0', environment), { 'x/sub/common.yml': base });
    assert.equal(own.carried[0]?.configs[0]?.version.text, '3.4');
  });

  it('has its command, unless there is one of its own', () => {
    const base = common(image, 'command: kafka-topics --list', 'environment: {KAFKA_ZOOKEEPER_CONNECT: a:2181}');
    assert.equal(found(extended(environment), { 'x/sub/common.yml': base }).carried.length, 0);
    assert.equal(found(extended(environment, 'command: /etc/confluent/docker/run'), { 'x/sub/common.yml': base }).carried.length, 1);
  });

  it('has the files of that one, too', () => {
    const base = common('extends: {file: more.yml, service: base}', 'env_file: a.env', 'volumes: [data:/var/lib/kafka/data]');
    const beside = {
      'x/sub/common.yml': base,
      'x/sub/more.yml': common(image, 'environment: [KAFKA_MIN_INSYNC_REPLICAS=1]'),
      'x/sub/a.env': 'KAFKA_MIN_INSYNC_REPLICAS=2\n',
    };
    assert.deepEqual(said(extended(environment), beside), []);
    const conflict = extended(environment.replace('FACTOR: 3', 'FACTOR: 1'));
    assert.deepEqual(said(conflict, beside), ['min-insync-replicas-above-replication', 'replication-factor-low']);
  });

  it('is seen in part where that one is not found, or never ends', () => {
    const text = extended('image: confluentinc/cp-kafka', 'environment: {KAFKA_DEFAULT_REPLICATION_FACTOR: 3}');
    const partly = (beside: Readonly<Record<string, string>>): unknown => found(text, beside).embedded[0]?.facts.includes('partly-seen');
    assert.equal(partly({}), true);
    assert.equal(partly({ 'x/sub/common.yml': 'services: {other: {image: a}}\n' }), true);
    assert.equal(partly({ 'x/sub/common.yml': common('extends: {file: common.yml, service: base}') }), true);
    assert.equal(partly({ 'x/sub/common.yml': common(image) }), false);
  });
});

describe('a file of variables', () => {
  const compose = (image: string): string =>
    `services:\n  a:\n    image: ${image}\n    env_file: ./env/app.env\n  b:\n    image: ${image}\n    env_file: [env/app.env]\n`;
  const said = (text: string, beside: Readonly<Record<string, string>>): readonly string[] => summaries('x/env/app.env', text, { beside });
  const acks = 'CONNECT_PRODUCER_ACKS=1\n';

  it('is read by the program whose service names it', () => {
    assert.deepEqual(said(acks, {}), []);
    const expected = ['warning acks-leader-only 1'];
    for (const name of ['compose.yaml', 'docker-compose.yml']) {
      assert.deepEqual(said(acks, { [`x/${name}`]: compose('confluentinc/cp-kafka-connect') }), expected, name);
    }
    const beside = { 'x/env/compose.yml': 'services: {a: {image: debezium/connect, env_file: app.env}}\n' };
    assert.deepEqual(said(acks, beside), expected);
    assert.deepEqual(said(acks, { 'x/compose.yml': compose('apache/kafka') }), []);
    assert.deepEqual(said(acks, { 'x/compose.yml': 'services: {a: {build: ., env_file: env/app.env}}\n' }), []);
    assert.deepEqual(said(acks, { 'x/compose.yml': compose('confluentinc/cp-kafka-connect').replaceAll('app.env', 'other.env') }), []);
  });

  it('is read once for each program, without what a service sets itself', () => {
    const two = compose('confluentinc/cp-kafka-connect').replace('confluentinc/cp-kafka-connect', 'apache/kafka');
    const both = `${acks}KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE=true\nKAFKA_PROCESS_ROLES=controller\n`;
    assert.deepEqual(said(both, { 'x/compose.yml': two }), ['warning acks-leader-only 1', 'error unclean-leader-election true']);
    const connect = compose('confluentinc/cp-kafka-connect');
    const environment = '    environment: [CONNECT_PRODUCER_ACKS=all]\n    image:';
    assert.deepEqual(said(acks, { 'x/compose.yml': connect.replace('    image:', environment) }), ['warning acks-leader-only 1']);
    assert.deepEqual(said(acks, { 'x/compose.yml': connect.replaceAll('    image:', environment) }), []);
  });
});

describe('the parts of such files', () => {
  it('are paths from the file that names them', () => {
    const paths: readonly (readonly [file: string, named: string, path: string])[] = [
      ['compose.yml', 'a.env', 'a.env'],
      ['/x/y/compose.yml', './a.env', '/x/y/a.env'],
      ['/x/y/compose.yml', '../a.env', '/x/a.env'],
      ['../compose.yml', '../a.env', '../../a.env'],
      ['/x/compose.yml', '/etc/a.env', '/etc/a.env'],
      ['/c:/x/compose.yml', 'sub\\a.env', '/c:/x/sub/a.env'],
      ['', './x/../a.env', 'a.env'],
    ];
    for (const [file, named, path] of paths) assert.equal(pathFrom(file, named), path);
  });

  it('are values by their names, the last of several', () => {
    assert.deepEqual(
      [...valuesIn('A=1\n# B=2\nC="x y"\nA=3\nD\n')],
      [
        ['A', '3'],
        ['C', 'x y'],
        ['D', '${D}'],
      ],
    );
  });

  it('are the defaults of placeholders', () => {
    const values = new Map([
      ['A', '1'],
      ['B', '{}'],
    ]);
    const filled = (text: string): string => withDefaults(text, values);
    assert.equal(filled('$A ${A} ${A:-2} ${A?no} x'), '${A:-1} ${A:-1} ${A:-1} ${A:-1} x');
    assert.equal(filled('$$A ${A:+2} $C ${C:-2} ${B}'), '$$A ${A:+2} $C ${C:-2} ${B}');
    assert.equal(withDefaults('$A', new Map()), '$A');
  });
});
