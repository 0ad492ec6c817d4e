import { crashAndRestart } from '../crash.js';
import { usualVersions, type Form, type Scenario } from '../scenario.js';

function form(setting: string, safe: boolean, mode: 'before' | 'after'): Form {
  return { setting, safe, versions: usualVersions, run: (cluster, topic) => crashAndRestart(cluster, topic, 'BatchWork', mode) };
}

const commitFirst: Scenario = {
  id: 'commit-first',
  event: 'consumer crashed after 20 records of a batch of 50',
  harm: 'records never processed',
  brokers: 3,
  forms: [form('commit before the work', false, 'before'), form('commit after the work', true, 'after')],
};
export default commitFirst;
