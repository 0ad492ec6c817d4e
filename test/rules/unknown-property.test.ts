import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, findIn, severityOf, summaries } from '../support/check.js';

const id = 'unknown-property';

function suggestions(path: string, text: string): readonly string[] {
  const analysis = analyzeFile(path, text);
  return analysis.diagnoses.filter(one => one.rule.id === id).flatMap(one => fixesOf(one, analysis).map(fix => fix.title));
}

describe('unknown-property', () => {
  it('proposes the key that was meant', () => {
    const text = 'broker.id=1\nMIN-INSYNC-REPLICAS=2\nreplica.lag.time.ms=30000\nlog.flush.offset.checkpoint.interval=60000\n';
    assert.deepEqual(suggestions('server.properties', text), [
      'Rename it to min.insync.replicas',
      'Rename it to replica.lag.time.max.ms',
      'Rename it to log.flush.offset.checkpoint.interval.ms',
    ]);
  });

  it('is silent on keys that are close to nothing, unless the profile is strict', () => {
    assert.equal(severityOf(id, findIn('producer', 'acks=all\norders.topic=orders')), undefined);
    assert.equal(severityOf(id, findIn('producer', 'acks=all\norders.topic=orders', { profile: 'strict' })), 'information');
  });

  it('leaves the keys of plug-ins alone, even in the profile strict', () => {
    const settings =
      'acks=all\nssl.keystore.lokation=/k\nschema.registry.url=http://r\nconfluent.value.schema.validation=true\nmy.interceptor.acks=1\nvalue.serializer.acks=1';
    assert.equal(severityOf(id, findIn('producer', settings, { profile: 'strict' })), undefined);
    assert.equal(
      severityOf(id, findIn('broker', 'log.dirs=/d\nlistener.name.client.sasl.mecanism=PLAIN\nsuper.users=User:a', { profile: 'strict' })),
      undefined,
    );
  });

  it('says whose key it is if another role knows it', () => {
    const found = findIn('broker', 'log.dirs=/d\nretention.ms=60000\nclient.id=a');
    assert.deepEqual(
      found.filter(one => one.rule.id === id).map(one => `${one.severity}: ${one.message}`),
      [
        'information: retention.ms is a key of the topic: the broker does not read it, so the line has no effect.',
        'information: client.id is a key of the clients: the broker does not read it, so the line has no effect.',
      ],
    );
    assert.deepEqual(suggestions('server.properties', 'log.dirs=/d\nretention.ms=60000\n'), ['Rename it to log.retention.ms']);
  });

  it('takes the keys of remote storage for the broker’s own', () => {
    assert.equal(severityOf(id, findIn('broker', 'log.dirs=/d\nremote.log.metadata.topic.replication.factor=3')), undefined);
  });

  it('takes a word in a section of Spring for the application’s own, though a connector knows it', () => {
    const text = 'spring.kafka.producer.acks=all\nspring.kafka.producer.topics=orders\n';
    assert.ok(!summaries('application.properties', text).some(line => line.includes(id)));
  });

  it('says from which version on a key exists, and until when one that a topic is refused with', () => {
    const messages = (settings: string, version: string, role: Role = 'topic'): readonly string[] =>
      findIn(role, settings, { version })
        .filter(one => one.rule.id === id)
        .map(one => `${one.severity} ${one.message}`);
    assert.deepEqual(messages('delivery.timeout.ms=120000\nacks=all', '2.0', 'producer'), [
      'information delivery.timeout.ms exists from Kafka 2.1 on: 2.0 does not read it.',
    ]);
    assert.deepEqual(messages('remote.log.copy.disable=true', '3.6'), [
      'error remote.log.copy.disable exists from Kafka 3.9 on: 3.6 refuses a topic that has it.',
    ]);
    assert.deepEqual(messages('remote.log.copy.disable=true', '3.9'), []);
    assert.deepEqual(messages('message.format.version=2.0', '4.3'), [
      'error Kafka 4.3 knows message.format.version no longer, and refuses a topic that has it.',
    ]);
  });

  it('does not propose a key that this version does not have', () => {
    assert.deepEqual(suggestions('server.properties', 'log.dirs=/d\noffsets.commit.required.ack=-1\n'), []);
  });

  it('offers no second line of a key that is there already', () => {
    const found = findIn('broker', 'log.dirs=/d\nmin.insync.replicas=2\nmin.insync.replica=2').find(one => one.rule.id === id);
    assert.deepEqual(found?.finding.fixes, []);
    const yaml = 'spring:\n  kafka:\n    producer:\n      batch-size: 16384\n      batch-sise: 16384\n';
    assert.deepEqual(suggestions('application.yml', yaml), []);
  });

  it('compares with what Spring knows in that place, and renames only that part', () => {
    const yaml =
      'spring:\n  kafka:\n    bootstrap-servers: k:9092\n    producer:\n      compresion-type: lz4\n      properties:\n        linger.mss: 5\n';
    assert.deepEqual(suggestions('application.yml', yaml), ['Rename it to compression-type', 'Rename it to linger.ms']);
    const [first, second] = summaries('application.yml', yaml).filter(line => line.includes(id));
    assert.deepEqual([first, second], [`warning ${id} compresion-type`, `warning ${id} linger.mss`]);
  });

  it('compares Spring’s common properties with every client', () => {
    const text =
      'spring.kafka.consumer.group-id=a\nspring.kafka.properties.max.pol.records=5\nspring.kafka.properties.isolation.level=read_committed\n';
    assert.deepEqual(suggestions('application.properties', text), ['Rename it to max.poll.records']);
  });

  it('tells of a key that librdkafka keeps for its other client, and in the strict profile of every other one', () => {
    const text = 'metadata.broker.list=a:1\nstatistics.interval.ms=1\nlinger.ms=5\nschema.registry.url=http://a\n';
    const sections = 'kafka:\n  consumer:\n    metadata.broker.list: a:1\n    statistics.interval.ms: 1\n    linger.ms: 5\n';
    assert.deepEqual(
      summaries('app.yaml', sections).filter(line => line.includes(id)),
      [`information ${id} linger.ms`],
    );
    const strict = summaries('rdkafka-producer.properties', text, { profile: 'strict' });
    assert.deepEqual(
      strict.filter(line => line.includes(id)),
      [`information ${id} schema.registry.url`],
    );
  });

  it('judges no more than 200 keys of a file, so that 100,000 take a moment', () => {
    const strange = Array.from({ length: 199 }, (_, i) => `orders.topic.x${String(i)}=true`).join('\n');
    const text = `broker.id=1\nlog.dirs=/d\n${strange}\nmin.insync.replica=2\nreplica.lag.time.ms=1\n`;
    assert.deepEqual(suggestions('server.properties', text), ['Rename it to min.insync.replicas']);
  });
});
