import { defineRule, set, unsafeBut } from './rule.js';
import { isTemporary } from './shared/temporary-directory.js';

const standbys = 'num.standby.replicas';
const directory = 'state.dir';

export default defineRule({
  id: 'no-standby-replica',
  roles: ['streams'],
  reads: [standbys, directory],
  severity: 'information',
  foldsInDevelopment: true,
  messages: {
    none: '{property}={value}, and state is kept in {directory}, a place for temporary files: when it is emptied, the application stands still until every store has been built again from its changelog topic.',
    moreInstances: 'needs more than one instance of the application, and the disk space for another copy',
  },
  docs: {
    summary: 'Kafka Streams keeps its state once, in a directory for temporary files',
    why: 'A store of Kafka Streams is kept on the disk of one instance and in a changelog topic. If the instance or its directory is gone, another one reads the whole topic before it goes on, for minutes or hours. A standby replica is a second copy that is kept up to date, so that another instance takes over at once. No record is lost either way.',
    remedy:
      'Write num.standby.replicas=1, and keep state.dir on a disk that survives restarts. It costs the disk space and the traffic of a second copy.',
    falsePositives: 'Applications without state, with little of it, or of a single instance.',
    references: [
      'https://kafka.apache.org/documentation/streams/developer-guide/config-streams.html#num-standby-replicas',
      'org.apache.kafka.streams.StreamsConfig (NUM_STANDBY_REPLICAS_CONFIG, STATE_DIR_CONFIG)',
    ],
  },
  examples: {
    bad: [
      { role: 'streams', settings: `${standbys}=0` },
      { role: 'streams', settings: `${standbys}=0\n${directory}=/tmp/streams` },
    ],
    good: [
      { role: 'streams', settings: `${standbys}=1` },
      { role: 'streams', settings: `${standbys}=0\n${directory}=/var/lib/kafka-streams` },
      { role: 'streams', settings: 'num.stream.threads=4' },
    ],
  },
  *check(config) {
    const at = config.explicit(standbys);
    // brokers say how many there are under the streams protocol (KIP-1071)
    if (!at || config.number(standbys) !== 0 || config.text('group.protocol')?.toLowerCase() === 'streams') return;
    const own = config.explicit(directory);
    const place = own ? config.text(directory) : config.effective(directory)?.text;
    if (place === undefined || !isTemporary(place)) return;
    const fixes = [unsafeBut('moreInstances', set(standbys, '1'))];
    yield { message: 'none', at, data: { directory: place }, related: own ? [own] : [], fixes };
  },
});
