import { before } from '../kafka/version.js';
import { defineRule, remove, unsafe } from './rule.js';
import { storesRecords } from './shared/broker.js';

export default defineRule({
  id: 'offset-commit-acks-weak',
  roles: ['broker'],
  reads: ['offsets.commit.required.acks'],
  severity: 'warning',
  messages: {
    weak: 'offsets.commit.required.acks={value}: the commit of an offset counts before every in-sync replica has it. If the leader dies then, the group goes back to an older offset or to auto.offset.reset.',
  },
  docs: {
    summary: 'Committed offsets are acknowledged before they are replicated',
    why:
      'Offsets are records of the topic __consumer_offsets, and the group coordinator answers a commit after as many acknowledgements as this key says. The default -1 waits for all in-sync replicas. ' +
      'With a number below the replication factor a commit can be confirmed and then be lost with the leader: the group reads records twice, or falls back to auto.offset.reset.',
    remedy: 'Remove the line. Kafka 4.0 has removed the key and always waits for all in-sync replicas.',
    falsePositives: 'None known.',
    references: [
      'KIP-1041',
      'kafka.server.KafkaConfig.OffsetCommitRequiredAcksProp',
      'org.apache.kafka.coordinator.group.GroupCoordinatorConfig',
    ],
    notReproduced:
      'Kafka 4.0 has removed the key; before that it does to offsets what acks=1 does to records, which is shown under acks-leader-only.',
  },
  examples: {
    bad: [{ role: 'broker', settings: 'offsets.commit.required.acks=1', version: '3.9' }],
    good: [
      { role: 'broker', settings: 'offsets.commit.required.acks=-1', version: '3.9' },
      { role: 'broker', settings: 'num.io.threads=8', version: '3.9' },
    ],
  },
  *check(config) {
    const acks = config.explicit('offsets.commit.required.acks');
    const value = config.number('offsets.commit.required.acks');
    if (!acks || value === undefined || value === -1 || !before(config.version, '4.0') || !storesRecords(config)) return;
    yield { message: 'weak', at: acks, fixes: [unsafe(remove(acks))] };
  },
});
