import type { Scope, Setting } from '../../config/setting.js';
import type { Entry } from '../../syntax/syntax.js';
import { startsWith } from '../shared/names.js';
import type { Application, Binding } from './application.js';
import { winner } from './clients.js';
import type { StreamEntry } from './names.js';

const ackMode = 'spring:listener.ack-mode';
const batch = { known: true, text: 'batch', placeholder: false } as const;

/** What reading in batches changes. */
export interface Batches {
  /**
   * Where a binding reads batches, the binder's mode for single records gives way to what Spring Boot's listeners have; that of Spring Boot
   * stays. Source: createConsumerEndpoint of KafkaMessageChannelBinder.
   */
  dropRecordMode(binding: Binding, part: Scope, scope: Scope): void;
}

/** `settings` are changed; `ofListeners`: what Spring Boot has for all listeners. */
export function batchesOf({ parts, entries, valueOf }: Application, settings: Setting[], ofListeners: ReadonlySet<Entry>): Batches {
  const [base] = parts.scopes;
  const ofAll = entries.filter(({ area }) => area.kind === 'core' && area.binding === undefined);
  return {
    dropRecordMode: (binding, part, scope) => {
      const mode = modeOf(binding, part);
      if (!mode) return;
      for (const [i, one] of settings.entries()) {
        if (one.scope === scope && isDropped(one)) settings[i] = { ...one, ignored: { why: 'dropped', worksAs: undefined } };
      }
      const inherited = winner(ackMode, scope, settings);
      if (!inherited || !isDropped(inherited)) return;
      const others = settings.filter(one => !isDropped(one));
      const { value, entry } = winner(ackMode, scope, others) ?? { value: batch, entry: mode };
      settings.push({ ...inherited, value, entry, scope, rank: inherited.rank + 1, own: false });
    },
  };

  /** The entry by which a binding reads batches, its own or that of all. */
  function modeOf({ own }: Binding, part: Scope): Entry | undefined {
    const isMode = ({ area, entry }: StreamEntry): boolean =>
      area.kind === 'core' &&
      area.keys.length === 2 &&
      startsWith(area.keys, ['consumer', 'batch-mode']) &&
      [base, part].includes(parts.scopeOf(entry));
    const mode = own.findLast(isMode) ?? ofAll.findLast(isMode);
    const value = mode && valueOf(mode.entry);
    return mode && value?.known === true && value.text.trim().toLowerCase() === 'true' ? mode.entry : undefined;
  }

  function isDropped({ property, value, entry }: Setting): boolean {
    return property === ackMode && value.known && value.text === 'record' && !ofListeners.has(entry);
  }
}
