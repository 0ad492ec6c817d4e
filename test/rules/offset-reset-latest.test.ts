import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'offset-reset-latest';
const severity = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('consumer', settings, circumstances));

function fixTitles(settings: string, version?: string): readonly string[] {
  const analysis = analyzeFile('consumer.properties', `group.id=a\n${settings}\n`, { version });
  return analysis.diagnoses.filter(one => one.rule.id === id).flatMap(one => fixesOf(one, analysis).map(fix => fix.title));
}

describe('offset-reset-latest', () => {
  it('warns of latest under each of its names', () => {
    for (const name of ['latest', 'largest', 'end']) assert.equal(severity(`auto.offset.reset=${name}`), 'warning');
    assert.equal(severityOf(id, findInSpring('consumer', 'auto.offset.reset=latest')), 'warning');
  });
  it('tells of the default where the file speaks of the consumer', () => {
    assert.equal(severity('group.id=a'), 'information');
    assert.equal(severity('group.id=a', { version: '2.8' }), 'information');
    assert.equal(severityOf(id, findInSpring('consumer', 'group.id=a')), 'information');
  });
  it('is silent on the other values and on what cannot be known', () => {
    for (const value of ['earliest', 'none', 'by_duration:PT6M', '${RESET}'])
      assert.equal(severity(`auto.offset.reset=${value}`), undefined);
  });
  it('leaves a consumer alone that may lose messages', () => {
    assert.equal(severity('auto.offset.reset=latest', { profile: 'at-most-once' }), undefined);
  });
  it('offers earliest, and from 4.0 on a look back that covers an unseen partition', () => {
    const [earliest, ...none] = fixTitles('auto.offset.reset=latest', '3.9');
    assert.equal(earliest, 'Set auto.offset.reset to earliest (groups without a committed offset read from the start)');
    assert.deepEqual(none, []);
    const lookBack = (settings: string) => /by_duration:\w+/.exec(fixTitles(settings, '4.0')[1] ?? '')?.[0];
    assert.equal(lookBack('auto.offset.reset=latest'), 'by_duration:PT6M');
    assert.equal(lookBack('auto.offset.reset=latest\nmetadata.max.age.ms=1000'), 'by_duration:PT6M');
    assert.equal(lookBack('auto.offset.reset=latest\nmetadata.max.age.ms=300001'), 'by_duration:PT361S');
    assert.equal(lookBack('auto.offset.reset=latest\nmetadata.max.age.ms=600000'), 'by_duration:PT11M');
    assert.equal(lookBack('auto.offset.reset=latest\nrequest.timeout.ms=400000'), 'by_duration:PT460S');
    assert.equal(lookBack('auto.offset.reset=latest\nmetadata.max.age.ms=${AGE}\nrequest.timeout.ms=${TIMEOUT}'), 'by_duration:PT6M');
  });
});
