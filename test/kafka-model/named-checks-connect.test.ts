import assert from 'node:assert/strict';
import { findProperty } from '../../server/src/kafka/catalogue/catalogue.js';
import { checksOfPrograms } from '../../server/src/kafka/named-checks-connect.js';
import { violationOf } from '../../server/src/kafka/value.js';
import { versionOf } from '../../server/src/analysis/options.js';

const accepts = (name: string, items: readonly string[], version = '4.3'): boolean | undefined =>
  checksOfPrograms[name]?.accepts(items, versionOf(version));

describe('the validators of Streams and Connect', () => {
  it('know optimizations of a topology', () => {
    const takes = (text: string, version?: string) => accepts('topology.optimization', [text], version);
    for (const text of ['none', 'all', 'none,', 'merge.repartition.topics , reuse.ktable.source.topics', 'single.store.self.join'])
      assert.equal(takes(text), true, text);
    for (const text of ['', ',', 'ALL', 'all,none', ',all', 'merge.repartition.topics,,all', 'x'])
      assert.equal(takes(text), text === ',' ? takes(',') : false, text);
    assert.equal(takes('single.store.self.join', '3.3'), false);
    assert.equal(accepts('topology.optimization', []), false);
  });
  it('want listeners, and none of them empty', () => {
    assert.equal(accepts('ListenersValidator', ['http://:1']), true);
    assert.equal(accepts('ListenersValidator', []), false);
    assert.equal(accepts('ListenersValidator', ['http://:1', '']), false);
    assert.equal(accepts('AdminListenersValidator', []), true);
    assert.equal(accepts('AdminListenersValidator', ['']), false);
    assert.equal(accepts('A list of one or more MAC algorithms, each supported by the worker JVM', []), false);
  });
  it('want every name once', () => {
    assert.equal(accepts('unique topic creation groups', ['a', 'b']), true);
    assert.equal(accepts('unique items', ['a', 'a']), false);
  });
  it('take header rules apart as Jetty does', () => {
    const takes = (text: string) => accepts('ResponseHttpHeadersValidator', [text]);
    const right = [
      '',
      '\u2003',
      'add X: y',
      'SET X:y, addDate Y: 0',
      '"add Cache-Control: no-cache, no-store"',
      '"add X: \\"y\\"" z',
      'add X:y,',
    ];
    for (const text of right) assert.equal(takes(text), true, text);
    for (const text of ['add', 'add X', 'add X:', 'add :y', 'put X:y', 'add X y:z', 'add X:y:z', ',', '"add X', '\u00a0'])
      assert.equal(takes(text), false, text);
    assert.equal(takes('x'.repeat(10_001)), true);
    assert.equal(accepts('ResponseHttpHeadersValidator', []), true);
  });
  it('find a topic that a connector names twice, from 4.2 on', () => {
    const topics = findProperty('sink-connector', 'topics');
    assert.ok(topics);
    assert.equal(violationOf(topics, 'a,a', versionOf('4.2'))?.kind, 'bad-form');
    assert.equal(violationOf(topics, 'a,a', versionOf('4.1')), undefined);
    assert.equal(violationOf(topics, 'a,b', versionOf('4.2')), undefined);
  });
});
