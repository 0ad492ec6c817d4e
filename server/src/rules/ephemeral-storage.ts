import type { EffectiveConfig } from '../config/effective.js';
import { listOf } from '../config/node.js';
import { defineRule, safe, set, unsafeBut, type Finding, type Fix } from './rule.js';
import { dataDirectories, ephemeralMounts, mountedAt, mountedKeys, mounts } from './shared/data-directories.js';

const type = 'storage:type';
const deleteClaim = 'storage:deleteClaim';
const persistence = 'storage:persistence.enabled';
const pod = (volume: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: kafka\nspec:\n  containers:\n    - name: kafka\n      image: apache/kafka\n      env:\n        - name: KAFKA_LOG_DIRS\n          value: /data\n      volumeMounts:\n        - name: data\n          mountPath: /data\n  volumes:\n    - name: data\n      ${volume}\n`;

export default defineRule({
  id: 'ephemeral-storage',
  roles: ['broker'],
  reads: [type, deleteClaim, persistence, ...mountedKeys, 'node.id', 'broker.id'],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    ephemeral:
      'type={value}: the data of a node goes with its pod. Each update starts the pods anew, and the nodes come back empty; where no other replica is complete by then, acknowledged records are lost.',
    deletedWithResource: 'deleteClaim={value}: the volumes are deleted together with the resource, and with them every record.',
    notPersistent:
      'persistence.enabled={value}: the data of a broker goes with its pod, and it comes back empty; where no other replica is complete by then, acknowledged records are lost.',
    emptyVolume:
      'The volume at {directory} is made with the pod or container and goes with it: the broker comes back empty, and where no other replica is complete by then, acknowledged records are lost.',
    noVolume:
      'No volume for records is mounted into this container: they go with it, at an update or when it is taken down, also those that were acknowledged.',
    needsClass: 'needs a storage class that makes volumes',
  },
  docs: {
    summary: 'A broker keeps its records where they are lost with its pod or container',
    why:
      'A container has a file system of its own, which is gone when it is removed: at an update, when a node of the cluster is drained, by docker compose down. A broker that comes back without its data copies it from the other replicas, if one of them is complete. ' +
      'An update restarts one broker after the other; where it goes on before the one before has caught up, or all stop at once, nothing is left to copy from.',
    remedy:
      'Give each broker a volume of its own that outlives it: persistent-claim in Strimzi, a claim in Kubernetes, a named volume in compose, persistence.enabled in charts; and keep claims when a resource is deleted.',
    falsePositives:
      'Clusters for tests, whose records nobody needs; and volumes that something else mounts, such as an admission controller.',
    references: [
      'io.strimzi.api.kafka.model.kafka.EphemeralStorage and PersistentClaimStorage',
      'https://docs.docker.com/engine/storage/volumes/',
    ],
    notReproduced: 'A container that is removed takes its file system with it; there is nothing of Kafka’s in it that could be counted.',
  },
  examples: {
    bad: [
      {
        role: 'broker',
        file: 'kafka.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata:\n  name: orders\nspec:\n  kafka:\n    replicas: 3\n    storage:\n      type: ephemeral\n    config:\n      default.replication.factor: 3\n      min.insync.replicas: 2\n',
      },
      {
        role: 'broker',
        file: 'docker-compose.yml',
        text: 'services:\n  kafka:\n    image: apache/kafka\n    environment:\n      KAFKA_NUM_IO_THREADS: 8\n',
      },
      { role: 'broker', file: 'kafka.yaml', text: pod('emptyDir: {}') },
    ],
    good: [
      { role: 'broker', file: 'kafka.yaml', text: pod('persistentVolumeClaim: { claimName: kafka }') },
      {
        role: 'broker',
        file: 'docker-compose.yml',
        text: 'services:\n  kafka:\n    image: apache/kafka\n    environment:\n      KAFKA_NUM_IO_THREADS: 8\n    volumes:\n      - data:/var/lib/kafka/data\n',
      },
    ],
  },
  *check(config) {
    yield* findings(config, type, 'ephemeral', 'ephemeral', []);
    yield* findings(config, deleteClaim, 'true', 'deletedWithResource', [safe(set(deleteClaim, 'false'))]);
    yield* findings(config, persistence, 'false', 'notPersistent', [unsafeBut('needsClass', set(persistence, 'true'))]);
    const found = [...emptied(config)];
    yield* found;
    if (found.length === 0 && config.facts.has('without-volume')) yield { message: 'noVolume', at: 'absent' };
  },
});

/** Where the records are in such a volume; if it is not known where they are, and there is no other volume, they can be nowhere else. */
function* emptied(config: EffectiveConfig): Iterable<Finding> {
  const at = config.explicit(ephemeralMounts);
  const directories = dataDirectories(config);
  const ephemeral = listOf(config, ephemeralMounts);
  const unknown = config.explicit(mounts) ? [] : ephemeral;
  const used = directories.length > 0 ? directories.map(one => mountedAt(config, one)) : unknown;
  const directory = ephemeral.find(one => used.includes(one));
  if (at && directory !== undefined) yield { message: 'emptyVolume', at, data: { directory } };
}

function* findings(config: EffectiveConfig, property: string, wrong: string, message: string, fixes: readonly Fix[]): Iterable<Finding> {
  const at = config.explicit(property);
  if (at && config.text(property) === wrong) yield { message, at, fixes };
}
