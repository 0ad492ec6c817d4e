import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze.js';
import { defaultOptions } from '../../server/src/analysis/options.js';
import { analyzeFile, summaries } from '../support/check.js';
import { times } from '../support/runs.js';

describe('analysing a text', () => {
  it('leaves a file alone that no carrier reads', () => {
    for (const [path, text] of [
      ['notes.txt', 'acks=1\n'],
      ['minecraft/server.properties', 'motd=hello\nlevel-name=world\n'],
      ['docker-compose.yml', 'services: {}\n'],
    ] as const) {
      const analysis = analyzeFile(path, text);
      assert.deepEqual([analysis.carried, analysis.diagnoses, analysis.problems], [[], [], []], path);
    }
    assert.equal(analyzeFile('notes.txt', 'acks=1\n').document, undefined);
  });

  it('goes by the language where the name says nothing', () => {
    const context = { options: defaultOptions, onRuleFailure: () => assert.fail() };
    const { diagnoses } = analyze({ path: 'untitled-1', text: 'acks=1\nlinger.ms=5\n', languageId: 'properties' }, context);
    assert.deepEqual(
      diagnoses.map(one => one.rule.id),
      ['acks-leader-only'],
    );
    assert.equal(analyze({ path: 'untitled-1', text: 'acks=1\n' }, context).document, undefined);
  });

  it('says which version it has judged for: the user’s, the file’s, the newest', () => {
    assert.equal(analyzeFile('producer.properties', 'acks=1\n', { version: '3.6' }).version.text, '3.6');
    assert.equal(analyzeFile('server.properties', 'broker.id=1\nzookeeper.connect=zk:2181\n').version.text, '3.9');
    assert.equal(analyzeFile('server.properties', 'broker.id=1\nzookeeper.connect=zk:2181\n', { version: '2.8' }).version.text, '2.8');
    assert.equal(analyzeFile('producer.properties', 'acks=1\n').version.text, '4.3');
    assert.equal(analyzeFile('notes.txt', '', { version: '3.6' }).version.text, '3.6');
  });

  it('tells what keeps a text from being read, where no rule does', () => {
    const { problems, diagnoses } = analyzeFile('producer.properties', 'acks=1\0\n');
    assert.deepEqual(diagnoses, []);
    assert.deepEqual(
      problems.map(problem => problem.kind),
      ['not-text'],
    );
    assert.deepEqual(
      analyzeFile('application.yml', 'a: [1\n').problems.filter(problem => problem.kind === 'not-text'),
      [],
    );
  });

  it('reports an absent key once for a base and its profiles', () => {
    const consumer = 'spring:\n  kafka:\n    consumer:\n      max-poll-records: 1\n';
    const profile = '---\nspring:\n  config.activate.on-profile: eu\n  kafka:\n    consumer:\n      max-poll-records: 2\n';
    assert.deepEqual(summaries('application.yml', consumer + profile), ['information offset-reset-latest consumer']);
  });

  it('judges a profile on what it changes', () => {
    const base = 'spring.kafka.producer.acks=1\n';
    const profile = (line: string): string => `${base}#---\nspring.config.activate.on-profile=eu\n${line}\n`;
    assert.deepEqual(summaries('application.properties', profile('spring.kafka.producer.batch-size=1')), ['warning acks-leader-only 1']);
    assert.deepEqual(summaries('application.properties', profile('spring.kafka.producer.acks=0')), [
      'warning acks-leader-only 1',
      'error acks-none 0',
    ]);
  });

  it('is one step milder in a profile for development', () => {
    const profile = (name: string): readonly string[] =>
      summaries(`application-${name}.properties`, 'spring.kafka.producer.acks=1\nspring.kafka.producer.batch-size=1\n');
    assert.deepEqual(profile('dev'), ['information acks-leader-only 1']);
    assert.deepEqual(profile('prod'), ['warning acks-leader-only 1']);
  });

  it('follows the user’s severities', () => {
    const severities = { 'acks-leader-only': 'hint' } as const;
    assert.deepEqual(summaries('producer.properties', 'acks=1\n', { severities }), ['hint acks-leader-only 1']);
    assert.deepEqual(
      summaries('server.properties', 'broker.id=1\ncontrolled.shutdown.enable=false\n', {
        severities: {
          'controlled-shutdown-disabled': 'off',
          'auto-create-topics': 'off',
          'replication-factor-low': 'off',
          'min-insync-replicas-low': 'off',
          'log-dir-temporary': 'off',
        },
      }),
      [],
    );
  });

  it('shows the consequence of a cause whose rule is switched off', () => {
    const severities = { 'acks-leader-only': 'off' } as const;
    assert.deepEqual(summaries('producer.properties', 'acks=1\n', { severities }), ['information idempotence-silently-off 1']);
  });

  it('shows no secret', () => {
    const text = 'acks=1\nsasl.jaas.config=hunter2\nssl.key.password=hunter2\nssl.key.password=hunter2\nsasl.mechanism=hunter2 x\n';
    const { diagnoses } = analyzeFile('producer.properties', text);
    const told = diagnoses.filter(one => one.finding.at !== 'absent' && !one.message.includes('sasl.mechanism'));
    assert.ok(told.some(one => one.rule.id === 'duplicate-property'));
    for (const one of told) assert.doesNotMatch(one.message, /hunter2/);
  });

  it('never throws, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'acks=1',
        'spring:',
        '  kafka:',
        '    producer: {acks: 1',
        'process.roles=broker',
        'listeners=A://',
        'acks=${A:1}',
        '---',
        '#---',
        '\\u00zz=1',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const path = fc.constantFrom('server.properties', 'producer.properties', 'application.yml', 'application-dev.properties');
    fc.assert(
      fc.property(path, fc.array(line, { maxLength: 12 }), (name, lines) => {
        const text = lines.join('\n');
        for (const { span } of analyzeFile(name, text).diagnoses)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
      times(300),
    );
  });
});
