import type { Entry } from '../../syntax/syntax.js';
import { byKeys, scores, type Recognition } from '../recognition.js';
import { keyOf } from '../shared/flat-files.js';
import type { FlatFile } from '../shared/flat.js';
import { knows } from '../shared/layout.js';

/** Keys that only the proxy reads. */
const own =
  /^(kafka\.rest\.resource\.extension\.class|producer\.threads|consumer\.(threads|iterator\.(timeout|backoff)\.ms|request\.max\.bytes|instance\.timeout\.ms)|simpleconsumer\.pool\.\S+|client\.(init|zk\.session)\.timeout\.ms|api\.(v2|v3)\.enable|api\.endpoints\.(allow|block)list|api\.v3\.produce\.\S+)$/;
/** A broker of Confluent Server has a proxy inside, and its keys behind this. */
const hint = 'kafka.rest.';
const others =
  /^(ksql\.|kafkastore\.|(config|offset|status)\.storage\.|(key|value)\.converter|confluent\.controlcenter\.|process\.roles$|broker\.id$|node\.id$|log\.dirs?$)/;
const ofClient = /^(producer|consumer|admin|client)\.(.+)$/;

/** A broker has advertised.listeners too, and is sure of itself. */
const mostDecisive = scores.decisive + 1;

/** Whether the file is that of Confluent's REST Proxy. */
export function recognizeRestProxy({ path, keys, entries }: FlatFile): Recognition | undefined {
  const having = (fits: (key: string, entry: Entry) => boolean) => entries.filter(entry => fits(keyOf(entry), entry));
  if (keys.some(key => others.test(key))) return undefined;
  const mine = having(key => own.test(key));
  if (mine.length > 0) return byKeys('producer', mostDecisive, mine);
  const clients = keys.includes('bootstrap.servers') ? having(isOfClient) : [];
  const forBrowsers = having((key, { value }) => key === 'listeners' && /^\s*https?:/i.test(value));
  if (clients.length > 0 && /(^|\/)[^/]*(kafka[-_.]?rest|rest[-_.]?proxy)[^/]*$/i.test(path))
    return byKeys('producer', mostDecisive, clients, { why: 'keys-together' });
  if (clients.length > 0 && forBrowsers.length > 0)
    return byKeys('producer', mostDecisive, [...forBrowsers, ...clients], { trust: 'inferred', why: 'keys-together' });
  const hints = having(key => key.startsWith(hint));
  const doubts = { readable: false, trust: 'inferred', why: 'usual-key' } as const;
  return hints.length > 0 ? byKeys('producer', scores.doubtful, hints, doubts) : undefined;
}

/** A key of a client behind the prefix of one. */
function isOfClient(key: string): boolean {
  const [, prefix, property = ''] = ofClient.exec(key) ?? [];
  return (['producer', 'consumer', 'admin'] as const).some(role => (prefix === 'client' || prefix === role) && knows(role, property));
}
