import assert from 'node:assert/strict';
import { kubernetes } from '../../server/src/embedded/kubernetes/kubernetes.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { slice } from '../../server/src/text/span.js';
import { analyzeFile } from '../support/check.js';

const variables = '          env:\n            - name: KAFKA_NUM_IO_THREADS\n              value: "8"\n';

interface Parts {
  readonly kind?: string;
  readonly image?: string;
  readonly env?: string;
  readonly mounts?: readonly string[];
  readonly volumes?: readonly string[];
  readonly claims?: string;
  readonly selector?: string;
}

/** A workload with one broker; mounts and volumes are items in braces. */
function workload(parts: Parts): string {
  const { kind = 'StatefulSet', image = 'image: confluentinc/cp-kafka', env = variables, mounts = [], volumes = [] } = parts;
  const list = (key: string, depth: number, items: readonly string[]): string =>
    items.length === 0 ? '' : `${' '.repeat(depth)}${key}:\n${items.map(item => `${' '.repeat(depth + 2)}- ${item}\n`).join('')}`;
  const { selector = '  selector: { matchLabels: { app: a } }\n', claims = '' } = parts;
  return (
    `kind: ${kind}\nmetadata: { name: kafka }\nspec:\n  replicas: 3\n${selector}  template:\n    spec:\n      containers:\n` +
    `        - name: main\n          ${image}\n${env}${list('volumeMounts', 10, mounts)}${list('volumes', 6, volumes)}${claims}`
  );
}

const mount = (name: string, path: string): string => `{ name: ${name}, mountPath: ${path} }`;

/** What the broker is told of its volumes, and whether it is known that it has none. */
function told(parts: Parts): readonly string[] {
  const [found] = kubernetes.embedded(yaml.parse(workload(parts)), 'kafka.yaml');
  assert.ok(found);
  const lines = found.document.text.split('\n').filter(line => line.startsWith('storage'));
  return [...lines, ...found.facts.filter(fact => fact === 'without-volume')];
}

/** The rules that speak of storage, and the text that is underlined. */
function findings(parts: Parts): readonly string[] {
  const text = workload(parts);
  return analyzeFile('kafka.yaml', text)
    .diagnoses.filter(({ rule }) => /^(ephemeral-storage|volume-misses-data-directory)$/.test(rule.id))
    .map(({ rule, span, message }) => `${rule.id} ${slice(text, span)}: ${message.split(/[:,]/)[0] ?? ''}`);
}

describe('volumes of containers of Kubernetes', () => {
  it('last, go with the pod, or hold files only', () => {
    const kinds: readonly (readonly [source: string, is: string])[] = [
      ['emptyDir: {}', 'storage\\:ephemeral-mounts=/data'],
      ['"emptyDir" : { medium: Memory }', 'storage\\:ephemeral-mounts=/data'],
      ['ephemeral: { volumeClaimTemplate: {} }', 'storage\\:ephemeral-mounts=/data'],
      ['persistentVolumeClaim: { claimName: emptyDir }', 'storage\\:mounts=/data'],
      ['hostPath: { path: /mnt }', 'storage\\:mounts=/data'],
      ['csi: { driver: a }', 'storage\\:mounts=/data'],
      ['configMap: { name: a }', 'without-volume'],
      ['secret: { secretName: a }', 'without-volume'],
      ['projected: { sources: [{ secret: { name: a } }] }', 'without-volume'],
      ['rbd: { image: a, pool: b }', 'storage\\:mounts=/data'],
    ];
    for (const [source, is] of kinds)
      assert.deepEqual(told({ mounts: [mount('data', '/data')], volumes: [`{ name: data, ${source} }`] }), [is], source);
  });

  it('are known by their names, where claims win', () => {
    const mounts = [mount('data', '/data'), mount('tmp', '/tmp'), mount('seen-elsewhere', '/else')];
    const volumes = ['{ name: data, emptyDir: {} }', '{ name: tmp, emptyDir: {} }', '{ emptyDir: {} }'];
    assert.deepEqual(told({ mounts, volumes }), ['storage\\:mounts=/else', 'storage\\:ephemeral-mounts=/data,/tmp']);
    const claims = '  volumeClaimTemplates:\n    - metadata: { name: data }\n    - spec: {}\n';
    assert.deepEqual(told({ mounts, volumes, claims }), ['storage\\:mounts=/data,/else', 'storage\\:ephemeral-mounts=/tmp']);
    assert.deepEqual(told({ mounts: ['{ mountPath: /data }'] }), ['storage\\:mounts=/data']);
  });

  it('may be others where the resource is not seen as a whole', () => {
    assert.deepEqual(told({}), ['without-volume']);
    assert.deepEqual(told({ kind: 'Pod', selector: '' }), ['without-volume']);
    for (const parts of [
      { selector: '' },
      { kind: 'Broker' },
      { kind: '' },
      { mounts: ['{ name: data }'] },
      { env: `${variables}          # {{ include "volumes" . }}\n` },
    ])
      assert.deepEqual(told(parts), [], JSON.stringify(parts));
    const overridden = `image:\n          command: [kafka-server-start.sh, a.properties, --override, a=b]`;
    assert.deepEqual(told({ image: 'command: [kafka-server-start.sh, a.properties, --override, a=b]' }), []);
    assert.deepEqual(told({ image: overridden }), ['without-volume']);
    const bare = 'spec:\n  containers:\n    - image: apache/kafka\n      env: [{ name: KAFKA_A, value: b }]\n';
    assert.ok(kubernetes.embedded(yaml.parse(bare), 'a.yaml').every(({ facts }) => !facts.includes('without-volume')));
  });

  it('are nothing to programs that keep no records', () => {
    const env = variables.replace('KAFKA_NUM_IO_THREADS', 'CONNECT_GROUP_ID');
    const image = 'image: confluentinc/cp-kafka-connect';
    const mounts = [mount('data', '/data')];
    assert.deepEqual(told({ image, env, mounts, volumes: ['{ name: data, emptyDir: {} }'] }), []);
    assert.deepEqual(findings({ image, env }), []);
  });
});

describe('records in volumes of Kubernetes', () => {
  const emptyDir = ['{ name: data, emptyDir: {} }'];
  const inDirectory = (path: string): string => variables.replace('KAFKA_NUM_IO_THREADS', 'KAFKA_LOG_DIRS').replace('"8"', path);

  it('are lost where they are in one that goes with the pod', () => {
    const lost = (path: string): string =>
      `ephemeral-storage emptyDir: The volume at ${path} is made with the pod or container and goes with it`;
    assert.deepEqual(findings({ mounts: [mount('data', '/var/lib/kafka/data')], volumes: emptyDir }), [lost('/var/lib/kafka/data')]);
    assert.deepEqual(findings({ env: inDirectory('/data/logs'), mounts: [mount('data', '/data')], volumes: emptyDir }), [lost('/data')]);
    const mounts = [mount('claim', '/data'), mount('data', '/data/logs')];
    assert.deepEqual(findings({ env: inDirectory('/data/logs'), mounts, volumes: emptyDir }), [lost('/data/logs')]);
    assert.deepEqual(findings({ env: inDirectory('/data'), mounts, volumes: emptyDir }), []);
  });

  it('can be nowhere else where there is no other volume', () => {
    const env = inDirectory('/x').replace('value: /x', 'valueFrom: { fieldRef: { fieldPath: a } }');
    const mounts = [mount('data', '/data')];
    assert.equal(findings({ env, mounts, volumes: emptyDir }).length, 1);
    assert.deepEqual(findings({ env, mounts: [...mounts, mount('claim', '/claim')], volumes: emptyDir }), []);
  });

  it('are underlined where their volume is, whichever comes first', () => {
    const text = workload({
      mounts: [mount('tmp', '/scratch'), mount('data', '/data')],
      env: inDirectory('/data'),
      volumes: ['{ name: tmp, emptyDir: {} }', '{ name: data, ephemeral: {} }'],
    });
    const [found] = analyzeFile('kafka.yaml', text).diagnoses.filter(({ rule }) => rule.id === 'ephemeral-storage');
    assert.equal(found && slice(text, found.span), 'ephemeral');
  });

  it('are outside of all of them', () => {
    const missed = 'Nothing is mounted at /var/lib/kafka/data';
    const mounts = [mount('data', '/data')];
    assert.deepEqual(findings({ mounts }), [`volume-misses-data-directory /data: ${missed}`]);
    assert.deepEqual(findings({ mounts, volumes: emptyDir }), [`volume-misses-data-directory emptyDir: ${missed}`]);
    const files = ['{ name: data, configMap: { name: a } }'];
    assert.deepEqual(findings({ mounts, volumes: files }), [
      'ephemeral-storage KAFKA_NUM_IO_THREADS: No volume for records is mounted into this container',
    ]);
  });

  it('are in the directory of the image where log.dir alone says another', () => {
    const env = inDirectory('/data').replace('KAFKA_LOG_DIRS', 'KAFKA_LOG_DIR');
    const mounts = [mount('data', '/data')];
    assert.equal(findings({ env, mounts }).length, 1);
    assert.deepEqual(findings({ env, mounts, image: 'image: apache/kafka' }), []);
  });

  it('are in a directory that another text may name', () => {
    const env = `${variables}          envFrom: [{ secretRef: { name: a } }]\n`;
    assert.deepEqual(findings({ env, mounts: [mount('data', '/data')] }), []);
  });
});
