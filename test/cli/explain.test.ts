import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseCommand, usage } from '../../server/src/cli/arguments.js';
import { reportExplanation } from '../../server/src/cli/report-explanation.js';
import { rules } from '../../server/src/rules/registry.js';

const main = fileURLToPath(new URL('../../server/src/cli/main.js', import.meta.url));

function textOf(name: string): string {
  const report = reportExplanation(name);
  assert.ok('text' in report, name);
  return report.text;
}

function problemOf(name: string): string {
  const report = reportExplanation(name);
  assert.ok('problem' in report, name);
  return report.problem;
}

describe('ackguard explain', () => {
  it('tells of a rule why, what to do, when it is no problem, and where to read it', () => {
    const text = textOf('acks-leader-only');
    assert.match(
      text,
      /^acks-leader-only \(producer, librdkafka-producer; warning\): The producer asks for [^.]*\.\n\nWhy:\n {2}With acks=1 /,
    );
    assert.match(text, /\n\nWhat to do:\n {2}Write acks=all/);
    assert.match(text, /\n\nWhen it is no problem:\n {2}Metrics/);
    assert.match(text, /\n\nReferences:\n {2}- KIP-679/);
  });

  it('explains every rule in lines that fit, without markup', () => {
    for (const { id, docs } of rules) {
      const text = textOf(id);
      const lines = text.split('\n');
      assert.ok(text.startsWith(`${id} (`) && lines.at(-1) === '', id);
      const long = lines.filter(line => line.length > 100 && line.trim().includes(' ') && !/^\s*(- )?\S*$/.test(line));
      assert.deepEqual(long, [], id);
      if (!docs.why.includes('`')) assert.doesNotMatch(text, /`|\*\*/, id);
    }
  });

  it('tells of a property what it means, its defaults from version to version, and which rules read it', () => {
    const text = textOf('acks');
    assert.match(text, /^acks\n\nproducer:\n {2}- How many replicas/);
    assert.match(text, /\n {2}- Type: string, one of all, -1, 0, 1\n {2}- Default: 1 \(0\.9\.0 to 2\.8\), all \(3\.0 to [\d.]+\)\n/);
    assert.match(text, /\n {2}- Recommended: all\n {2}- Rules that read it: acks-leader-only, acks-none/);
  });

  it('tells it of each role that reads the name, of those together that say the same', () => {
    assert.match(textOf('min.insync.replicas'), /\n\nbroker:\n[^]*\n\ntopic:\n/);
    assert.match(textOf('client.id'), /\n\n(?=.*producer)(?=.*consumer)[\w, -]+:\n/);
  });

  it('tells where else the value comes from, and whether the key is meant to be set', () => {
    assert.match(textOf('retention.ms'), /\n {2}- A topic without a value of its own takes the broker's log\.retention\.ms\.\n/);
    assert.match(textOf('internal.leave.group.on.close'), /\n {2}- Internal: Kafka reads it and does not document it\.\n$/);
    assert.match(textOf('auto.include.jmx.reporter'), /\n {2}- Deprecated since Kafka 3\.4\.\n/);
  });

  it('knows the attributes of frameworks, and properties that are gone', () => {
    assert.match(
      textOf('spring:listener.ack-mode'),
      /consumer:\n {2}- [A-Z][^]*\n {2}- Type: string, one of record, .*\n[^]*Rules that read it: ack-mode-/,
    );
    assert.match(textOf('zookeeper.connect'), /Default: .* to 3\.9\)/);
  });

  it('names the nearest of what it knows', () => {
    assert.equal(
      problemOf('ack-leader-only'),
      'There is no rule and no property called "ack-leader-only"; the nearest name is acks-leader-only.\n',
    );
    assert.match(problemOf('Acks'), /the nearest names are acks, /);
    assert.match(problemOf('insync'), /min\.insync\.replicas/);
    assert.match(problemOf('spring.kafka.consumer.auto-offset-reset'), /nearest name is auto\.offset\.reset\.\n$/);
    assert.equal(problemOf('zzzzzz'), 'There is no rule and no property called "zzzzzz".\n');
    assert.equal(problemOf(''), 'There is no rule and no property called "".\n');
    assert.ok(problemOf('x'.repeat(100_000)).length < 200);
  });

  it('wants exactly one name', () => {
    assert.deepEqual(parseCommand(['explain', 'acks']), { kind: 'explain', name: 'acks' });
    for (const args of [['explain'], ['explain', 'acks', 'retries']]) {
      assert.deepEqual(parseCommand(args), { kind: 'usage', message: 'Name one rule or one property to explain.' });
    }
    assert.match(usage, /ackguard explain <rule or property>/);
  });

  it('writes to standard output, and where there is nothing to explain to standard error with exit code 2', () => {
    const run = (name: string) => spawnSync(process.execPath, [main, 'explain', name], { encoding: 'utf8' });
    const [known, unknown] = [run('acks'), run('acsk')];
    assert.deepEqual([known.status, known.stdout, known.stderr], [0, textOf('acks'), '']);
    assert.deepEqual([unknown.status, unknown.stdout, unknown.stderr], [2, '', problemOf('acsk')]);
  });
});
