import { byKeys, scores, type Recognition } from '../recognition.js';
import type { FlatFile } from '../shared/flat.js';

const own =
  /^(processing\.guarantee|num\.stream\.threads|num\.standby\.replicas|default\.(key|value)\.serde|default\.(deserialization|production)\.exception\.handler)$/;
/** Keys that may also be another's, or that are too few to tell what the file is for. */
const hint = /^(application\.server|deserialization\.exception\.handler)$/;

/** Whether the file is that of a Kafka Streams application. */
export function recognizeStreams({ keys, entries }: FlatFile): Recognition | undefined {
  const having = (pattern: RegExp) => entries.filter((_, i) => pattern.test(String(keys[i])));
  const mine = having(own);
  if (mine.length > 0) return byKeys('streams', scores.own, mine);
  // Streams has no key of its own in its simplest form but its application id, which only names an application elsewhere
  const id = having(/^application\.id$/);
  if (id.length > 0 && keys.includes('bootstrap.servers'))
    return byKeys('streams', scores.likely, id, { trust: 'inferred', why: 'keys-together' });
  const hints = having(hint);
  return hints.length > 0 ? byKeys('streams', scores.doubtful, hints, { readable: false, trust: 'inferred', why: 'usual-key' }) : undefined;
}
