import assert from 'node:assert/strict';
import { ansible } from '../../server/src/embedded/ansible/ansible.js';
import { hostsOf } from '../../server/src/embedded/ansible/inventory.js';
import type { Embedded } from '../../server/src/embedded/embedded.js';
import { treeOf } from '../../server/src/embedded/tree.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const inside = (text: string, path = 'hosts.yml'): readonly Embedded[] => ansible.embedded(yaml.parse(text), path);
const only = (text: string, path?: string): Embedded => {
  const [found, ...more] = inside(text, path);
  assert.ok(found);
  assert.deepEqual(more, []);
  return found;
};
const defaultsOf = ({ defaults }: Embedded): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(defaults.map(({ property, value }) => [property, value]));
/** What the reader gets besides the map. */
const written = ({ document }: Embedded): readonly string[] => document.text.split('\n').slice(1, -1);

const vars = (group: string, ...lines: readonly string[]): string => `${group}:\n${lines.map(line => `  ${line}\n`).join('')}`;
const map = (program = 'kafka_broker'): string => `vars: {${program}_custom_properties: {num.io.threads: 15}}`;

describe('the hosts of a group', () => {
  const hosts = (text: string): readonly string[] | undefined => {
    const document = yaml.parse(text);
    return hostsOf('kafka_broker', document, treeOf(document));
  };
  for (const [about, text, expected] of [
    ['with and without variables', 'kafka_broker:\n  hosts:\n    a:\n    b: {c: 1}\n', ['a', 'b']],
    [
      'at several places',
      'all: {children: {kafka_broker: {hosts: {a: , b: }}}}\nkafka_broker: {hosts: {b: , c: }}\n',
      ['a', 'b', 'c'].toSorted(),
    ],
    ['as ranges of numbers', 'kafka_broker:\n  hosts:\n    kafka[08:10].x:\n', ['kafka08.x', 'kafka09.x', 'kafka10.x']],
    [
      'as ranges with steps, and of letters',
      'kafka_broker:\n  hosts:\n    a[1:5:2]-[x:y]:\n',
      ['a1-x', 'a1-y', 'a3-x', 'a3-y', 'a5-x', 'a5-y'],
    ],
    ['in no group', 'kafka: {hosts: {a: }}', undefined],
    ['in none', 'kafka_broker: {vars: {a: 1}}', undefined],
    ['in groups below', 'kafka_broker: {hosts: {a: }, children: {b: {hosts: {c: }}}}', undefined],
    ['that leave nothing', 'kafka_broker:\n  hosts:\n    a: {}\n    b:\n', undefined],
    ['without end', 'kafka_broker:\n  hosts:\n    a[1:999999][1:999999]:\n', undefined],
    ['without a step', 'kafka_broker:\n  hosts:\n    a[1:2:0]:\n', ['a1', 'a2']],
  ] as const)
    it(about, () => {
      assert.deepEqual(hosts(text)?.toSorted(), expected);
    });
});

describe('the maps of confluent.platform', () => {
  it('have the version of the platform', () => {
    assert.equal(only(`confluent_package_version: 7.6.1\n${vars('x', map())}`).kafkaVersion, '3.6');
    assert.equal(only(vars('x', map())).kafkaVersion, undefined);
  });

  it('of brokers get as many copies as there are brokers, up to three', () => {
    const copies = (...lines: readonly string[]) => {
      const { 'offsets.topic.replication.factor': copiesOf, 'transaction.state.log.min.isr': least } = defaultsOf(
        only(vars('kafka_broker', map(), ...lines)),
      );
      return [copiesOf, least];
    };
    assert.deepEqual(copies(), [undefined, undefined]);
    assert.deepEqual(copies('hosts: {a: }'), ['1', '1']);
    assert.deepEqual(copies('hosts: {a: , b: }'), ['2', '2']);
    assert.deepEqual(copies('hosts: {"a[1:5]": }'), ['3', '2']);
    assert.deepEqual(copies('hosts: {"a[1:5]": }', 'default_internal_replication_factor: 4'), ['4', '2']);
    assert.deepEqual(copies('default_internal_replication_factor: 4'), [undefined, undefined]);
    assert.deepEqual(copies('default_internal_replication_factor: 1'), ['1', '1']);
    assert.deepEqual(copies('hosts: {a: , b: }', 'default_internal_replication_factor: "{{ x }}"'), [undefined, undefined]);
    assert.deepEqual(copies('kafka_broker_default_internal_replication_factor: 2'), ['2', '2']);
    assert.deepEqual(copies('kafka_broker_default_internal_replication_factor: "{{ x }}"'), [undefined, undefined]);
  });

  it('of brokers are those of a cluster as far as the inventory shows it', () => {
    const broker = vars('kafka_broker', 'hosts: {"b[1:3]": }', map());
    const listeners = ['listeners', 'advertised.listeners', 'listener.security.protocol.map', 'inter.broker.listener.name'];
    const unknown = listeners.map(key => `${key}={{ ${key} }}`);
    assert.deepEqual(written(only(broker)), unknown);
    assert.deepEqual(written(only(broker + vars('zookeeper', 'hosts: {z1: , z2: }'))), [
      'zookeeper.connect=z1:2181,z2:2181',
      'broker.id={{ broker.id }}',
      ...unknown,
    ]);
    assert.deepEqual(written(only(broker + vars('kafka_controller', 'hosts: {c1: , c2: }'))), [
      'process.roles=broker',
      'controller.quorum.voters=9991@c1:9093,9992@c2:9093',
      'controller.listener.names={{ controller.listener.names }}',
      'node.id={{ node.id }}',
      ...unknown,
    ]);
    const controllers = broker + vars('kafka_controller', 'hosts: {c1: , c2: }');
    assert.deepEqual(written(only(`${controllers}kraft_migration: true\n`)), unknown);
    assert.equal(written(only(`${controllers}kraft_migration: false\n`))[0], 'process.roles=broker');
    const dynamic = written(only(`${controllers}kraft_dynamic_quorum_enabled: true\n`));
    assert.equal(dynamic[1], 'controller.quorum.bootstrap.servers=c1:9093,c2:9093');
    assert.deepEqual([only(broker).nodes, only(broker).facts], [3, ['cluster-in-sight']]);
    assert.deepEqual(only(vars('kafka_broker', 'hosts: {b: }', map())).facts, ['only-broker', 'cluster-in-sight']);
  });

  it('of controllers are those of nodes with that role alone', () => {
    const found = only(vars('kafka_controller', map('kafka_controller')));
    assert.equal(written(found)[0], 'process.roles=controller');
    assert.ok(written(found).includes('controller.quorum.voters={{ controller.quorum.voters }}'));
    assert.equal(defaultsOf(found)['log.dirs'], '/var/lib/controller/data');
    assert.equal(only(vars('kafka_controller', 'hosts: {a: , b: }', map('kafka_controller'))).nodes, 2);
  });

  it('win over what the role writes', () => {
    const found = only(vars('kafka_controller', 'vars: {kafka_controller_custom_properties: {process.roles: "broker,controller"}}'));
    assert.equal(found.document.text.match(/process\.roles/g)?.length, 1);
  });

  it('of workers and servers get copies by the number of brokers', () => {
    const brokers = vars('kafka_broker', 'hosts: {a: , b: }');
    const worker = only(brokers + vars('kafka_connect', map('kafka_connect')));
    assert.equal(defaultsOf(worker)['config.storage.replication.factor'], '2');
    assert.ok(written(only(brokers + vars('ksql', map('ksql')))).includes('ksql.streams.replication.factor=2'));
    const alone = written(only(vars('ksql', 'ksql_service_id: orders_', map('ksql'))));
    assert.ok(alone.includes('ksql.streams.replication.factor={{ copies }}'));
    assert.ok(alone.includes('ksql.service.id=orders_'));
  });

  it('of one host, or beside another of the same name, do not say all', () => {
    const partly = (text: string, path?: string): boolean => inside(text, path).every(({ facts }) => facts.includes('partly-seen'));
    assert.ok(!partly(vars('kafka_broker', map())));
    assert.ok(partly('kafka_broker:\n  hosts:\n    a:\n      kafka_broker_custom_properties: {broker.rack: a}\n'));
    assert.ok(partly('kafka_broker_custom_properties: {broker.rack: a}\n', 'host_vars/a.yml'));
    assert.ok(partly(vars('all', map()) + vars('kafka_broker', map())));
  });

  it('get a key where it belongs', () => {
    const text = 'kafka_broker_custom_properties:\n  num.io.threads: 15\n\nother: 1\n';
    const found = only(text);
    const edits = found.outerEdits(`${found.document.text}min.insync.replicas=2\n`);
    assert.equal(applyEdits(text, edits ?? []), text.replace('15\n', '15\n  min.insync.replicas: 2\n'));
    assert.equal(found.keys?.spell('min.insync.replicas'), 'min.insync.replicas');
    assert.equal(found.outerEdits(found.document.text.replace('{{ listeners }}', 'x')), undefined);
  });
});

describe('topics of Ansible’s modules', () => {
  const task = (...lines: readonly string[]): string => `- kafka_topic:\n${lines.map(line => `    ${line}\n`).join('')}`;

  it('have their copies beside their keys', () => {
    assert.equal(
      only(task('replica_factor: 2', 'options: {retention.ms: 1}')).document.text,
      'strimzi:replicas=2\nretention.ms=1\n'.replace(':', '\\:'),
    );
    assert.deepEqual(inside(task('name: a', 'options: {}')), []);
    assert.deepEqual(inside('kafka_topics:\n  - {replica_factor: 1}\nkafka_lib: {replica_factor: 1}\n'), []);
  });

  it('get a key where there is place for it', () => {
    const edited = (text: string): string | undefined => {
      const found = only(text);
      const edits = found.outerEdits(`${found.document.text}min.insync.replicas=2\n`);
      return edits && applyEdits(text, edits);
    };
    assert.equal(edited(task('replica_factor: 3')), task('replica_factor: 3', 'options:', '  min.insync.replicas: 2'));
    assert.equal(edited(task('replica_factor: 3', 'options: {}')), undefined);
    const elsewhere = task('replica_factor: 3', 'options: "{{ common }}"');
    assert.equal(edited(elsewhere), undefined);
    assert.equal(only(elsewhere).keys?.spell('retention.ms'), undefined);
    assert.deepEqual(only(elsewhere).facts, ['partly-seen']);
  });
});

describe('variables of sleighzy.kafka', () => {
  it('are known by a name of its own', () => {
    const text = 'kafka_version: 3.5.1\nkafka_num_io_threads: 8\nkafka_user: kafka\n';
    assert.deepEqual(inside(text), []);
    assert.equal(only(`${text}kafka_data_log_dirs: /d\n`).document.text, 'num.io.threads=8\nlog.dirs=/d\n');
    const found = only(`${text}kafka_server_config_params: {min.insync.replicas: 1}\n`);
    assert.equal(found.document.text, 'num.io.threads=8\nmin.insync.replicas=1\n');
    assert.equal(found.kafkaVersion, '3.5.1');
  });

  it('are mended where they stand', () => {
    const text = 'kafka_data_log_dirs: /d\nkafka_auto_create_topics_enable: true\n';
    assert.deepEqual(summaries('vars.yml', text), ['warning auto-create-topics true']);
    const { embedded } = analyzeFile('vars.yml', text);
    const edits = embedded[0]?.outerEdits('log.dirs=/d\nauto.create.topics.enable=false\nmin.insync.replicas=2\n');
    assert.equal(applyEdits(text, edits ?? []), `${text.replace('true', 'false')}kafka_server_config_params:\n  min.insync.replicas: 2\n`);
  });
});
