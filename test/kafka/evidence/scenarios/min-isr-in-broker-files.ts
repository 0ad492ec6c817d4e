import type { ClusterOptions } from '../cluster.js';
import { electLeader } from '../commands.js';
import { lonelyLeaderLosesDisk } from '../out-of-sync.js';
import type { Form, Scenario } from '../scenario.js';

const two = { 'min.insync.replicas': 2 };

function form(where: string, safe: boolean, versions: readonly string[], options: ClusterOptions): Form {
  return {
    setting: `min.insync.replicas=2 ${where}`,
    safe,
    versions,
    cluster: options,
    run: (cluster, topic) =>
      lonelyLeaderLosesDisk(cluster, topic, () =>
        cluster
          .until(`an unclean election in ${topic} finds a leader`, async () => {
            await electLeader(cluster.client, topic, 'UNCLEAN').catch(() => undefined);
            return cluster.untilPartition(topic, 'somebody leads', ({ leader }) => leader > 0, 3000).then(() => true);
          })
          .then(() => undefined),
      ),
  };
}

/**
 * From 4.1 a new cluster has eligible leader replicas, and with them the value of the controller's file becomes the default of all brokers
 * at the first start, whatever their files say. Up to 4.0 the broker that leads goes by its own file.
 */
const minIsrInBrokerFiles: Scenario = {
  id: 'min-isr-in-broker-files',
  event: 'both followers behind, then the disk of the leader lost',
  harm: 'acknowledged records lost',
  brokers: 3,
  forms: [
    form("in the brokers' files only", false, ['4.3.1', '4.1.2'], { broker: two }),
    form("in the controller's file only", false, ['4.0.2'], { controller: two }),
    form("in the controller's file only", true, ['4.3.1', '4.1.2'], { controller: two }),
    form("in the brokers' files only", true, ['4.0.2'], { broker: two }),
    form('in the files of brokers and controller', true, ['4.3.1', '4.1.2', '4.0.2'], { broker: two, controller: two }),
  ],
};
export default minIsrInBrokerFiles;
