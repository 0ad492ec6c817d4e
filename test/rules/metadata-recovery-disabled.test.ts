import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, findIn, severityOf, summaries } from '../support/check.js';

const id = 'metadata-recovery-disabled';
const severity = (role: Role, settings: string, version?: string) => severityOf(id, findIn(role, settings, { version }));

const clients: readonly (readonly [Role, string])[] = [
  ['producer', 'acks=all'],
  ['consumer', 'group.id=a\nmax.poll.records=1'],
];

describe('metadata-recovery-disabled', () => {
  it('tells producers and consumers, from 4.0', () => {
    for (const [role, settings] of clients) {
      assert.equal(severity(role, `${settings}\nmetadata.recovery.strategy=none`), 'information');
      assert.equal(severity(role, `${settings}\nmetadata.recovery.strategy=None`, '4.0'), 'information');
      assert.equal(severity(role, `${settings}\nmetadata.recovery.strategy=none`, '3.9'), undefined);
    }
  });
  it('is silent on rebootstrap, on the default and on what cannot be known', () => {
    for (const settings of ['metadata.recovery.strategy=rebootstrap', 'acks=all', 'metadata.recovery.strategy=${STRATEGY}']) {
      assert.equal(severity('producer', settings), undefined);
    }
  });
  it('says it of an admin client too, one step lower where only the name of the file tells what it is', () => {
    assert.equal(severity('admin', 'metadata.recovery.strategy=none'), 'hint');
    assert.deepEqual(summaries('application.properties', 'spring.kafka.admin.properties.metadata.recovery.strategy=none\n'), [
      `information ${id} none`,
    ]);
  });
  it('says it once for a line that serves all clients', () => {
    const text = 'spring.kafka.properties.metadata.recovery.strategy=none\n';
    assert.deepEqual(summaries('application.properties', text), [`information ${id} none`]);
  });
  it('removes the key', () => {
    const analysis = analyzeFile('producer.properties', 'acks=all\nmetadata.recovery.strategy=none\n');
    const titles = analysis.diagnoses.flatMap(one => fixesOf(one, analysis).map(fix => fix.title));
    assert.deepEqual(titles, ['Remove metadata.recovery.strategy']);
  });
});
