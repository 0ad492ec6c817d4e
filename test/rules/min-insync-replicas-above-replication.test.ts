import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, findIn } from '../support/check.js';

const id = 'min-insync-replicas-above-replication';
const file = (minIsr: number, replicas: number): string =>
  `min.insync.replicas=${String(minIsr)}\ndefault.replication.factor=${String(replicas)}`;

describe('min-insync-replicas-above-replication', () => {
  const found = (settings: string, version = '4.3') => findIn('broker', settings, { version }).find(one => one.rule.id === id);

  it('says what it means in the version that runs', () => {
    assert.match(found(file(2, 1), '3.6')?.message ?? '', /every write with acks=all/);
    assert.match(found(file(2, 1), '3.7.0')?.message ?? '', /protects nothing/);
    assert.match(found(file(3, 2), '3.7.0')?.message ?? '', /counts as 2 with 2 replicas/);
    assert.equal(found(file(2, 1))?.severity, 'warning');
  });

  it('is silent where the replicas suffice, and on replication 0 and -1', () => {
    for (const settings of [file(2, 2), file(2, 3), file(2, 0), file(2, -1), 'min.insync.replicas=2', 'default.replication.factor=1']) {
      assert.equal(found(settings), undefined, settings);
    }
  });

  it('offers three replicas of which two must be in sync, or one fewer than there are', () => {
    const mended = (text: string): string | undefined => {
      const analysis = analyzeFile('server.properties', text);
      const diagnosis = analysis.diagnoses.find(one => one.rule.id === id);
      const [fix] = diagnosis ? fixesOf(diagnosis, analysis) : [];
      return fix && applyEdits(text, fix.edits);
    };
    assert.equal(mended(file(2, 1)), file(2, 3));
    assert.equal(mended(file(3, 2)), file(2, 3));
    assert.equal(mended(file(6, 5)), file(4, 5));
  });
});
