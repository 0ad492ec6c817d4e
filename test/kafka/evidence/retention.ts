import type { Settings } from './node-files.js';

/** Of brokers that look every half second for records, and every second for offsets, that may be deleted: by default 5 and 10 minutes. */
export const quickRetention: Settings = {
  'log.retention.check.interval.ms': 500,
  'log.initial.task.delay.ms': 500,
  'offsets.retention.check.interval.ms': 1000,
};
