import assert from 'node:assert/strict';
import { dockerfile } from '../../server/src/embedded/dockerfile/dockerfile.js';
import { filledIn } from '../../server/src/embedded/dockerfile/substitution.js';
import { dockerfile as syntax } from '../../server/src/syntax/dockerfile.js';
import { summaries } from '../support/check.js';

const inside = (...lines: readonly string[]) => dockerfile.embedded(syntax.parse(lines.join('\n')), 'Dockerfile');
const texts = (...lines: readonly string[]): readonly string[] => inside(...lines).map(({ document }) => document.text);

describe('the variables of a Dockerfile', () => {
  it('are those of the program in the image, with its version', () => {
    const [found, ...more] = inside('FROM confluentinc/cp-kafka:7.5.0 AS kafka', 'ENV KAFKA_NODE_ID=1 PATH=/x', 'ENV KAFKA_LOG_DIRS "/d"');
    assert.deepEqual(more, []);
    assert.equal(found?.document.text, 'node.id=1\nlog.dirs=/d\n');
    assert.equal(found.name, 'stage kafka');
    assert.equal(found.kafkaVersion, '3.5');
  });

  it('take the defaults of arguments into the name of the image', () => {
    const version = (...lines: readonly string[]): string | undefined => inside(...lines, 'ENV KAFKA_NODE_ID=1')[0]?.kafkaVersion;
    assert.equal(version('ARG TAG=7.5.0', 'FROM confluentinc/cp-kafka:${TAG}'), '3.5');
    assert.equal(version('ARG TAG', 'FROM confluentinc/cp-kafka:$TAG'), undefined);
    assert.equal(version('FROM confluentinc/cp-kafka:${TAG:-7.5.0}'), '3.5');
    assert.equal(version('ARG IMAGE=apache/kafka:4.0.0', 'FROM ${IMAGE}'), '4.0.0');
  });

  it('are seen in the stages that no other one is built on, the last of a name alone', () => {
    assert.deepEqual(
      texts(
        'ENV KAFKA_NODE_ID=0',
        'FROM apache/kafka AS Base',
        'ENV KAFKA_NODE_ID=1 KAFKA_NUM_IO_THREADS=8',
        'FROM base AS one',
        'ENV KAFKA_NODE_ID=2',
        'FROM base',
        'ENV KAFKA_NUM_IO_THREADS=9',
        'FROM eclipse-temurin',
        'ENV KAFKA_NODE_ID=3',
      ),
      ['num.io.threads=8\nnode.id=2\n', 'node.id=1\nnum.io.threads=9\n'],
    );
  });

  it('have values that the builder fills in', () => {
    assert.deepEqual(
      texts(
        'ARG ISR=2',
        'FROM apache/kafka',
        'ARG ISR',
        'ARG ROLES=broker',
        'ARG NONE',
        'ENV N=1 ROLES=controller',
        'ENV N=2 KAFKA_NODE_ID=$N KAFKA_MIN_INSYNC_REPLICAS=$ISR KAFKA_PROCESS_ROLES=${ROLES} KAFKA_BROKER_RACK=$NONE',
        "ENV KAFKA_LOG_DIRS='$N' KAFKA_LOG_DIR=\\$N KAFKA_NUM_PARTITIONS=${N}3",
        'ENV KAFKA_NUM_IO_THREADS',
      ),
      [
        [
          'node.id=1',
          'min.insync.replicas=${ISR:-2}',
          'process.roles=controller',
          'broker.rack=${NONE}',
          'log.dirs=$N',
          'log.dir=$N',
          'num.partitions=23',
          'num.io.threads=${KAFKA_NUM_IO_THREADS}',
          '',
        ].join('\n'),
      ],
    );
  });

  it('count only where the image’s program is started', () => {
    const runs = (...lines: readonly string[]): boolean => texts('FROM confluentinc/cp-kafka', 'ENV KAFKA_NODE_ID=1', ...lines).length > 0;
    assert.ok(runs());
    assert.ok(runs('CMD ["/etc/confluent/docker/run"]'));
    assert.ok(runs('ENTRYPOINT ["sh", "-c"]', 'CMD exec /etc/confluent/docker/run'));
    assert.ok(!runs('CMD sleep 1'));
    assert.ok(!runs('CMD /etc/confluent/docker/run', 'CMD ["sleep", "1"]'));
    assert.ok(!runs('ENTRYPOINT ["kafka-topics"]'));
  });

  it('count with the command of the stage below, unless there is a new entrypoint', () => {
    const runs = (...lines: readonly string[]): boolean =>
      texts('FROM apache/kafka AS a', 'ENV KAFKA_NODE_ID=1', 'CMD ["sleep"]', 'FROM a', ...lines).length > 0;
    assert.ok(!runs());
    assert.ok(!runs('ENTRYPOINT ["/x"]'));
    assert.ok(runs('ENTRYPOINT ["/etc/kafka/docker/run"]'));
    assert.ok(runs('CMD ["/etc/kafka/docker/run"]'));
    assert.ok(!runs('CMD ["wait"]', 'ENTRYPOINT ["sh"]'));
  });

  it('give way to what the command overrides', () => {
    const [found] = inside('FROM x', 'CMD ["kafka-server-start.sh", "server.properties", "--override", "min.insync.replicas=1"]');
    assert.equal(found?.document.text, 'min.insync.replicas=1\n');
    const text = 'FROM x\nCMD kafka-server-start.sh server.properties \\\n  --override unclean.leader.election.enable=true\n';
    assert.deepEqual(summaries('Dockerfile', text), ['error unclean-leader-election true']);
  });

  it('are read to the end whatever stands in them', () => {
    const text = `FROM apache/kafka\nENV A=xx\n${'ENV A=$A$A\n'.repeat(40)}ENV KAFKA_NODE_ID=$A`;
    assert.deepEqual(texts(text), [`node.id=${'${A}'.repeat(8)}\n`]);
  });
});

describe('what a builder puts in for variables', () => {
  const known = (name: string) =>
    ({ set: { value: '1', isDefault: false }, empty: { value: '', isDefault: false }, arg: { value: '2', isDefault: true } })[name];
  for (const [value, filled] of [
    ['$set${set}x', '11x'],
    ['${set:-9}${set-9}', '11'],
    ['${empty:-9}.${empty-9}.$empty', '${empty:-9}..'],
    ['$arg ${arg} ${arg:-9}', '${arg:-2} ${arg:-2} ${arg:-2}'],
    ['$other ${other} ${other:-9} ${other-9}', '${other} ${other} ${other:-9} ${other:-9}'],
    ['${set:+9} ${set%1} ${set:?} ${set//1/2}', '${set} ${set} ${set} ${set}'],
    ['$1 ${ $ ${set', '$1 ${ $ ${set'],
  ] as const)
    it(value, () => {
      assert.equal(filledIn(value, known), filled);
    });

  it('stays a placeholder where the default has one itself', () => {
    assert.equal(
      filledIn('$a', () => ({ value: '${b}', isDefault: true })),
      '${a}',
    );
  });
});
