import { setTimeout as sleep } from 'node:timers/promises';
import { groupAway } from '../group-away.js';
import { quickRetention } from '../retention.js';
import { usualVersions, type Form, type Scenario } from '../scenario.js';

const hour = 3_600_000;

function form(retentionMs: number, safe: boolean): Form {
  return {
    setting: `retention.ms=${retentionMs}`,
    safe,
    versions: usualVersions,
    cluster: { broker: quickRetention },
    run: (cluster, topic) =>
      groupAway(cluster, topic, {
        autoOffsetReset: 'earliest',
        topicConfig: { 'retention.ms': retentionMs },
        ageMs: 2 * hour,
        // ten looks of the broker at what is old enough
        meanwhile: () => sleep(5000),
      }),
  };
}

const retentionPassed: Scenario = {
  id: 'retention-passed',
  event: 'group away for 2 hours (by the timestamps of the records)',
  harm: 'records sent meanwhile never received',
  brokers: 3,
  forms: [form(hour, false), form(7 * 24 * hour, true)],
};
export default retentionPassed;
