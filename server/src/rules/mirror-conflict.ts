import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { listOf } from '../config/node.js';
import { before } from '../kafka/version.js';
import { defineRule, remove, set, unsafe, type Finding } from './rule.js';
import { flowOf } from './shared/mirror-flow.js';

const emitSyncs = 'emit.offset-syncs.enabled';
const emitCheckpoints = 'emit.checkpoints.enabled';
const syncKey = /^offset-syncs-|^offset-syncs\.topic\./;
/** Of keys without a prefix MirrorMaker hands those to its connectors that they define. */
const bareSyncKey = /^offset-syncs\.topic\.(location|replication\.factor)$/;

/** What is said by default otherwise, once nothing is refused any more. */
const offsetsSynced = 'sync.group.offsets.enabled=true';

export default defineRule({
  id: 'mirror-conflict',
  roles: ['mirror-maker', 'mirror-source', 'mirror-checkpoint'],
  reads: [emitSyncs, emitCheckpoints],
  severity: 'error',
  messages: {
    syncsOff: '{sync} with {off}=false: MirrorMaker refuses its source connector, and nothing is copied.',
    checkpointsOff: '{property}=false: MirrorMaker refuses a checkpoint connector that is not to write checkpoints.',
    checkpointsWithoutSyncs: '{property}=false: MirrorMaker refuses a checkpoint connector without offset syncs to work from.',
    oneCluster: 'clusters={value} leaves no flow from one cluster to another; MirrorMaker does not start.',
    noFlow:
      'No flow between these clusters is enabled, and heartbeats are switched off: there is nothing to do, and MirrorMaker does not start.',
    noBootstrap:
      'clusters names {alias}, and neither {alias}.bootstrap.servers nor bootstrap.servers is set; MirrorMaker {version} does not start.',
  },
  docs: {
    summary: 'Settings that contradict each other, so that MirrorMaker or one of its connectors does not start',
    why: 'MirrorMaker checks that there is a flow from one cluster to another, and its connectors that they are not set up for what is switched off: settings of offset syncs where none are written, checkpoints without offset syncs. A refused connector is an error in the log, and the process goes on without copying.',
    remedy: 'Remove the settings of what is switched off, or switch it on. A checkpoint connector that is not wanted is best not created.',
    falsePositives: 'none known.',
    references: [
      'org.apache.kafka.connect.mirror.MirrorSourceConnector (validateEmitOffsetSyncConfigs)',
      'org.apache.kafka.connect.mirror.MirrorCheckpointConfig (validate)',
      'org.apache.kafka.connect.mirror.MirrorMaker',
    ],
  },
  examples: {
    bad: [
      {
        role: 'mirror-source',
        settings: 'emit.offset-syncs.enabled=false\noffset-syncs.topic.location=target',
        beside: ['connector.class'],
      },
      { role: 'mirror-checkpoint', settings: `emit.checkpoints.enabled=false\n${offsetsSynced}`, beside: ['connector.class'] },
      { role: 'mirror-checkpoint', settings: `emit.offset-syncs.enabled=false\n${offsetsSynced}`, beside: ['connector.class'] },
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: `clusters=A,B\nbootstrap.servers=kafka1:9092\nA->B.enabled=true\nA->B.emit.offset-syncs.enabled=false\noffset-syncs.topic.location=target\n${offsetsSynced}\n`,
      },
      { role: 'mirror-maker', file: 'connect-mirror-maker.properties', text: 'clusters=A\nA.bootstrap.servers=kafka1:9092\n' },
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nA.bootstrap.servers=kafka1:9092\nB.bootstrap.servers=kafka2:9092\nemit.heartbeats.enabled=false\n',
      },
    ],
    good: [
      { role: 'mirror-source', settings: 'emit.offset-syncs.enabled=false' },
      { role: 'mirror-source', settings: 'offset-syncs.topic.location=target' },
      { role: 'mirror-checkpoint', settings: 'emit.checkpoints.enabled=false\nenabled=false' },
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nB.bootstrap.servers=kafka2:9092\nA->B.enabled=true\nemit.heartbeats.enabled=false\nemit.checkpoints.enabled=false\n',
      },
    ],
  },
  *check(config) {
    for (const finding of checksOf(config)) yield { refusedByKafka: true, ...finding };
  },
});

/** The connectors of a flow in MirrorMaker's own file are judged by the whole file. */
function checksOf(config: EffectiveConfig): Iterable<Finding> {
  if (config.role === 'mirror-maker') return [...checkFlows(config), ...checkFlowsExist(config)];
  if (!config.explicit('connector.class')) return [];
  return config.role === 'mirror-source' ? checkSource(config) : checkCheckpoint(config);
}

/** Since 3.9, which brought the switch; only the word in small letters switches it off here. */
function* checkSource(config: EffectiveConfig): Iterable<Finding> {
  const off = config.explicit(emitSyncs);
  const sync = config.settings.find(({ property }) => syncKey.test(property));
  if (off && sync && isFalse(config, emitSyncs) && !before(config.version, '3.9')) yield syncsOff(off, sync);
}

function* checkCheckpoint(config: EffectiveConfig): Iterable<Finding> {
  if (before(config.version, '3.9') || isFalse(config, 'enabled')) return;
  for (const [name, message] of [
    [emitCheckpoints, 'checkpointsOff'],
    [emitSyncs, 'checkpointsWithoutSyncs'],
  ] as const) {
    const at = config.explicit(name);
    if (at && isFalse(config, name)) yield { message, at, fixes: [unsafe(set('enabled', 'false')), unsafe(remove(at))] };
  }
}

/** A key without prefix is for every flow that does not set it itself. */
function* checkFlows(config: EffectiveConfig): Iterable<Finding> {
  if (before(config.version, '3.9')) return;
  const off = config.settings.filter(({ property }) => property.endsWith(emitSyncs) && isFalse(config, property));
  for (const setting of off) {
    const prefix = flowOf(setting.property)?.prefix;
    const sync = config.settings.find(({ property }) => bareSyncKey.test(property) || isSyncOf(property, prefix));
    if (sync) yield syncsOff(setting, sync);
  }
}

/** A switch without prefix is off for every flow. */
function isSyncOf(property: string, prefix: string | undefined): boolean {
  const flow = flowOf(property);
  if (!flow || (prefix !== undefined && prefix !== flow.prefix)) return false;
  return syncKey.test(property.slice(flow.prefix.length));
}

function syncsOff(at: Setting, sync: Setting): Finding {
  const data = { sync: sync.property, off: at.property };
  return { message: 'syncsOff', at, related: [sync], data, fixes: [unsafe(remove(sync)), unsafe(remove(at))] };
}

/** Every pair of clusters is a flow, for heartbeats alone where it is not enabled, unless those are switched off. */
function* checkFlowsExist(config: EffectiveConfig): Iterable<Finding> {
  const clusters = config.explicit('clusters');
  if (!clusters?.value.known) return;
  const aliases = [...new Set(listOf(config, 'clusters'))];
  const flows = aliases.flatMap(source => aliases.filter(other => other !== source).map(target => ({ source, target })));
  const running = flows.filter(({ source, target }) => mayRun(config, `${source}->${target}.`));
  if (flows.length === 0) yield { message: 'oneCluster', at: clusters };
  else if (running.length === 0) yield { message: 'noFlow', at: clusters };
  // workers had a default before
  if (before(config.version, '4.2') || config.explicit('bootstrap.servers')) return;
  const unreachable = running.find(({ target }) => !config.explicit(`${target}.bootstrap.servers`));
  if (unreachable) yield { message: 'noBootstrap', at: clusters, data: { alias: unreachable.target } };
}

function mayRun(config: EffectiveConfig, flow: string): boolean {
  const heartbeats = config.explicit(`${flow}emit.heartbeats.enabled`) ?? config.explicit('emit.heartbeats.enabled');
  return !heartbeats || mayBeTrue(heartbeats) || isSetTrue(config.explicit(`${flow}enabled`));
}

function isSetTrue(setting: Setting | undefined): boolean {
  return setting ? mayBeTrue(setting) : false;
}

function mayBeTrue({ value }: Setting): boolean {
  return !value.known || isTrue(value.text);
}

/** Boolean.parseBoolean, as MirrorMakerConfig.clusterPairs reads it: blanks around the word are not cut. */
function isTrue(text: string): boolean {
  return text.toLowerCase() === 'true';
}

function isFalse(config: EffectiveConfig, property: string): boolean {
  const value = config.explicit(property)?.value;
  return value?.known === true && value.text === 'false';
}
