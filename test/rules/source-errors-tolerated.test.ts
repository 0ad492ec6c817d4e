import assert from 'node:assert/strict';
import { findIn, severityOf, summaries } from '../support/check.js';

const id = 'source-errors-tolerated';

describe('source-errors-tolerated', () => {
  it('is an error where nothing may be lost', () => {
    const found = findIn('source-connector', 'errors.tolerance=all', { profile: 'strict' });
    assert.equal(severityOf(id, found), 'error');
  });

  it('knows only what Connect knows as all', () => {
    for (const value of ['none', 'ALL', '${TOLERANCE}'])
      assert.equal(severityOf(id, findIn('source-connector', `errors.tolerance=${value}`)), undefined, value);
  });

  it('reports a line of MirrorMaker once, though three connectors read it', () => {
    const text = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nA->B.errors.tolerance=all\n';
    const found = summaries('connect-mirror-maker.properties', text, { version: '4.3' });
    assert.equal(found.filter(line => line.includes(id)).length, 1);
  });
});
