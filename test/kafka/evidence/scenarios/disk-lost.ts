import { diskLost } from '../disk.js';
import { usualVersions, type Form, type Scenario } from '../scenario.js';

function form(setting: string, safe: boolean, replicas: readonly number[]): Form {
  return {
    setting,
    safe,
    versions: usualVersions,
    run: (cluster, topic) => diskLost(cluster, topic, replicas, 1),
  };
}

const diskLostScenario: Scenario = {
  id: 'disk-lost',
  event: 'disk of the leader lost',
  harm: 'acknowledged records lost',
  brokers: 3,
  forms: [form('replication factor 1', false, [1]), form('replication factor 3', true, [1, 2, 3])],
};
export default diskLostScenario;
