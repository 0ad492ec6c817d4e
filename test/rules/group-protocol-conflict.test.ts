import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, type Circumstances } from '../support/check.js';

const id = 'group-protocol-conflict';

function refused(settings: string, circumstances?: Circumstances): readonly string[] {
  const findings = findIn('consumer', `group.id=a\nmax.poll.records=1\n${settings}`, circumstances).filter(one => one.rule.id === id);
  return findings.flatMap(({ refusedByKafka, severity, finding: { at } }) =>
    refusedByKafka && severity === 'error' && typeof at === 'object' && 'property' in at ? [at.property] : [],
  );
}

describe('group-protocol-conflict', () => {
  it('reports each key that the broker decides with group.protocol=consumer, from 4.0', () => {
    const settings = 'group.protocol=consumer\nsession.timeout.ms=45000\nheartbeat.interval.ms=3000\npartition.assignment.strategy=x.Y';
    assert.deepEqual(refused(settings), ['session.timeout.ms', 'heartbeat.interval.ms', 'partition.assignment.strategy']);
    assert.deepEqual(refused(settings, { version: '4.0' }).length, 3);
    assert.deepEqual(refused(settings, { version: '3.9' }), []);
  });
  it('reads the protocol in any case of letters', () => {
    assert.deepEqual(refused('group.protocol=CONSUMER\nsession.timeout.ms=45000'), ['session.timeout.ms']);
  });
  it('reports a remote assignor without the protocol, from 3.9', () => {
    for (const protocol of ['', 'group.protocol=classic\n', 'group.protocol=Classic\n']) {
      assert.deepEqual(refused(`${protocol}group.remote.assignor=uniform`), ['group.remote.assignor']);
      assert.deepEqual(refused(`${protocol}group.remote.assignor=uniform`, { version: '3.9' }), ['group.remote.assignor']);
      assert.deepEqual(refused(`${protocol}group.remote.assignor=uniform`, { version: '3.8' }), []);
    }
    assert.deepEqual(refused('group.protocol=consumer\ngroup.remote.assignor=uniform'), []);
  });
  it('reports keys of share consumers beside a group protocol, and leaves share consumers alone', () => {
    const keys = 'share.acknowledgement.mode=explicit\nshare.acquire.mode=record_limit';
    assert.deepEqual(refused(`group.protocol=consumer\n${keys}`), ['share.acknowledgement.mode', 'share.acquire.mode']);
    assert.deepEqual(refused(`group.protocol=classic\n${keys}`, { version: '4.1' }), ['share.acknowledgement.mode']);
    assert.deepEqual(refused(`group.protocol=classic\n${keys}`, { version: '4.0' }), []);
    assert.deepEqual(refused(keys), []);
  });
  it('takes a blank value for none, as Kafka does', () => {
    assert.deepEqual(refused('group.remote.assignor='), []);
    assert.deepEqual(refused('group.protocol=consumer\npartition.assignment.strategy='), []);
  });
  it('says nothing of a protocol that cannot be known', () => {
    assert.deepEqual(refused('group.protocol=${PROTOCOL}\nsession.timeout.ms=45000\ngroup.remote.assignor=uniform'), []);
    assert.deepEqual(refused('group.protocol=streams\nsession.timeout.ms=45000'), []);
  });
  it('reports a profile that brings the protocol at its own line, and does not touch the base', () => {
    const text = ['spring.kafka.consumer.properties.session.timeout.ms=45000', '#---', 'spring.config.activate.on-profile=eu'];
    const analysis = analyzeFile(
      'application.properties',
      [...text, 'spring.kafka.consumer.properties.group.protocol=consumer', ''].join('\n'),
    );
    const findings = analysis.diagnoses.filter(one => one.rule.id === id);
    assert.deepEqual(
      findings.map(({ span }) => analysis.document?.text.slice(span.start, span.end)),
      ['consumer'],
    );
    assert.deepEqual(
      findings.flatMap(one => fixesOf(one, analysis)),
      [],
    );
  });
});
