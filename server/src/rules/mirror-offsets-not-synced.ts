import { before } from '../kafka/version.js';
import { defineRule, set, unsafeBut } from './rule.js';
import { whereItRuns } from './shared/mirror-flow.js';

const sync = 'sync.group.offsets.enabled';

export default defineRule({
  id: 'mirror-offsets-not-synced',
  roles: ['mirror-checkpoint'],
  reads: [sync, 'emit.checkpoints.enabled'],
  severity: 'information',
  messages: {
    explicit:
      '{property}={value}: the committed offsets of consumer groups are not written to the target cluster. A group that moves there starts where auto.offset.reset says: it skips records, or reads all of them again.',
    byDefault:
      'sync.group.offsets.enabled is not set and is false: the committed offsets of consumer groups are not written to the target cluster. A group that moves there starts where auto.offset.reset says: it skips records, or reads all of them again.',
    idleGroups: 'MirrorMaker writes offsets only for groups that are idle in the target cluster',
  },
  docs: {
    summary: 'MirrorMaker does not carry the committed offsets of consumer groups over',
    why:
      'MirrorMaker writes checkpoints that say which offset of the target cluster stands for an offset of the source. Without sync.group.offsets.enabled they stay in a topic of their own, and it is the consumers’ affair to read it. ' +
      'An application that is switched to the target cluster and does not has no committed offset there: with auto.offset.reset=latest it skips what it had not read, with earliest it reads everything again.',
    remedy:
      'Write sync.group.offsets.enabled=true: every minute MirrorMaker writes the translated offsets into the target cluster, for groups without members there. Offsets are translated to a record somewhat before the last one, so a few records come twice.',
    falsePositives:
      'Clusters that are copied for analysis or for keeping and to which no consumer moves, and consumers that translate the offsets themselves with RemoteClusterUtils.',
    references: [
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-545%3A+support+automated+consumer+offset+sync+across+clusters+in+MM+2.0',
      'org.apache.kafka.connect.mirror.MirrorCheckpointTask (syncGroupOffset)',
    ],
    notReproduced: 'It needs two clusters and an application that is moved from one to the other.',
  },
  examples: {
    bad: [
      { role: 'mirror-checkpoint', settings: 'groups=orders.*', beside: ['connector.class'] },
      { role: 'mirror-checkpoint', settings: `${sync}=false` },
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nA.bootstrap.servers=kafka1:9092\nB.bootstrap.servers=kafka2:9092\nA->B.enabled=true\n',
      },
    ],
    good: [
      { role: 'mirror-checkpoint', settings: `${sync}=true` },
      { role: 'mirror-checkpoint', settings: 'emit.checkpoints.enabled=false' },
      { role: 'mirror-checkpoint', settings: `${sync}=false`, version: '2.6' },
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nA.bootstrap.servers=kafka1:9092\nB.bootstrap.servers=kafka2:9092\nA->B.enabled=true\nsync.group.offsets.enabled=true\n',
      },
    ],
  },
  *check(config) {
    // came with 2.7 (KIP-545)
    if (before(config.version, '2.7')) return;
    // offset syncs are the affair of the connector beside it
    const switches = [config, ...config.siblings.filter(({ role }) => role === 'mirror-source')];
    if (switches.some(one => one.flag('emit.checkpoints.enabled') === false || one.flag('emit.offset-syncs.enabled') === false)) return;
    const fixes = [unsafeBut('idleGroups', set(sync, 'true'))];
    const written = config.explicit(sync);
    const at = written ? undefined : whereItRuns(config);
    if (written && config.flag(sync) === false) yield { message: 'explicit', at: written, fixes };
    if (at !== undefined) yield { message: 'byDefault', at, fixes, certainty: 'assumed' };
  },
});
