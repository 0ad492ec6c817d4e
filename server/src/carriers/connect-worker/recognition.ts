import { byKeys, scores, type Recognition } from '../recognition.js';
import type { FlatFile } from '../shared/flat.js';

const own = /^(offset|config|status)\.storage\./;
const ofDistributed = /^((config|status)\.storage\.|offset\.storage\.topic$|group\.id$)/;
const seldomOthers = /^(key\.converter|value\.converter|plugin\.path)$/;
/** Keys that may also be another's, or that are too few to tell what the file is for. */
const hint = /^((key|value|header)\.converter|plugin\.path|rest\.port|rest\.advertised\.\S+)$/;

/** Whether the file is that of a Connect worker, and of which kind. Connect names the two kinds by their files; what both have in common is taken for a distributed one. */
export function recognizeWorker({ path, keys, entries }: FlatFile): Recognition | undefined {
  const having = (pattern: RegExp) => entries.filter((_, i) => pattern.test(String(keys[i])));
  const mine = having(own);
  const usual = keys.includes('bootstrap.servers') ? having(seldomOthers) : [];
  if (mine.length === 0 && usual.length === 0) {
    const hints = having(hint);
    const doubts = { readable: false, trust: 'inferred', why: 'usual-key' } as const;
    return hints.length > 0 ? byKeys('connect-distributed', scores.doubtful, hints, doubts) : undefined;
  }
  const score = mine.length > 0 ? scores.own : scores.likely;
  const why = mine.length > 0 ? 'own-key' : 'keys-together';
  const clues = mine.length > 0 ? mine : usual;
  const ownFile = having(/^offset\.storage\.file\.filename$/);
  if (ownFile.length > 0) return byKeys('connect-standalone', score, ownFile);
  const distributed = having(ofDistributed).length > 0;
  const alone = !distributed && /standalone/i.test(path);
  return byKeys(alone ? 'connect-standalone' : 'connect-distributed', score, clues, { trust: distributed ? 'certain' : 'inferred', why });
}
