import type { VariableNames } from './names.js';

const root = 'spring.cloud.stream.';

/** Keys that a binding has in common with those of other systems, behind its name. Source: BindingProperties. */
const ofCore = '(?:group|destination|binder|content_?type|error_?handler_?definition|(?:consumer|producer)_\\w+)';
const ofKafka = '(?:consumer|producer)_\\w+';
/** The name of a binding: of a function with the number of its argument, with dashes or without, or any other. */
const nameBefore = (keys: string): RegExp => new RegExp(`^(\\w+?_(?:in|out)_\\d+|\\w+?)_(${keys})$`);
const [coreName, kafkaName] = [nameBefore(ofCore), nameBefore(ofKafka)];

/** Maps of Kafka's own keys, whose names have dots. */
const inMap = /^((?:\w+_)?(?:configuration|(?:consumer|producer)properties|topic_properties))_(?!configuration_)(\w+)$/;
/** The same where the names of maps have an underscore for a dash: Spring finds no key in them. */
const inLostMap =
  /(^|_)(?<!dlq_)(consumer|producer)_properties_|dlq_producer_properties_configuration_|dlq_producerproperties_|dlqproducer_properties_/;
/** Keys of bindings that have no dash to leave out. */
const oneWord = /^(group|destination|binder|concurrency|sync|partitioned|multiplex|poller)$/;
const sections = /^(?:(?:consumer|producer)_(?:topic_|dlq_?producer_?properties_)?|transaction_(?:producer_)?)(?=.)/;

/**
 * Names of variables that Spring Cloud Stream takes for keys of bindings and of the binders for Kafka: with underscores for dots and
 * dashes, or with none for the dashes, of the whole key alike. Of a map only a name without any dash finds the keys. A binding whose name
 * has dashes must be named by a file of the application, too. Places in lists and several binders are left alone.
 * Source: SystemEnvironmentPropertyMapper and MapBinder, asked by an application with the binders (npm run frameworks).
 */
export const streamNames: VariableNames = {
  keyOf: variable => {
    if (variable.startsWith(root)) return variable;
    const [, big, small] = /^(?:SPRING_CLOUD_STREAM_([A-Z0-9_]+)|spring_cloud_stream_([a-z0-9_]+))$/.exec(variable) ?? [];
    const rest = (big ?? small)?.toLowerCase();
    if (rest === undefined || /^_|__|_$/.test(rest)) return undefined;
    const key = keyIn(rest);
    return key === undefined ? undefined : root + key;
  },
  variableOf: key => {
    const [, way, own = ''] =
      /^(.*\.(?:configuration|(?:consumer|producer)-properties|topic\.properties))\.(?!configuration\.)(.+)$/.exec(key) ?? [];
    const name = way === undefined ? key : `${way.replaceAll('-', '')}.${own}`;
    return name.replace(/[.-]/g, '_').toUpperCase();
  },
};

function keyIn(rest: string): string | undefined {
  if (rest === 'default_binder') return 'default-binder';
  const [, way, last, below = ''] = /^((?:kafka_(?:streams_)?)?(bindings|default)_|kafka_(?:streams_)?binder_)(\w+)$/.exec(rest) ?? [];
  if (way === undefined) return undefined;
  const key = last === 'bindings' ? inBinding(below, way === 'bindings_' ? coreName : kafkaName) : leafIn(below);
  return key === undefined ? undefined : dotted(way) + key;
}

function inBinding(rest: string, name: RegExp): string | undefined {
  const [, written, leaf = ''] = name.exec(rest) ?? [];
  const key = leafIn(leaf);
  if (written === undefined || key === undefined || /(?:^|_)dlqproducerproperties_(?!configuration_|topic_[a-z0-9]+$)\w+_/.test(leaf))
    return undefined;
  const last = key.slice(key.lastIndexOf('.') + 1);
  const [, ...parts] = /^([a-z0-9]+?)(in|out)(\d+)$/.exec(written) ?? [];
  if (parts.length > 0) {
    const isMixed = leaf.includes('dlq_producer_') || (!inMap.test(leaf) && last.includes('-'));
    return isMixed ? undefined : `${parts.join('-')}.${key}`;
  }
  const spelled = written.replaceAll('_', '-');
  const isMixed = spelled.includes('-') && (inMap.test(leaf) || !(last.includes('-') || oneWord.test(last)));
  return isMixed ? undefined : `${spelled}.${key}`;
}

function leafIn(rest: string): string | undefined {
  const [, name, below = ''] = /^functions_([a-z0-9]+)_(\w+)$/.exec(rest) ?? [];
  if (name !== undefined) {
    const key = leafIn(below);
    return key === undefined ? undefined : `functions.${name}.${key}`;
  }
  if (inLostMap.test(rest) || /(^|_)\d+(_|$)/.test(rest)) return undefined;
  const [, way, own = ''] = inMap.exec(rest) ?? [];
  if (way === undefined && isMixedForDeadLetters(rest)) return undefined;
  if (way !== undefined) return `${withDashes(dotted(way))}.${dotted(own)}`;
  return rest.replace(sections, section => withDashes(dotted(section))).replaceAll('_', '-');
}

/** Whether the section has its dashes, and the key in it not. */
function isMixedForDeadLetters(rest: string): boolean {
  const [, leaf] = /(?:^|_)dlq_producer_properties_([a-z0-9]+)$/.exec(rest) ?? [];
  return leaf !== undefined && !oneWord.test(leaf);
}

/** The names of sections and maps as they are written in files. */
function withDashes(way: string): string {
  return way.replace(/dlq\.?producer\.?properties/, 'dlq-producer-properties').replace(/(consumer|producer)properties$/, '$1-properties');
}

function dotted(name: string): string {
  return name.replaceAll('_', '.');
}
