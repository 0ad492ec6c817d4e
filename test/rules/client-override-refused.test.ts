import assert from 'node:assert/strict';
import { analyzeFile, findIn } from '../support/check.js';

const id = 'client-override-refused';
const override = 'producer.override.acks=1';
const said = (settings: string, version?: string) =>
  findIn('source-connector', settings, { version })
    .filter(one => one.rule.id === id)
    .map(one => `${one.severity} ${one.certainty}`);

describe('client-override-refused', () => {
  it('warns of overrides for workers from 2.3 to 2.8, whose policy is another file’s', () => {
    for (const version of ['2.3', '2.8']) assert.deepEqual(said(override, version), ['warning assumed']);
    for (const version of ['2.2', '3.0', '4.3', undefined]) assert.deepEqual(said(override, version), []);
    assert.deepEqual(said('producer.acks=1\ntasks.max=1', '2.8'), []);
  });
  it('speaks in the files of MirrorMaker’s connectors too', () => {
    const text = `name=a\nconnector.class=MirrorHeartbeatConnector\n${override}\n`;
    assert.deepEqual(
      analyzeFile('x.properties', text, { version: '2.8' }).diagnoses.map(one => one.rule.id),
      [id, 'acks-leader-only'],
    );
  });
});
