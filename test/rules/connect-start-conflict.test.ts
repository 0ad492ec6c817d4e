import assert from 'node:assert/strict';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, findIn } from '../support/check.js';

const id = 'connect-start-conflict';
const said = (settings: string, version = '4.3', role: Role = 'connect-distributed') =>
  findIn(role, settings, { version })
    .filter(one => one.rule.id === id)
    .map(one => one.finding.message);

describe('connect-start-conflict', () => {
  const list = 'inter.worker.verification.algorithms';
  it('wants the algorithm of the signature among those that are verified, from 3.3 on', () => {
    assert.deepEqual(said('inter.worker.signature.algorithm=HmacSHA1'), ['algorithmByDefault']);
    assert.deepEqual(said(`${list}=HmacSHA1`), ['algorithm']);
    assert.deepEqual(said(`inter.worker.signature.algorithm=HmacSHA1\n${list}=HmacSHA256`), ['algorithm']);
    assert.deepEqual(said(`inter.worker.signature.algorithm=HmacSHA1\n${list}=HmacSHA1`), []);
    for (const unknown of ['inter.worker.signature.algorithm=${A}', `${list}=\${A}`, `${list}=`]) assert.deepEqual(said(unknown), []);
  });
  it('wants that of the key among them from 2.4 to 3.2', () => {
    assert.deepEqual(said('inter.worker.key.generation.algorithm=AES', '3.2'), ['algorithmByDefault']);
    assert.deepEqual(said('inter.worker.key.generation.algorithm=AES'), []);
    assert.deepEqual(said('inter.worker.signature.algorithm=HmacSHA1', '3.2'), []);
    assert.deepEqual(said(`${list}=HmacSHA1`, '2.3'), []);
  });
  it('measures the key', () => {
    assert.deepEqual(said('inter.worker.key.size=39'), ['keyTooShort']);
    assert.deepEqual(said('inter.worker.key.size=40'), []);
    assert.deepEqual(said('inter.worker.key.generation.algorithm=aes\ninter.worker.key.size=129'), ['keyOddSize']);
    assert.deepEqual(said('inter.worker.key.generation.algorithm=AES\ninter.worker.key.size=128'), []);
    assert.deepEqual(said('inter.worker.key.generation.algorithm=${A}\ninter.worker.key.size=1'), []);
    assert.deepEqual(said('inter.worker.key.size=1', '2.3'), []);
    assert.deepEqual(said('inter.worker.key.size=small').includes('keyTooShort'), false);
  });
  it('wants a heartbeat shorter than the session, and no time below zero', () => {
    assert.deepEqual(said('heartbeat.interval.ms=10000'), ['heartbeat']);
    assert.deepEqual(said('heartbeat.interval.ms=9999'), []);
    assert.deepEqual(said('heartbeat.interval.ms=${H}'), []);
    assert.deepEqual(said('session.timeout.ms=2'), ['heartbeat']);
    assert.deepEqual(said('heartbeat.interval.ms=-1'), ['negative']);
    assert.deepEqual(said('heartbeat.interval.ms=-1', '2.0'), []);
    assert.deepEqual(said('rebalance.timeout.ms=-1'), ['negative']);
    assert.deepEqual(said('heartbeat.interval.ms=soon', '2.3'), []);
  });
  it('wants addresses to listen on', () => {
    for (const right of ['http://:8083', 'HTTPS://[::1]:8443,http://a-b.c:1', '${LISTENERS}'])
      assert.deepEqual(said(`listeners=${right}`), []);
    for (const wrong of ['connect1:8083', 'ftp://a:1', 'http://a', 'http://a b:1'])
      assert.deepEqual(said(`listeners=${wrong}`), ['listener']);
    assert.deepEqual(said('admin.listeners=a', '2.4', 'connect-standalone'), ['listener']);
    assert.deepEqual(said('admin.listeners=a', '2.3'), []);
    assert.deepEqual(said('listeners=a', '1.0'), []);
  });
  it('wants a host where an old worker makes its address of it', () => {
    assert.deepEqual(said('rest.host.name=a b', '2.8'), ['host']);
    assert.deepEqual(said('rest.host.name=a-b', '2.8'), []);
    assert.deepEqual(said('rest.host.name=a b\nlisteners=', '2.8'), ['host']);
    assert.deepEqual(said('rest.host.name=a b\nlisteners=http://:8083', '2.8'), []);
    for (const version of ['1.0', '3.0']) assert.deepEqual(said('rest.host.name=a b', version), []);
  });
  it('is silent on what the workers inside MirrorMaker and standalone workers do not have', () => {
    const text = 'clusters=A,B\nA.bootstrap.servers=a:1\nB.bootstrap.servers=b:1\nA.listeners=x\n';
    const mirror = (line: string) => analyzeFile('mm2.properties', text + line).diagnoses.map(one => one.rule.id);
    assert.deepEqual(mirror(''), []);
    assert.deepEqual(mirror('A.heartbeat.interval.ms=10000'), [id]);
    assert.deepEqual(said('heartbeat.interval.ms=10000', '4.3', 'connect-standalone'), []);
  });
});
