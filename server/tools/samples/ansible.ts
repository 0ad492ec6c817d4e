import { embeddedSamplesOf } from './sample.js';

const path = 'group_vars/all.yml';
const map = (name: string, ...lines: readonly string[]): string => `---\n${name}:\n${lines.map(line => `  ${line}\n`).join('')}`;

const copies = 'kafka_broker_default_internal_replication_factor: 3\n';
const broker = copies + map('kafka_broker_custom_properties', 'num.io.threads: 15', 'num.network.threads: "8"');
const worker = map('kafka_connect_custom_properties', 'bootstrap.servers: kafka:9092', 'key.converter.schemas.enable: "false"');
const server = map('ksql_custom_properties', 'ksql.extension.dir: /opt/ksql/ext', 'ksql.streams.topology.optimization: all');
const proxy = map('kafka_rest_custom_properties', 'compression.enable: "true"', 'access.control.allow.methods: GET');
const connector = `kafka_connect_connectors:\n  - name: orders\n    config:\n      connector.class: org.example.OrdersSinkConnector\n      header.converter: org.example.Headers\n`;
const inventory = `all:\n  vars:\n    ansible_user: kafka\nkafka_broker:\n  hosts:\n    kafka[1:3].example.org:\n  vars:\n    kafka_broker_custom_properties:\n      num.io.threads: 15\n`;
const role = `- hosts: kafka\n  vars:\n    kafka_num_io_threads: 8\n    kafka_server_config_params:\n      message.max.bytes: 1048588\n  roles:\n    - sleighzy.kafka\n`;
const topic = `- name: orders\n  kafka_topic:\n    name: orders\n    partitions: 6\n    options:\n      segment.ms: 604800000\n`;

export const ansibleSamples = [
  ...embeddedSamplesOf('ansible', [
    ['plain', 'broker', path, broker],
    ['connect-worker', 'connect-distributed', path, worker],
    ['rest-proxy', 'producer', path, proxy],
    ['connector', 'sink-connector', path, connector],
    ['plain', 'topic', 'tasks/main.yml', topic],
  ]),
  ...embeddedSamplesOf('ansible', [
    ['plain', 'broker', 'playbook.yml', role],
    ['plain', 'broker', 'hosts.yml', inventory],
    ['ksqldb', 'streams', path, server],
  ]).map(sample => ({ ...sample, partly: true })),
];
