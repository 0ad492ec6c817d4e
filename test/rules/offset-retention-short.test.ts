import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, severityOf } from '../support/check.js';

const id = 'offset-retention-short';

describe('offset-retention-short', () => {
  const severity = (settings: string, version = '4.3'): string | undefined =>
    severityOf(id, findIn('broker', `log.segment.bytes=1073741824\n${settings}`, { version }));

  it('warns below a day and informs below a week', () => {
    const at = (minutes: number): string | undefined => severity(`offsets.retention.minutes=${String(minutes)}`);
    assert.deepEqual([1, 1439, 1440, 10079, 10080].map(at), ['warning', 'warning', 'information', 'information', undefined]);
  });

  it('informs where records are explicitly kept for longer, by whichever key counts', () => {
    assert.equal(severity('offsets.retention.minutes=10080\nlog.retention.hours=169'), 'information');
    assert.equal(severity('offsets.retention.minutes=10080\nlog.retention.hours=169\nlog.retention.ms=604800000'), undefined);
    assert.equal(severity('offsets.retention.minutes=10080\nlog.retention.minutes=10081'), 'information');
    assert.equal(severity('offsets.retention.minutes=10080\nlog.retention.minutes=10080'), undefined);
    assert.equal(severity('offsets.retention.minutes=10080\nlog.retention.ms=-1'), undefined);
    assert.equal(severity('log.retention.hours=1000'), undefined);
  });

  it('proposes as long as records are kept', () => {
    const analysis = analyzeFile('server.properties', 'offsets.retention.minutes=60\nlog.retention.hours=336\n');
    const [found] = analysis.diagnoses.filter(one => one.rule.id === id);
    assert.ok(found);
    assert.deepEqual(
      fixesOf(found, analysis).map(fix => fix.title),
      ['Set offsets.retention.minutes to 20160'],
    );
  });

  it('speaks of the absent key before 2.0, where it is a day', () => {
    assert.equal(severity('num.io.threads=8', '1.1'), 'warning');
    assert.equal(severity('num.io.threads=8', '2.0'), undefined);
  });

  it('is silent on what is refused, on what is not known, and where no records are stored', () => {
    assert.equal(severity('offsets.retention.minutes=0'), undefined);
    assert.equal(severity('offsets.retention.minutes=${MINUTES}'), undefined);
    assert.equal(severity('offsets.retention.minutes=10080\nlog.retention.ms=${MS}\nlog.retention.hours=1000'), undefined);
    assert.equal(severity('offsets.retention.minutes=60\nprocess.roles=controller'), undefined);
  });
});
