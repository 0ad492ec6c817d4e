import assert from 'node:assert/strict';
import { atLeast, before, compareVersions, parseVersion, type KafkaVersion } from '../../server/src/kafka/version.js';

function version(text: string): KafkaVersion {
  const parsed = parseVersion(text);
  assert.ok(parsed, text);
  return parsed;
}

describe('Kafka versions', () => {
  it('reads what people write', () => {
    assert.equal(version(' v3.9.2 ').text, '3.9.2');
    for (const text of ['4.3', '0.11', '0.11.0.3', '0.10.2.1', '0.9']) assert.equal(version(text).text, text);
  });

  it('refuses what is no version', () => {
    for (const text of ['', '4', 'latest', '3.x', '3.9.2-rc1', '1.2.3.4.5']) assert.equal(parseVersion(text), undefined, text);
  });

  it('takes a line without a patch number as its last patch', () => {
    assert.ok(compareVersions(version('3.0'), version('3.0.1')) > 0);
    assert.ok(compareVersions(version('3.0'), version('3.1.0')) < 0);
    assert.equal(compareVersions(version('3.0.1'), version('3.0.1')), 0);
  });

  it('knows that the numbers before 1.0 had a leading zero', () => {
    assert.ok(atLeast(version('0.10'), '0.10.2'));
    assert.ok(before(version('0.10.1'), '0.10.2'));
    assert.ok(atLeast(version('0.11.0.3'), '0.11.0'));
    assert.ok(before(version('0.9'), '0.10.0'));
  });

  it('compares with a bound, whose first patch counts', () => {
    assert.ok(atLeast(version('3.0.0'), '3.0'));
    assert.ok(before(version('3.0.0'), '3.0.1'));
    assert.ok(atLeast(version('3.0'), '3.0.1'));
    assert.ok(atLeast(version('4.0'), '3.9'));
    assert.ok(before(version('2.8'), '3.0'));
  });

  it('says that a version reaches itself', () => {
    assert.ok(atLeast(version('0.11.0.3'), '0.11.0.3'));
  });
});
