import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { defineRule, set, unsafeBut, type Finding } from './rule.js';
import { isControllerOnly } from './shared/replication.js';
import { isTemporary } from './shared/temporary-directory.js';

// what the start of a node needs; a file without any of them is a part of a configuration
const startingKeys = ['process.roles', 'zookeeper.connect', 'broker.id', 'node.id'];
/** Of a standalone worker of Connect. */
const offsetFile = 'offset.storage.file.filename';
/** Of Kafka Streams. */
const stateDirectory = 'state.dir';

export default defineRule({
  id: 'log-dir-temporary',
  roles: ['broker', 'connect-standalone', 'streams'],
  reads: ['log.dirs', 'log.dir', 'metadata.log.dir', offsetFile, stateDirectory, 'process.roles', 'broker.id', 'node.id'],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    explicit:
      '{property}: {directory} is a place for temporary files. It is emptied at a restart of the machine or by a cleaning job, and every record in it is lost, also after it was acknowledged.',
    byDefault:
      'Neither log.dirs nor log.dir is set, so records are kept in {directory}, a place for temporary files: they are lost when it is emptied.',
    offsets:
      '{property}: {directory} is in a place for temporary files. With it the positions of all source connectors are lost: they read everything again, or go on from now and leave out what came in between.',
    state:
      '{property}: {directory} is a place for temporary files. When it is emptied, the application stands still until every store has been built again from its changelog topic.',
    moveData: 'the directory must exist on a disk that stays; move the data of a running node first',
  },
  docs: {
    summary: 'Records, or the positions of connectors, are kept in a directory for temporary files',
    why: 'The operating system empties such a directory at a restart or after some days, and a container loses it with every new start; /dev/shm is memory. Kafka does not write records to the disk one by one either: it relies on the other replicas, and if they keep theirs in such a place too, one power failure takes all copies. A standalone worker of Connect keeps the positions of its source connectors in one file. State of Kafka Streams is only slow to come back, as its changelog topics have it too.',
    remedy: 'Name a directory on a disk that survives restarts. In a container, mount a volume there.',
    falsePositives: 'A volume that is mounted at such a path.',
    references: [
      'https://kafka.apache.org/documentation/#brokerconfigs_log.dirs',
      'https://kafka.apache.org/documentation/#brokerconfigs_metadata.log.dir',
      'org.apache.kafka.connect.storage.FileOffsetBackingStore',
    ],
    evidence: ['disk-lost'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.dirs=/tmp/kafka-logs' },
      { role: 'broker', settings: 'log.dirs=/data/1,/dev/shm/kafka' },
      { role: 'broker', settings: 'log.dirs=/data/1\nmetadata.log.dir=/var/tmp/metadata' },
      { role: 'broker', settings: 'broker.id=1', leftToKafka: ['log.dir'] },
      { role: 'connect-standalone', settings: `${offsetFile}=/tmp/connect.offsets` },
      { role: 'streams', settings: `${stateDirectory}=/tmp/kafka-streams` },
    ],
    good: [
      { role: 'broker', settings: 'log.dirs=/var/lib/kafka/data' },
      { role: 'broker', settings: 'log.dirs=/tmpfs/kafka' },
      { role: 'broker', settings: 'broker.id=1\nlog.dir=/data' },
      { role: 'streams', settings: `${stateDirectory}=/var/lib/kafka-streams` },
    ],
  },
  *check(config) {
    if (config.role !== 'broker') {
      yield* checkPrograms(config);
      return;
    }
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

function* checkPrograms(config: EffectiveConfig): Iterable<Finding> {
  for (const [key, message, lasting] of [
    [offsetFile, 'offsets', '/var/lib/kafka-connect/connect.offsets'],
    [stateDirectory, 'state', '/var/lib/kafka-streams'],
  ] as const) {
    const at = config.explicit(key);
    const [directory] = at ? directoriesOf(at) : [];
    if (!at || directory === undefined || !isTemporary(directory)) continue;
    const fixes = directory.startsWith('/') ? [unsafeBut('moveData', set(key, lasting))] : [];
    yield { message, at, data: { directory }, severity: message === 'state' ? 'information' : 'warning', fixes };
  }
}

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
