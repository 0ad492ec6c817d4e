import assert from 'node:assert/strict';
import { existsIn, findProperty, versionLines } from '../../server/src/kafka/catalogue/catalogue.js';
import { deprecations } from '../../server/src/kafka/deprecations.js';
import { deprecatedIn, removedIn } from '../../server/src/kafka/lifecycle.js';
import type { Role } from '../../server/src/kafka/property.js';
import { parseVersion } from '../../server/src/kafka/version.js';

describe('keys that Kafka does not read any more', () => {
  it('finds the first line without them in the catalogue', () => {
    for (const name of [
      'zookeeper.connect',
      'inter.broker.protocol.version',
      'control.plane.listener.name',
      'log.message.downconversion.enable',
    ]) {
      assert.deepEqual(removedIn('broker', name), { since: '4.0', replacement: undefined, changesDurability: false }, name);
    }
    assert.deepEqual(removedIn('producer', 'block.on.buffer.full'), { since: '0.11.0', replacement: undefined, changesDurability: true });
    assert.deepEqual(removedIn('broker', 'log.message.timestamp.difference.max.ms'), {
      since: '4.0',
      replacement: 'log.message.timestamp.before.max.ms',
      changesDurability: true,
    });
  });

  it('knows the keys of the Scala clients', () => {
    assert.deepEqual(removedIn('producer', 'request.required.acks'), { since: '2.0', replacement: 'acks', changesDurability: true });
    assert.deepEqual(removedIn('consumer', 'auto.commit.enable'), {
      since: '2.0',
      replacement: 'enable.auto.commit',
      changesDurability: true,
    });
    assert.equal(removedIn('consumer', 'zookeeper.connect')?.since, '2.0');
  });

  it('says nothing of keys that are read or never were', () => {
    assert.equal(removedIn('producer', 'acks'), undefined);
    assert.equal(removedIn('producer', 'zookeeper.connect'), undefined);
    assert.equal(removedIn('producer', 'toString'), undefined);
    assert.equal(removedIn('group', 'nothing'), undefined);
  });

  it('replaces only by keys that exist', () => {
    for (const [role, name] of [
      ['producer', 'metadata.broker.list'],
      ['producer', 'message.send.max.retries'],
      ['producer', 'timeout.ms'],
      ['producer', 'metadata.fetch.timeout.ms'],
      ['producer', 'queue.buffering.max.ms'],
      ['consumer', 'fetch.message.max.bytes'],
      ['consumer', 'fetch.wait.max.ms'],
      ['consumer', 'refresh.leader.backoff.ms'],
      ['topic', 'message.timestamp.difference.max.ms'],
      ['streams', 'key.serde'],
    ] as const) {
      const replacement = removedIn(role, name)?.replacement;
      assert.ok(replacement !== undefined && findProperty(role, replacement), `${role} ${name}`);
    }
  });
});

describe('keys that are going to be removed', () => {
  it('says since when and what to write instead', () => {
    assert.equal(deprecatedIn('broker', 'broker.id')?.replacement, 'node.id');
    assert.equal(deprecatedIn('broker', 'broker.id')?.since, '4.4');
    assert.equal(deprecatedIn('streams', 'default.deserialization.exception.handler')?.replacement, 'deserialization.exception.handler');
    assert.equal(deprecatedIn('producer', 'auto.include.jmx.reporter')?.since, '3.4');
  });

  it('believes the mark in the class where nothing else is known', () => {
    assert.deepEqual(deprecatedIn('connect-distributed', 'internal.key.converter'), {
      since: '2.0',
      replacement: undefined,
      why: 'Kafka marks it as deprecated, and 3.0 removes it.',
    });
    assert.deepEqual(deprecatedIn('streams', 'value.serde'), {
      since: '0.11.0',
      replacement: 'default.value.serde',
      why: 'Kafka marks it as deprecated, and 2.0 removes it.',
    });
    assert.equal(
      deprecatedIn('streams', 'processing.exception.handler.global.enabled')?.why,
      'Kafka marks it as deprecated, and a later release removes it.',
    );
  });

  it('is told at the latest when the class is marked', () => {
    for (const [role, keys] of Object.entries(deprecations)) {
      for (const [name, { since }] of Object.entries(keys)) {
        const marked = findProperty(role as Role, name)?.deprecatedSince;
        if (marked !== undefined) assert.ok(versionLines.indexOf(since) <= versionLines.indexOf(marked), `${role} ${name}`);
      }
    }
  });

  it('says nothing of the others', () => {
    assert.equal(deprecatedIn('producer', 'acks'), undefined);
    assert.equal(deprecatedIn('producer', 'toString'), undefined);
    assert.equal(deprecatedIn('group', 'share.auto.offset.reset'), undefined);
  });

  it('names only keys that exist when they become deprecated, beside their replacement', () => {
    for (const [role, keys] of Object.entries(deprecations)) {
      for (const [name, { since, replacement, why }] of Object.entries(keys)) {
        const [property, version] = [findProperty(role as Role, name), parseVersion(since)];
        assert.ok(property && version && existsIn(property, version), `${role} ${name}`);
        assert.match(why, /^[A-Z].*\.$/);
        const instead = replacement === undefined ? undefined : findProperty(role as Role, replacement);
        if (replacement !== undefined)
          assert.ok(instead && existsIn(instead, version) && instead.type === property.type, `${role} ${replacement}`);
      }
    }
  });
});
