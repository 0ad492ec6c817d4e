import { before } from '../kafka/version.js';
import { defineRule, remove, unsafe } from './rule.js';

export default defineRule({
  id: 'compaction-lag-conflict',
  roles: ['topic'],
  reads: ['min.compaction.lag.ms', 'max.compaction.lag.ms'],
  severity: 'error',
  messages: {
    refused: 'min.compaction.lag.ms is {least}, more than max.compaction.lag.ms ({most}): Kafka refuses the topic.',
  },
  docs: {
    summary: 'A record would have to stay uncompacted for longer than it may',
    why: 'min.compaction.lag.ms keeps a record from compaction for at least so long, max.compaction.lag.ms wants it compacted after so long. Where the first is greater, Kafka refuses to create or change the topic, and the topic keeps the settings that it had, or does not come into being.',
    remedy: 'Lower min.compaction.lag.ms, or raise max.compaction.lag.ms.',
    falsePositives: 'None known.',
    references: ['org.apache.kafka.storage.internals.log.LogConfig (validateValues)', 'KIP-354, a maximum for the time to compaction'],
  },
  examples: {
    bad: [{ role: 'topic', settings: 'cleanup.policy=compact\nmin.compaction.lag.ms=86400000\nmax.compaction.lag.ms=3600000' }],
    good: [{ role: 'topic', settings: 'cleanup.policy=compact\nmin.compaction.lag.ms=3600000\nmax.compaction.lag.ms=86400000' }],
  },
  *check(config) {
    const keys = ['min.compaction.lag.ms', 'max.compaction.lag.ms'];
    const [at, ...related] = keys.map(key => config.explicit(key)).filter(setting => setting !== undefined);
    const [least, most] = keys.map(key => config.number(key));
    // KIP-354
    if (!at || least === undefined || most === undefined || least <= most || before(config.version, '2.3')) return;
    yield { message: 'refused', at, related, data: { least, most }, refusedByKafka: true, fixes: [unsafe(remove(at))] };
  },
});
