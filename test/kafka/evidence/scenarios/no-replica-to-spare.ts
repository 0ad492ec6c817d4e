import { sendWithin5s } from '../refused.js';
import { usualVersions, zooKeeperVersion, type Form, type Scenario } from '../scenario.js';

function form(replicas: readonly number[], minInSync: number, safe: boolean): Form {
  return {
    setting: `replication factor ${replicas.length}, min.insync.replicas=${minInSync}`,
    safe,
    versions: [...usualVersions, zooKeeperVersion],
    run: (cluster, topic) => sendWithin5s(cluster, topic, replicas, minInSync, 2),
  };
}

const noReplicaToSpare: Scenario = {
  id: 'no-replica-to-spare',
  event: 'one broker down for longer than delivery.timeout.ms, acks=all',
  harm: 'records refused',
  brokers: 3,
  forms: [form([1, 2], 2, false), form([1, 2, 3], 3, false), form([1, 2, 3], 2, true)],
};
export default noReplicaToSpare;
