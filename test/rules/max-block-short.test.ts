import assert from 'node:assert/strict';
import rule from '../../server/src/rules/max-block-short.js';
import { spoken } from '../support/findings.js';
import { findIn, findInSpring, severityOf } from '../support/check.js';

const id = 'max-block-short';
const inPlain = (value: number | string) => severityOf(id, findIn('producer', `max.block.ms=${value}`));

describe('max-block-short', () => {
  it('warns below 100 ms and informs below a second', () => {
    for (const value of [0, 1, 99]) assert.equal(inPlain(value), 'warning', String(value));
    for (const value of [100, 999]) assert.equal(inPlain(value), 'information', String(value));
    assert.equal(inPlain(1000), undefined);
    assert.equal(severityOf(id, findInSpring('producer', 'max.block.ms=0')), 'warning');
  });
  it('is silent where the framework sends again what has failed so', () => {
    const again = { facts: new Set(['framework-sends-again'] as const) };
    assert.deepEqual(spoken(rule, 'producer', ['max.block.ms=0'], again), []);
    assert.equal(spoken(rule, 'producer', ['max.block.ms=0', 'retries=0'], again).length, 1);
  });
  it('is silent on what is refused, unknown or absent', () => {
    for (const value of ['-1', '5s', '${BLOCK}']) assert.equal(inPlain(value), undefined, value);
    assert.equal(severityOf(id, findIn('producer', 'acks=all')), undefined);
  });
});
