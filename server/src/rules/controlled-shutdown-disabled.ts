import { defineRule, set, unsafe } from './rule.js';
import { storesRecords } from './shared/broker.js';

export default defineRule({
  id: 'controlled-shutdown-disabled',
  roles: ['broker'],
  reads: ['controlled.shutdown.enable'],
  severity: 'warning',
  messages: {
    off: 'controlled.shutdown.enable=false: a broker that stops does not hand its partitions over first. Each restart is a crash for clients and followers, and acks=1 records that only this broker has are lost.',
  },
  docs: {
    summary: 'Brokers stop without handing their partitions over',
    why:
      'In a controlled shutdown the controller moves the leadership of every partition to another in-sync replica before the broker stops, so that no partition is without a leader and none loses records that only the leader has. ' +
      'Without it every planned restart has the effects of a failure: sends fail until the controller notices, in-sync sets shrink, and a producer with acks=1 loses what was not copied yet.',
    remedy: 'Remove the line or write true, the default.',
    falsePositives: 'A test of how a cluster behaves in a crash.',
    references: [
      'https://kafka.apache.org/documentation/#basic_ops_restarting',
      'https://kafka.apache.org/documentation/#brokerconfigs_controlled.shutdown.enable',
    ],
    evidence: ['leader-dies'],
  },
  examples: {
    bad: [{ role: 'broker', settings: 'controlled.shutdown.enable=false' }],
    good: [{ role: 'broker', settings: 'controlled.shutdown.enable=true' }],
  },
  *check(config) {
    const setting = config.explicit('controlled.shutdown.enable');
    if (!setting || config.flag('controlled.shutdown.enable') !== false || !storesRecords(config)) return;
    yield { message: 'off', at: setting, fixes: [unsafe(set('controlled.shutdown.enable', 'true'))] };
  },
});
