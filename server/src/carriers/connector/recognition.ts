import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { byKeys, scores, type Recognition } from '../recognition.js';
import type { FlatFile } from '../shared/flat.js';

/** Whether the file is that of a connector, and of which kind. */
export function recognizeConnector(file: FlatFile): Recognition | undefined {
  const having = (key: string): readonly Entry[] => file.entries.filter((_, i) => file.keys[i] === key);
  const last = having('connector.class').at(-1);
  if (last) return byKeys(connectorRole(last.value, file), scores.own, [last]);
  const hints = having('tasks.max');
  const doubts = { readable: false, trust: 'inferred', why: 'usual-key' } as const;
  return hints.length > 0 ? byKeys('connector', scores.doubtful, hints, doubts) : undefined;
}

/** Connect finds a class by its simple name too, and without the word Connector at its end. */
const mirror = /^(?:org\.apache\.kafka\.connect\.mirror\.)?Mirror(Source|Checkpoint|Heartbeat)(?:Connector)?$/;

/** Connect asks the class which kind it is; its name says so nearly always, and only sinks must have topics. */
export function connectorRole(className: string, file: Pick<FlatFile, 'keys' | 'entries' | 'section'>): Role {
  const words = className.trim().split('.');
  const ofMirror = mirror.exec(className.trim())?.[1]?.toLowerCase();
  if (ofMirror !== undefined) return `mirror-${ofMirror as 'source' | 'checkpoint' | 'heartbeat'}`;
  const told =
    toldBy(file) ??
    kindIn(words.slice(-1).join()) ??
    kindIn(words.filter(word => /^(source|sink)$/.test(word)).join()) ??
    byDebezium(className);
  return told ?? (file.keys.some(key => /^topics(\.regex)?$/.test(key)) ? 'sink-connector' : 'connector');
}

/** Connect's answers have `type` beside the configuration. */
function toldBy({ keys, entries, section }: Pick<FlatFile, 'keys' | 'entries' | 'section'>): Role | undefined {
  const type = entries.find((entry, i) => keys[i] === 'type' && section !== undefined && entry.section !== section)?.value;
  return type === 'source' || type === 'sink' ? `${type}-connector` : undefined;
}

function kindIn(name: string): Role | undefined {
  const [source, sink] = [/source/i.test(name), /sink/i.test(name)];
  return source === sink ? undefined : sink ? 'sink-connector' : 'source-connector';
}

/** Debezium's sinks have the word in their names, and its sources have it not. */
function byDebezium(className: string): Role | undefined {
  return className.trim().startsWith('io.debezium.connector.') ? 'source-connector' : undefined;
}
