import { connectorRoles } from '../kafka/property.js';
import { defineRule, set, unsafeBut } from './rule.js';

const tolerance = 'errors.tolerance';

export default defineRule({
  id: 'source-errors-tolerated',
  // what has no topics to read is a source, whatever its class is called
  roles: connectorRoles.filter(role => role !== 'sink-connector'),
  reads: [tolerance],
  severity: 'warning',
  strictSeverity: 'error',
  messages: {
    skipped:
      '{property}={value}: a record that cannot be converted or that Kafka refuses is left out, and the connector goes on behind it. Source connectors have no dead-letter topic, so nothing keeps it.',
    stops: 'the task stops at such a record until somebody removes the cause',
  },
  docs: {
    summary: 'A source connector leaves out records that fail',
    why: 'With errors.tolerance=all a source connector skips a record that a converter or a transformation cannot handle, and from 3.2 on also one that the producer cannot send, for example because it is too large. It commits the position behind it, so the record is never read from the other system again. Connect writes no dead-letter topic for source connectors; without errors.log.enable there is not even a line in the log for most of them.',
    remedy:
      'Write errors.tolerance=none, the default: the task fails, and its state says so. Set errors.retry.timeout for failures that pass.',
    falsePositives: 'Sources of which single records may be lost.',
    references: [
      'https://kafka.apache.org/documentation/#sourceconnectconfigs',
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect',
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-779%3A+Allow+Source+Tasks+to+Handle+Producer+Exceptions',
      'org.apache.kafka.connect.runtime.AbstractWorkerSourceTask',
    ],
    notReproduced: 'Leaving records out is what the setting is for, and what is left out never reaches a broker.',
  },
  examples: {
    bad: [
      { role: 'source-connector', settings: `${tolerance}=all` },
      { role: 'mirror-source', settings: `${tolerance}=all` },
      { role: 'connector', settings: `${tolerance}=all` },
    ],
    good: [
      { role: 'source-connector', settings: `${tolerance}=none` },
      { role: 'source-connector', settings: 'tasks.max=2' },
      { role: 'sink-connector', settings: `${tolerance}=all\nerrors.deadletterqueue.topic.name=bad-orders` },
    ],
  },
  *check(config) {
    const at = config.explicit(tolerance);
    // one line of MirrorMaker is for three connectors: it is judged for the one that copies records
    const repeated = config.role !== 'mirror-source' && config.siblings.some(({ role }) => role === 'mirror-source');
    if (!at || config.text(tolerance) !== 'all' || repeated) return;
    yield {
      message: 'skipped',
      at,
      certainty: config.role === 'connector' ? 'assumed' : 'certain',
      fixes: [unsafeBut('stops', set(tolerance, 'none'))],
    };
  },
});
