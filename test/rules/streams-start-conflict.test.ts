import assert from 'node:assert/strict';
import { findIn } from '../support/check.js';

const id = 'streams-start-conflict';
const said = (settings: string, version = '4.3') =>
  findIn('streams', settings, { version })
    .filter(one => one.rule.id === id)
    .map(one => `${one.finding.message} ${one.message.slice(0, one.message.search(/[ :=]/))}`);

describe('streams-start-conflict', () => {
  it('wants a client tag for each tag of the rack-aware assignment, from 3.2 on', () => {
    const settings = 'rack.aware.assignment.tags=zone,rack\nclient.tag.zone=a';
    assert.deepEqual(said(settings), ['tagMissing rack.aware.assignment.tags']);
    assert.deepEqual(said(settings, '3.1'), []);
    assert.deepEqual(said(`${settings}\nclient.tag.rack=1`), []);
    assert.deepEqual(said('rack.aware.assignment.tags=a,\nclient.tag.a=1\nclient.tag.=2'), ['tagMissing rack.aware.assignment.tags']);
  });
  it('counts and measures tags', () => {
    const tags = (count: number) => Array.from({ length: count }, (_, i) => `client.tag.t${i}=a`).join('\n');
    assert.deepEqual(said(tags(5)), []);
    assert.deepEqual(said(tags(6)), ['tooManyTags client.tag.t5']);
    assert.deepEqual(said(`client.tag.a=${'x'.repeat(30)}\nclient.tag.b=\${B}`), []);
    assert.deepEqual(said(`client.tag.a=${'x'.repeat(31)}`), ['tagValueLong client.tag.a']);
    assert.deepEqual(said(`client.tag.${'x'.repeat(21)}=a`), [`tagKeyLong client.tag.${'x'.repeat(21)}`]);
  });
  it('takes no empty tag from 4.3 on', () => {
    assert.deepEqual(said('client.tag.a='), ['tagEmpty client.tag.a']);
    assert.deepEqual(said('client.tag.a=', '4.2'), []);
  });
  it('takes no text for the metrics of a client from 4.0 on', () => {
    for (const prefix of ['consumer', 'main.consumer', 'admin']) {
      for (const value of ['true', 'false']) {
        const settings = `${prefix}.enable.metrics.push=${value}`;
        assert.deepEqual(said(settings), [`metricsPush ${prefix}.enable.metrics.push`]);
        assert.deepEqual(said(settings, '3.9'), []);
      }
    }
    assert.deepEqual(said('producer.enable.metrics.push=true\nenable.metrics.push=false'), []);
  });
  it('knows no static member of a streams group, from 4.1 on', () => {
    assert.deepEqual(said('group.protocol=Streams\nconsumer.group.instance.id='), ['staticMember consumer.group.instance.id']);
    assert.deepEqual(said('group.protocol=streams\ngroup.instance.id=a', '4.0'), []);
    assert.deepEqual(said('group.protocol=classic\ngroup.instance.id=a'), []);
    assert.deepEqual(said('group.protocol=streams'), []);
    assert.deepEqual(said('group.instance.id=a'), []);
  });
  it('compares segments with batches where both are set, from 2.2 on', () => {
    assert.deepEqual(said('topic.segment.bytes=1000\nbatch.size=1001'), ['segment topic.segment.bytes']);
    assert.deepEqual(said('topic.segment.bytes=1000\nbatch.size=1001\nproducer.batch.size=1000'), []);
    assert.deepEqual(said('topic.segment.bytes=1000'), []);
    assert.deepEqual(said('topic.segment.bytes=1000\nbatch.size=1001', '2.1'), []);
  });
  it('leaves automatic commits to 0.11', () => {
    assert.deepEqual(said('enable.auto.commit=false', '0.11'), ['taken enable.auto.commit']);
    assert.deepEqual(said('consumer.enable.auto.commit=false', '0.11'), ['taken consumer.enable.auto.commit']);
    assert.deepEqual(said('enable.auto.commit=false', '1.0'), []);
    assert.deepEqual(said('num.standby.replicas=1', '0.11'), []);
  });
});
