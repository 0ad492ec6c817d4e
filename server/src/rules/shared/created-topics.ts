import type { EffectiveConfig } from '../../config/effective.js';
import type { Setting } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { replicationKey } from './replication.js';
import { whereItRuns } from './mirror-flow.js';

/** The number of replicas that a program around Kafka gives to topics which it creates. */
export interface CreatedTopics {
  readonly property: string;
  readonly topics: string;
  /** The setting, or where a remark goes about what holds without one. */
  readonly at: Setting | 'absent';
}

const groupReplicas = /^topic\.creation\.[^.]+\.replication\.factor$/;
const deadLetterReplicas = 'errors.deadletterqueue.topic.replication.factor';

/** The roles that create topics for records by a number of their own. */
export const creatingRoles: readonly Role[] = ['streams', 'topic', 'mirror-source', 'source-connector', 'sink-connector', 'connector'];

/** What Streams, MirrorMaker and connectors say of the topics they create; what they do without saying so where that may be too little. */
export function createdTopics(config: EffectiveConfig): readonly CreatedTopics[] {
  switch (config.role) {
    case 'streams':
      return [...numberOf(config, 'the changelog and repartition topics of the application', 'absent'), ...resultsOf(config)];
    case 'topic':
      return [...ofBinder(config), ...topicOf(config)];
    case 'mirror-source':
      return numberOf(config, 'the copied topics in the target cluster', whereItRuns(config));
    default:
      return [...groupsOf(config), ...deadLettersOf(config)];
  }
}

function numberOf(config: EffectiveConfig, topics: string, absent: Setting | 'absent' | undefined): readonly CreatedTopics[] {
  const property = 'replication.factor';
  const at = config.explicit(property) ?? absent;
  return at === undefined ? [] : [{ property, topics, at }];
}

/** A resource of Strimzi describes one topic. */
function topicOf(config: EffectiveConfig): readonly CreatedTopics[] {
  const property = replicationKey(config);
  const at = config.explicit(property);
  return at ? [{ property, topics: 'the topic', at }] : [];
}

/** ksqlDB creates the topics of its results. */
function resultsOf(config: EffectiveConfig): readonly CreatedTopics[] {
  const property = 'ksql:ksql.sink.replicas';
  const at = config.explicit(property);
  return at ? [{ property, topics: 'the topics of results', at }] : [];
}

/** The binder of Spring Cloud Stream creates the topics of its bindings. */
function ofBinder(config: EffectiveConfig): readonly CreatedTopics[] {
  const property = 'scs:topic.replication-factor';
  const at = config.explicit(property);
  return at ? [{ property, topics: 'the topics that the binder creates', at }] : [];
}

/** Connect creates the topics of source connectors by these since 2.6 (KIP-158). */
function groupsOf(config: EffectiveConfig): readonly CreatedTopics[] {
  const settings = config.settings.filter(({ property }) => groupReplicas.test(property));
  return settings.map(at => ({ property: at.property, topics: 'the topics that the connector creates', at }));
}

/** Without a name there is no dead-letter topic. */
function deadLettersOf(config: EffectiveConfig): readonly CreatedTopics[] {
  const at = config.explicit('errors.deadletterqueue.topic.name') && config.explicit(deadLetterReplicas);
  return at ? [{ property: deadLetterReplicas, topics: 'the dead-letter topic', at }] : [];
}
