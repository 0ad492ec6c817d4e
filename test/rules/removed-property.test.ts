import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, findIn, severityOf } from '../support/check.js';

const id = 'removed-property';

function fixesIn(path: string, text: string, version?: string): readonly string[] {
  const analysis = analyzeFile(path, text, { version });
  return analysis.diagnoses.filter(one => one.rule.id === id).flatMap(one => fixesOf(one, analysis).map(fix => fix.title));
}

describe('removed-property', () => {
  const severity = (role: Role, settings: string, version: string): string | undefined =>
    severityOf(id, findIn(role, settings, { version }));

  it('begins with the version that removes the key', () => {
    assert.equal(severity('broker', 'log.dirs=/d\npassword.encoder.iterations=4096', '3.9'), undefined);
    assert.equal(severity('broker', 'log.dirs=/d\npassword.encoder.iterations=4096', '4.0'), 'information');
  });

  it('is a warning where messages hang on it', () => {
    assert.equal(severity('producer', 'acks=all\nblock.on.buffer.full=true', '4.3'), 'warning');
  });

  it('is none where the line asks for what holds anyway', () => {
    assert.equal(severity('broker', 'log.dirs=/d\noffsets.commit.required.acks=-1', '4.3'), 'information');
    assert.equal(severity('broker', 'log.dirs=/d\noffsets.commit.required.acks=1', '4.3'), 'warning');
  });

  it('offers to write the new key, and to remove the line', () => {
    const text = 'acks=all\ntimeout.ms=30000\n';
    assert.deepEqual(fixesIn('producer.properties', text), ['Move it to request.timeout.ms', 'Remove timeout.ms']);
  });

  it('only removes it where the new key is set, takes no such value, or the value is not known', () => {
    assert.deepEqual(fixesIn('producer.properties', 'acks=all\nrequest.timeout.ms=30000\ntimeout.ms=30000\n'), ['Remove timeout.ms']);
    assert.deepEqual(fixesIn('producer.properties', 'acks=all\ntimeout.ms=30 s\n'), ['Remove timeout.ms']);
    assert.deepEqual(fixesIn('producer.properties', 'acks=all\ntimeout.ms=${T}\n'), ['Remove timeout.ms']);
    assert.deepEqual(fixesIn('server.properties', 'log.dirs=/d\nhost.name=kafka1\n', '4.3'), ['Remove host.name']);
  });

  it('greys out the whole line', () => {
    const text = 'acks=all\ntimeout.ms=30000\n';
    const found = analyzeFile('producer.properties', text).diagnoses.find(one => one.rule.id === id);
    assert.equal(found?.finding.tag, 'unnecessary');
    assert.equal(text.slice(found.span.start, found.span.end), 'timeout.ms=30000');
  });
});
