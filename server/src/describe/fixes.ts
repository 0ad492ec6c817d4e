import type { EffectiveConfig } from '../config/effective.js';
import type { Change, Fix, Rule } from '../rules/rule.js';
import { shownName } from './values.js';

/** What a light bulb offers, in a few words: `Set acks to all (the code must …)`; `nodes`: in how many nodes of a cluster it is done. */
export function fixTitle(rule: Rule, fix: Fix, config: EffectiveConfig, spelled: (change: Change) => string, nodes = 1): string {
  const changes = fix.changes.map(change => changeTitle(change, config, spelled(change))).join(', ');
  const done = nodes > 1 ? `${changes} in ${nodes} nodes` : changes;
  const title = done.charAt(0).toUpperCase() + done.slice(1);
  const note = fix.note === undefined ? undefined : rule.messages[fix.note];
  return note === undefined ? title : `${title} (${note})`;
}

/** `key` is the key as the file spells it, where the change writes one. */
function changeTitle(change: Change, config: EffectiveConfig, key: string): string {
  switch (change.kind) {
    case 'set':
      return isOwn(config, change.property) ? `set ${shownName(change.property)} to ${change.value}` : `add ${key}=${change.value}`;
    case 'remove':
      return `remove ${shownName(change.setting.property)}`;
    case 'move':
      return `move it to ${key}`;
    case 'rename':
      return `rename it to ${key}`;
    case 'repair':
      return change.problem.kind === 'byte-order-mark' ? 'remove the byte order mark' : 'double the backslash';
  }
}

/** Whether the change replaces a value; one that is inherited stays where it is, and gets a line of its own here. */
function isOwn(config: EffectiveConfig, property: string): boolean {
  const setting = config.explicit(property);
  return setting !== undefined && config.isOwn(setting);
}
