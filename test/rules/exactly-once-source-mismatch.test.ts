import assert from 'node:assert/strict';
import { analyzeFile, findIn } from '../support/check.js';

const id = 'exactly-once-source-mismatch';
const head = 'clusters=A,B\nbootstrap.servers=a:1\nA->B.exactly.once.support=required\n';
const inFile = (text: string, version = '4.3') =>
  analyzeFile('mm2.properties', text, { version })
    .diagnoses.filter(one => one.rule.id === id)
    .map(one => `${one.severity} ${one.finding.message}`);
const worker = 'B.exactly.once.source.support=enabled\n';
const reader = 'A.consumer.isolation.level=read_committed\n';

describe('exactly-once-source-mismatch', () => {
  it('wants the target’s workers and the source’s consumer to take part', () => {
    assert.deepEqual(inFile(head), ['error workerDisabled', 'error readsUncommitted']);
    assert.deepEqual(inFile(head + worker), ['error readsUncommitted']);
    assert.deepEqual(inFile(head + reader), ['error workerDisabled']);
    assert.deepEqual(inFile(head + worker + reader), []);
    assert.deepEqual(inFile(head, '3.4'), []);
  });
  it('reads the consumer’s key of the flow, of the cluster, and of all clients of the flow, in this order', () => {
    assert.deepEqual(inFile(`${head}${worker}A->B.consumer.isolation.level=read_committed\n`), []);
    assert.deepEqual(inFile(`${head}${worker}A->B.source.consumer.isolation.level=read_committed\n`), []);
    assert.deepEqual(inFile(`${head}${worker}${reader}A->B.consumer.isolation.level=read_uncommitted\n`), []);
    assert.deepEqual(inFile(`${head}${worker}B.consumer.isolation.level=read_committed\n`), ['error readsUncommitted']);
  });
  it('leaves unknown values alone, and words that the two sides read differently', () => {
    assert.deepEqual(inFile(`${head}B.exactly.once.source.support=\${X}\nA.consumer.isolation.level=\${Y}\n`), []);
    assert.deepEqual(inFile(head.replace('required', 'Required')), []);
    assert.deepEqual(inFile(head.replace('A->B.', 'A->B.enabled=true\n')), []);
  });
  it('holds a connector’s own file to its consumer', () => {
    const said = (settings: string) => findIn('mirror-source', settings).filter(one => one.rule.id === id).length;
    assert.equal(said('exactly.once.support=required'), 1);
    assert.equal(said('exactly.once.support=required\nconsumer.isolation.level=read_committed'), 0);
    assert.equal(said('exactly.once.support=requested'), 0);
  });
});
