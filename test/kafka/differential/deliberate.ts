import { versionOf } from '../../../server/src/analysis/options.js';
import { isClassName } from '../../../server/src/kafka/named-checks.js';
import { javaTrim } from '../../../server/src/kafka/java-text.js';
import { before } from '../../../server/src/kafka/version.js';
import type { Verdict } from '../oracle.js';
import type { Judgement, Question } from './judge.js';

/** A difference that is meant: what Ackguard does not say although Kafka refuses, or a value that it shows otherwise. */
export interface Deliberate {
  readonly id: string;
  readonly reason: string;
  /** `what`: the difference in words. */
  covers(question: Question, verdict: Verdict, judgement: Judgement, what: string): boolean;
}

/** What Kafka says where it alone refuses. */
function refusal(verdict: Verdict): string {
  return verdict.accepted ? '' : verdict.error;
}

const withJaas = /^SASL_/i;

export const deliberate: readonly Deliberate[] = [
  {
    id: 'class-path',
    reason: 'whether a well-formed class name can be found, and is of the right kind, the class path of the program decides',
    covers: ({ props }, verdict) => {
      const error = refusal(verdict);
      const missing =
        /^ConfigException: Invalid value [^]* for configuration \S+ Class ([^]*) could not be found\.$/.exec(error) ??
        /^KafkaException: (?:Class )?(.*?) (?:cannot be found|ClassNotFoundException exception occurred)$/.exec(error) ??
        /^ConfigException: Invalid value ([^]*) for configuration \S+: Class cannot be found$/.exec(error) ??
        /^ClassNotFoundException: ([^]*)$/.exec(error);
      if (missing) return isClassName(javaTrim(missing[1] ?? ''));
      // 3.9: closing the half-made client hides why it could not be made
      if (error.includes('clientTelemetryReporter') && 'metric.reporters' in props) return true;
      return /^(KafkaException: (class )?\S+ is not an instance of|IllegalArgumentException: requirement failed: principal\.builder\.class must implement|KafkaException: Could not instantiate class|(KafkaException: java\.lang\.)?ClassCastException|ConfigException: Class class \S+ does not implement)/.test(
        error,
      );
    },
  },
  {
    id: 'jaas',
    reason:
      'the JAAS configuration is a language of its own, and a file of the JVM may hold it as well as the key; Kerberos names its service there or in the key',
    covers: ({ props }, verdict) =>
      withJaas.test(javaTrim(props['security.protocol'] ?? '')) &&
      /JAAS|Login module|login module|No LoginModule found|LoginException|sasl\.kerberos\.service\.name|serviceName/.test(refusal(verdict)),
  },
  {
    id: 'key-stores',
    reason: 'key stores are files of the machine that runs the client, or of its JVM',
    covers: ({ role, props }, verdict) =>
      role !== 'broker' &&
      /^(SASL_)?SSL$/i.test(javaTrim(props['security.protocol'] ?? '')) &&
      Object.keys(props).some(key => key.startsWith('ssl.')) &&
      /SSL|missing provider|key ?store|trust ?store|PEM|NoSuchAlgorithm|NoSuchProvider|KeyManager|TrustManager|protocol/.test(
        refusal(verdict),
      ),
  },
  {
    id: 'unread-strategy',
    reason: 'with group.protocol=consumer Kafka 3.7 to 3.9 do not read partition.assignment.strategy, whose value is none all the same',
    covers: ({ role, version, props }, verdict, { refusals }) =>
      role === 'consumer' &&
      verdict.accepted &&
      before(versionOf(version), '4.0') &&
      /^consumer$/i.test(javaTrim(props['group.protocol'] ?? '')) &&
      refusals.every(({ property }) => property === 'partition.assignment.strategy'),
  },
  {
    id: 'share-consumer',
    reason: 'keys of a share consumer without a group.protocol are a share consumer’s own file, and KafkaShareConsumer takes them',
    covers: ({ role, props }, verdict) =>
      role === 'consumer' &&
      !('group.protocol' in props) &&
      /share\.\S+ cannot be set when group\.protocol=CLASSIC$/.test(refusal(verdict)),
  },
  {
    id: 'client-resolves',
    reason: 'KafkaConsumer (2.2 to 3.8) and KafkaProducer (before 2.8) change the default themselves, their Config classes do not show it',
    covers: ({ role, version }, verdict, _judgement, what) =>
      verdict.accepted &&
      ((role === 'consumer' && before(versionOf(version), '3.9') && what.startsWith('value of enable.auto.commit:')) ||
        (role === 'producer' &&
          before(versionOf(version), '2.8') &&
          /^value of (acks|retries|enable\.idempotence|max\.in\.flight\S+):/.test(what))),
  },
  {
    id: 'generated-client-id',
    reason: 'Kafka makes up a name for a client whose client.id is empty',
    covers: ({ props }, verdict, _judgement, what) =>
      verdict.accepted && props['client.id']?.trim() === '' && what.startsWith('value of client.id:'),
  },
  {
    id: 'jvm-algorithms',
    reason: 'which algorithms there are, and how long their keys may be, the JVM and its security providers decide',
    covers: ({ role }, verdict) =>
      (role === 'connect-distributed' || role === 'mirror-maker') &&
      /^ConfigException: Invalid value [^]* for configuration inter\.worker\.\S+: (the algorithm is not supported by this JVM|Algorithm [^]* not available|[^]* KeyGenerator not available)/.test(
        refusal(verdict),
      ),
  },
  {
    id: 'placeholder',
    reason: 'what ${…} stands for is filled in by whoever reads the file, so its value is not known here',
    covers: ({ props }, verdict, _judgement, what) => {
      const key = /^value of (\S+):/.exec(what)?.[1];
      return verdict.accepted && key !== undefined && (props[key]?.includes('${') ?? false);
    },
  },
  {
    id: 'dotted-capital-i',
    reason: 'connect.protocol is compared by String.equalsIgnoreCase, for which İ is an i; nobody writes that',
    covers: ({ props }, verdict, { refusals }) =>
      verdict.accepted &&
      Object.keys(props).some(key => key.endsWith('connect.protocol') && (props[key]?.includes('İ') ?? false)) &&
      refusals.every(one => one.property === 'connect.protocol'),
  },
  {
    id: 'same-listener-twice',
    reason: 'a controller listener that is named twice, in other letters, has no protocol by default before 4.0; nobody names one twice',
    covers: ({ props }, verdict) => {
      const names = (props['controller.listener.names'] ?? '').split(',').map(name => name.trim().toUpperCase());
      return new Set(names).size < names.length && refusal(verdict).includes('not found in listener.security.protocol.map');
    },
  },
  {
    id: 'file-system',
    reason: 'whether a file of keys is there and can be read, the machine of the worker decides',
    covers: ({ role }, verdict) =>
      role.startsWith('connect-') &&
      /(Key|Trust)Store Path not accessible|Cannot be converted to URI|InvalidPathException/.test(refusal(verdict)),
  },
  {
    id: 'plugin-version',
    reason: 'which of two versions of a plug-in is the older one, Maven’s ordering of versions decides',
    covers: ({ props }, verdict) =>
      Object.keys(props).some(key => key.endsWith('.plugin.version')) &&
      refusal(verdict).startsWith('ConfigException: Range defies version ordering'),
  },
  {
    id: 'deferred-addresses',
    reason:
      'with bootstrap.resolve.timeout.ms (4.4) a client looks at its servers after its start, and an address that is none is wrong all the same',
    covers: ({ props }, verdict, { refusals }) =>
      verdict.accepted && 'bootstrap.resolve.timeout.ms' in props && refusals.every(one => one.property === 'bootstrap.servers'),
  },
  {
    id: 'thread-start',
    reason: 'how soon a thread of the consumer starts, the load of the machine decides',
    covers: ({ role, props }, verdict) =>
      role === 'consumer' &&
      'default.api.timeout.ms' in props &&
      refusal(verdict).includes('network thread resource initialization timed out'),
  },
  {
    id: 'worker-herder',
    reason: 'the herder of a worker refuses exactly.once.support=required without its own support, and cannot be made without brokers',
    covers: ({ role }, verdict, { refusals }) =>
      role === 'mirror-maker' && verdict.accepted && refusals.every(one => one.message === 'workerDisabled'),
  },
  {
    id: 'idle-flow',
    reason: 'a flow that is not enabled and has no heartbeats is not checked before it is switched on',
    covers: ({ role, props }, verdict) =>
      role === 'mirror-maker' &&
      verdict.accepted &&
      Object.keys(props).some(key => key.endsWith('emit.heartbeats.enabled') && props[key]?.toLowerCase() !== 'true'),
  },
  {
    id: 'embedded-clients',
    reason: 'a value that a client inside Streams refuses by itself is judged where the keys of clients are read',
    covers: ({ role }, verdict) =>
      role === 'streams' &&
      /^ConfigException: (Invalid url in bootstrap\.servers|No resolvable bootstrap|Invalid value [^]* for configuration (acks|retries|max\.in\.flight\S*|batch\.size|transaction\.timeout\.ms|enable\.idempotence):? (Value must be|Not a number|String must be|Expected value))/.test(
        refusal(verdict),
      ),
  },
  {
    id: 'fragment',
    reason:
      'a broker’s file with neither process.roles nor zookeeper.connect, or with empty process.roles, may be a part of a configuration: what it lacks is not missed',
    covers: ({ role, props }, verdict) =>
      role === 'broker' &&
      !verdict.accepted &&
      (props['process.roles'] === undefined ? !('zookeeper.connect' in props) : !/[a-z]/.test(props['process.roles'])),
  },
  {
    id: 'kraft-preview',
    reason: 'process.roles is unknown before 2.8, and KRaft was a preview with other checks in 2.8 and 3.0',
    covers: ({ role, version, props }) => role === 'broker' && 'process.roles' in props && before(versionOf(version), '3.1'),
  },
  {
    id: 'host-name',
    reason:
      'advertised.host.name, host.name and their ports (gone in 3.0) count only where listeners are silent, and are reported as deprecated',
    covers: ({ role, version, props }, verdict) =>
      role === 'broker' &&
      before(versionOf(version), '3.0') &&
      ['advertised.host.name', 'host.name', 'port', 'advertised.port'].some(key => key in props) &&
      /listener/i.test(refusal(verdict)),
  },
  {
    id: 'record-formats',
    reason:
      'before 4.0 the format of records must not be newer than the protocol, defaults included; both keys serve rolling upgrades only',
    covers: ({ role, version }, verdict) =>
      role === 'broker' &&
      before(versionOf(version), '4.0') &&
      /log\.message\.format\.version \S+ (cannot|can only) be used/.test(refusal(verdict)),
  },
  {
    id: 'zookeeper-migration',
    reason: 'a migration from ZooKeeper goes through several files in several steps',
    covers: ({ role, props }, verdict) =>
      role === 'broker' &&
      /^true$/i.test(javaTrim(props['zookeeper.metadata.migration.enable'] ?? '')) &&
      /migration/i.test(refusal(verdict)),
  },
  {
    id: 'log-manager',
    reason: 'equal and nested log.dirs are refused by LogManager at start (measured with real brokers), which KafkaConfig does not ask',
    covers: (_question, verdict, { refusals }) =>
      verdict.accepted && refusals.every(({ rule, message }) => rule === 'broker-start-conflict' && message.startsWith('directory')),
  },
  {
    id: 'broker-decides-retention',
    reason: 'where a topic does not set both retention and local retention, the broker’s value takes the place of the other',
    covers: ({ role, props }, verdict) => {
      const unit = /(?:local\.)?retention\.(ms|bytes)/.exec(refusal(verdict))?.[1];
      return role === 'topic' && unit !== undefined && !(`retention.${unit}` in props && `local.retention.${unit}` in props);
    },
  },
  {
    id: 'java-regex',
    reason: 'a pattern that Java refuses may be one that JavaScript takes, and the other way round, so patterns are not judged',
    covers: ({ role, props }, verdict) =>
      role === 'sink-connector' &&
      (refusal(verdict).includes('for configuration topics.regex: Invalid regex') ||
        (refusal(verdict).includes(' the regex ') && /[^\w .*+?^$|()[\]{},\\-]/.test(props['topics.regex'] ?? ''))),
  },
  {
    id: 'clusters-missing',
    reason: 'the oracle names two clusters where a question names none, as MirrorMaker starts with no file without them',
    covers: ({ role, props }, verdict) =>
      role === 'mirror-maker' && !('clusters' in props) && refusal(verdict).includes('replication flows'),
  },
];
