/** How librdkafka reads a value; each as its function `rd_kafka_anyconf_set_prop` does. */
export type LibrdkafkaType = 'string' | 'patterns' | 'bool' | 'int' | 'double' | 'word' | 'flags';

/** Words of one number, the one that librdkafka itself prints first. */
export type EncodedWords = readonly [number, ...string[]];

/**
 * Canonical name, other names, traits, type, default, least, most, words. Traits: `P`, `C` or `*` for who reads it, `h` undocumented,
 * `s` a secret, `H` or `M` for the importance, `t` a topic's.
 */
export type EncodedLibrdkafkaProperty = readonly [
  name: string,
  others: readonly string[],
  traits: string,
  type: LibrdkafkaType,
  byDefault: string | null,
  least?: number,
  most?: number,
  words?: readonly EncodedWords[],
];

/** The table of one version of librdkafka. `refused`: keys of Java's clients that it knows by name in order to refuse them. */
export interface EncodedLibrdkafka {
  readonly version: string;
  readonly refused: readonly string[];
  readonly properties: readonly EncodedLibrdkafkaProperty[];
}
