import { chooseCarriers } from '../src/analysis/choose.js';
import { carriers } from '../src/carriers/registry.js';
import { embedders } from '../src/embedded/registry.js';
import { features, featuresById, rolesIn, type Feature } from './features.js';
import { yaml } from '../src/syntax/yaml.js';
import type { Sample } from './samples/sample.js';
import { samples } from './samples/samples.js';

/** Which files each carrier reads, for people. */
const filesOf: Readonly<Record<string, string>> = {
  plain:
    '`server.properties`, `controller.properties`, `producer.properties`, `consumer.properties` and every other `.properties` with Kafka’s own keys; topic settings in files named `*topic*`',
  streams: '`.properties` with `application.id` and `bootstrap.servers`, or a key of Streams alone',
  'connect-worker': '`connect-distributed.properties`, `connect-standalone.properties` and their like',
  connector: 'a connector’s `.properties`, JSON or YAML with `connector.class`, as a file or as the body of a request',
  'mirror-maker': '`connect-mirror-maker.properties` and every other `.properties` with flows such as `A->B.enabled`',
  ksqldb: '`ksql-server.properties` and every other `.properties` with keys of a ksqlDB server, such as `ksql.service.id`',
  'rest-proxy': '`kafka-rest.properties` and every other `.properties` with keys of Confluent’s REST Proxy',
  camel: '`camel.component.kafka` in YAML or `.properties`, such as `application*`',
  generic:
    'a section of an application’s own in YAML, JSON or `.properties`: the addresses of brokers and at least two keys of a producer or a consumer, as in `kafka.bootstrapServers`, `kafka.autoOffsetReset`',
  smallrye:
    '`application.properties`, `application.yml`, `.yaml` and `microprofile-config.properties`, those of profiles included: `mp.messaging.*`, `kafka.*` and `kafka-streams.*` of Quarkus',
  'spring-boot': '`application*.yml`, `.yaml`, `.properties`, `bootstrap*`, and fragments that they include: `spring.kafka`',
  'spring-cloud-stream':
    '`application*.yml`, `.yaml`, `.properties`, `bootstrap*`: `spring.cloud.stream` with the binder for Kafka or for Kafka Streams',
  micronaut: '`application*.yml`, `.yaml`, `.properties` and `bootstrap*` of a Micronaut application: `kafka`',
  librdkafka:
    '`.properties`, YAML and JSON with librdkafka’s own keys, `appsettings*.json` of .NET, Python’s `.ini`, `librdkafka.config`, and what Fluent Bit (`rdkafka.`) and Vector (`librdkafka_options`) hand over',
};

/** Which texts each format is that holds configurations of others. */
const textsOf: Readonly<Record<string, string>> = {
  compose: '`environment` of the services in a compose file, as the images read it',
  'env-file': '`.env`, `*.env` and `.env.*`, as the environment of the broker, worker or application whose variables they have',
  dockerfile: '`ENV` of the stages in `Dockerfile`, `Dockerfile.*`, `*.Dockerfile` and `Containerfile`, as the images below them read it',
  kubernetes: '`env` of containers in resources of Kubernetes, as the images read it',
  strimzi: '`Kafka`, `KafkaTopic`, `KafkaConnect`, `KafkaConnector`, `KafkaMirrorMaker2` and `KafkaBridge`, v1 and v1beta2',
  'helm-values':
    'values of charts: `configurationOverrides` beside the image of cp-helm-charts; of bitnami/kafka those that became variables up to chart 23, and `config`, `extraConfig`, `extraConfigYaml` and `overrideConfiguration`',
  ansible:
    'YAML of Ansible: `kafka_broker_custom_properties` and its like of confluent.platform with `kafka_connect_connectors`, the variables of the role sleighzy.kafka, and topics of the module `kafka_topic`',
  confluent:
    '`configOverrides.server` of `Kafka`, `KRaftController`, `Connect`, `KsqlDB` and `KafkaRestProxy`, and the `configs` of `KafkaTopic` and `Connector`',
  koperator:
    '`KafkaCluster` of Koperator: `readOnlyConfig`, `clusterWideConfig` and the `config` of brokers and their groups; and the `config` of `KafkaTopic`',
  'named-files':
    'whole files as text in YAML, JSON and Terraform: ConfigMaps, Secrets’ `stringData`, values of charts in resources of Argo CD and in `helm_release`; and the JSON of connectors in scripts',
  cloudformation:
    '`AWS::MSK::Configuration` and `AWS::KafkaConnect::WorkerConfiguration` in templates of CloudFormation; connectors by their class',
  terraform:
    '`*.tf`: `kafka_topic`, `confluent_kafka_topic`, `aiven_kafka_topic`, `google_managed_kafka_topic`, `aws_msk_configuration` and modules that make one, `aws_mskconnect_connector`, `aws_mskconnect_worker_configuration`, `confluent_connector`, `kafka-connect_connector`, and files that are written, such as `local_file`',
};

/** Why a carrier lacks a feature. */
const reasons: Readonly<Record<string, Partial<Record<Feature, string>>>> = {};

interface Row {
  readonly id: string;
  readonly title: string;
  readonly files: string | undefined;
  readonly embedded: string;
}

/**
 * The README's table of carriers and of the formats that hold their configurations: what they read, and what the editor can do in their
 * files, found out by trying it. `missing` names every cell for which nobody has written what stands in it.
 */
export function carrierTable(): { readonly table: string; readonly missing: readonly string[] } {
  const found = featuresById(samples);
  const missing: string[] = [];
  const ask = (what: string): string => {
    missing.push(what);
    return '';
  };
  const lines = rows().map(({ id, title, files, embedded }) => {
    const has = found.get(id);
    const cells = features.map(feature => {
      if (has?.has(feature) === true) return 'yes';
      const reason = reasons[id]?.[feature];
      return reason === undefined ? ask(`why ${id} has no ${feature}`) : `no: ${reason}`;
    });
    return `| ${[title, files ?? ask(`the files of ${id}`), rolesIn(samples, id).join(', '), ...cells, embedded].join(' | ')} |`;
  });
  const heads = ['Carrier', 'Files', 'Roles', ...features, 'embedded'];
  const table = [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...lines, ''].join('\n');
  return { table, missing };
}

function rows(): readonly Row[] {
  const named = new Map([...carriers, ...embedders].map(({ id, title }) => [id, title]));
  const titles = (ids: readonly string[]): string => [...new Set(ids)].map(id => named.get(id) ?? id).join(', ');
  return [
    ...carriers.map(({ id, title }) => {
      const own = samples.filter(({ carrier }) => carrier === id);
      const within = own.flatMap(sample => (sample.embedder === undefined ? embeddersOfFile(sample) : [sample.embedder]));
      return { id, title, files: filesOf[id], embedded: within.length > 0 ? `in ${titles(within)}` : 'no: found in files of its own' };
    }),
    ...embedders.map(({ id, title }) => {
      const inside = samples.flatMap(({ carrier, embedder }) => (embedder === id ? [carrier] : []));
      return { id, title, files: textsOf[id], embedded: `holds ${titles(inside)}` };
    }),
  ];
}

/** Who finds the sample where it stands as a whole file in a ConfigMap. */
function embeddersOfFile({ carrier, path, text }: Sample): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lines = text.split('\n').map(line => (line === '' ? '' : `    ${line}`));
  const resource = yaml.parse(`kind: ConfigMap\ndata:\n  ${name}: |\n${lines.join('\n')}`);
  const finding = embedders.filter(embedder =>
    embedder
      .embedded(resource, 'config.yaml')
      .some(inner =>
        chooseCarriers(inner.document, inner.path, inner.wanted).some(
          choice => choice.carrier.id === carrier && choice.verdict === 'reads',
        ),
      ),
  );
  return finding.map(({ id }) => id);
}
