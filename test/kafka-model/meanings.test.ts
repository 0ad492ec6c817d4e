import assert from 'node:assert/strict';
import { attributes } from '../../server/src/kafka/frameworks/frameworks.js';
import { findProperty, propertiesOf } from '../../server/src/kafka/catalogue/catalogue.js';
import { meaningOf } from '../../server/src/kafka/meanings.js';
import type { Role } from '../../server/src/kafka/property.js';

/** The keys that decide about durability, and those that a rule names. */
const described: Readonly<Partial<Record<Role, string>>> = {
  producer:
    'acks enable.idempotence retries delivery.timeout.ms max.in.flight.requests.per.connection request.timeout.ms ' +
    'max.block.ms buffer.memory linger.ms batch.size retry.backoff.ms retry.backoff.max.ms transactional.id ' +
    'transaction.timeout.ms transaction.two.phase.commit.enable max.request.size compression.type metadata.max.age.ms ' +
    'block.on.buffer.full bootstrap.servers client.id metadata.recovery.strategy',
  consumer:
    'enable.auto.commit auto.commit.interval.ms auto.offset.reset metadata.max.age.ms isolation.level group.id ' +
    'max.poll.interval.ms max.poll.records session.timeout.ms heartbeat.interval.ms partition.assignment.strategy ' +
    'group.protocol allow.auto.create.topics check.crcs group.instance.id share.acknowledgement.mode share.acquire.mode ' +
    'request.timeout.ms bootstrap.servers client.id metadata.recovery.strategy group.remote.assignor',
  broker:
    'default.replication.factor min.insync.replicas unclean.leader.election.enable unclean.leader.election.interval.ms ' +
    'auto.create.topics.enable delete.topic.enable offsets.topic.replication.factor offsets.commit.required.acks ' +
    'offsets.retention.minutes transaction.state.log.replication.factor transaction.state.log.min.isr ' +
    'transactional.id.expiration.ms transaction.max.timeout.ms producer.id.expiration.ms ' +
    'transaction.partition.verification.enable replica.lag.time.max.ms replica.fetch.max.bytes message.max.bytes ' +
    'log.flush.interval.messages log.flush.interval.ms log.flush.scheduler.interval.ms log.dir log.dirs metadata.log.dir ' +
    'log.retention.hours log.retention.minutes log.retention.ms log.retention.bytes log.cleanup.policy ' +
    'log.cleaner.delete.retention.ms log.cleaner.min.compaction.lag.ms log.message.timestamp.type ' +
    'log.message.timestamp.before.max.ms log.message.timestamp.after.max.ms broker.rack controlled.shutdown.enable ' +
    'num.replica.fetchers process.roles controller.quorum.voters controller.quorum.bootstrap.servers ' +
    'broker.session.timeout.ms log.dir.failure.timeout.ms eligible.leader.replicas.enable ' +
    'share.coordinator.state.topic.replication.factor share.coordinator.state.topic.min.isr ' +
    'group.share.delivery.count.limit errors.deadletterqueue.auto.create.topics.enable remote.log.storage.system.enable ' +
    'log.local.retention.ms log.local.retention.bytes log.remote.copy.lag.ms log.remote.copy.lag.bytes ' +
    'inter.broker.protocol.version log.message.format.version group.min.session.timeout.ms group.max.session.timeout.ms ' +
    'advertised.listeners broker.heartbeat.interval.ms broker.id controller.listener.names listeners node.id ' +
    'num.partitions replica.fetch.wait.max.ms replica.socket.timeout.ms transaction.two.phase.commit.enable ' +
    'zookeeper.connect log.segment.bytes',
  topic:
    'min.insync.replicas unclean.leader.election.enable cleanup.policy retention.ms retention.bytes delete.retention.ms ' +
    'min.compaction.lag.ms max.compaction.lag.ms flush.messages flush.ms max.message.bytes message.timestamp.type ' +
    'message.timestamp.after.max.ms message.timestamp.before.max.ms segment.bytes segment.ms remote.storage.enable ' +
    'local.retention.ms local.retention.bytes remote.log.copy.disable remote.log.delete.on.disable ' +
    'errors.deadletterqueue.group.enable',
  group:
    'share.auto.offset.reset share.isolation.level share.delivery.count.limit share.record.lock.duration.ms ' +
    'errors.deadletterqueue.topic.name errors.deadletterqueue.copy.record.enable consumer.session.timeout.ms ' +
    'consumer.heartbeat.interval.ms streams.num.standby.replicas',
  admin: 'bootstrap.servers metadata.max.age.ms request.timeout.ms metadata.recovery.strategy',
  streams: 'replication.factor num.standby.replicas state.dir commit.interval.ms processing.guarantee',
  'connect-distributed':
    'config.storage.replication.factor offset.storage.replication.factor status.storage.replication.factor ' +
    'exactly.once.source.support connector.client.config.override.policy',
  'source-connector': 'errors.tolerance exactly.once.support',
  'sink-connector': 'errors.tolerance topics.regex errors.deadletterqueue.topic.name',
  'mirror-source': 'replication.factor offset-syncs.topic.replication.factor',
  'mirror-checkpoint': 'sync.group.offsets.enabled checkpoints.topic.replication.factor',
  'mirror-heartbeat': 'heartbeats.topic.replication.factor',
  'mirror-connector': 'errors.tolerance',
  'remote-log-manager': 'remote.log.storage.system.enable',
};

describe('what the keys mean', () => {
  for (const [role, names] of Object.entries(described)) {
    it(`has a sentence for each key of ${role} that decides about durability`, () => {
      for (const name of names.split(' ')) {
        assert.ok(findProperty(role as Role, name), `${role} ${name} exists`);
        assert.ok(meaningOf(role as Role, name), `${role} ${name} has a meaning`);
      }
    });
  }

  it('says each in one sentence of at most 160 characters', () => {
    for (const role of [
      'broker',
      'topic',
      'group',
      'producer',
      'consumer',
      'streams',
      'connect-distributed',
      'sink-connector',
      'mirror-source',
    ] as const) {
      for (const { name } of propertiesOf(role)) {
        const meaning = meaningOf(role, name);
        if (meaning === undefined) continue;
        assert.match(meaning, /^\S.{20,}[^.]\.$/, name);
        assert.ok(meaning.length <= 160, `${name}: ${String(meaning.length)} characters`);
      }
    }
  });

  it('says what every attribute of a framework decides', () => {
    for (const { role, name } of attributes) {
      const meaning = meaningOf(role, name);
      assert.match(meaning ?? '', /^[A-Z].*\.$/, name);
      assert.ok((meaning ?? '').length <= 160, name);
    }
  });

  it('says nothing of keys that nobody has described', () => {
    assert.equal(meaningOf('producer', 'sasl.kerberos.kinit.cmd'), undefined);
    assert.equal(meaningOf('remote-log-metadata', 'remote.log.metadata.topic.retention.ms'), undefined);
    assert.equal(meaningOf('producer', 'toString'), undefined);
  });
});
