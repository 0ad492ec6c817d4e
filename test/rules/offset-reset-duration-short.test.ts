import assert from 'node:assert/strict';
import { findIn, type Circumstances } from '../support/check.js';

/** The beginning of the message, or nothing. */
function said(settings: string, circumstances?: Circumstances): string | undefined {
  const finding = findIn('consumer', `group.id=a\n${settings}`, circumstances).find(one => one.rule.id === 'offset-reset-duration-short');
  return finding && `${finding.severity}: ${/request\.timeout\.ms|metadata\.max\.age\.ms/.exec(finding.message)?.[0] ?? ''}`;
}
const discovery = 'warning: metadata.max.age.ms';
const lookup = 'warning: request.timeout.ms';

describe('offset-reset-duration-short', () => {
  it('wants a minute more than the age of the metadata with the classic protocol', () => {
    assert.equal(said('auto.offset.reset=by_duration:PT5M59.999S'), discovery);
    assert.equal(said('auto.offset.reset=by_duration:PT6M'), undefined);
    assert.equal(said('auto.offset.reset=by_duration:PT99.999S\nmetadata.max.age.ms=40000'), discovery);
    assert.equal(said('auto.offset.reset=by_duration:PT100S\nmetadata.max.age.ms=40000'), undefined);
  });
  it('wants more than the request timeout with both protocols', () => {
    assert.equal(said('auto.offset.reset=by_duration:PT30S'), lookup);
    assert.equal(said('group.protocol=consumer\nauto.offset.reset=by_duration:PT30S'), lookup);
    assert.equal(said('group.protocol=Consumer\nauto.offset.reset=by_duration:PT30.001S'), undefined);
    assert.equal(said('group.protocol=consumer\nauto.offset.reset=by_duration:PT30S\nrequest.timeout.ms=29999'), undefined);
  });
  it('compares with the request timeout alone where the protocol cannot be known', () => {
    assert.equal(said('group.protocol=${PROTOCOL}\nauto.offset.reset=by_duration:PT31S'), undefined);
    assert.equal(said('group.protocol=${PROTOCOL}\nauto.offset.reset=by_duration:PT30S'), lookup);
  });
  it('says nothing of limits that cannot be known', () => {
    assert.equal(said('auto.offset.reset=by_duration:PT1S\nrequest.timeout.ms=${A}\nmetadata.max.age.ms=${B}'), undefined);
  });
  it('leaves to invalid-value what Kafka refuses', () => {
    assert.equal(said('auto.offset.reset=by_duration:PT5S', { version: '3.9' }), undefined);
    for (const value of ['by_duration:-PT5S', 'by_duration:5s', 'by_duration', 'earliest'])
      assert.equal(said(`auto.offset.reset=${value}`), undefined);
    assert.equal(said('max.poll.records=1'), undefined);
  });
  it('names the limit that is written in the file', () => {
    const [finding] = findIn('consumer', 'auto.offset.reset=by_duration:PT6M\nmetadata.max.age.ms=600000').filter(
      one => one.rule.id === 'offset-reset-duration-short',
    );
    assert.match(finding?.message ?? '', /660000 ms/);
    assert.deepEqual(
      finding?.finding.related?.map(setting => setting.property),
      ['metadata.max.age.ms'],
    );
  });
});
