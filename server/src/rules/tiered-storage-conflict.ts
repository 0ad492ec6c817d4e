import type { EffectiveConfig } from '../config/effective.js';
import { listOf } from '../config/node.js';
import type { Setting } from '../config/setting.js';
import { lineOf } from '../kafka/catalogue/catalogue.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, set, unsafe, type Finding } from './rule.js';
import { writtenRetention, storesRecords } from './shared/broker.js';

/** Stands for "as long as the whole log" in both local limits, and is their default. */
const wholeLog = -2;

export default defineRule({
  id: 'tiered-storage-conflict',
  roles: ['broker', 'topic'],
  reads: ['remote.storage.enable', 'remote.log.storage.system.enable'],
  severity: 'error',
  messages: {
    compacted:
      'cleanup.policy={value} and remote.storage.enable=true exclude each other: Kafka keeps no compacted topic in remote storage and refuses the topic.',
    aboveTotal:
      '{property}={value} keeps more on the broker’s own disk than {total} keeps at all: Kafka refuses it while remote storage is on.',
    unlimited:
      '{property}={value} keeps everything on the broker’s own disk while {total} is limited: Kafka refuses it while remote storage is on.',
    copyDisabled:
      'With remote.log.copy.disable=true nothing moves to remote storage any more, so {property} must be -2 or equal {total}: Kafka refuses {value}.',
    copyTooLate: '{property}={value} lets records wait longer for their copy than {limit} keeps them on the disk: Kafka refuses it.',
  },
  docs: {
    summary: 'Settings of remote storage that Kafka refuses together',
    why:
      'With remote storage a closed segment is copied away and then deleted from the broker’s disk once the local limits are reached. A local limit above the limit of the whole log, and compaction, make no sense with that, and Kafka refuses the topic, or to start where they are the defaults of the broker. ' +
      'A copy that waits longer than the local limit would be a gap in the log.',
    remedy: 'Write -2 for the local limits, which means the same as the whole log, or lower them; use cleanup.policy=delete.',
    falsePositives: 'None known.',
    references: [
      'org.apache.kafka.storage.internals.log.LogConfig.validateRemoteStorageRetentionTime',
      'KIP-405: https://cwiki.apache.org/confluence/display/KAFKA/KIP-405%3A+Kafka+Tiered+Storage',
      'https://kafka.apache.org/documentation/#tiered_storage',
    ],
  },
  examples: {
    bad: [
      { role: 'topic', settings: 'remote.storage.enable=true\ncleanup.policy=compact' },
      { role: 'topic', settings: 'remote.storage.enable=true\nretention.ms=604800000\nlocal.retention.ms=864000000' },
      { role: 'broker', settings: 'remote.log.storage.system.enable=true\nlog.retention.bytes=1073741824\nlog.local.retention.bytes=-1' },
    ],
    good: [
      { role: 'topic', settings: 'remote.storage.enable=true\nretention.ms=604800000\nlocal.retention.ms=86400000' },
      { role: 'topic', settings: 'retention.ms=604800000\nlocal.retention.ms=864000000' },
      { role: 'broker', settings: 'remote.log.storage.system.enable=true\nlog.retention.hours=168\nlog.local.retention.ms=86400000' },
    ],
  },
  *check(config) {
    const topic = config.role === 'topic';
    const prefix = topic ? '' : 'log.';
    const enabled = topic ? 'remote.storage.enable' : 'remote.log.storage.system.enable';
    const on = config.explicit(enabled);
    // the keys are there in 3.0, but the storage is only since 3.6
    if (!on || config.flag(enabled) !== true || !atLeast(config.version, '3.6') || !storesRecords(config)) return;
    const policy = config.explicit('cleanup.policy');
    const policies = listOf(config, 'cleanup.policy');
    // asked of 4.1.2: only there an empty list is refused, too
    const none = policies.length === 0 && config.text('cleanup.policy') === '' && lineOf(config.version) === '4.1';
    if (topic && policy && (policies.includes('compact') || none)) {
      yield { ...refused('compacted', policy, on), fixes: [unsafe(set('cleanup.policy', 'delete'))] };
    }
    const bytes = config.explicit(`${prefix}retention.bytes`);
    const size = config.number(`${prefix}retention.bytes`);
    const time = writtenRetention(config);
    const hours = config.number('log.retention.hours');
    const whole = (config.explicit('process.roles') ?? config.explicit('zookeeper.connect')) !== undefined;
    const written = retentionWritten(config);
    if (time) yield* localConflicts(config, { local: `${prefix}local.retention.ms`, total: time.setting, limit: time.ms, on });
    else if (whole && !written && hours !== undefined) {
      const limit = hours * 3_600_000;
      yield* localConflicts(config, { local: 'log.local.retention.ms', total: undefined, limit, on });
    }
    if (bytes && size !== undefined)
      yield* localConflicts(config, { local: `${prefix}local.retention.bytes`, total: bytes, limit: size, on });
    // asked of LogConfig 4.4.0: a broker's own log.remote.copy.lag.* is not compared at start, a topic's is
    if (!topic || !atLeast(config.version, '4.4')) return;
    yield* lagConflicts(config, 'ms', on);
    yield* lagConflicts(config, 'bytes', on);
  },
});

function retentionWritten(config: EffectiveConfig): boolean {
  return ['ms', 'minutes', 'hours'].some(unit => config.explicit(`log.retention.${unit}`));
}

interface Limits {
  readonly local: string;
  /** Undefined for the default of log.retention.hours. */
  readonly total: Setting | undefined;
  readonly limit: number;
  readonly on: Setting;
}

function* localConflicts(config: EffectiveConfig, { local, total, limit, on }: Limits): Iterable<Finding> {
  const setting = config.explicit(local);
  const value = config.number(local);
  if (!setting || value === undefined || value === wholeLog) return;
  const message = conflictOf(config, value, limit);
  if (message)
    yield {
      ...refused(message, setting, ...(total ? [total] : []), on),
      data: { total: total?.property ?? 'log.retention.hours' },
      fixes: [unsafe(set(local, String(wholeLog)))],
    };
}

function conflictOf(config: EffectiveConfig, local: number, total: number): 'unlimited' | 'aboveTotal' | 'copyDisabled' | undefined {
  if (total >= 0 && local === -1) return 'unlimited';
  if (total >= 0 && local > total) return 'aboveTotal';
  const copyDisabled = config.role === 'topic' && atLeast(config.version, '3.9') && config.flag('remote.log.copy.disable') === true;
  return copyDisabled && local !== total ? 'copyDisabled' : undefined;
}

/** Without a local limit of its own a topic keeps on the disk what it keeps at all. */
function* lagConflicts(config: EffectiveConfig, unit: 'ms' | 'bytes', on: Setting): Iterable<Finding> {
  const lag = `remote.copy.lag.${unit}`;
  const local = config.explicit(`local.retention.${unit}`);
  const limit = local && config.number(local.property) !== wholeLog ? local : config.explicit(`retention.${unit}`);
  const waiting = config.explicit(lag);
  const wait = config.number(lag);
  const kept = limit && config.number(limit.property);
  if (!waiting || !limit || wait === undefined || kept === undefined || kept < 0 || wait <= kept) return;
  yield { ...refused('copyTooLate', waiting, limit, on), data: { limit: limit.property }, fixes: [unsafe(set(lag, '0'))] };
}

function refused(message: string, at: Setting, ...related: readonly Setting[]): Finding {
  return { message, at, related, refusedByKafka: true };
}
