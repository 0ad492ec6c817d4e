import { defaultIn, findProperty } from '../kafka/catalogue/catalogue.js';
import { defineRule, remove, unsafe } from './rule.js';

const policy = 'connector.client.config.override.policy';

export default defineRule({
  id: 'client-override-refused',
  roles: ['connector', 'source-connector', 'sink-connector', 'mirror-source', 'mirror-checkpoint', 'mirror-heartbeat'],
  reads: [],
  severity: 'warning',
  messages: {
    byDefault:
      '{property}: a worker of Kafka {version} refuses a connector that overrides its clients, unless the worker has connector.client.config.override.policy=All or Principal.',
    onTheWorker: 'the clients run with the settings of the worker then',
  },
  docs: {
    summary: 'The connector overrides settings of its clients, which workers before 3.0 refuse by default',
    why: 'From 2.3 on a connector may bring settings for the clients that the worker runs for it, if connector.client.config.override.policy of the worker allows that. Up to 2.8 its default is None: the connector is refused and moves no data.',
    remedy: 'Set connector.client.config.override.policy=All on every worker, or remove the overrides.',
    falsePositives: 'The workers have the policy All already; it stands in another file.',
    references: [
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-458%3A+Connector+Client+Config+Override+Policy',
      'org.apache.kafka.connect.runtime.WorkerConfig',
      'org.apache.kafka.connect.connector.policy.NoneConnectorClientConfigOverridePolicy',
    ],
  },
  examples: {
    bad: [{ role: 'sink-connector', settings: 'consumer.override.max.poll.records=100', version: '2.8' }],
    good: [
      { role: 'sink-connector', settings: 'consumer.override.max.poll.records=100' },
      { role: 'sink-connector', settings: 'topics=orders', version: '2.8' },
    ],
  },
  *check(config) {
    const known = findProperty('connect-distributed', policy);
    const byDefault = known && defaultIn(known, config.version);
    if (byDefault?.kind !== 'value' || byDefault.text !== 'None' || !config.versionKnown) return;
    for (const at of config.settings.filter(({ property }) => /^(producer|consumer|admin)\.override\./.test(property))) {
      yield { message: 'byDefault', at, on: 'key', certainty: 'assumed', fixes: [{ ...unsafe(remove(at)), note: 'onTheWorker' }] };
    }
  },
});
