import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { before } from '../kafka/version.js';
import { defineRule, set, unsafe, unsafeBut, type Finding } from './rule.js';
import { flowOf } from './shared/mirror-flow.js';

export default defineRule({
  id: 'exactly-once-source-mismatch',
  roles: ['mirror-maker', 'mirror-source'],
  reads: ['exactly.once.support'],
  severity: 'error',
  messages: {
    workerDisabled:
      '{property}=required, but the worker for {target} has no exactly-once support: {wanted} is not set to enabled. The flow is refused and copies nothing.',
    readsUncommitted:
      '{property}=required needs a consumer that reads committed records only, which {wanted}=read_committed asks for. The connector is refused and copies nothing.',
    allWorkers: 'every process that serves the same target must have it; set it to preparing on all of them first',
  },
  docs: {
    summary: 'MirrorMaker is to copy exactly once, and another setting forbids it',
    why: 'With exactly.once.support=required Connect creates the connector only if the worker runs with exactly.once.source.support=enabled and if the connector can keep its promise: MirrorMaker’s source connector can only if it reads committed records. Otherwise the connector is refused, an error is logged, and nothing is copied.',
    remedy:
      'In the file of MirrorMaker write <target>.exactly.once.source.support=enabled and <source>.consumer.isolation.level=read_committed; in the file of a connector source.consumer.isolation.level=read_committed.',
    falsePositives: 'none known.',
    references: [
      'org.apache.kafka.connect.mirror.MirrorSourceConnector (validateExactlyOnceConfigs)',
      'org.apache.kafka.connect.runtime.distributed.DistributedHerder (validateSourceConnectorExactlyOnceSupport)',
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-618%3A+Exactly-Once+Support+for+Source+Connectors',
    ],
  },
  examples: {
    bad: [
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nbootstrap.servers=kafka1:9092\nA->B.enabled=true\nA->B.exactly.once.support=required\nA.consumer.isolation.level=read_committed\n',
      },
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nbootstrap.servers=kafka1:9092\nA->B.enabled=true\nA->B.exactly.once.support=required\nB.exactly.once.source.support=enabled\n',
      },
      { role: 'mirror-source', settings: 'exactly.once.support=required' },
    ],
    good: [
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nbootstrap.servers=kafka1:9092\nA->B.enabled=true\nA->B.exactly.once.support=required\nA.consumer.isolation.level=read_committed\nB.exactly.once.source.support=enabled\n',
      },
      {
        role: 'mirror-source',
        settings: 'exactly.once.support=required\nsource.consumer.isolation.level=read_committed',
        carriers: ['connector'],
      },
    ],
  },
  *check(config) {
    // the connector can since 3.5; before, none of its versions could, and the worker says so itself
    if (before(config.version, '3.5') || (config.role === 'mirror-source' && !config.explicit('connector.class'))) return;
    const demands = config.settings.filter(({ property }) => property.endsWith('exactly.once.support') && isRequired(config, property));
    for (const at of demands) {
      for (const finding of config.role === 'mirror-source' ? checkConnector(config) : checkFlow(config, at))
        yield { refusedByKafka: true, at, ...finding };
    }
  },
});

/** The worker reads the word in any case, the connector as it is written: only a required in small letters is safe to judge. */
function isRequired(config: EffectiveConfig, property: string): boolean {
  return config.text(property) === 'required';
}

type Part = Omit<Finding, 'at'>;

function* checkFlow(config: EffectiveConfig, at: Setting): Iterable<Part> {
  const flow = flowOf(at.property);
  if (!flow) return;
  const { source, target, prefix } = flow;
  const worker = `${target}.exactly.once.source.support`;
  if (!holds(config, [worker], text => text.toLowerCase() === 'enabled')) {
    yield { message: 'workerDisabled', data: { target, wanted: worker }, fixes: [unsafeBut('allWorkers', set(worker, 'enabled'))] };
  }
  const wanted = `${source}.consumer.isolation.level`;
  const readers = [`${prefix}source.consumer.isolation.level`, wanted, `${prefix}consumer.isolation.level`];
  yield* checkReader(config, readers, wanted);
}

function checkConnector(config: EffectiveConfig): Iterable<Part> {
  const wanted = 'source.consumer.isolation.level';
  return checkReader(config, [wanted, 'consumer.isolation.level'], wanted);
}

function* checkReader(config: EffectiveConfig, readers: readonly string[], wanted: string): Iterable<Part> {
  if (holds(config, readers, text => text === 'read_committed')) return;
  yield { message: 'readsUncommitted', data: { wanted }, fixes: [unsafe(set(wanted, 'read_committed'))] };
}

/** Whether the first of the keys that is set has such a value, or one that is not known here. */
function holds(config: EffectiveConfig, keys: readonly string[], accepts: (text: string) => boolean): boolean {
  const setting = keys.map(key => config.explicit(key)).find(one => one !== undefined);
  return setting !== undefined && (!setting.value.known || accepts(setting.value.text));
}
