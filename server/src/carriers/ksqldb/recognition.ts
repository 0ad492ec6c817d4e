import { byKeys, scores, type Recognition } from '../recognition.js';
import { keyOf } from '../shared/flat-files.js';
import type { FlatFile } from '../shared/flat.js';

/** Keys that only the server reads. */
const own =
  /^ksql\.(streams\.|sink\.|internal\.topic\.|fail\.on\.|logging\.processing\.|server\.command\.|(service\.id|persistent\.prefix|queries\.file|extension\.dir|schema\.registry\.url|timestamp\.throw\.on\.invalid|connect\.worker\.config)$)/;
/** Clients of the server, and tools around it, have keys with that beginning too. */
const hint = /^ksql\./;

/** Whether the file is that of a ksqlDB server. */
export function recognizeKsqlDb({ entries }: FlatFile): Recognition | undefined {
  const having = (pattern: RegExp) => entries.filter(entry => pattern.test(keyOf(entry)));
  const mine = having(own);
  // its listeners and bare keys of Kafka's clients look like those of others
  if (mine.length > 0) return byKeys('streams', scores.decisive, mine);
  const hints = having(hint);
  const doubts = { readable: false, trust: 'inferred', why: 'usual-key' } as const;
  return hints.length > 0 ? byKeys('streams', scores.doubtful, hints, doubts) : undefined;
}
