import type { EffectiveConfig } from '../../config/effective.js';

const ofBinding = 'scs:binding.group';

/** The property that names the consumer's group. */
export function groupProperty(config: EffectiveConfig): string {
  return isBinding(config) ? ofBinding : 'group.id';
}

/** Whether nobody names the group, and the framework makes up a new one at every start. */
export function isAnonymous(config: EffectiveConfig): boolean {
  return config.facts.has('group-made-up') && !config.explicit(groupProperty(config));
}

/** Spring Cloud Stream takes a binding without its own name for the group as anonymous, whatever group.id says. */
function isBinding(config: EffectiveConfig): boolean {
  return config.effective('scs:consumer.enable-dlq') !== undefined;
}
