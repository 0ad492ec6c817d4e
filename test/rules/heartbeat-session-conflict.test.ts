import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, findInSpring, type Circumstances } from '../support/check.js';

const id = 'heartbeat-session-conflict';

function said(settings: string, circumstances?: Circumstances): string | undefined {
  const finding = findIn('consumer', settings, circumstances).find(one => one.rule.id === id);
  return finding && `${finding.severity}${finding.refusedByKafka ? ' refused' : ''} ${finding.certainty}`;
}
const refused = 'error refused certain';

describe('heartbeat-session-conflict', () => {
  it('reports a heartbeat that is not shorter than the session', () => {
    assert.equal(said('group.id=a\nheartbeat.interval.ms=10000\nsession.timeout.ms=10000'), refused);
    assert.equal(said('group.id=a\nheartbeat.interval.ms=10000\nsession.timeout.ms=30001'), undefined);
  });
  it('compares with the default of the version', () => {
    assert.equal(said('group.id=a\nheartbeat.interval.ms=10000', { version: '2.8' }), refused);
    assert.equal(said('group.id=a\nheartbeat.interval.ms=10000', { version: '3.0' }), undefined);
    assert.equal(said('group.id=a\nheartbeat.interval.ms=45000'), refused);
    assert.equal(said('group.id=a\nsession.timeout.ms=3000'), refused);
    assert.equal(said('group.id=a\nsession.timeout.ms=3001'), undefined);
  });
  it('assumes a group that is named elsewhere, because without one Kafka starts', () => {
    assert.equal(said('heartbeat.interval.ms=45000'), 'warning assumed');
    assert.equal(said('heartbeat.interval.ms=45000', { version: '2.1' }), refused);
    const [inSpring] = findInSpring('consumer', 'heartbeat.interval.ms=45000').filter(one => one.rule.id === id);
    assert.equal(inSpring?.refusedByKafka, true);
  });
  it('tells of more than a third where both are written', () => {
    assert.equal(said('group.id=a\nheartbeat.interval.ms=10001\nsession.timeout.ms=30000'), 'information certain');
    assert.equal(said('group.id=a\nheartbeat.interval.ms=10000\nsession.timeout.ms=30000'), undefined);
    assert.equal(said('group.id=a\nheartbeat.interval.ms=20000'), undefined);
  });
  it('leaves the new group protocol to group-protocol-conflict', () => {
    assert.equal(said('group.id=a\ngroup.protocol=consumer\nheartbeat.interval.ms=50000'), undefined);
    assert.equal(said('group.id=a\ngroup.protocol=consumer\nheartbeat.interval.ms=50000', { version: '3.9' }), undefined);
    assert.equal(said('group.id=a\ngroup.protocol=consumer\nheartbeat.interval.ms=50000', { version: '3.6' }), refused);
  });
  it('says nothing of values that cannot be known', () => {
    assert.equal(said('group.id=a\nheartbeat.interval.ms=${A}\nsession.timeout.ms=3000'), undefined);
    assert.equal(said('group.id=a\nheartbeat.interval.ms=5000\nsession.timeout.ms=${B}'), undefined);
    assert.equal(said('group.id=a\nmax.poll.records=1'), undefined);
  });
  it('offers a third of the session, if there is one', () => {
    const titles = (settings: string) => {
      const analysis = analyzeFile('consumer.properties', `group.id=a\nmax.poll.records=1\n${settings}`);
      return analysis.diagnoses.filter(one => one.rule.id === id).flatMap(one => fixesOf(one, analysis).map(fix => fix.title));
    };
    assert.deepEqual(titles('session.timeout.ms=2999'), ['Add heartbeat.interval.ms=999']);
    assert.deepEqual(titles('session.timeout.ms=2'), []);
  });
});
