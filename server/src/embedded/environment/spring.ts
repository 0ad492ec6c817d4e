import type { VariableNames } from './names.js';

/**
 * The sections of `spring.kafka`, whose names are no part of a key's own name; a key in `properties` is Kafka's own, with dots.
 * Source: KafkaProperties.
 */
const client = '(?:(?:producer|consumer|admin|streams)_)?';
const inMap = new RegExp(`^${client}properties_.+$`);
const sections = new RegExp(`^(?:listener_|template_|retry_topic_(?:backoff_)?|${client}(?:(?:ssl|security|cleanup)_)?)(?=.)`);

/**
 * Names of variables that Spring Boot takes for keys below `spring.kafka`: in capital letters with underscores for the dots, and for the
 * dashes too, in small ones alike, or as they are; in a mixture with none for the dashes. Where an underscore may be either, the sections
 * of KafkaProperties say what it is. Numbers would be places in a list, and options of JAAS have capital letters, which are lost: these are
 * left alone. Source: SystemEnvironmentPropertyMapper, asked by the Binder of Spring Boot 2.7, 3.5 and 4.1 for every key.
 */
export const springNames: VariableNames = {
  keyOf: variable => {
    if (variable.startsWith('spring.kafka.')) return variable;
    const rest = /^SPRING_KAFKA_(\w+)$/i.exec(variable)?.[1]?.toLowerCase();
    if (rest === undefined || /^jaas(_|$)|^_|__|_$|(^|_)\d+(_|$)/.test(rest)) return undefined;
    const key = keyIn(rest);
    const isMixed = variable !== variable.toUpperCase() && variable !== variable.toLowerCase();
    return isMixed && key.includes('-') ? undefined : `spring.kafka.${key}`;
  },
  variableOf: key => key.replace(/[.-]/g, '_').toUpperCase(),
};

function keyIn(rest: string): string {
  if (inMap.test(rest)) return dotted(rest);
  return rest.replace(sections, dotted).replaceAll('_', '-');
}

function dotted(name: string): string {
  return name.replaceAll('_', '.');
}
