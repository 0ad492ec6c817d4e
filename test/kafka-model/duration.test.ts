import assert from 'node:assert/strict';
import { durationMs } from '../../server/src/kafka/duration.js';

describe('lengths of time as java.time.Duration.parse reads them', () => {
  const lengths: readonly (readonly [string, number])[] = [
    ['PT6M', 360_000],
    ['P1DT2H', 93_600_000],
    ['P2D', 172_800_000],
    ['pt5s', 5_000],
    ['PT0.5S', 500],
    ['PT1,5S', 1_500],
    ['PT-0.5S', -500],
    ['-PT6M', -360_000],
    ['-PT-6M', 360_000],
    ['+PT1H', 3_600_000],
    ['PT1H-30M', 1_800_000],
    ['PT0.0009S', 0],
    ['PT0S', 0],
    ['-PT0S', 0],
    ['PT1.S', 1_000],
  ];
  for (const [text, millis] of lengths)
    it(`reads ${text} as ${String(millis)} ms`, () => {
      assert.equal(durationMs(text), millis);
    });

  for (const text of [
    '',
    'P',
    'PT',
    'P1DT',
    '6m',
    'P1W',
    'P1M',
    'P1Y',
    'PT6',
    'PT.5S',
    'PT1H1D',
    ' PT6M',
    'PT0.1234567890S',
    'PT99999999999999999999S',
  ]) {
    it(`refuses «${text}»`, () => {
      assert.equal(durationMs(text), undefined);
    });
  }
});
