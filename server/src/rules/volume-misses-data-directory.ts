import { defineRule } from './rule.js';
import { dataDirectories, ephemeralMounts, mountedAt, mountedKeys, mounts } from './shared/data-directories.js';

const service = (volume: string): string =>
  `services:\n  kafka:\n    image: apache/kafka\n    environment:\n      KAFKA_NUM_IO_THREADS: 8\n      KAFKA_LOG_DIRS: /var/lib/kafka/data\n    volumes:\n      - ${volume}\n`;

export default defineRule({
  id: 'volume-misses-data-directory',
  roles: ['broker'],
  reads: mountedKeys,
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    missed:
      'Nothing is mounted at {directory}, where this broker keeps its records: they go with the container, at an update or when it is taken down, also those that were acknowledged.',
  },
  docs: {
    summary: 'A volume is mounted into the container of a broker, but not where its records are',
    why: 'A volume saves what is written below the directory at which it is mounted, and nothing else. Images keep records in different places: apache/kafka below /tmp/kafka-logs unless log.dirs says otherwise, cp-kafka in /var/lib/kafka/data, bitnami/kafka in /bitnami/kafka/data, wurstmeister/kafka below /kafka. A mount that was copied from the file of another image saves an empty directory.',
    remedy: 'Mount the volume at the directory that log.dirs names, or write into log.dirs where the volume is.',
    falsePositives: 'An image of your own that links the directory into the volume.',
    references: [
      'https://docs.docker.com/engine/storage/volumes/',
      'kafka.docker.KafkaDockerWrapper (what is set replaces the file that the image brings)',
      'confluentinc/kafka-images, bitnami/containers and wurstmeister/kafka-docker, the scripts that start Kafka',
    ],
    notReproduced: 'What lies outside of volumes goes with the container; there is nothing of Kafka’s in it that could be counted.',
  },
  examples: {
    bad: [
      { role: 'broker', file: 'docker-compose.yml', text: service('data:/bitnami/kafka') },
      { role: 'broker', file: 'docker-compose.yml', text: service('./secrets:/etc/kafka/secrets:ro') },
    ],
    good: [
      { role: 'broker', file: 'docker-compose.yml', text: service('data:/var/lib/kafka/data') },
      { role: 'broker', file: 'docker-compose.yml', text: service('${DATA:-./data}:/var/lib/kafka') },
    ],
  },
  *check(config) {
    const at = config.explicit(mounts) ?? config.explicit(ephemeralMounts);
    const directory = dataDirectories(config).find(one => mountedAt(config, one) === undefined);
    // a directory that only a variable names may be the one
    if (at && config.text(at.property) !== undefined && directory !== undefined) yield { message: 'missed', at, data: { directory } };
  },
});
