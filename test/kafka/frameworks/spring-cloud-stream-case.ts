import type { Case } from './comparison.js';
import { bound, streamsOf } from './spring-cloud-stream-bindings.js';

type Circumstances = NonNullable<Case['circumstances']>;

/** An `application.yml`. */
export const yaml = (about: string, text: string, circumstances: Circumstances = {}): Case =>
  bound({ path: 'application.yml', text, about, circumstances });
/** An `application.properties`. */
const lines = (about: string, text: string, circumstances: Circumstances = {}): Case =>
  bound({ path: 'application.properties', text, about, circumstances });
/** Keys below `spring.cloud.stream`, one a line, and what else is in the file. */
export const stream = (about: string, keys: readonly string[], more = ''): Case =>
  lines(about, `${keys.map(key => `spring.cloud.stream.${key}\n`).join('')}${more}`);
/** The same with a function of Kafka Streams. */
export const ofStreams = (about: string, keys: readonly string[], more = ''): Case => {
  const file = stream(about, ['bindings.process-in-0.destination=orders', ...keys], more);
  return bound({ ...file, circumstances: { streams: streamsOf } });
};
