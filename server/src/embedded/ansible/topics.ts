import { textOf } from '../../syntax/key-text.js';
import type { Section } from '../../syntax/syntax.js';
import { branchOf } from '../tree.js';
import type { Reads, Variables } from './maps.js';

/**
 * A topic as the modules `kafka_topic`, `kafka_topics` and `kafka_lib` describe it: its keys are `options`, and its copies stand beside them.
 * Source: library/kafka_topic.py and kafka_topics.py of StephenSorriaux/ansible-kafka-admin.
 */
export function topicOf({ tree }: Variables, section: Section): Reads | undefined {
  const branch = branchOf(section);
  const value = (key: string): string | undefined => tree.at(branch, key)?.value;
  const [module, topics, item] = section.path.slice(-3);
  const last = section.path.slice(-1).map(textOf).join('');
  const ofList = module && topics && item?.kind === 'item' && textOf(module) === 'kafka_topics' && textOf(topics) === 'topics';
  const isTopic = ofList === true || last === 'kafka_topic' || (last === 'kafka_lib' && value('resource') === 'topic');
  if (!isTopic || value('state') === 'absent') return undefined;
  const copies = tree.at(branch, 'replica_factor');
  return {
    path: 'topic.properties',
    wanted: { kind: 'role', role: 'topic' },
    fields: copies ? [['strimzi:replicas', copies]] : [],
  };
}
