import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, findIn, severityOf, summaries } from '../support/check.js';

const id = 'mirror-durability-not-synced';
const clusters = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\n';
const path = 'connect-mirror-maker.properties';

describe('mirror-durability-not-synced', () => {
  const inFile = (settings: string): readonly string[] =>
    summaries(path, `${clusters}${settings}\n`, { version: '4.3' }).filter(line => line.includes(id));

  it('tells of each flow that runs', () => {
    assert.deepEqual(inFile('A->B.enabled=true\nB->A.enabled=false'), [`information ${id} true`]);
    assert.deepEqual(inFile('A->B.topics=orders'), []);
  });

  it('reads the list as patterns, as MirrorMaker does', () => {
    for (const list of ['min\\\\..*', 'unclean.leader.election.enable', 'message.timestamp.type , min.insync.replicas'])
      assert.equal(inFile(`A->B.enabled=true\nconfig.properties.exclude=${list}`).length, 1, list);
    for (const list of ['message.*', '(min', ''])
      assert.deepEqual(inFile(`A->B.enabled=true\nconfig.properties.exclude=${list}`), [], list);
  });

  it('knows the older name of the list', () => {
    const found = findIn('mirror-source', 'config.properties.blacklist=min.insync.replicas', { version: '2.6' });
    assert.equal(severityOf(id, found), 'information');
  });

  it('does not judge a filter of the user, nor a list that is not known', () => {
    for (const settings of ['config.property.filter.class=com.example.Filter', 'config.properties.exclude=${LIST}'])
      assert.equal(severityOf(id, findIn('mirror-source', settings)), undefined, settings);
  });

  it('offers the list that holds by default without the two', () => {
    const text = `${clusters}A->B.enabled=true\n`;
    const analysis = analyzeFile(path, text, { version: '4.3' });
    const found = analysis.diagnoses.find(one => one.rule.id === id);
    const [fix] = found ? fixesOf(found, analysis) : [];
    assert.match(fix ? applyEdits(text, fix.edits) : '', /^A->B\.config\.properties\.exclude=follower.*message\.timestamp\.type$/m);
    assert.match(fix?.title ?? '', /more replicas/);
  });
});
