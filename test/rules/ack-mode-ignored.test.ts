import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, summaries } from '../support/check.js';

const id = 'ack-mode-ignored';
const file = (autoCommit: string, mode: string) =>
  `spring.kafka.consumer.enable-auto-commit=${autoCommit}\nspring.kafka.listener.ack-mode=${mode}\n`;
const said = (autoCommit: string, mode: string) =>
  summaries('application.properties', file(autoCommit, mode)).filter(line => /^\w+ (ack-mode|auto-commit)/.test(line));

describe('ack-mode-ignored', () => {
  it('reports manual modes, with which the containers do not start', () => {
    for (const mode of ['manual', 'MANUAL', 'manual-immediate', 'MANUAL_IMMEDIATE'])
      assert.deepEqual(said('true', mode), [`error ${id} true`]);
    const [finding] = analyzeFile('application.properties', file('true', 'manual')).diagnoses.filter(one => one.rule.id === id);
    assert.equal(finding?.refusedByKafka, true);
  });
  it('warns of the other modes, which are void, and speaks instead of auto-commit-enabled', () => {
    for (const mode of ['batch', 'RECORD', 'time', 'count', 'COUNT_TIME']) assert.deepEqual(said('true', mode), [`warning ${id} true`]);
  });
  it('is silent without auto commit and without a mode that can be known', () => {
    assert.deepEqual(said('false', 'manual'), []);
    assert.deepEqual(said('true', '${MODE}'), ['warning auto-commit-enabled true']);
    assert.deepEqual(said('${AUTO}', 'manual'), []);
    assert.ok(!summaries('application.properties', 'spring.kafka.listener.ack-mode=manual\n').some(line => line.includes(id)));
  });
  it('offers to turn auto commit off, and with it a mode that lets commits wait', () => {
    const titles = (mode: string) => {
      const analysis = analyzeFile('application.properties', file('true', mode));
      return analysis.diagnoses
        .filter(one => one.rule.id === id)
        .flatMap(one => fixesOf(one, analysis).map(fix => `${fix.safety} ${fix.title}`));
    };
    assert.deepEqual(titles('manual'), ['safe Set enable.auto.commit to false']);
    assert.deepEqual(titles('time'), ['safe Set enable.auto.commit to false, set listener.ack-mode to batch']);
  });

  const spokenOf = (version: string, ...lines: readonly string[]) =>
    analyzeFile('application.properties', lines.map(line => `spring.kafka.${line}\n`).join(''), { version })
      .diagnoses.filter(({ rule }) => rule.id === id)
      .map(({ severity, refusedByKafka, finding }) => `${severity}${refusedByKafka ? ' refused' : ''} ${finding.message}`);

  it('reports single acknowledgements of batches, with or without auto commit', () => {
    const lines = ['listener.ack-mode=record', 'listener.type=batch'];
    assert.deepEqual(spokenOf('3.9', ...lines), ['error refused refusedBatches']);
    assert.deepEqual(spokenOf('3.9', ...lines, 'consumer.enable-auto-commit=true').toSorted(), [
      'error refused refusedBatches',
      'warning ignored',
    ]);
    assert.deepEqual(spokenOf('3.9', 'listener.ack-mode=record', 'listener.type=single'), []);
    assert.deepEqual(spokenOf('3.9', 'listener.ack-mode=batch', 'listener.type=batch'), []);
    assert.deepEqual(spokenOf('3.9', ...lines, 'listener.async-acks=true'), ['warning madeManual']);
  });
  it('tells that asynchronous acknowledgements put manual in place of the mode, from spring-kafka 3.2 on', () => {
    const lines = ['listener.async-acks=true', 'listener.ack-mode=batch'];
    assert.deepEqual(spokenOf('3.9', ...lines), ['warning madeManual']);
    assert.deepEqual(spokenOf('3.6', ...lines), []);
    assert.deepEqual(spokenOf('3.9', 'listener.async-acks=true', 'listener.ack-mode=manual'), []);
    assert.deepEqual(spokenOf('3.9', 'listener.async-acks=true', 'listener.ack-mode=${MODE}'), []);
    assert.deepEqual(spokenOf('3.9', 'listener.async-acks=true'), []);
  });
  it('reports asynchronous acknowledgements with auto commit, which need none', () => {
    const lines = ['listener.async-acks=true', 'consumer.enable-auto-commit=true'];
    assert.deepEqual(spokenOf('3.9', ...lines), ['error refused refusedAsync']);
    assert.deepEqual(spokenOf('3.6', ...lines), []);
    assert.deepEqual(spokenOf('3.6', ...lines, 'listener.ack-mode=record'), ['warning ignored']);
    assert.deepEqual(spokenOf('3.9', ...lines, 'listener.ack-mode=manual'), ['error refused refused']);
  });
  it('names the values that are inherited', () => {
    const base = 'spring.kafka.consumer.enable-auto-commit=TRUE\n#---\nspring.config.activate.on-profile=eu\n';
    const { diagnoses } = analyzeFile('application.properties', `${base}spring.kafka.listener.ack-mode=record\n`);
    const [found] = diagnoses.filter(({ rule }) => rule.id === id);
    assert.match(found?.message ?? '', /^enable-auto-commit=true makes ack-mode=record void/);
  });
});
