import { lonelyLeaderDies } from '../out-of-sync.js';
import { usualVersions, zooKeeperVersion, type Form, type Scenario } from '../scenario.js';

/** Both settings are the topic's, so that neither the brokers' nor the controller's files matter. */
function form(unclean: boolean, minInSync: number, safe: boolean): Form {
  const config = { 'unclean.leader.election.enable': unclean, 'min.insync.replicas': minInSync };
  return {
    setting: `unclean.leader.election.enable=${unclean}, min.insync.replicas=${minInSync}`,
    safe,
    versions: [...usualVersions, zooKeeperVersion],
    run: (cluster, topic) => lonelyLeaderDies(cluster, topic, config),
  };
}

const uncleanElection: Scenario = {
  id: 'unclean-election',
  event: 'leader killed while no other replica was in sync',
  harm: 'acknowledged records lost',
  brokers: 3,
  forms: [form(true, 1, false), form(false, 1, true), form(true, 2, true)],
};
export default uncleanElection;
