import type { ClusterOptions } from '../cluster.js';
import type { Settings } from '../node-files.js';
import { lonelyLeaderDies } from '../out-of-sync.js';
import type { Form, Scenario } from '../scenario.js';

const unclean = { 'unclean.leader.election.enable': true };

function form(where: string, safe: boolean, versions: readonly string[], cluster: ClusterOptions, topicConfig: Settings = {}): Form {
  return {
    setting: `unclean.leader.election.enable=true ${where}`,
    safe,
    versions,
    cluster,
    run: (running, topic) => lonelyLeaderDies(running, topic, { 'min.insync.replicas': 1, ...topicConfig }),
  };
}

/** Elections are the controller's, and it knows its own file and the topics; KRaft of 3.6 elects only replicas that are in sync. */
const uncleanWhereSet: Scenario = {
  id: 'unclean-where-set',
  event: 'leader killed while no other replica was in sync',
  harm: 'acknowledged records lost',
  brokers: 3,
  forms: [
    form("in the controller's file", false, ['4.3.1', '3.9.2', '3.6.2'], { controller: unclean }),
    form('on the topic', false, ['4.3.1', '3.9.2', '3.6.2'], {}, unclean),
    form("in the brokers' files only", true, ['4.3.1', '3.9.2', '3.6.2'], { broker: unclean }),
  ],
};
export default uncleanWhereSet;
