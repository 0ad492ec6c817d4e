import assert from 'node:assert/strict';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, findIn } from '../support/check.js';

const id = 'mirror-conflict';
const head = 'clusters=A,B\nbootstrap.servers=a:1\nA->B.topics=orders\n';
const inFile = (text: string, version = '4.3') =>
  analyzeFile('mm2.properties', text, { version })
    .diagnoses.filter(one => one.rule.id === id)
    .map(one => one.finding.message);
const inConnector = (role: Role, settings: string, version = '4.3') =>
  findIn(role, settings, { version })
    .filter(one => one.rule.id === id)
    .map(one => one.finding.message);

describe('mirror-conflict', () => {
  it('takes no settings of offset syncs where none are written, from 3.9 on', () => {
    const off = 'emit.offset-syncs.enabled=false';
    assert.deepEqual(inConnector('mirror-source', `${off}\noffset-syncs.topic.location=target`), ['syncsOff']);
    assert.deepEqual(inConnector('mirror-source', `${off}\noffset-syncs-source-producer.acks=1`), ['syncsOff']);
    assert.deepEqual(inConnector('mirror-source', `${off}\noffset-syncs.topic.location=target`, '3.8'), []);
    assert.deepEqual(inConnector('mirror-source', 'offset-syncs.topic.location=target'), []);
    assert.deepEqual(inConnector('mirror-source', off), []);
    assert.deepEqual(inFile(`${head}${off}\noffset-syncs.topic.location=target\n`), ['syncsOff']);
    assert.deepEqual(inFile(`${head}${off}\nA->B.offset-syncs.topic.location=target\n`), ['syncsOff']);
    assert.deepEqual(inFile(`${head}A->B.${off}\nB->A.offset-syncs.topic.location=target\n`), []);
    assert.deepEqual(inFile(`${head}A->B.${off}\nA->B.offset-syncs-source-producer.acks=1\n`), ['syncsOff']);
    assert.deepEqual(inFile(`${head}${off}\noffset-syncs-source-producer.acks=1\n`), []);
    assert.deepEqual(inFile(`${head}${off}\noffset-syncs.topic.location=target\n`, '3.8'), []);
    assert.deepEqual(inFile(`${head}emit.offset-syncs.enabled=False\noffset-syncs.topic.location=target\n`), []);
  });
  it('takes no checkpoint connector that is not to work, in a file of its own', () => {
    assert.deepEqual(inConnector('mirror-checkpoint', 'emit.checkpoints.enabled=false\nemit.offset-syncs.enabled=false'), [
      'checkpointsOff',
      'checkpointsWithoutSyncs',
    ]);
    assert.deepEqual(inConnector('mirror-checkpoint', 'emit.checkpoints.enabled=false\nenabled=false'), []);
    assert.deepEqual(inConnector('mirror-checkpoint', 'emit.checkpoints.enabled=true\nemit.offset-syncs.enabled=${X}'), []);
    assert.deepEqual(inConnector('mirror-checkpoint', 'emit.checkpoints.enabled=false', '3.8'), []);
    assert.deepEqual(inFile(`${head}emit.checkpoints.enabled=false\nA->B.enabled=true\n`), []);
  });
  it('wants a flow between two clusters', () => {
    assert.deepEqual(inFile('clusters=A\nA.bootstrap.servers=a:1\n'), ['oneCluster']);
    assert.deepEqual(inFile('clusters=A,A\nA.bootstrap.servers=a:1\n'), ['oneCluster']);
    assert.deepEqual(inFile(head), []);
    const quiet = `${head}emit.heartbeats.enabled=false\n`;
    assert.deepEqual(inFile(quiet), ['noFlow']);
    assert.deepEqual(inFile(`${quiet}A->B.enabled=TRUE\n`), []);
    assert.deepEqual(inFile(`${quiet}A->B.enabled=\${ENABLED}\n`), []);
    assert.deepEqual(inFile(`${quiet}B->A.emit.heartbeats.enabled=true\n`), []);
    // Boolean.parseBoolean does not cut the blank
    assert.deepEqual(inFile(`${quiet}A->B.enabled=true \n`), ['noFlow']);
    assert.deepEqual(inFile('clusters=${CLUSTERS}\nA->B.enabled=true\n'), []);
    assert.deepEqual(inFile('A->B.enabled=true\n'), []);
  });
  it('wants the addresses of every target from 4.2 on', () => {
    const text = 'clusters=A,B\nA.bootstrap.servers=a:1\n';
    assert.deepEqual(inFile(text), ['noBootstrap']);
    assert.deepEqual(inFile(text, '4.1'), []);
    assert.deepEqual(inFile(`${text}emit.heartbeats.enabled=false\nB->A.enabled=true\n`), []);
  });
});
