import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'offset-commit-acks-weak';

describe('offset-commit-acks-weak', () => {
  const severity = (settings: string, version: string): string | undefined =>
    severityOf(id, findIn('broker', `log.segment.bytes=1073741824\n${settings}`, { version }));

  it('warns of any number but -1, up to 3.9', () => {
    assert.equal(severity('offsets.commit.required.acks=1', '3.9'), 'warning');
    assert.equal(severity('offsets.commit.required.acks=2', '2.8'), 'warning');
    assert.equal(severity('offsets.commit.required.acks=1', '4.0'), undefined);
  });

  it('is silent on -1, on a value that is not known, without the key, and where no records are stored', () => {
    assert.equal(severity('offsets.commit.required.acks=-1', '3.9'), undefined);
    assert.equal(severity('offsets.commit.required.acks=${ACKS}', '3.9'), undefined);
    assert.equal(severity('num.io.threads=8', '3.9'), undefined);
    assert.equal(severity('offsets.commit.required.acks=1\nprocess.roles=controller', '3.9'), undefined);
  });
});
