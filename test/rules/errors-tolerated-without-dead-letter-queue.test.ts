import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { analyzeFile, findIn, severityOf } from '../support/check.js';

const id = 'errors-tolerated-without-dead-letter-queue';
const sink = 'name=orders\nconnector.class=com.example.OrdersSink\n';

describe('errors-tolerated-without-dead-letter-queue', () => {
  const titles = (settings: string): readonly string[] => {
    const analysis = analyzeFile('kafka.properties', `${sink}${settings}\n`, { version: '4.3' });
    const found = analysis.diagnoses.find(one => one.rule.id === id);
    return found ? fixesOf(found, analysis).map(fix => fix.title) : [];
  };

  it('warns, and calls it an error where nothing may be lost', () => {
    const settings = 'topics=orders\nerrors.tolerance=all';
    assert.equal(severityOf(id, findIn('sink-connector', settings)), 'warning');
    assert.equal(severityOf(id, findIn('sink-connector', settings, { profile: 'strict' })), 'error');
  });

  it('does not judge what is not known', () => {
    for (const settings of ['errors.tolerance=${T}', 'errors.tolerance=all\nerrors.deadletterqueue.topic.name=${DLQ}'])
      assert.equal(severityOf(id, findIn('sink-connector', settings)), undefined, settings);
  });

  it('names a topic after the connector, but none that it may read itself', () => {
    assert.match(titles('topics=orders\nerrors.tolerance=all')[0] ?? '', /orders-dead-letters/);
    for (const topics of ['topics=orders,orders-dead-letters', 'topics.regex=.*']) {
      const offered = titles(`${topics}\nerrors.tolerance=all`);
      assert.equal(offered.length, 1, topics);
      assert.match(offered[0] ?? '', /errors\.tolerance/);
    }
  });

  it('makes up a name where the connector has none', () => {
    const text = 'connector.class=com.example.OrdersSink\ntopics=orders\nerrors.tolerance=all\n';
    const analysis = analyzeFile('config/kafka.properties', text, { version: '4.3' });
    const found = analysis.diagnoses.find(one => one.rule.id === id);
    assert.match((found && fixesOf(found, analysis)[0]?.title) ?? '', /sink-dead-letters/);
  });
});
