import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Role } from '../../server/src/kafka/property.js';
import { analyzeFile, findIn, summaries, type Circumstances } from '../support/check.js';

const id = 'client-start-conflict';

/** What the rule says, if anything; whenever it does it is an error that Kafka refuses. Each verdict is also among the recorded ones. */
const said = (role: Role, settings: string, circumstances?: Circumstances): string => {
  const found = findIn(role, settings, circumstances).filter(one => one.rule.id === id);
  for (const one of found) assert.deepEqual([one.severity, one.refusedByKafka], ['error', true], settings);
  return found.map(one => one.message).join(' ');
};

describe(id, () => {
  it('wants the admin client’s calls to outlast a request', () => {
    assert.match(said('admin', 'default.api.timeout.ms=5\nrequest.timeout.ms=6'), /less than request\.timeout\.ms \(6\)/);
    assert.equal(said('admin', 'default.api.timeout.ms=5', { version: '2.4' }), '');
    assert.equal(said('admin', 'default.api.timeout.ms=5\nrequest.timeout.ms=${REQUEST}'), '');
  });
  it('wants either servers or controllers', () => {
    assert.match(said('admin', 'bootstrap.servers=a:1\nbootstrap.controllers=b:1'), /exclude each other/);
    assert.match(said('admin', 'bootstrap.servers=\nbootstrap.controllers=', { version: '3.9' }), /names no server/);
    assert.match(said('admin', 'bootstrap.servers=\nretries=5', { version: '3.9' }), /names no server/);
    assert.equal(said('admin', 'bootstrap.servers=\nbootstrap.controllers=b:1', { version: '3.9' }), '');
    assert.equal(said('admin', 'bootstrap.servers=a:1\nbootstrap.controllers=${CONTROLLERS}'), '');
    assert.equal(said('admin', 'bootstrap.servers=a:1\nbootstrap.controllers=b:1', { version: '3.6' }), '');
  });
  it('wants a mechanism for SASL', () => {
    assert.match(said('producer', 'acks=all\nsecurity.protocol=SASL_SSL\nsasl.mechanism='), /wants a sasl\.mechanism/);
    assert.equal(said('producer', 'acks=all\nsecurity.protocol=SSL\nsasl.mechanism='), '');
    assert.equal(said('producer', 'acks=all\nsecurity.protocol=${PROTOCOL}\nsasl.mechanism='), '');
  });
  it('wants a name for a group, or none', () => {
    assert.match(said('consumer', 'group.id='), /group\.id is empty/);
    assert.match(said('consumer', 'group.id=\ngroup.protocol=consumer', { version: '3.7' }), /group\.id is empty/);
    assert.equal(said('consumer', 'group.id=', { version: '3.9' }), '');
  });
  it('tells each profile of its own', () => {
    const prefix = 'spring.kafka.consumer';
    const text = `${prefix}.group-id=\n#---\nspring.config.activate.on-profile=a\n${prefix}.auto-offset-reset=earliest\n`;
    assert.deepEqual(summaries('application.properties', text).filter(line => line.includes(id)).length, 1);
    const analysis = analyzeFile('application.properties', text);
    const found = analysis.diagnoses.find(one => one.rule.id === id);
    assert.deepEqual(found && fixesOf(found, analysis).map(fix => fix.title), ['Remove group.id']);
  });
});
