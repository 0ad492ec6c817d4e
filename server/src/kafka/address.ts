import { atLeast, before, type KafkaVersion } from './version.js';

// org.apache.kafka.common.utils.Utils.HOST_PORT_PATTERN: anything may stand before the host, since KAFKA-17048 a protocol only
const lenient = /^.*?\[?[0-9a-zA-Z\-%._:]*\]?:([0-9]+)$/;
const strict = /^(?:[0-9a-zA-Z\-%._]*:\/\/)?\[?[0-9a-zA-Z\-%._:]*\]?:([0-9]+)$/;

/** The port of `host:port`, `[::1]:port` or `PLAINTEXT://host:port` as `Utils.getPort` reads it, greater than any port or not. */
export function portOf(text: string, version: KafkaVersion): number | undefined {
  // asked of 3.8.1, 3.9.2 and 4.0.2: the newest 3.9 is lenient
  const isStrict = atLeast(version, '4.0') || (atLeast(version, '3.8.1') && before(version, '3.9'));
  const digits = (isStrict ? strict : lenient).exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
