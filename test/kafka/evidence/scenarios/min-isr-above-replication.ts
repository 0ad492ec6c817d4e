import { diskLost } from '../disk.js';
import type { Form, Scenario } from '../scenario.js';

function form(setting: string, safe: boolean, replicas: readonly number[]): Form {
  return { setting, safe, versions: ['4.3.1', '3.9.2', '3.7.2'], run: (cluster, topic) => diskLost(cluster, topic, replicas, 2) };
}

/** From 3.7 a leader asks for no more replicas than there are, so acks=all is answered by one that is alone. `min-isr-out-of-reach` is before. */
const minIsrAboveReplication: Scenario = {
  id: 'min-isr-above-replication',
  event: 'disk of the leader lost',
  harm: 'acknowledged records lost',
  brokers: 3,
  forms: [
    form('replication factor 1, min.insync.replicas=2, acks=all', false, [1]),
    form('replication factor 3, min.insync.replicas=2, acks=all', true, [1, 2, 3]),
  ],
};
export default minIsrAboveReplication;
