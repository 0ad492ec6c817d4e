import type { Fact } from '../../config/setting.js';
import { textOf } from '../../syntax/key-text.js';
import type { Section } from '../../syntax/syntax.js';
import type { Embedded, Reader } from '../embedded.js';
import { confluentVersion } from '../environment/images.js';
import { hostsOf } from './inventory.js';
import type { Reads, Variables, Written } from './maps.js';

/**
 * Variables of the collection confluent.platform: a map of settings for each program, which the roles put over what they write themselves.
 * Source: roles/variables/defaults/main.yml and vars/main.yml of confluentinc/cp-ansible, 7.6.
 */
export function confluentPlatform(variables: Variables): (map: Section) => Reads | undefined {
  const inventory = inventoryOf(variables);
  const seen = variables.document.sections.map(({ path }) => path.slice(-1).map(textOf).join(''));
  return map => {
    const [list = '', name = ''] = [map.path.at(-3), map.path.at(-1)].map(step => (step ? textOf(step) : ''));
    if (list === 'kafka_connect_connectors' && name === 'config') return connector;
    const reads = programs.get(name)?.(variables, inventory);
    if (!reads) return undefined;
    // a map takes the place of another one of its name as a whole, and which one does so is not seen where there are several
    const isOneOf = map.path.some(step => textOf(step) === 'hosts') || /(^|\/)host_vars\//.test(variables.path);
    const partly = isOneOf || seen.indexOf(name) !== seen.lastIndexOf(name);
    const version = variables.named('confluent_package_version')?.value ?? '';
    const facts = [...(reads.facts ?? []), ...(partly ? (['partly-seen'] as const) : [])];
    return { ...reads, facts, nodes: isOneOf ? 1 : reads.nodes, kafkaVersion: confluentVersion(version) };
  };
}

interface Inventory {
  readonly brokers: readonly string[] | undefined;
  readonly controllers: readonly string[] | undefined;
  readonly zookeepers: readonly string[] | undefined;
}

function inventoryOf({ document, tree }: Variables): Inventory {
  const hosts = (group: string): readonly string[] | undefined => hostsOf(group, document, tree);
  return { brokers: hosts('kafka_broker'), controllers: hosts('kafka_controller'), zookeepers: hosts('zookeeper') };
}

const broker: Pick<Reads, 'path' | 'wanted'> = { path: 'server.properties', wanted: { kind: 'role', role: 'broker' } };
/** Each connector has a name and a configuration. Source: plugins/modules/kafka_connectors.py of the same. */
const connector: Reads = { path: 'connector.properties', wanted: { kind: 'carrier', id: 'connector' } };
const worker: Reader = { kind: 'role', role: 'connect-distributed' };

const programs: ReadonlyMap<string, (variables: Variables, inventory: Inventory) => Reads> = new Map([
  ['kafka_broker_custom_properties', brokerOf],
  ['kafka_controller_custom_properties', controllerOf],
  ['kafka_connect_custom_properties', workerOf],
  ['ksql_custom_properties', ksqlOf],
  ['kafka_rest_custom_properties', () => ({ path: 'kafka-rest.properties', wanted: { kind: 'carrier', id: 'rest-proxy' } })],
  // of a replicator only some of the settings stand in a map
  [
    'kafka_connect_replicator_custom_properties',
    () => ({ path: 'connect-distributed.properties', wanted: worker, facts: ['partly-seen'] }),
  ],
  [
    'kafka_connect_replicator_consumer_custom_properties',
    () => ({ path: 'consumer.properties', wanted: { kind: 'role', role: 'consumer' }, facts: ['partly-seen'] }),
  ],
  [
    'kafka_connect_replicator_producer_custom_properties',
    () => ({ path: 'producer.properties', wanted: { kind: 'role', role: 'producer' }, facts: ['partly-seen'] }),
  ],
] as const satisfies readonly (readonly [string, (variables: Variables, inventory: Inventory) => Reads])[]);

/** What the role writes of the listeners is not to be seen. */
const listeners = ['listeners', 'advertised.listeners', 'listener.security.protocol.map', 'inter.broker.listener.name'].map(unknown);

function brokerOf(variables: Variables, inventory: Inventory): Reads {
  const { brokers, controllers, zookeepers } = inventory;
  const ofCluster = controllers
    ? isOn('kraft_migration', variables)
      ? []
      : [{ key: 'process.roles', value: 'broker' }, ...ofQuorum(controllers, variables), unknown('node.id')]
    : zookeepers
      ? [{ key: 'zookeeper.connect', value: zookeepers.map(host => `${host}:2181`).join(',') }, unknown('broker.id')]
      : [];
  return {
    ...broker,
    defaults: ofNodes('/var/lib/kafka/data', copies('kafka_broker', brokers, variables)),
    facts: brokers?.length === 1 ? ['only-broker', 'cluster-in-sight'] : besides(inventory),
    nodes: brokers?.length,
    written: [...ofCluster, ...listeners],
  };
}

function controllerOf(variables: Variables, inventory: Inventory): Reads {
  const { controllers } = inventory;
  return {
    ...broker,
    defaults: ofNodes('/var/lib/controller/data', copies('kafka_controller', controllers, variables)),
    facts: besides(inventory),
    nodes: controllers?.length,
    written: [{ key: 'process.roles', value: 'controller' }, ...ofQuorum(controllers, variables), unknown('node.id'), ...listeners],
  };
}

function workerOf(variables: Variables, inventory: Inventory): Reads {
  const value = copies('kafka_connect', inventory.brokers, variables);
  return {
    path: 'connect-distributed.properties',
    wanted: worker,
    defaults: [
      ...['config', 'offset', 'status'].map(topic => ({ property: `${topic}.storage.replication.factor`, value })),
      { property: 'offset.flush.interval.ms', value: '10000' },
      { property: 'connector.client.config.override.policy', value: 'All' },
    ],
    facts: besides(inventory),
  };
}

/** The server has values of its own where nothing is written, so all of this counts as written. */
function ksqlOf(variables: Variables, inventory: Inventory): Reads {
  const value = copies('ksql', inventory.brokers, variables) ?? '{{ copies }}';
  return {
    path: 'ksql-server.properties',
    wanted: { kind: 'carrier', id: 'ksqldb' },
    facts: besides(inventory),
    written: [
      { key: 'ksql.service.id', value: variables.named('ksql_service_id')?.value ?? 'default_' },
      { key: 'ksql.internal.topic.replicas', value },
      { key: 'ksql.streams.replication.factor', value },
      { key: 'ksql.streams.state.dir', value: '/var/lib/kafka-streams' },
      { key: 'ksql.streams.num.standby.replicas', value: '1' },
      { key: 'ksql.streams.producer.delivery.timeout.ms', value: '2147483647' },
      { key: 'ksql.streams.producer.max.block.ms', value: '9223372036854775807' },
    ],
  };
}

function besides({ brokers }: Inventory): readonly Fact[] {
  return brokers ? ['cluster-in-sight'] : [];
}

function unknown(key: string): Written {
  return { key, value: `{{ ${key} }}` };
}

/** The controllers are fixed, or some of them lead to the others: docs/sample_inventories/kraft_dynamic_quorum.yml of the same. */
function ofQuorum(controllers: readonly string[] | undefined, variables: Variables): readonly Written[] {
  const isDynamic = isOn('kraft_dynamic_quorum_enabled', variables);
  const key = isDynamic ? 'controller.quorum.bootstrap.servers' : 'controller.quorum.voters';
  const nodes = controllers?.map((host, i) => `${isDynamic ? '' : `${String(9991 + i)}@`}${host}:9093`);
  return [nodes ? { key, value: nodes.join(',') } : unknown(key), unknown('controller.listener.names')];
}

function isOn(name: string, { named }: Variables): boolean {
  return /^(?!false)./.test(named(name)?.value ?? '');
}

/** How many copies the role asks for: what a variable says, or as many as there are hosts, up to another variable or three. */
function copies(program: string, hosts: readonly string[] | undefined, { named }: Variables): string | undefined {
  const own = named(`${program}_default_internal_replication_factor`);
  if (own) return wholeNumber(own.value);
  const most = wholeNumber(named('default_internal_replication_factor')?.value ?? '3');
  // one is the least of any two
  if (most === undefined || most === '1') return most;
  return hosts && String(Math.min(Number(most), hosts.length));
}

function wholeNumber(text: string): string | undefined {
  return /^[1-9]\d*$/.test(text) ? text : undefined;
}

/** What the roles of brokers and controllers write beside the map. */
function ofNodes(directory: string, value: string | undefined): Embedded['defaults'] {
  const least = value === undefined ? undefined : String(Math.min(2, Number(value)));
  return [
    { property: 'offsets.topic.replication.factor', value },
    { property: 'transaction.state.log.replication.factor', value },
    { property: 'transaction.state.log.min.isr', value: least },
    ...['log.dir', 'log.dirs'].map(property => ({ property, value: directory })),
    { property: 'num.partitions', value: '1' },
    { property: 'log.retention.hours', value: '168' },
  ];
}
