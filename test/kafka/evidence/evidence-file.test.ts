import assert from 'node:assert/strict';
import type { EvidenceRun } from '../../../server/src/describe/evidence.js';
import { differences, mergeEvidence, type Measured } from './evidence-file.js';
import type { Form, Scenario } from './scenario.js';

const form = (setting: string, versions = ['4.3.1', '3.9.2']): Form => ({
  setting,
  safe: false,
  versions,
  run: () => Promise.reject(new Error('Nothing is run here.')),
});
const scenario = (id: string, settings: readonly string[]): Scenario => ({
  id,
  event: `${id} happened`,
  harm: 'records lost',
  brokers: 3,
  forms: settings.map(setting => form(setting)),
});
const run = (kafka: string, setting: string, lost: number): EvidenceRun => ({
  kafka,
  setting,
  safe: false,
  sent: 9,
  acknowledged: 9,
  readable: 9 - lost,
  lost,
  seconds: 1,
});
const measure = (of: Scenario, one: EvidenceRun): Measured => ({
  job: { scenario: of, form: form(one.setting), kafka: one.kafka },
  run: one,
});
const nothing = { scenarios: [] };

describe('recorded evidence', () => {
  const a = scenario('a', ['x=1', 'x=2']);

  it('has scenarios by id, newest versions first, and forms in the order of the scenario', () => {
    const b = scenario('b', ['y=1']);
    const runs = [
      measure(b, run('4.3.1', 'y=1', 0)),
      ...['x=2', 'x=1'].flatMap(x => ['3.9.2', '4.3.1'].map(v => measure(a, run(v, x, 1)))),
    ];
    assert.deepEqual(
      mergeEvidence(nothing, runs, [b, a]).scenarios.map(({ id, runs: of }) => [id, ...of.map(one => `${one.kafka} ${one.setting}`)]),
      [
        ['a', '4.3.1 x=1', '4.3.1 x=2', '3.9.2 x=1', '3.9.2 x=2'],
        ['b', '4.3.1 y=1'],
      ],
    );
  });

  it('replaces what was measured again and keeps the rest, scenarios of others included', () => {
    const before = mergeEvidence(nothing, [measure(a, run('4.3.1', 'x=1', 1)), measure(a, run('4.3.1', 'x=2', 2))], [a]);
    const stranger = { id: 'c', event: '', harm: '', brokers: 1, runs: [run('4.3.1', 'z=1', 3)] };
    const after = mergeEvidence({ scenarios: [...before.scenarios, stranger] }, [measure(a, run('4.3.1', 'x=2', 5))], [a]);
    assert.deepEqual(
      after.scenarios.map(({ id, runs }) => [id, ...runs.map(({ lost }) => lost)]),
      [
        ['a', 1, 5],
        ['c', 3],
      ],
    );
  });

  it('forgets forms and versions that a scenario no longer has', () => {
    const before = mergeEvidence(nothing, [measure(a, run('4.3.1', 'x=1', 1)), measure(a, run('3.9.2', 'x=2', 1))], [a]);
    const fewer = { ...a, forms: [form('x=2', ['4.3.1'])] };
    assert.deepEqual(mergeEvidence(before, [], [fewer]), nothing);
  });
});

describe('a comparison with recorded evidence', () => {
  const a = scenario('a', ['x=1']);
  const recorded = mergeEvidence(nothing, [measure(a, run('4.3.1', 'x=1', 1))], [a]);

  it('is content with the same counts after another time', () => {
    assert.deepEqual(differences(recorded, [measure(a, { ...run('4.3.1', 'x=1', 1), seconds: 99 })]), []);
  });

  it('tells other counts, and what is not recorded', () => {
    assert.deepEqual(differences(recorded, [measure(a, run('4.3.1', 'x=1', 2)), measure(a, run('3.9.2', 'x=1', 1))]), [
      'a, Kafka 4.3.1, x=1: recorded 1 lost of 9 acknowledged, measured 2 lost of 9 acknowledged.',
      'a, Kafka 3.9.2, x=1: is not in the recorded evidence.',
    ]);
  });
});
