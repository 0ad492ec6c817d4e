import { byKeys, scores, type Recognition } from '../recognition.js';
import type { FlatFile } from '../shared/flat.js';

const flow = /^.+->.+\./;
/** Keys that are too few to tell what the file is for. */
const hint = /^(clusters|(source|target)\.cluster\.(alias|bootstrap\.servers))$/;

/** Whether the file is that of MirrorMaker 2 in its own process, which needs no class of a connector. */
export function recognizeMirrorMaker({ keys, entries }: FlatFile): Recognition | undefined {
  if (keys.includes('connector.class')) return undefined;
  const having = (pattern: RegExp) => entries.filter((_, i) => pattern.test(String(keys[i])));
  const flows = having(flow);
  if (flows.length > 0) return byKeys('mirror-maker', mostDecisive, flows);
  const hints = having(hint);
  if (keys.includes('clusters') && having(/^.+\.bootstrap\.servers$/).length > 0)
    return byKeys('mirror-maker', mostDecisive, hints, { why: 'keys-together' });
  const doubts = { readable: false, trust: 'inferred', why: 'usual-key' } as const;
  return hints.length > 0 ? byKeys('mirror-maker', scores.doubtful, hints, doubts) : undefined;
}

/** No broker has keys of a flow from one cluster to another. */
const mostDecisive = scores.decisive + 1;
