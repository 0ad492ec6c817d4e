import { sendWithin5s } from '../refused.js';
import { zooKeeperVersion, type Form, type Scenario } from '../scenario.js';

function form(replicas: readonly number[], minInSync: number, safe: boolean): Form {
  return {
    setting: `replication factor ${replicas.length}, min.insync.replicas=${minInSync}`,
    safe,
    versions: ['3.6.2', zooKeeperVersion],
    run: (cluster, topic) => sendWithin5s(cluster, topic, replicas, minInSync),
  };
}

/** Up to 3.6 a leader asks for min.insync.replicas even where there are not so many. From 3.7 it does not: `min-isr-above-replication`. */
const minIsrOutOfReach: Scenario = {
  id: 'min-isr-out-of-reach',
  event: 'all up, acks=all',
  harm: 'records refused',
  brokers: 3,
  forms: [form([1], 2, false), form([1, 2], 3, false), form([1, 2, 3], 2, true)],
};
export default minIsrOutOfReach;
