import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { removedIn, type Removal } from '../kafka/lifecycle.js';
import { recommendedValue } from '../kafka/recommended.js';
import { violationOf } from '../kafka/value.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, remove, unsafe, type Change, type Fix } from './rule.js';
import { javaRoles } from './shared/roles.js';

export default defineRule({
  id: 'removed-property',
  roles: javaRoles,
  reads: [],
  severity: 'information',
  messages: {
    gone: 'Kafka reads no {property} since {since}: the line has no effect.',
    replaced: 'Kafka reads no {property} since {since}: the line has no effect. {replacement} took its place.',
    durability: 'Kafka reads no {property} since {since}: what this line asks for does not hold.',
    durabilityReplaced: 'Kafka reads no {property} since {since}: what this line asks for does not hold. {replacement} took its place.',
  },
  docs: {
    summary: 'A key that this Kafka version does not read any more',
    why:
      'A removed key stops nothing: Kafka takes it for the key of a plug-in and goes on with its own defaults. The file then says one thing and the process does another. ' +
      'It is a warning where messages hang on it, as with request.required.acks of the old producer: a file that says -1 there runs with the default of acks.',
    remedy:
      'Write the key that took its place if there is one, and compare its meaning: the values are not always the same. Else remove the line.',
    falsePositives: 'One file that serves old and new versions: set ackguard.kafkaVersion to the oldest of them.',
    references: ['https://kafka.apache.org/documentation/#upgrade', 'org.apache.kafka.common.config.AbstractConfig.logUnused'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.message.downconversion.enable=false', version: '4.3' },
      { role: 'producer', settings: 'metadata.fetch.timeout.ms=60000\nacks=all' },
    ],
    good: [
      { role: 'broker', settings: 'log.message.downconversion.enable=false', version: '3.9' },
      { role: 'producer', settings: 'max.block.ms=60000\nacks=all' },
    ],
  },
  *check(config) {
    // a topic with such a key is refused, which `unknown-property` says
    if (config.role === 'topic') return;
    for (const setting of config.settings) {
      const removal = removedIn(config.role, setting.property);
      if (!removal || !atLeast(config.version, removal.since)) continue;
      const { since, replacement } = removal;
      const matters = removal.changesDurability && config.text(setting.property) !== recommendedValue(config.role, setting.property);
      const [plain, replaced] = matters ? (['durability', 'durabilityReplaced'] as const) : (['gone', 'replaced'] as const);
      yield {
        message: replacement === undefined ? plain : replaced,
        at: setting,
        on: 'entry',
        tag: 'unnecessary',
        severity: matters ? 'warning' : 'information',
        data: replacement === undefined ? { since } : { since, replacement },
        fixes: fixesFor(setting, removal, config),
      };
    }
  },
});

function fixesFor(setting: Setting, { replacement }: Removal, config: EffectiveConfig): readonly Fix[] {
  const moved = replacement === undefined ? undefined : moveTo(replacement, setting, config);
  return moved ? [unsafe(moved), unsafe(remove(setting))] : [unsafe(remove(setting))];
}

/** The value moves only where the new key is free and takes it: a host name is no listener. */
function moveTo(replacement: string, setting: Setting, config: EffectiveConfig): Change | undefined {
  const property = config.property(replacement);
  if (!property || property.type === 'list' || config.explicit(replacement) || !setting.value.known) return undefined;
  if (violationOf(property, setting.value.text, config.version)) return undefined;
  return { kind: 'move', setting, property: replacement, role: config.role };
}
