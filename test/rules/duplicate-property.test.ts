import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const id = 'duplicate-property';
const own = (lines: readonly string[]): readonly string[] => lines.filter(line => line.includes(id));

describe('duplicate-property', () => {
  it('points at each line but the last, and names the one that wins', () => {
    const text = 'acks=1\nacks = 0\nlinger.ms=5\nacks=all\n';
    assert.deepEqual(own(summaries('producer.properties', text)), [`warning ${id} acks=1`, `warning ${id} acks = 0`]);
    const found = analyzeFile('producer.properties', text).diagnoses.find(one => one.rule.id === id);
    assert.deepEqual([found?.finding.tag, found?.finding.related?.map(setting => setting.entry.value)], ['unnecessary', ['all']]);
  });

  it('says once what two roles of one file share', () => {
    const text = 'acks=all\ngroup.id=g\nauto.offset.reset=earliest\nretry.backoff.ms=100\nretry.backoff.ms=100\n';
    assert.deepEqual(own(summaries('client.properties', text)), [`warning ${id} retry.backoff.ms=100`]);
  });

  it('stops the application in a YAML mapping of Spring, and removes the line that loses', () => {
    const text = 'spring:\n  kafka:\n    producer:\n      acks: 1\n      retries: 3\n      acks: all\n';
    const analysis = analyzeFile('application.yml', text);
    const [found, ...more] = analysis.diagnoses.filter(one => one.rule.id === id);
    assert.ok(found);
    assert.deepEqual([found.severity, found.refusedByKafka, more.length], ['error', true, 0]);
    const [fix] = fixesOf(found, analysis);
    assert.equal(applyEdits(text, fix?.edits ?? []), 'spring:\n  kafka:\n    producer:\n      retries: 3\n      acks: all\n');
  });

  it('offers nothing where the key that stops the application is none of Kafka’s', () => {
    const analysis = analyzeFile('application.yml', 'spring.kafka.producer.acks: all\nserver: { port: 1, port: 2 }\n');
    const [found] = analysis.diagnoses.filter(one => one.rule.id === id);
    assert.ok(found);
    assert.deepEqual([found.refusedByKafka, fixesOf(found, analysis)], [true, []]);
  });

  it('does not stop it where a nested and a dotted key are one: the earlier is dead', () => {
    const nested = 'spring:\n  kafka:\n    producer:\n      acks: 1\nspring.kafka.producer.acks: all\n';
    assert.deepEqual(own(summaries('application.yml', nested)), [`warning ${id} acks: 1`]);
  });

  it('is silent between all clients and one, and between a profile and its base', () => {
    const common = 'spring.kafka.properties.linger.ms=5\nspring.kafka.producer.properties.linger.ms=10\n';
    assert.deepEqual(own(summaries('application.properties', common)), []);
    const profile = 'spring.kafka.producer.acks: all\n---\nspring.config.activate.on-profile: eu\nspring.kafka.producer.acks: all\n';
    assert.deepEqual(own(summaries('application.yml', profile)), []);
  });
});
