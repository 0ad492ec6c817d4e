import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, findIn, severityOf } from '../support/check.js';
import { broker, combined, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'replication-factor-low';
const key = 'default.replication.factor';

describe('replication-factor-low', () => {
  const severity = (settings: string): string | undefined => severityOf(id, findIn('broker', settings, { version: '4.3' }));

  it('warns of 1 and of 0, tells of 2, and is content with 3, more, or -1', () => {
    for (const file of [zookeeperBroker, combined, controller]) {
      assert.equal(severity(`${file}\n${key}=1`), 'warning');
      assert.equal(severity(`${file}\n${key}=0`), 'warning');
      assert.equal(severity(`${file}\n${key}=2`), 'information');
    }
    for (const value of ['3', '4', '-1', '${REPLICAS}', 'three']) assert.equal(severity(`${key}=${value}`), undefined, value);
  });

  it('says no more than a hint where the node is a broker alone', () => {
    for (const value of ['0', '1', '2']) assert.equal(severity(`${broker}\n${key}=${value}`), 'information', value);
  });

  it('tells of the default, but not in a controller’s file', () => {
    assert.equal(severity(zookeeperBroker), 'information');
    assert.equal(severity(broker), 'information');
    assert.equal(severity(controller), undefined);
  });

  it('offers one replica more than min.insync.replicas demands', () => {
    const text = `${key}=1\nmin.insync.replicas=3\n`;
    const analysis = analyzeFile('server.properties', text);
    const found = analysis.diagnoses.find(one => one.rule.id === id);
    const [fix] = found ? fixesOf(found, analysis) : [];
    assert.equal(fix && applyEdits(text, fix.edits), `${key}=4\nmin.insync.replicas=3\n`);
    assert.equal(fix?.safety, 'unsafe');
    assert.match(fix.title, /reassigned/);
  });
});
