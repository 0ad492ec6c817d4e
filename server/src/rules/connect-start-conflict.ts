import type { EffectiveConfig } from '../config/effective.js';
import { listOf } from '../config/node.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, remove, set, unsafe, type Finding } from './rule.js';

const verified = 'inter.worker.verification.algorithms';
const generation = 'inter.worker.key.generation.algorithm';
const signature = 'inter.worker.signature.algorithm';
/** DistributedConfig, for each of the three algorithms. */
const defaultAlgorithm = 'HmacSHA256';
/** RestServer.LISTENER_PATTERN, unchanged from 2.0 to 4.3. */
const listenerForm = /^(.*):\/\/\[?([0-9a-zA-Z\-%._:]*)\]?:(-?[0-9]+)$/;

export default defineRule({
  id: 'connect-start-conflict',
  roles: ['connect-distributed', 'connect-standalone'],
  reads: [verified, signature, generation, 'listeners', 'heartbeat.interval.ms', 'session.timeout.ms'],
  severity: 'error',
  messages: {
    algorithm: '{which}={algorithm} is not among {property}={value}; the worker does not start.',
    algorithmByDefault: '{property}={algorithm} is not among inter.worker.verification.algorithms ({allowed}); the worker does not start.',
    keyTooShort: '{property}={value} is too short for {algorithm}, which needs 40 bits or more; the worker does not start.',
    keyOddSize: '{property}={value} is no length of a key for {algorithm}, which has 128, 192 or 256 bits; the worker does not start.',
    heartbeat:
      'heartbeat.interval.ms is {heartbeat} and session.timeout.ms {session}: the heartbeat must be shorter than the session, the worker does not start.',
    host: '{property}={value} is no name of a host; the worker does not start.',
    negative: '{property}={value} is less than 0; the worker does not start.',
    listener: '{property} has {listener}, which is not of the form http://host:port or https://host:port; the worker does not start.',
  },
  docs: {
    summary: 'Settings that contradict each other, so that the Connect worker does not start',
    why: 'Workers sign the requests that they send each other, are members of a group, and open a REST server. When a worker starts it checks that the algorithm of its signature is among those that it accepts, that a key of that size can be made, that its heartbeat fits into its session, and that its listeners are addresses. A worker that does not come back leaves its connectors and tasks to the others.',
    remedy: 'Change one of the settings that the message names, on every worker of the group.',
    falsePositives: 'none known for the JVM’s own algorithms; a security provider of your own may make other keys.',
    references: [
      'org.apache.kafka.connect.runtime.distributed.DistributedConfig (validateInterWorkerKeyConfigs)',
      'org.apache.kafka.connect.runtime.rest.RestServer (createConnector)',
      'org.apache.kafka.clients.consumer.internals.Heartbeat',
    ],
  },
  examples: {
    bad: [
      { role: 'connect-distributed', settings: 'inter.worker.signature.algorithm=HmacSHA512' },
      { role: 'connect-distributed', settings: 'inter.worker.verification.algorithms=HmacSHA512', version: '2.8' },
      { role: 'connect-distributed', settings: 'inter.worker.key.size=16' },
      { role: 'connect-distributed', settings: 'heartbeat.interval.ms=10000' },
      { role: 'connect-distributed', settings: 'listeners=HTTP://connect1:8083,connect1:8443', carriers: ['connect-worker'] },
    ],
    good: [
      {
        role: 'connect-distributed',
        settings: 'inter.worker.signature.algorithm=HmacSHA512\ninter.worker.verification.algorithms=HmacSHA256,HmacSHA512',
      },
      { role: 'connect-distributed', settings: 'inter.worker.signature.algorithm=HmacSHA512', version: '3.2' },
      { role: 'connect-distributed', settings: 'inter.worker.key.size=256' },
      { role: 'connect-distributed', settings: 'heartbeat.interval.ms=3000\nsession.timeout.ms=10000' },
      { role: 'connect-distributed', settings: 'listeners=http://:8083,https://connect1:8443' },
    ],
  },
  *check(config) {
    const checks = config.role === 'connect-distributed' ? [checkAlgorithms, checkKeySize, checkTimers, checkHeartbeat] : [];
    for (const check of [...checks, checkListeners]) {
      for (const finding of check(config)) yield { refusedByKafka: true, ...finding };
    }
  },
});

/** The signature's must be among them since 3.3; from 2.4 to 3.2 that of the key was compared instead. */
function* checkAlgorithms(config: EffectiveConfig): Iterable<Finding> {
  if (before(config.version, '2.4')) return;
  const which = atLeast(config.version, '3.3') ? signature : generation;
  const list = config.explicit(verified);
  const chosen = config.explicit(which);
  const algorithm = chosen ? config.text(which) : defaultAlgorithm;
  const allowed = list ? listOf(config, verified) : [defaultAlgorithm];
  if (algorithm === undefined || list?.value.known === false || allowed.length === 0 || allowed.includes(algorithm)) return;
  const added = unsafe(set(verified, [...allowed, algorithm].join(',')));
  if (list) yield { message: 'algorithm', at: list, related: chosen ? [chosen] : [], data: { which, algorithm }, fixes: [added] };
  else if (chosen) yield { message: 'algorithmByDefault', at: chosen, data: { algorithm, allowed: allowed.join(', ') }, fixes: [added] };
}

/** What the KeyGenerators of the JDK take, asked on Java 17; those of other providers are not known here. */
function* checkKeySize(config: EffectiveConfig): Iterable<Finding> {
  const at = config.explicit('inter.worker.key.size');
  const size = config.number('inter.worker.key.size');
  const algorithm = config.explicit(generation) ? config.text(generation) : defaultAlgorithm;
  if (!at || size === undefined || algorithm === undefined || before(config.version, '2.4')) return;
  const fixes = [unsafe(remove(at))];
  if (/^HmacSHA/i.test(algorithm) && size < 40) yield { message: 'keyTooShort', at, data: { algorithm }, fixes };
  if (/^AES$/i.test(algorithm) && ![128, 192, 256].includes(size)) yield { message: 'keyOddSize', at, data: { algorithm }, fixes };
}

/** The timers that the membership in the group keeps since 2.1 take none. */
function* checkTimers(config: EffectiveConfig): Iterable<Finding> {
  if (before(config.version, '2.1')) return;
  for (const at of ['heartbeat.interval.ms', 'rebalance.timeout.ms'].flatMap(name => config.explicit(name) ?? [])) {
    const number = config.number(at.property) ?? 0;
    if (number < 0) yield { message: 'negative', at, fixes: [unsafe(remove(at))] };
  }
}

function* checkHeartbeat(config: EffectiveConfig): Iterable<Finding> {
  const [at, ...related] = ['heartbeat.interval.ms', 'session.timeout.ms'].flatMap(key => config.explicit(key) ?? []);
  const heartbeat = config.number('heartbeat.interval.ms');
  const session = config.number('session.timeout.ms');
  if (!at || heartbeat === undefined || session === undefined) return;
  if (heartbeat < session) return;
  const third = Math.floor(session / 3);
  const fixes = third > 0 ? [unsafe(set('heartbeat.interval.ms', String(third)))] : [];
  yield { message: 'heartbeat', at, related, data: { heartbeat, session }, fixes };
}

/** The workers inside MirrorMaker have no REST server. */
function* checkListeners(config: EffectiveConfig): Iterable<Finding> {
  if (config.scope.base) return;
  for (const [property, since] of [
    ['listeners', '1.1'],
    ['admin.listeners', '2.4'],
  ] as const) {
    const at = before(config.version, since) ? undefined : config.explicit(property);
    const wrong = listOf(config, property).find(listener => listener !== '' && !isListener(listener));
    if (at && wrong !== undefined) yield { message: 'listener', at, data: { listener: wrong } };
  }
  const listens = config.explicit('listeners') && config.text('listeners') !== '';
  const host = before(config.version, '1.1') ? undefined : config.explicit('rest.host.name');
  const listener = `http://${config.text('rest.host.name') ?? ''}:8083`;
  if (host && before(config.version, '3.0') && !listens && !isListener(listener)) yield { message: 'host', at: host };
}

function isListener(text: string): boolean {
  const protocol = listenerForm.exec(text)?.[1]?.toLowerCase();
  return protocol === 'http' || protocol === 'https';
}
