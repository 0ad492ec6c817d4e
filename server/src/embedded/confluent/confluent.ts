import type { Fact } from '../../config/setting.js';
import type { Embedded, Embedder, Reader } from '../embedded.js';
import { programOf, versionOf } from '../environment/images.js';
import type { VariableNames } from '../environment/names.js';
import { itemsOf, variableIn, variableWriter } from '../environment/variables.js';
import { besideGiven, mapView, type GivenItem, type MapItem } from '../map-view.js';
import { configOf, resourcesIn, type Resource, type Resources } from '../resources.js';

/**
 * Settings in resources of Confluent for Kubernetes: lines `key=value` that come on top of what the operator writes, and maps of topics
 * and connectors. What the operator writes by itself nobody outside knows. Source: confluentinc/confluent-kubernetes-examples.
 */
export const confluent: Embedder = {
  id: 'confluent',
  title: 'Confluent for Kubernetes',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => text.includes('platform.confluent.io/'),
  embedded: document => {
    const resources = resourcesIn(document, 'platform.confluent.io', ['spec', 'kafkaClusterRef', 'name']);
    return resources.all.flatMap(resource => {
      const program = programs.get(resource.kind);
      return (program ? linesOf(program, resources, resource) : maps.get(resource.kind)?.(resources, resource)) ?? [];
    });
  },
};

interface Program {
  readonly wanted: Reader;
  readonly path: string;
  /** What the kind of the resource says of its nodes. */
  readonly roles?: string;
}

const broker: Program = { wanted: { kind: 'role', role: 'broker' }, path: 'server.properties' };

const programs: ReadonlyMap<string, Program> = new Map([
  ['Kafka', broker],
  ['KRaftController', { ...broker, roles: 'controller' }],
  ['Connect', { wanted: { kind: 'role', role: 'connect-distributed' }, path: 'connect-distributed.properties' }],
  ['KsqlDB', { wanted: { kind: 'carrier', id: 'ksqldb' }, path: 'ksql-server.properties' }],
  ['KafkaRestProxy', { wanted: { kind: 'carrier', id: 'rest-proxy' }, path: 'kafka-rest.properties' }],
]);

/** A line has the key as it is. */
const asWritten: VariableNames = { keyOf: name => name.trim(), variableOf: key => key };

function linesOf(program: Program, { document, tree, all }: Resources, resource: Resource): Embedded | undefined {
  const around = ['spec', 'configOverrides', 'server'];
  const lines = tree.inside(resource, ...around).filter(({ path }) => path.at(-1)?.kind === 'item');
  const written = lines.map(entry => variableIn(document, entry));
  const items = itemsOf(written, asWritten);
  const [first] = items;
  if (!first) return undefined;
  const count = wholeNumber(tree.at(resource, 'spec', 'replicas')?.value);
  const image = tree.at(resource, 'spec', 'image', 'application')?.value ?? '';
  const known = programOf(image);
  return {
    name: `${resource.kind} ${resource.name}`,
    path: program.path,
    wanted: program.wanted,
    keys: { around: [...resource.path, ...around], part: resource.part, listed: true, spell: key => key },
    defaults: [],
    facts: ['partly-seen', ...(resource.kind !== 'Kafka' ? besideCluster(all) : count === 1 ? onlyBroker : [])],
    nodes: count,
    kafkaVersion: known && versionOf(image, known),
    ...mapView([...items, ...rolesOf(program, first)], document.text, besideGiven(variableWriter(document, asWritten), items)),
  };
}

const onlyBroker = ['only-broker', 'cluster-in-sight'] as const;

function besideCluster(all: readonly Resource[]): readonly Fact[] {
  return all.some(({ kind }) => kind === 'Kafka') ? ['cluster-in-sight'] : [];
}

function wholeNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) ? number : undefined;
}

function rolesOf({ roles }: Program, { keySpan, span }: MapItem): readonly GivenItem[] {
  const valueSpan = { start: keySpan.start, end: keySpan.start };
  return roles === undefined ? [] : [{ key: 'process.roles', value: roles, keySpan, valueSpan, span, given: true }];
}

/** Topics and connectors have maps. */
const maps: ReadonlyMap<string, (resources: Resources, resource: Resource) => Embedded | undefined> = new Map([
  [
    'KafkaTopic',
    (resources: Resources, resource: Resource) =>
      configOf(resources, resource, {
        around: ['spec'],
        key: 'configs',
        path: 'topic.properties',
        wanted: { kind: 'role', role: 'topic' },
        fields: [['strimzi:replicas', 'spec', 'replicas']],
        facts: besideCluster(resources.all),
      }),
  ],
  [
    'Connector',
    (resources: Resources, resource: Resource) =>
      configOf(resources, resource, {
        around: ['spec'],
        key: 'configs',
        path: 'connector.properties',
        wanted: { kind: 'carrier', id: 'connector' },
        fields: [
          ['connector.class', 'spec', 'class'],
          ['tasks.max', 'spec', 'taskMax'],
        ],
      }),
  ],
]);
