import assert from 'node:assert/strict';
import { measuredScenarios } from '../../server/src/describe/evidence-data.js';
import { rules } from '../../server/src/rules/registry.js';

/** Rules that do not say that records are lost, by what they say instead. */
const claimNoLoss: Readonly<Record<string, readonly string[]>> = {
  'Kafka or the framework refuses it, so nothing is written (a "-conflict" or a "-refused" is not listed)': [
    'auto-commit-without-group',
    'transform-without-type',
    'exactly-once-source-mismatch',
    'invalid-value',
    'malformed-escape',
    'offset-reset-legacy-name',
    'transaction-timeout-above-broker-max',
  ],
  'a line has no effect, and what that costs depends on its key': [
    'byte-order-mark',
    'deprecated-property',
    'duplicate-property',
    'ignored-property',
    'removed-property',
    'shadowed-property',
    'unknown-property',
  ],
  'records come twice, late or out of order': [
    'ack-mode-deferred',
    'flush-forced',
    'idempotence-default-broken',
    'idempotence-disabled',
    'idempotence-silently-off',
    'max-poll-interval-short',
    'reordering-on-retry',
  ],
  'it is about being up, not about records': [
    'controller-quorum-weak',
    'metadata-recovery-disabled',
    'no-standby-replica',
    'session-heartbeat-conflict',
    'transaction-verification-disabled',
  ],
};

describe('the evidence for rules', () => {
  const refused = rules.map(rule => rule.id).filter(id => /-(conflict|refused)$/.test(id));
  const silent = new Set([...Object.values(claimNoLoss).flat(), ...refused]);
  const known = new Set(measuredScenarios.map(scenario => scenario.id));

  it('is there for every claim of a loss, or the rule says why it is not', () => {
    const bare = rules.filter(({ id, docs }) => !silent.has(id) && docs.evidence === undefined && docs.notReproduced === undefined);
    assert.deepEqual(
      bare.map(rule => rule.id),
      [],
      'these rules need docs.evidence (ids of test/kafka/evidence.json) or docs.notReproduced, or a place in the list of those that claim no loss',
    );
  });

  it('is not asked of rules that claim no loss, and of none that does not exist', () => {
    const told = rules.filter(({ id, docs }) => silent.has(id) && (docs.evidence ?? docs.notReproduced) !== undefined);
    assert.deepEqual(
      told.map(rule => rule.id),
      [],
    );
    const ids = new Set(rules.map(rule => rule.id));
    assert.deepEqual(
      [...silent].filter(id => !ids.has(id)),
      [],
    );
  });

  for (const { id, docs } of rules.filter(rule => rule.docs.evidence !== undefined)) {
    it(`of ${id} was measured`, () => {
      const missing = (docs.evidence ?? []).filter(scenario => !known.has(scenario));
      assert.deepEqual(
        missing,
        [],
        `${id} names scenarios that test/kafka/evidence.json does not have; run "npm run evidence" and "npm run generate", or correct docs.evidence`,
      );
      assert.ok(docs.evidence !== undefined && docs.evidence.length > 0);
    });
  }

  it('names no scenario twice, and its reasons are whole sentences', () => {
    for (const { id, docs } of rules) {
      assert.equal(new Set(docs.evidence).size, docs.evidence?.length ?? 0, id);
      if (docs.notReproduced !== undefined) assert.match(docs.notReproduced, /^[A-Z].*[.]$/, id);
    }
  });

  it('is the only place of counts: no rule tells what was measured in its own words', () => {
    for (const { id, docs } of rules) {
      assert.doesNotMatch(`${docs.why} ${docs.remedy} ${docs.falsePositives}`, /measured|experiment|\d (out )?of \d/i, id);
    }
  });
});
