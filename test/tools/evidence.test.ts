import assert from 'node:assert/strict';
import { evidenceModule, evidenceTable, measuredSection, readScenarios } from '../../server/tools/evidence.js';
import { ruleWith } from '../analysis/stubs.js';

const run = { kafka: '4.3.1', setting: 'acks=1', safe: false, sent: 1000, acknowledged: 1000, readable: 0, lost: 1000, seconds: 9.5 };
const runs = [
  run,
  { ...run, setting: 'acks=all', safe: true, readable: 1000, lost: 0 },
  { ...run, kafka: '3.9.2', error: 'SomeException' },
];
const scenario = { id: 'leader-dies', event: 'leader killed', harm: 'acknowledged records lost', brokers: 3, runs };
const json = JSON.stringify({ scenarios: [scenario] });
const ruleOf = (docs: object) => ruleWith({ id: 'a-rule', docs: { ...ruleWith({}).docs, ...docs } });

describe('what is generated from the evidence', () => {
  const scenarios = readScenarios(json);

  it('is a module without what differs each time', () => {
    const text = evidenceModule(scenarios);
    assert.doesNotMatch(text, /seconds|readable/);
    assert.match(text, /"setting":"acks=1","safe":false,"sent":1000,"acknowledged":1000,"lost":1000\}/);
    assert.match(text, /"error":"SomeException"/);
  });

  it('is a section of the page of a rule, if it has something to tell', () => {
    const sentence =
      '* Kafka 4.3.1, 3 brokers, leader killed: 1,000 of 1,000 acknowledged records lost with `acks=1`; 0 with `acks=all`. On 3.9.2: 1,000 of 1,000 with `acks=1` (SomeException).';
    assert.deepEqual(measuredSection(ruleOf({ evidence: ['leader-dies'] }), scenarios), ['## Measured', '', sentence, '']);
    const both = ruleOf({ evidence: ['leader-dies'], notReproduced: 'It takes a week.' });
    assert.deepEqual(measuredSection(both, scenarios), ['## Measured', '', sentence, '', 'Not reproduced: It takes a week.', '']);
    assert.deepEqual(measuredSection(ruleOf({ notReproduced: 'So.' }), scenarios), ['## Measured', '', 'Not reproduced: So.', '']);
    assert.deepEqual(measuredSection(ruleOf({}), scenarios), []);
  });

  it('is a table of the worst', () => {
    const table = evidenceTable([ruleOf({ evidence: ['leader-dies'] })], scenarios, ['a-rule', 'another']);
    const [, , row, end, ...more] = table.split('\n');
    assert.equal(
      row,
      '| 4.3.1, 3 brokers | leader killed | 1,000 of 1,000 acknowledged records lost | `acks=1` | `acks=all` | [`a-rule`](server/docs/rules/a-rule.md) |',
    );
    assert.deepEqual([end, more], ['', []]);
    const harmless = scenarios.map(one => ({ ...one, runs: one.runs.filter(({ safe }) => safe) }));
    assert.doesNotMatch(evidenceTable([ruleOf({ evidence: ['leader-dies'] })], harmless, ['a-rule']), /a-rule/);
  });
});
