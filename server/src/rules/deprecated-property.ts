import { existsIn, findProperty } from '../kafka/catalogue/catalogue.js';
import { deprecatedIn } from '../kafka/lifecycle.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, remove, unsafe } from './rule.js';
import { javaRoles } from './shared/roles.js';

export default defineRule({
  id: 'deprecated-property',
  roles: javaRoles,
  reads: [],
  severity: 'information',
  messages: {
    deprecated: '{property} is deprecated since Kafka {since}. {why}',
    renamed: '{property} is deprecated since Kafka {since}: write {replacement}. {why}',
  },
  docs: {
    summary: 'A key that a later Kafka version is going to remove',
    why: 'A deprecated key still works. After the upgrade that removes it, it is silently ignored and the default holds, and nobody who upgrades reads every line again.',
    remedy: 'Write the key that takes its place, or remove the line where the new behaviour is the one you want.',
    falsePositives: 'One file that serves several versions, of which the oldest does not know the new key.',
    references: ['https://kafka.apache.org/documentation/#upgrade', 'org.apache.kafka.storage.internals.log.CleanerConfig'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.cleaner.enable=true', version: '4.3' },
      { role: 'broker', settings: 'remote.log.manager.thread.pool.size=4', version: '4.3' },
    ],
    good: [{ role: 'broker', settings: 'log.cleaner.enable=true', version: '4.0' }],
  },
  *check(config) {
    for (const setting of config.settings) {
      const deprecation = deprecatedIn(config.role, setting.property);
      const property = findProperty(config.role, setting.property);
      if (!deprecation || !property || !atLeast(config.version, deprecation.since) || !existsIn(property, config.version)) continue;
      const { since, why, replacement } = deprecation;
      const place = { at: setting, on: 'key', tag: 'deprecated' } as const;
      if (replacement === undefined) {
        yield { ...place, message: 'deprecated', data: { since, why } };
        continue;
      }
      const change = config.explicit(replacement)
        ? remove(setting)
        : ({ kind: 'move', setting, property: replacement, role: config.role } as const);
      yield { ...place, message: 'renamed', data: { since, why, replacement }, fixes: [unsafe(change)] };
    }
  },
});
