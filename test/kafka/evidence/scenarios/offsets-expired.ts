import { setTimeout as sleep } from 'node:timers/promises';
import { groupAway } from '../group-away.js';
import type { Settings } from '../node-files.js';
import { quickRetention } from '../retention.js';
import { usualVersions, type Form, type Scenario } from '../scenario.js';

function form(setting: string, safe: boolean, broker: Settings): Form {
  return {
    setting: `${setting}, auto.offset.reset=latest`,
    safe,
    versions: usualVersions,
    cluster: { broker: { ...quickRetention, ...broker } },
    // an offset of a group without members expires after offsets.retention.minutes, here looked at every second
    run: (cluster, topic) => groupAway(cluster, topic, { autoOffsetReset: 'latest', meanwhile: () => sleep(75_000) }),
  };
}

const offsetsExpired: Scenario = {
  id: 'offsets-expired',
  event: 'group away for 75 s',
  harm: 'records sent meanwhile never received',
  brokers: 3,
  forms: [
    form('offsets.retention.minutes=1', false, { 'offsets.retention.minutes': 1 }),
    form('offsets.retention.minutes=10080', true, {}),
  ],
};
export default offsetsExpired;
