import assert from 'node:assert/strict';
import { findIn, severityOf, summaries } from '../support/check.js';

const id = 'mirror-offsets-not-synced';
const clusters = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\n';

describe('mirror-offsets-not-synced', () => {
  const inFile = (settings: string, version = '4.3'): readonly string[] =>
    summaries('connect-mirror-maker.properties', `${clusters}${settings}\n`, { version }).filter(line => line.includes(id));

  it('tells of each flow that runs, at the line that turns it on', () => {
    assert.deepEqual(
      inFile('A->B.enabled=true\nB->A.enabled=true'),
      [`information ${id} A->B.enabled=true`, `information ${id} B->A.enabled=true`].map(line => line.replace(/ \S+=true$/, ' true')),
    );
    assert.deepEqual(inFile('enabled=true'), [`information ${id} true`]);
    for (const settings of ['A->B.enabled=false', 'A->B.topics=orders']) assert.deepEqual(inFile(settings), [], settings);
  });

  it('is silent where the flow, or all of them, write offsets or no checkpoints', () => {
    for (const settings of [
      'A->B.sync.group.offsets.enabled=true',
      'sync.group.offsets.enabled=true',
      'A->B.emit.checkpoints.enabled=false',
      'emit.offset-syncs.enabled=false',
      'sync.group.offsets.enabled=${SYNC}',
    ])
      assert.deepEqual(inFile(`A->B.enabled=true\n${settings}`), [], settings);
    assert.deepEqual(inFile('A->B.enabled=true', '2.6'), []);
  });

  it('points at the key that switches it off', () => {
    assert.deepEqual(inFile('A->B.enabled=true\nsync.group.offsets.enabled=false'), [`information ${id} false`]);
  });

  it('says nothing of a connector that is switched off', () => {
    assert.equal(severityOf(id, findIn('mirror-checkpoint', 'groups=.*\nenabled=false')), undefined);
  });
});
