import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, severityOf } from '../support/check.js';

const id = 'deprecated-property';

describe('deprecated-property', () => {
  it('speaks from the deprecation to the removal', () => {
    const severity = (version: string): string | undefined =>
      severityOf(id, findIn('broker', 'log.dirs=/d\nlog.message.timestamp.difference.max.ms=604800000', { version }));
    assert.deepEqual(['3.5', '3.6', '3.9', '4.0'].map(severity), [undefined, 'information', 'information', undefined]);
  });

  it('strikes the key through', () => {
    const text = 'log.dirs=/d\nlog.cleaner.enable=true\n';
    const found = analyzeFile('server.properties', text, { version: '4.3' }).diagnoses.find(one => one.rule.id === id);
    assert.equal(found?.finding.tag, 'deprecated');
    assert.equal(text.slice(found.span.start, found.span.end), 'log.cleaner.enable');
  });

  it('moves the value to the new key, or removes the line if that is set', () => {
    const titles = (more: string): readonly string[] => {
      const analysis = analyzeFile('server.properties', `log.dirs=/d\nremote.log.manager.thread.pool.size=4\n${more}`, { version: '4.3' });
      return analysis.diagnoses.filter(one => one.rule.id === id).flatMap(one => fixesOf(one, analysis).map(fix => fix.title));
    };
    assert.deepEqual(titles(''), ['Move it to remote.log.manager.follower.thread.pool.size']);
    assert.deepEqual(titles('remote.log.manager.follower.thread.pool.size=4\n'), ['Remove remote.log.manager.thread.pool.size']);
  });
});
