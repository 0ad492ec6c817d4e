import { atLeast, parseVersion, type KafkaVersion } from './version.js';

/**
 * The versions of the protocol between brokers, and the highest number behind `-IV` of each; below 0.10.0 there was none.
 * Source: kafka.api.ApiVersion and org.apache.kafka.server.common.MetadataVersion in the newest patch of each line from 0.11.0 to 3.9.
 */
const families: readonly (readonly [string, number | undefined])[] = [
  ['0.8.0', undefined],
  ['0.8.1', undefined],
  ['0.8.2', undefined],
  ['0.9.0', undefined],
  ['0.10.0', 1],
  ['0.10.1', 2],
  ['0.10.2', 0],
  ['0.11.0', 2],
  ['1.0', 0],
  ['1.1', 0],
  ['2.0', 1],
  ['2.1', 2],
  ['2.2', 1],
  ['2.3', 1],
  ['2.4', 1],
  ['2.5', 0],
  ['2.6', 0],
  ['2.7', 2],
  ['2.8', 1],
  ['3.0', 1],
  ['3.1', 0],
  ['3.2', 0],
  ['3.3', 3],
  ['3.4', 0],
  ['3.5', 2],
  ['3.6', 2],
  ['3.7', 4],
  ['3.8', 0],
  ['3.9', 0],
  ['4.0', 1],
];

/** Brokers of these lines already know the versions of the next one. */
const knowsTheNext: ReadonlyMap<string, string> = new Map([
  ['3.8', '3.7'],
  ['3.9', '3.8'],
  ['4.0', '3.9'],
]);

/** Whether a broker takes the text for a protocol version: `2.8`, `2.8-IV1`, or one with more numbers behind it such as `2.8.2`. */
export function isProtocolVersion(text: string, version: KafkaVersion): boolean {
  const short = text
    .split('.')
    .slice(0, text.startsWith('0.') ? 3 : 2)
    .join('.');
  const [name = '', iv, ...more] = short.split('-IV');
  const [, highest] = families.find(([family]) => family === name) ?? [];
  if (more.length > 0 || !families.some(([family]) => family === name)) return false;
  if (iv !== undefined && !(highest !== undefined && /^\d$/.test(iv) && Number(iv) <= highest)) return false;
  // the bare name of the next one is not for use yet
  const since = iv === undefined ? name : (knowsTheNext.get(name) ?? name);
  return parseVersion(since) !== undefined && atLeast(version, since);
}
