import type { Setting } from '../config/setting.js';
import { defineRule, remove, unsafe, type Finding } from './rule.js';

/** Of each group Kafka takes the first that is set. Sources: getLogRetentionTimeMillis, logRollTimeMillis, logRollTimeJitterMillis and logDirs of kafka.server.KafkaConfig. */
const precedence: readonly (readonly string[])[] = [
  ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'],
  ['log.roll.ms', 'log.roll.hours'],
  ['log.roll.jitter.ms', 'log.roll.jitter.hours'],
  ['log.dirs', 'log.dir'],
];

export default defineRule({
  id: 'shadowed-property',
  roles: ['broker', 'topic', 'producer', 'consumer', 'admin', 'streams'],
  reads: [],
  severity: 'information',
  messages: {
    twin: '{property} has no effect: {winner} is set too, and Kafka takes that one.',
    elsewhere: '{property} has no effect here: it is set again in a place that wins.',
  },
  docs: {
    summary: 'A setting without effect, because a twin of higher rank is set too',
    why: 'Some settings of a broker have several keys, of which Kafka takes one: milliseconds over minutes over hours, log.dirs over log.dir. In Spring Boot a key in the properties map of a client wins over the client’s own key of the same meaning. The other line looks alive, and who changes it changes nothing.',
    remedy: 'Remove the line without effect, or the one that wins if it is the other that you mean.',
    falsePositives: 'None known.',
    references: [
      'kafka.server.KafkaConfig.getLogRetentionTimeMillis',
      'https://kafka.apache.org/documentation/#brokerconfigs_log.retention.hours',
    ],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.retention.ms=604800000\nlog.retention.hours=24' },
      { role: 'broker', settings: 'log.dir=/data/old\nlog.dirs=/data/kafka' },
      {
        role: 'producer',
        file: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      acks: 1\n      properties:\n        acks: all\n',
      },
    ],
    good: [
      { role: 'broker', settings: 'log.retention.hours=168\nlog.retention.bytes=1073741824' },
      { role: 'broker', settings: 'log.dirs=/data/kafka' },
    ],
  },
  *check(config) {
    for (const { setting, by } of config.overridden) {
      if (setting.rank !== by.rank) yield shadowed('elsewhere', setting, by);
    }
    if (config.role !== 'broker') return;
    for (const keys of precedence) {
      const [winner, ...losers] = keys.flatMap(key => config.explicit(key) ?? []);
      if (winner) yield* losers.map(loser => ({ ...shadowed('twin', loser, winner), data: { winner: winner.property } }));
    }
  },
});

function shadowed(message: string, loser: Setting, winner: Setting): Finding {
  return { message, at: loser, on: 'entry', related: [winner], tag: 'unnecessary', fixes: [unsafe(remove(loser))] };
}
