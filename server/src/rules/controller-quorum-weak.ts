import { listOf, nodeKind } from '../config/node.js';
import { defineRule } from './rule.js';

const key = 'controller.quorum.voters';

export default defineRule({
  id: 'controller-quorum-weak',
  roles: ['broker'],
  reads: [key, 'process.roles'],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    one: 'There is one controller. If its disk is lost, so is the metadata of the cluster: topics, partitions, and which replica has which records.',
    even: '{count} controllers survive the loss of {spare}, as {fewer} would: the majority of an even number needs one more.',
    combined:
      'This node is a broker and one of {count} controllers: load on the broker slows the controller down, and a restart takes both away at once.',
  },
  docs: {
    summary: 'The quorum of controllers is smaller or weaker than it looks',
    why: 'In KRaft the controllers hold the metadata of the cluster and elect the leaders of partitions; they work as long as a majority of the voters is up. One voter is a single point of failure for all of it. Four survive one failure, just as three do, and must agree on more answers. Combined nodes cannot be restarted or scaled apart from the brokers.',
    remedy:
      'Run three controllers, or five to survive two failures, on nodes of their own. Voters cannot be added by changing this key on a running cluster: see KIP-853 for dynamic quorums.',
    falsePositives: 'Small clusters in which combined nodes are a choice.',
    references: [
      'https://kafka.apache.org/documentation/#kraft_voter',
      'KIP-853: https://cwiki.apache.org/confluence/display/KAFKA/KIP-853%3A+KRaft+Controller+Membership+Changes',
    ],
  },
  examples: {
    bad: [
      { role: 'broker', settings: `process.roles=broker\nnode.id=1\n${key}=9@c9:9093\ncontroller.listener.names=CONTROLLER` },
      { role: 'broker', settings: `process.roles=broker\nnode.id=1\n${key}=8@c8:9093,9@c9:9093\ncontroller.listener.names=CONTROLLER` },
      {
        role: 'broker',
        settings: `process.roles=broker,controller\nnode.id=1\n${key}=1@c1:9093,2@c2:9093,3@c3:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://c1:9092,CONTROLLER://c1:9093`,
      },
    ],
    good: [
      {
        role: 'broker',
        settings: `process.roles=broker\nnode.id=1\n${key}=7@c7:9093,8@c8:9093,9@c9:9093\ncontroller.listener.names=CONTROLLER`,
      },
    ],
  },
  *check(config) {
    const voters = config.explicit(key);
    const count = listOf(config, key).length;
    if (!voters || count === 0) return;
    if (count === 1) yield { message: 'one', at: voters };
    else if (count % 2 === 0)
      yield { message: 'even', at: voters, data: { count, spare: count / 2 - 1, fewer: count - 1 }, severity: 'information' };
    const roles = config.explicit('process.roles');
    if (roles && count > 1 && nodeKind(config) === 'combined')
      yield { message: 'combined', at: roles, data: { count }, severity: 'information' };
  },
});
