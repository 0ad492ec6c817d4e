import type { Document, Entry } from '../../syntax/syntax.js';
import type { Embedded, Embedder, Reader } from '../embedded.js';
import { clusterUnseen, clusterWith, type Cluster } from '../msk/cluster.js';
import { ofWorkers } from '../msk/workers.js';
import { scalarText } from '../scalar-text.js';
import { branchOf, treeOf, type Branch, type Tree } from '../tree.js';

/**
 * The files of managed brokers and workers in templates of CloudFormation. A connector's map needs nobody to find it: it names its class.
 * Sources: awsdocs/aws-cloudformation-user-guide, doc_source/aws-resource-msk-configuration.md, aws-resource-msk-cluster.md and
 * aws-resource-kafkaconnect-workerconfiguration.md.
 */
export const cloudFormation: Embedder = {
  id: 'cloudformation',
  title: 'CloudFormation',
  syntaxes: ['yaml', 'json'],
  mayHold: (_path, text) => /AWS::(MSK::Configuration|KafkaConnect::WorkerConfiguration)/.test(text),
  embedded: document => {
    const tree = treeOf(document);
    const resources = document.sections.map(branchOf);
    const ofType = (type: string): readonly Branch[] => resources.filter(one => tree.at(one, 'Type')?.value === type);
    const clusters = ofType('AWS::MSK::Cluster');
    return [
      ...ofType('AWS::MSK::Configuration').flatMap(one => fileIn(document, tree, one, { ...broker, ...clusterFor(one, clusters, tree) })),
      ...ofType('AWS::KafkaConnect::WorkerConfiguration').flatMap(one => fileIn(document, tree, one, worker)),
    ];
  },
};

interface File extends Cluster {
  readonly key: string;
  readonly path: string;
  readonly wanted: Reader;
}

const broker = { key: 'ServerProperties', path: 'server.properties', wanted: { kind: 'role', role: 'broker' } } as const;
const worker: File = {
  ...{ key: 'PropertiesFileContent', path: 'connect-distributed.properties', wanted: { kind: 'role', role: 'connect-distributed' } },
  ...{ defaults: ofWorkers, facts: [], kafkaVersion: undefined },
};

function fileIn(document: Document, tree: Tree, resource: Branch, { key, path, ...file }: File): readonly Embedded[] {
  const entry = [[], ['Fn::Sub'], ['Fn::Base64'], ['Fn::Base64', 'Fn::Sub']]
    .map(way => tree.at(resource, 'Properties', key, ...way))
    .find(isFound);
  const text = entry && scalarText(document, entry, path);
  return text ? [{ name: resource.path.slice(-1).join(''), path, ...file, ...text }] : [];
}

function isFound(entry: Entry | undefined): entry is Entry {
  return entry !== undefined;
}

/** The only cluster that refers to a configuration, as far as it can be seen. */
function clusterFor(configuration: Branch, clusters: readonly Branch[], tree: Tree): Cluster {
  const name = configuration.path.slice(-1).join('');
  const [only, ...more] = clusters.filter(cluster => configurationOf(cluster, tree) === name);
  const versions = tree.inside(configuration, 'Properties', 'KafkaVersionsList').map(({ value }) => value);
  const unseen = clusterUnseen(versions.length === 1 ? versions[0] : undefined);
  if (!only || more.length > 0) return unseen;
  const text = (...path: readonly string[]): string | undefined => tree.at(only, 'Properties', ...path)?.value;
  const group = ['Properties', 'BrokerNodeGroupInfo', 'ClientSubnets'];
  const cluster = clusterWith({
    brokers: text('NumberOfBrokerNodes'),
    zones: tree.inside(only, ...group).length + tree.branches(only, ...group).length,
    instance: text('BrokerNodeGroupInfo', 'InstanceType'),
    storage: text('StorageMode'),
    version: text('KafkaVersion'),
  });
  return { ...cluster, kafkaVersion: cluster.kafkaVersion ?? unseen.kafkaVersion };
}

/** `!Ref Name` and `!GetAtt Name.Arn`, be they tags or keys. */
function configurationOf(cluster: Branch, tree: Tree): string | undefined {
  const arn = ['Properties', 'ConfigurationInfo', 'Arn'];
  const written = tree.at(cluster, ...arn) ?? tree.at(cluster, ...arn, 'Ref') ?? tree.at(cluster, ...arn, 'Fn::GetAtt');
  return (written ?? tree.inside(cluster, ...arn, 'Fn::GetAtt')[0])?.value.replace(/\.Arn$/, '');
}
