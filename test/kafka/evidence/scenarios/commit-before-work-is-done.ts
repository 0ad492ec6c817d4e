import { crashAndRestart } from '../crash.js';
import { usualVersions, type Form, type Scenario } from '../scenario.js';

function form(setting: string, safe: boolean, mode: 'auto' | 'manual'): Form {
  return { setting, safe, versions: usualVersions, run: (cluster, topic) => crashAndRestart(cluster, topic, 'WorkerThread', mode) };
}

const commitBeforeWorkIsDone: Scenario = {
  id: 'commit-before-work-is-done',
  event: 'consumer with a worker thread crashed after 20 records',
  harm: 'records never processed',
  brokers: 3,
  forms: [form('enable.auto.commit=true', false, 'auto'), form('enable.auto.commit=false, commit after the work', true, 'manual')],
};
export default commitBeforeWorkIsDone;
