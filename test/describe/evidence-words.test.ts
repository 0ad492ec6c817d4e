import assert from 'node:assert/strict';
import type { EvidenceRun, EvidenceScenario } from '../../server/src/describe/evidence.js';
import { measuredSentence, measuredSentences } from '../../server/src/describe/evidence-words.js';

const run = (setting: string, lost: number, more: Partial<EvidenceRun> = {}): EvidenceRun => ({
  kafka: '4.3.1',
  setting,
  safe: lost === 0,
  sent: 1000,
  acknowledged: 1000,
  readable: 1000 - lost,
  lost,
  seconds: 8.7,
  ...more,
});
const scenario = (runs: readonly EvidenceRun[], more: Partial<EvidenceScenario> = {}): EvidenceScenario => ({
  id: 'leader-dies',
  event: 'leader killed',
  harm: 'acknowledged records lost',
  brokers: 3,
  runs,
  ...more,
});
const plain = (runs: readonly EvidenceRun[], more: Partial<EvidenceScenario> = {}): string =>
  measuredSentence(scenario(runs, more), 'plain');

describe('the measured line of a scenario', () => {
  it('tells what was lost with which setting, and that the safe form lost nothing', () => {
    assert.equal(
      plain([run('acks=all', 0), run('acks=1', 1000)]),
      'Kafka 4.3.1, 3 brokers, leader killed: 1,000 of 1,000 acknowledged records lost with acks=1; 0 with acks=all.',
    );
  });

  it('puts settings into back ticks in Markdown, and only them', () => {
    const runs = [run('acks=1, min.insync.replicas=2', 1000), run('by_duration:PT6M (auto.offset.reset=latest)', 0)];
    assert.equal(
      measuredSentence(scenario(runs), 'markdown'),
      'Kafka 4.3.1, 3 brokers, leader killed: 1,000 of 1,000 acknowledged records lost with `acks=1` and `min.insync.replicas=2`; ' +
        '0 with by_duration:PT6M (`auto.offset.reset=latest`).',
    );
  });

  it('joins settings with the same result, and says the total again only where it differs', () => {
    assert.equal(
      plain([run('acks=0', 1000), run('acks=1', 1000), run('acks=1 for less', 10, { sent: 20, acknowledged: 20 }), run('acks=all', 0)]),
      'Kafka 4.3.1, 3 brokers, leader killed: 1,000 of 1,000 acknowledged records lost with acks=0, also with acks=1; ' +
        '10 of 20 with acks=1 for less; 0 with acks=all.',
    );
  });

  it('counts out of what was sent where the harm is not about acknowledged records', () => {
    const failed = run('retries=0', 500, { sent: 500, acknowledged: 0, error: 'NetworkException' });
    assert.equal(
      plain([failed, run('defaults', 0, { sent: 500, acknowledged: 500 })], { harm: 'records failed' }),
      'Kafka 4.3.1, 3 brokers, leader killed: 500 of 500 records failed with retries=0 (NetworkException); 0 with defaults.',
    );
  });

  it('says where nothing was lost because the sends failed', () => {
    assert.match(
      plain([run('min.insync.replicas=1', 1000), run('min.insync.replicas=2', 0, { acknowledged: 0, error: 'TimeoutException' })]),
      /; 0 with min\.insync\.replicas=2 \(1,000 sends failed with TimeoutException\)\.$/,
    );
    assert.match(
      plain([run('a=1', 1000, { acknowledged: 999, lost: 999 })]),
      /999 of 999 acknowledged records lost with a=1 \(1 send failed\)\.$/,
    );
  });

  it('says that an exception came with each of several settings', () => {
    const failed = { sent: 500, acknowledged: 0, error: 'NetworkException' };
    assert.match(
      plain([run('retries=0', 500, failed), run('retries=1', 500, failed)], { harm: 'records never written' }),
      /: 500 of 500 records never written with retries=0, also with retries=1 \(NetworkException each time\)\.$/,
    );
  });

  it('speaks of one record and of one broker', () => {
    assert.equal(
      plain([run('acks=1', 1, { sent: 1, acknowledged: 1 })], { brokers: 1 }),
      'Kafka 4.3.1, 1 broker, leader killed: 1 of 1 acknowledged record lost with acks=1.',
    );
  });

  it('begins with the newest version and names those with the same answer', () => {
    const on = (kafka: string): EvidenceRun[] => [run('acks=1', 1000, { kafka }), run('acks=all', 0, { kafka, seconds: 99 })];
    assert.equal(
      plain([...on('3.9.2'), ...on('4.10.0'), ...on('4.9.1')]),
      'Kafka 4.10.0, 3 brokers, leader killed: 1,000 of 1,000 acknowledged records lost with acks=1; 0 with acks=all. The same on 4.9.1 and 3.9.2.',
    );
  });

  it('tells another answer of an older version in full', () => {
    const older = [run('acks=1', 0, { kafka: '3.6.2', safe: false }), run('acks=all', 0, { kafka: '3.6.2' })];
    assert.equal(
      plain([run('acks=1', 1000), run('acks=all', 0), ...older]),
      'Kafka 4.3.1, 3 brokers, leader killed: 1,000 of 1,000 acknowledged records lost with acks=1; 0 with acks=all. ' +
        'On 3.6.2: 0 of 1,000 with acks=1, also with acks=all.',
    );
  });

  it('says how much of it was run where the same was measured in part', () => {
    assert.match(
      plain([run('acks=1', 1000), run('acks=all', 0), run('acks=1', 1000, { kafka: '3.9.2' })]),
      /0 with acks=all\. The same on 3\.9\.2 \(1 of these 2 was run\)\.$/,
    );
    const two = ['acks=0', 'acks=1'].map(setting => run(setting, 1000, { kafka: '3.9.2' }));
    assert.match(plain([run('acks=0', 1000), run('acks=1', 1000), run('acks=all', 0), ...two]), /on 3\.9\.2 \(2 of these 3 were run\)\.$/);
  });

  it('tells a form that only an older version has', () => {
    assert.match(
      plain([run('acks=1', 1000), run('acks=1', 1000, { kafka: '3.9.2' }), run('acks=7', 5, { kafka: '3.9.2' })]),
      /\. On 3\.9\.2: 1,000 of 1,000 with acks=1; 5 with acks=7\.$/,
    );
  });
});

describe('the measured lines of a rule', () => {
  it('come in the order of its scenarios; an id that stands for none says nothing', () => {
    const known = [scenario([run('acks=1', 3)]), scenario([run('x=1', 4)], { id: 'other', event: 'disk lost' })];
    assert.deepEqual(measuredSentences(['other', 'unheard-of', 'leader-dies'], known, 'plain'), [
      'Kafka 4.3.1, 3 brokers, disk lost: 4 of 1,000 acknowledged records lost with x=1.',
      'Kafka 4.3.1, 3 brokers, leader killed: 3 of 1,000 acknowledged records lost with acks=1.',
    ]);
  });
});
