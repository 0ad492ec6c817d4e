/** One release of Kafka that stands for its line, and what Maven Central has of it. */
export interface KafkaRelease {
  /** As the catalogue names it: `0.11.0`, `4.3`. */
  readonly line: string;
  readonly version: string;
  readonly scala: '2.12' | '2.13';
  readonly parts: readonly ('streams' | 'connect' | 'mirror')[];
}

const all = ['streams', 'connect', 'mirror'] as const;
const withoutMirror = ['streams', 'connect'] as const;

/**
 * The newest patch of each line, or of 3.5 and 4.2 the newest of which Maven Central has connect-mirror. It has none of the lines 2.4 (the
 * first with MirrorMaker 2), 2.5, 2.6 and 3.2 in the patches tried, and of 4.4.0 only clients and broker.
 */
export const releases: readonly KafkaRelease[] = [
  { line: '0.11.0', version: '0.11.0.3', scala: '2.12', parts: withoutMirror },
  { line: '1.0', version: '1.0.2', scala: '2.12', parts: withoutMirror },
  { line: '1.1', version: '1.1.1', scala: '2.12', parts: withoutMirror },
  { line: '2.0', version: '2.0.1', scala: '2.12', parts: withoutMirror },
  { line: '2.1', version: '2.1.1', scala: '2.12', parts: withoutMirror },
  { line: '2.2', version: '2.2.2', scala: '2.12', parts: withoutMirror },
  { line: '2.3', version: '2.3.1', scala: '2.12', parts: withoutMirror },
  { line: '2.4', version: '2.4.1', scala: '2.12', parts: withoutMirror },
  { line: '2.5', version: '2.5.1', scala: '2.13', parts: withoutMirror },
  { line: '2.6', version: '2.6.3', scala: '2.13', parts: withoutMirror },
  { line: '2.7', version: '2.7.2', scala: '2.13', parts: all },
  { line: '2.8', version: '2.8.2', scala: '2.13', parts: all },
  { line: '3.0', version: '3.0.2', scala: '2.13', parts: all },
  { line: '3.1', version: '3.1.2', scala: '2.13', parts: all },
  { line: '3.2', version: '3.2.3', scala: '2.13', parts: withoutMirror },
  { line: '3.3', version: '3.3.2', scala: '2.13', parts: all },
  { line: '3.4', version: '3.4.1', scala: '2.13', parts: all },
  { line: '3.5', version: '3.5.1', scala: '2.13', parts: all },
  { line: '3.6', version: '3.6.2', scala: '2.13', parts: all },
  { line: '3.7', version: '3.7.2', scala: '2.13', parts: all },
  { line: '3.8', version: '3.8.1', scala: '2.13', parts: all },
  { line: '3.9', version: '3.9.2', scala: '2.13', parts: all },
  { line: '4.0', version: '4.0.2', scala: '2.13', parts: all },
  { line: '4.1', version: '4.1.2', scala: '2.13', parts: all },
  { line: '4.2', version: '4.2.0', scala: '2.13', parts: all },
  { line: '4.3', version: '4.3.1', scala: '2.13', parts: all },
  { line: '4.4', version: '4.4.0', scala: '2.13', parts: [] },
];

/** The release of that version; throws for one that is not in the table. */
export function releaseOf(version: string): KafkaRelease {
  const release = releases.find(one => one.version === version);
  if (!release) throw new Error(`Kafka ${version} is not one of ${releases.map(one => one.version).join(', ')}.`);
  return release;
}
