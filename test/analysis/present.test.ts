import assert from 'node:assert/strict';
import { defaultOptions } from '../../server/src/analysis/options.js';
import { present } from '../../server/src/analysis/present.js';
import { placesIn } from '../../server/src/analysis/places.js';
import { configOf, raw, read, settingOf } from './stubs.js';

const producer = configOf(read('producer.properties', 'acks=1\n'), 'producer');
const at = settingOf(producer, 'acks');
const places = placesIn([]);

describe('presenting findings', () => {
  it('gives each its grade, its place and its words', () => {
    const [one] = present([raw(producer, { message: 'said', at, refusedByKafka: true })], places, defaultOptions, () => assert.fail());
    assert.deepEqual([one?.severity, one?.certainty, one?.refusedByKafka, one?.message], ['warning', 'certain', true, 'It is acks.']);
    assert.deepEqual(one?.span, { start: 5, end: 6 });
  });

  it('drops what the user does not want to see', () => {
    assert.deepEqual(
      present([raw(producer, { message: 'said', at })], places, { ...defaultOptions, severities: { 'a-rule': 'off' } }, () =>
        assert.fail(),
      ),
      [],
    );
  });

  it('lets a finding without words cost itself only, and tells of it', () => {
    const told: string[] = [];
    const found = [raw(producer, { message: 'no such message', at }), raw(producer, { message: 'plain', at })];
    const shown = present(found, places, defaultOptions, (id, error) => told.push(`${id}: ${String(error)}`));
    assert.deepEqual(
      shown.map(one => one.message),
      ['It is so.'],
    );
    assert.deepEqual(told, ['a-rule: Error: Rule a-rule has no message "no such message".']);
  });
});
