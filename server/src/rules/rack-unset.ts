import { brokersOf } from '../config/cluster.js';
import { defineRule } from './rule.js';

const key = 'broker.rack';
const service = (name: string, rack: string): string =>
  `  ${name}:\n    image: apache/kafka\n    environment:\n      KAFKA_ZOOKEEPER_CONNECT: zoo1:2181,zoo2:2181\n${rack}    volumes:\n      - ${name}:/data\n`;

export default defineRule({
  id: 'rack-unset',
  roles: ['broker'],
  reads: [key, 'node.id', 'broker.id'],
  severity: 'information',
  messages: {
    unset:
      'broker.rack is not set here, while another broker of the cluster has one: Kafka takes the brokers without a rack for one more rack, so that copies of a partition can stand together in a zone that fails.',
  },
  docs: {
    summary: 'Some brokers of a cluster say in which rack they are, and others do not',
    why: 'With a rack for every broker, the replicas of a partition are put into different ones, so that a rack or a zone may fail as a whole. Brokers without one count as a rack of their own, wherever they stand; clusters with ZooKeeper refused to create topics then.',
    remedy: 'Write broker.rack for every broker: the availability zone, the room or the rack.',
    falsePositives: 'Brokers that get their rack from elsewhere, such as a start-up script.',
    references: [
      'KIP-36: https://cwiki.apache.org/confluence/display/KAFKA/KIP-36+Rack+aware+replica+assignment',
      'org.apache.kafka.metadata.placement.StripedReplicaPlacer',
    ],
    notReproduced: 'It takes the failure of a rack, which nothing here can bring about.',
  },
  examples: {
    bad: [
      {
        role: 'broker',
        file: 'docker-compose.yml',
        text: `services:\n${service('kafka1', '      KAFKA_BROKER_RACK: a\n')}${service('kafka2', '')}`,
      },
    ],
    good: [
      {
        role: 'broker',
        file: 'docker-compose.yml',
        text: `services:\n${service('kafka1', '      KAFKA_BROKER_RACK: a\n')}${service('kafka2', '      KAFKA_BROKER_RACK: b\n')}`,
      },
    ],
  },
  *check(config, cluster) {
    const brokers = cluster ? brokersOf(cluster) : [];
    const [other] = brokers.flatMap(broker => broker.explicit(key) ?? []);
    if (other && brokers.includes(config) && !config.explicit(key)) yield { message: 'unset', at: 'absent', related: [other] };
  },
});
