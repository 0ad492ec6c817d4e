import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Embedded } from '../../server/src/embedded/embedded.js';
import { namedFiles } from '../../server/src/embedded/files/named-files.js';
import { terraform } from '../../server/src/embedded/terraform/terraform.js';
import { hcl } from '../../server/src/syntax/hcl.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const block = (type: string, name: string, ...lines: readonly string[]): string =>
  `resource "${type}" "${name}" {\n${lines.map(line => `  ${line}\n`).join('')}}\n`;
const msk = (...lines: readonly string[]): string =>
  block('aws_msk_configuration', 'a', 'server_properties = "num.io.threads=9"', ...lines);
const cluster = (...lines: readonly string[]): string =>
  block('aws_msk_cluster', 'b', 'configuration_info {\n    arn = aws_msk_configuration.a.arn\n  }', ...lines);
const group = (instance: string, ...subnets: readonly string[]): string =>
  `broker_node_group_info {\n    instance_type = ${instance}\n    client_subnets = [${subnets.join(', ')}]\n  }`;

function embeddedIn(text: string): readonly Embedded[] {
  assert.ok(terraform.mayHold('main.tf', text));
  return terraform.embedded(hcl.parse(text), 'main.tf');
}

function only(text: string): Embedded {
  const [first] = embeddedIn(text);
  assert.ok(first, text);
  return first;
}

const innerOf = (text: string): string => only(text).document.text;
const defaultOf = ({ defaults }: Embedded, property: string): string | undefined => defaults.find(one => one.property === property)?.value;

/** The text after the first fix of a rule. */
function mended(text: string, rule: string): string {
  const analysis = analyzeFile('main.tf', text);
  const found = analysis.diagnoses.find(one => one.rule.id === rule);
  const [fix] = found ? fixesOf(found, analysis) : [];
  return fix ? applyEdits(text, fix.edits) : '';
}

describe('resources of Terraform', () => {
  it('are found by their type, wherever they stand', () => {
    assert.deepEqual(
      embeddedIn(
        [
          block('kafka_topic', 'a', 'replication_factor = 1'),
          block('kafka_topic', 'b', 'name = "b"'),
          block('kafka_acl', 'a', 'config = { "a" = 1 }'),
          'data "kafka_topic" "a" {\n  name = "a"\n}\n',
          'kafka_topic {\n  config = { a = 1 }\n}\n',
          block('aws_mskconnect_connector', 'b', 'connector_configuration = { "tasks.max" = 1 }'),
          'module "c" {\n  config = { a = 1 }\n}\n',
        ].join(''),
      ).map(({ name, document }) => `${name}: ${document.text}`),
      ['kafka_topic a: strimzi\\:replicas=1\n', 'aws_mskconnect_connector b: tasks.max=1\n'],
    );
    assert.equal(terraform.mayHold('main.tf', 'resource "aws_instance" "a" {}\n'), false);
  });

  it('have the keys of their maps, of those that are merged the last', () => {
    const text = block('kafka_topic', 'a', 'config = merge({ "a" = "1", "b" = 2 }, { "a" = "3" })');
    assert.equal(innerOf(text), 'b=2\na=3\n');
    assert.deepEqual(only(text).facts, []);
    for (const partial of ['merge({ "a" = 1 }, var.b)', '{ "a" = 1, (var.b) = 2 }', '{ "a" = 1, "${var.b}.c" = 2 }'])
      assert.deepEqual(
        [only(block('kafka_topic', 'a', `config = ${partial}`))].map(one => [one.document.text, one.facts]),
        [['a=1\n', ['partly-seen']]],
      );
    assert.equal(innerOf(block('kafka_topic', 'a', 'config = { "a" = var.b, "c" = "${d}e" }')), 'a=${var.b}\nc=${d}e\n');
  });

  it('have keys of two maps where one is secret', () => {
    const text = block('confluent_connector', 'a', 'config_sensitive = { "b" = "1" }', 'config_nonsensitive = { "c" = "2" }');
    assert.equal(innerOf(text), 'b=1\nc=2\n');
    assert.deepEqual(only(text).facts, []);
    assert.deepEqual(only(text.replace('{ "b" = "1" }', 'var.b')).facts, ['partly-seen']);
    assert.equal(only(text).keys?.spell('d'), 'd');
  });

  it('get what the service gives them', () => {
    const topic = only(block('confluent_kafka_topic', 'a', 'config = { "a" = 1 }'));
    assert.equal(defaultOf(topic, 'min.insync.replicas'), '2');
    const text = block(
      'confluent_connector',
      'a',
      'config_nonsensitive = { "connector.class" = "S3_SINK", "topics" = "a", "errors.tolerance" = "all" }',
    );
    assert.deepEqual(summaries('main.tf', text), []);
    assert.deepEqual(
      summaries(
        'main.tf',
        text.replace('confluent_connector', 'aws_mskconnect_connector').replace('config_nonsensitive', 'connector_configuration'),
      ),
      ['warning errors-tolerated-without-dead-letter-queue all'],
    );
  });

  it('are written where they stand', () => {
    const topic = (...lines: readonly string[]): string => block('kafka_topic', 'a', 'replication_factor = 3', ...lines);
    assert.equal(
      mended(topic('config = {', '  "unclean.leader.election.enable" = true', '}'), 'unclean-leader-election'),
      topic('config = {', '  "unclean.leader.election.enable" = false', '}'),
    );
    assert.equal(
      mended(block('kafka_topic', 'a', 'replication_factor = 1'), 'replication-factor-low'),
      block('kafka_topic', 'a', 'replication_factor = 3'),
    );
    const add = (text: string): string | undefined => {
      const edits = only(text).outerEdits(`${innerOf(text)}b.c=1\n`);
      return edits && applyEdits(text, edits);
    };
    assert.equal(add(topic()), topic('config = {', '  "b.c" = "1"', '}'));
    assert.equal(add(topic('config = {}')), topic('config = {', '  "b.c" = "1"', '}'));
    assert.equal(add(topic('config = { "a" = 1 }')), topic('config = { "a" = 1, "b.c" = 1 }'));
    assert.equal(add(topic('config = var.x')), topic('config = var.x'));
    assert.equal(only(topic()).outerEdits(`${innerOf(topic())}a=1\nb=2\n`), undefined);
  });
});

describe('several keys that are added to a map of Terraform', () => {
  it('are aligned with each other and their neighbours', () => {
    const text = block('kafka_topic', 'a', 'config = {', '  "a.b" = "1"', '  c     = "2"', '}');
    const edits = only(text).outerEdits('a.b=1\nlong.name=1\nd=2\nc=2\n');
    assert.equal(
      edits && applyEdits(text, edits),
      block(
        'kafka_topic',
        'a',
        'config = {',
        '  "a.b"       = "1"',
        '  "long.name" = "1"',
        '  d           = "2"',
        '  c           = "2"',
        '}',
      ),
    );
  });
});

describe('a topic of Aiven', () => {
  const topic = (...lines: readonly string[]): string => block('aiven_kafka_topic', 'a', ...lines);

  it('has attributes for its settings', () => {
    const text = topic('replication = 3', 'config {', '  min_insync_replicas = 1', '  retention_ms = var.b', '}');
    assert.equal(innerOf(text), 'strimzi\\:replicas=3\nmin.insync.replicas=1\nretention.ms=${var.b}\n');
    assert.deepEqual(only(text).keys?.around, ['resource', 'aiven_kafka_topic', 'a', 'config']);
    assert.equal(mended(text, 'min-insync-replicas-low'), text.replace('= 1', '= 2'));
    assert.deepEqual(embeddedIn(topic('partitions = 3')), []);
  });

  it('is written with underscores', () => {
    const edited = (text: string, change: (inner: string) => string): string | undefined => {
      const edits = only(text).outerEdits(change(innerOf(text)));
      return edits && applyEdits(text, edits);
    };
    const text = topic('config {', '  retention_ms = 1', '}');
    assert.equal(
      edited(text, inner => `${inner}a.b=2\n`),
      topic('config {', '  retention_ms = 1', '  a_b          = 2', '}'),
    );
    assert.equal(
      edited(text, inner => inner.replace('retention.ms', 'segment.ms')),
      topic('config {', '  segment_ms = 1', '}'),
    );
    assert.equal(
      edited(text, () => ''),
      topic('config {', '}'),
    );
    const other = topic('replication = 3');
    assert.equal(
      edited(other, inner => `${inner}a.b=2\n`),
      undefined,
    );
    assert.equal(
      edited(other, inner => inner.replace('replicas', 'a')),
      undefined,
    );
    assert.equal(
      edited(other, () => ''),
      undefined,
    );
  });
});

describe('a configuration of MSK', () => {
  it('is a text, and has a version', () => {
    assert.equal(innerOf(msk()), 'num.io.threads=9');
    assert.deepEqual(embeddedIn(msk().replace('"num.io.threads=9"', 'file("a")')), []);
    assert.equal(only(msk()).kafkaVersion, undefined);
    assert.equal(only(msk('kafka_versions = ["2.8.2.tiered"]')).kafkaVersion, '2.8.2');
    assert.equal(only(msk('kafka_versions = ["3.6.0", "3.5.1"]')).kafkaVersion, undefined);
    assert.equal(only(msk('kafka_versions = [var.version]')).kafkaVersion, undefined);
    assert.equal(only(msk('kafka_versions = ["3.6.0"]') + cluster('kafka_version = "3.7.x"')).kafkaVersion, '3.7');
    assert.equal(only(msk('kafka_versions = ["3.6.0"]') + cluster('kafka_version = var.version')).kafkaVersion, '3.6.0');
  });

  it('is seen in part where lines of it are filled in', () => {
    assert.deepEqual(only(msk().replace('num', '${var.a}\\nnum')).facts, ['partly-seen']);
    assert.deepEqual(only(msk().replace('=9', '=${var.a}')).facts, []);
  });

  it('is for the cluster that refers to it', () => {
    const nodes = (text: string): readonly unknown[] => [only(text).nodes, only(text).facts];
    assert.deepEqual(nodes(msk() + cluster('number_of_broker_nodes = 6')), [6, ['cluster-in-sight']]);
    assert.deepEqual(nodes(msk() + cluster('number_of_broker_nodes = 6').replace('.a.arn', '.a[0].arn')), [6, ['cluster-in-sight']]);
    assert.deepEqual(nodes(msk() + cluster('number_of_broker_nodes = var.a')), [undefined, []]);
    assert.deepEqual(nodes(msk() + cluster('number_of_broker_nodes = 6').replace('.a.arn', '.z.arn')), [undefined, []]);
    assert.deepEqual(nodes(msk() + cluster('number_of_broker_nodes = 6') + cluster('x = 1').replace('"b"', '"c"')), [undefined, []]);
  });

  it('has defaults by the zones and the storage of the cluster', () => {
    const defaults = (...lines: readonly string[]): readonly unknown[] => {
      const one = only(msk() + cluster(...lines));
      return ['default.replication.factor', 'min.insync.replicas', 'unclean.leader.election.enable'].map(name => defaultOf(one, name));
    };
    assert.equal(defaultOf(only(msk()), 'auto.create.topics.enable'), 'false');
    assert.deepEqual(defaults(group('"kafka.m5.large"', 'a', 'b', 'c')), ['3', '2', 'true']);
    assert.deepEqual(defaults(group('"kafka.m5.large"', 'a', 'b'), 'storage_mode = "LOCAL"'), ['2', '1', 'true']);
    assert.deepEqual(defaults(group('"kafka.m5.large"', 'a', 'b', 'c'), 'storage_mode = "TIERED"'), ['3', '2', undefined]);
    assert.deepEqual(defaults(group('"kafka.m5.large"', 'a')), [undefined, undefined, 'true']);
    assert.deepEqual(defaults(group('"express.m7g.large"', 'a', 'b', 'c')), [undefined, undefined, undefined]);
    assert.deepEqual(defaults(group('var.type', 'a', 'b', 'c')), [undefined, undefined, undefined]);
    assert.deepEqual(defaults(), [undefined, undefined, undefined]);
  });

  it('is reported and mended for what MSK does by itself', () => {
    const text = msk() + cluster('kafka_version = "3.6.0"', group('"kafka.m5.large"', 'a', 'b', 'c'));
    assert.deepEqual(
      summaries('main.tf', text).map(line => line.slice(0, 40)),
      ['warning unclean-leader-election num.io.t'],
    );
    assert.equal(mended(text, 'unclean-leader-election'), text.replace('threads=9', 'threads=9\\nunclean.leader.election.enable=false'));
  });

  it('stands in modules, too', () => {
    const module = (source: string, ...lines: readonly string[]): string =>
      `module "kafka" {\n  source = "${source}"\n${lines.map(line => `  ${line}\n`).join('')}}\n`;
    const first = only(
      module(
        'terraform-aws-modules/msk-kafka-cluster/aws',
        'kafka_version = "3.5.1"',
        'number_of_broker_nodes = 3',
        'broker_node_instance_type = "kafka.t3.small"',
        'broker_node_client_subnets = ["a", "b", "c"]',
        'configuration_server_properties = { "a" = true }',
      ),
    );
    assert.deepEqual(
      [first.name, first.document.text, first.nodes, first.kafkaVersion, first.facts],
      ['module kafka', 'a=true\n', 3, '3.5.1', ['cluster-in-sight']],
    );
    assert.equal(defaultOf(first, 'min.insync.replicas'), '2');
    const second = only(
      module(
        'cloudposse/msk-apache-kafka-cluster/aws',
        'broker_per_zone = 2',
        'subnet_ids = ["a", "b"]',
        'properties = merge({ "a" = 1 }, var.b)',
      ),
    );
    assert.deepEqual([second.nodes, second.facts], [4, ['cluster-in-sight', 'partly-seen']]);
    assert.equal(only(module('cloudposse/msk-apache-kafka-cluster/aws', 'properties = { "a" = 1 }')).nodes, undefined);
    assert.deepEqual(embeddedIn(module('cloudposse/msk-apache-kafka-cluster/aws')), []);
    assert.deepEqual(embeddedIn(module('./msk', 'properties = { "a" = 1 }')), []);
  });
});

describe('files that Terraform writes', () => {
  it('have their name and their text beside each other', () => {
    const text = block(
      'local_file',
      'a',
      'filename = "${path.module}/conf/server.properties"',
      'content = "unclean.leader.election.enable=true\\n"',
    );
    assert.deepEqual([only(text).path, only(text).name], ['server.properties', 'local_file a']);
    assert.ok(summaries('main.tf', text).includes('warning unclean-leader-election true'));
    const object = block('aws_s3_object', 'a', 'key = "producer.properties"', 'content = <<EOF', 'acks=1', '${var.b}', 'EOF');
    assert.deepEqual(only(object).facts, ['partly-seen']);
    for (const other of ['filename = "notes.md"', 'filename = var.kafka', 'name = "kafka"'])
      assert.deepEqual(embeddedIn(block('local_file', 'kafka', other, 'content = "a=1"')), []);
    for (const other of ['content = file("a")', 'source = "a"'])
      assert.deepEqual(embeddedIn(block('local_file', 'kafka', 'filename = "a.properties"', other)), []);
  });
});

describe('whole files in HCL', () => {
  it('stand under their names', () => {
    const text = block(
      'kubernetes_config_map',
      'a',
      'data = {',
      '  "server.properties" = <<-EOF\n      unclean.leader.election.enable=true\n      ${var.more}\n    EOF',
      '  "one.properties" = "acks=0"',
      '  "notes.md" = "acks=0\\n"',
      '}',
    );
    assert.ok(namedFiles.mayHold('main.tf', text));
    const [first, ...more] = namedFiles.embedded(hcl.parse(text), 'main.tf');
    assert.deepEqual(
      [first?.name, first?.facts, more.length],
      ['resource.kubernetes_config_map.a.data.server.properties', ['partly-seen'], 0],
    );
    assert.deepEqual(summaries('main.tf', text), ['warning unclean-leader-election true']);
    assert.equal(mended(text, 'unclean-leader-election'), text.replace('enable=true', 'enable=false'));
  });
});
