import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { defineRule, set, unsafeBut, type Finding } from './rule.js';
import { isControllerOnly } from './shared/replication.js';

// what the start of a node needs; a file without any of them is a part of a configuration
const startingKeys = ['process.roles', 'zookeeper.connect', 'broker.id', 'node.id'];

export default defineRule({
  id: 'log-dir-temporary',
  roles: ['broker'],
  reads: ['log.dirs', 'log.dir', 'metadata.log.dir', 'process.roles', 'broker.id', 'node.id'],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    explicit:
      '{property}: {directory} is a place for temporary files. It is emptied at a restart of the machine or by a cleaning job, and every record in it is lost, also after it was acknowledged.',
    byDefault:
      'Neither log.dirs nor log.dir is set, so records are kept in {directory}, a place for temporary files: they are lost when it is emptied.',
    moveData: 'the directory must exist on a disk that stays; move the data of a running node first',
  },
  docs: {
    summary: 'Records are kept in a directory for temporary files',
    why: 'The operating system empties such a directory at a restart or after some days, and a container loses it with every new start; /dev/shm is memory. Kafka does not write records to the disk one by one either: it relies on the other replicas, and if they keep theirs in such a place too, one power failure takes all copies.',
    remedy: 'Name a directory on a disk that survives restarts. In a container, mount a volume there.',
    falsePositives: 'A volume that is mounted at such a path.',
    references: [
      'https://kafka.apache.org/documentation/#brokerconfigs_log.dirs',
      'https://kafka.apache.org/documentation/#brokerconfigs_metadata.log.dir',
    ],
    evidence: ['disk-lost'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.dirs=/tmp/kafka-logs' },
      { role: 'broker', settings: 'log.dirs=/data/1,/dev/shm/kafka' },
      { role: 'broker', settings: 'log.dirs=/data/1\nmetadata.log.dir=/var/tmp/metadata' },
      { role: 'broker', settings: 'broker.id=1' },
    ],
    good: [
      { role: 'broker', settings: 'log.dirs=/var/lib/kafka/data' },
      { role: 'broker', settings: 'log.dirs=/tmpfs/kafka' },
      { role: 'broker', settings: 'broker.id=1\nlog.dir=/data' },
    ],
  },
  *check(config) {
    const logDirs = config.explicit('log.dirs') ?? config.explicit('log.dir');
    const metadata = config.explicit('metadata.log.dir');
    for (const at of [logDirs, metadata]) {
      const directories = at ? directoriesOf(at) : [];
      const directory = directories.find(isTemporary);
      if (!at || directory === undefined) continue;
      const lasting = at === metadata ? '/var/lib/kafka/metadata' : '/var/lib/kafka/data';
      const fixes = directories.length === 1 && directory.startsWith('/') ? [unsafeBut('moveData', set(at.property, lasting))] : [];
      yield { message: 'explicit', at, data: { directory }, fixes };
    }
    if (logDirs || !startingKeys.some(key => config.explicit(key)) || (isControllerOnly(config) && metadata)) return;
    yield* byDefault(config);
  },
});

function* byDefault(config: EffectiveConfig): Iterable<Finding> {
  const directory = config.fallback('log.dir');
  const fixes = [unsafeBut('moveData', set('log.dirs', '/var/lib/kafka/data'))];
  // an image may have a default of its own
  if (directory?.origin === 'kafka') yield { message: 'byDefault', at: 'absent', data: { directory: directory.text }, fixes };
}

/** Also of a value that is known only at run time: a variable can say that it is temporary by its name. */
function directoriesOf({ value, entry }: Setting): readonly string[] {
  return (value.known ? value.text : entry.value).trim().split(/\s*,\s*/);
}

function isTemporary(directory: string): boolean {
  return /^([a-z]:)?[\\/]+(tmp|var[\\/]tmp|dev[\\/]shm)([\\/]|$)|%te?mp%|\$\{java\.io\.tmpdir\}/i.test(directory);
}
