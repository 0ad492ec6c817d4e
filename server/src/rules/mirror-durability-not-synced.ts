import type { EffectiveConfig } from '../config/effective.js';
import { defineRule, set, unsafeBut, type Fix } from './rule.js';
import { matchesInJava } from './shared/java-pattern.js';
import { whereItRuns } from './shared/mirror-flow.js';

const sync = 'sync.topic.configs.enabled';
const exclude = 'config.properties.exclude';
/** The settings of a topic that decide whether acknowledged records survive. */
const decisive = ['min.insync.replicas', 'unclean.leader.election.enable'];

export default defineRule({
  id: 'mirror-durability-not-synced',
  roles: ['mirror-source'],
  reads: [exclude, sync],
  severity: 'information',
  messages: {
    excluded: '{property} leaves out {names}: the copies in the target cluster do not get them from their topics in the source cluster.',
    byDefault:
      'MirrorMaker does not copy {names} of topics unless config.properties.exclude says otherwise: the copies in the target cluster have what its brokers give new topics.',
    off: '{property}={value}: the copies in the target cluster get no settings of their topics in the source cluster, and so not {names}.',
    replicas: 'the target topics need more replicas than min.insync.replicas of the source topics',
  },
  docs: {
    summary: 'The copied topics do not get min.insync.replicas and unclean.leader.election.enable of their source',
    why:
      'MirrorMaker copies the settings of topics, but its filter leaves out min.insync.replicas and unclean.leader.election.enable by default. A topic that takes writes with two replicas in sync only in the source cluster has the default of the brokers in the target cluster, mostly one: an acknowledged write may exist once there. ' +
      'Nobody notices before the applications have moved to it.',
    remedy:
      'Set min.insync.replicas=2 in the brokers of the target cluster, or for its topics. Or write config.properties.exclude without these two; then replication.factor must be higher than min.insync.replicas of the source topics.',
    falsePositives: 'Target clusters whose brokers or topics are set up by themselves, which cannot be seen here.',
    references: [
      'org.apache.kafka.connect.mirror.DefaultConfigPropertyFilter',
      'https://kafka.apache.org/documentation/#mirrormakersourceconfigs',
    ],
    evidence: ['leader-dies'],
  },
  examples: {
    bad: [
      { role: 'mirror-source', settings: `${exclude}=min.insync.replicas,message.timestamp.type` },
      { role: 'mirror-source', settings: `${sync}=false` },
      { role: 'mirror-source', settings: 'tasks.max=4', beside: ['connector.class'] },
      {
        role: 'mirror-maker',
        file: 'connect-mirror-maker.properties',
        text: 'clusters=A,B\nA.bootstrap.servers=kafka1:9092\nB.bootstrap.servers=kafka2:9092\nA->B.enabled=true\n',
      },
    ],
    good: [
      { role: 'mirror-source', settings: `${exclude}=message.timestamp.type` },
      { role: 'mirror-source', settings: `${exclude}=` },
      { role: 'mirror-source', settings: 'config.property.filter.class=com.example.Filter' },
    ],
  },
  *check(config) {
    // an own filter has its own keys
    if (config.explicit('config.property.filter.class')) return;
    const off = config.explicit(sync);
    const all = { names: decisive.join(' and ') };
    if (off && config.flag(sync) === false) {
      yield { message: 'off', at: off, data: all, fixes: [unsafeBut('replicas', set(sync, 'true'), ...copyAll(config))] };
      return;
    }
    const written = config.explicit(exclude) ?? config.explicit('config.properties.blacklist');
    const at = written ?? whereItRuns(config);
    const patterns = patternsIn(config, written?.property ?? exclude);
    const names = decisive.filter(name => patterns.some(pattern => matchesInJava(pattern, name)));
    if (at === undefined || names.length === 0) return;
    const fixes = [unsafeBut('replicas', ...copyAll(config, written?.property))];
    yield { message: written ? 'excluded' : 'byDefault', at, data: { names: names.join(' and ') }, fixes, certainty: 'assumed' };
  },
});

/** The list without what keeps the decisive settings back. */
function copyAll(config: EffectiveConfig, key = exclude): Fix['changes'] {
  const rest = patternsIn(config, key).filter(pattern => !decisive.some(name => matchesInJava(pattern, name)));
  return [set(key, rest.join(','))];
}

function patternsIn(config: EffectiveConfig, key: string): readonly string[] {
  return (config.effective(key)?.text ?? '').split(/\s*,\s*/).filter(pattern => pattern !== '');
}
