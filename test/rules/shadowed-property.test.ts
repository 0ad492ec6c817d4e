import assert from 'node:assert/strict';
import { analyzeFile, summaries } from '../support/check.js';

const id = 'shadowed-property';
const own = (lines: readonly string[]): readonly string[] => lines.filter(line => line.includes(id));

describe('shadowed-property', () => {
  it('knows which of a broker’s twins wins, wherever they stand', () => {
    const text =
      'log.retention.hours=1\nlog.retention.minutes=600\nlog.retention.ms=604800000\nlog.roll.hours=1\nlog.roll.ms=1000\nlog.roll.jitter.ms=1\nlog.roll.jitter.hours=1\n';
    assert.deepEqual(own(summaries('server.properties', text)), [
      `information ${id} log.retention.hours=1`,
      `information ${id} log.retention.minutes=600`,
      `information ${id} log.roll.hours=1`,
      `information ${id} log.roll.jitter.hours=1`,
    ]);
    assert.deepEqual(own(summaries('server.properties', 'log.dir=/a\nlog.dirs=/b\n')), [`information ${id} log.dir=/a`]);
  });

  it('greys the line out and leads to the one that wins', () => {
    const found = analyzeFile('server.properties', 'log.dir=/a\nlog.dirs=/b\n').diagnoses.find(one => one.rule.id === id);
    assert.deepEqual([found?.finding.tag, found?.finding.related?.map(setting => setting.property)], ['unnecessary', ['log.dirs']]);
  });

  it('finds the leaf of Spring that the client’s own map overrides', () => {
    const text = 'spring:\n  kafka:\n    producer:\n      acks: 1\n      properties:\n        acks: all\n';
    assert.deepEqual(own(summaries('application.yml', text)), [`information ${id} acks: 1`]);
  });

  it('is silent on what one client overrides and another one has', () => {
    const text = [
      'kafka.bootstrap.servers=kafka1:9092',
      'quarkus.kafka-streams.application-id=orders',
      'quarkus.kafka-streams.bootstrap-servers=kafka2:9092',
      'mp.messaging.incoming.orders.connector=smallrye-kafka',
      'mp.messaging.incoming.orders.group.id=orders',
      '',
    ].join('\n');
    assert.deepEqual(own(summaries('application.properties', text)), []);
  });

  it('finds the spelling of a leaf that the one in kebab case overrides, wherever it stands', () => {
    const [kebab, camel] = ['spring.kafka.consumer.enable-auto-commit: false\n', 'spring.kafka.consumer.enableAutoCommit: true\n'];
    for (const text of [kebab + camel, camel + kebab])
      assert.deepEqual(own(summaries('application.yml', text)), [`information ${id} ${camel.trimEnd()}`]);
  });

  it('is silent on one key alone, on equal keys, and between all clients and one', () => {
    assert.deepEqual(own(summaries('server.properties', 'log.dirs=/b\nlog.retention.hours=1\nlog.retention.hours=2\n')), []);
    const common = 'spring.kafka.properties.linger.ms=5\nspring.kafka.producer.properties.linger.ms=10\n';
    assert.deepEqual(own(summaries('application.properties', common)), []);
  });
});
