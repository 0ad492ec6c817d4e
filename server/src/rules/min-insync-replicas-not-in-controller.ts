import { hostsOf, isLoopback } from '../config/node.js';
import { before } from '../kafka/version.js';
import { defineRule, unsafeBut } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { changesToTwoInSync, isBrokerOnly, isControllerOnly } from './shared/replication.js';

const key = 'min.insync.replicas';
const controller =
  'process.roles=controller\nnode.id=7\ncontroller.quorum.voters=7@c7:9093,8@c8:9093,9@c9:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://c7:9093';
const broker =
  'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=7@c7:9093,8@c8:9093,9@c9:9093\ncontroller.listener.names=CONTROLLER';

export default defineRule({
  id: 'min-insync-replicas-not-in-controller',
  roles: ['broker'],
  reads: [key, 'process.roles'],
  severity: 'warning',
  messages: {
    inBroker:
      '{property}={value} in a broker’s file has no effect in a cluster created with Kafka 4.1 or later: the controllers’ files decide at the first start. Without it there, acks=all is satisfied by one replica. On a running cluster: kafka-configs.sh --alter --entity-type brokers --entity-default --add-config min.insync.replicas={value}.',
    inController:
      '{property}={value} in a controller’s file holds for the whole cluster if it is created with Kafka 4.1 or later, whatever the brokers’ files say: acks=all is satisfied by one replica.',
    absentInController:
      '{property} is not set in this controller’s file. A cluster created with Kafka 4.1 or later takes it from there, whatever the brokers’ files say, and with the default 1 acks=all is satisfied by one replica.',
    beforeFirstStart:
      'in every controller’s file, before the first start; on a running cluster change it with kafka-configs.sh --entity-type brokers --entity-default',
  },
  docs: {
    summary: 'min.insync.replicas is set where a cluster of Kafka 4.1 or later does not read it',
    why:
      'Clusters created with 4.1 or later use eligible leader replicas. At the first start the active controller stores the min.insync.replicas of its own file as the value of the whole cluster; the brokers’ files are ignored, without a warning in any log. ' +
      'With 2 in the brokers’ files only, acks=all is still accepted with one replica left. Correcting the files and restarting every node later changes nothing.',
    remedy:
      'Put min.insync.replicas=2 into the controllers’ files before the first start. On a running cluster set the cluster-wide dynamic value with kafka-configs.sh, or the value of each topic, and check it with --describe.',
    falsePositives:
      'Clusters created before 4.1 and upgraded, as long as the feature eligible.leader.replicas.version is 0, and clusters whose controllers’ files or dynamic configuration set it already.',
    references: [
      'KIP-966: https://cwiki.apache.org/confluence/display/KAFKA/KIP-966%3A+Eligible+Leader+Replicas',
      `https://kafka.apache.org/documentation/#brokerconfigs_${key}`,
    ],
    evidence: ['min-isr-in-broker-files'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: `${broker}\n${key}=2`, version: '4.3' },
      { role: 'broker', settings: `${controller}\n${key}=1`, version: '4.3' },
      { role: 'broker', settings: `${controller}\ndefault.replication.factor=2`, version: '4.3' },
    ],
    good: [
      { role: 'broker', settings: `${broker}\n${key}=2`, version: '4.0' },
      { role: 'broker', settings: `${controller}\n${key}=2`, version: '4.3' },
      { role: 'broker', settings: controller, version: '4.0' },
    ],
  },
  *check(config) {
    if (before(config.version, '4.1')) return;
    const written = explicitNumber(config, key);
    if (isBrokerOnly(config) && written && written.number > 1) yield { message: 'inBroker', at: written.setting };
    if (!isControllerOnly(config)) return;
    const fixes = [unsafeBut('beforeFirstStart', ...changesToTwoInSync(config))];
    if (written?.number === 1) yield { message: 'inController', at: written.setting, fixes };
    // a quorum on this machine alone is for development, where two replicas in sync make no sense
    const quorum = [...hostsOf(config, 'controller.quorum.voters'), ...hostsOf(config, 'controller.quorum.bootstrap.servers')];
    const desk = quorum.length > 0 && quorum.every(isLoopback);
    if (!config.explicit(key) && !desk) yield { message: 'absentInController', at: 'absent', data: { property: key }, fixes };
  },
});
