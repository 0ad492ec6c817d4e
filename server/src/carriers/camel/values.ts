import { resolveValue } from '../../config/placeholder.js';
import type { SettingValue } from '../../config/setting.js';
import type { Property } from '../../kafka/property.js';

/**
 * What an option says: Camel fills `{{acks.of.orders:1}}` and Spring Boot `${ACKS:1}`. A word without dots may be a function, such as
 * `{{bean:one.method}}`; those of the environment and of the system have a default as well.
 * Source: org.apache.camel.component.properties.DefaultPropertiesParser.
 */
export function camelValue(text: string, { type }: Property): SettingValue {
  const filled = text
    .trim()
    .replace(/\{\{(?:env|sys):/g, '${')
    .replace(/\{\{(?=[\w-]*[.A-Z-][\w.-]*(?::|\}\}))/g, '${')
    .replace(/\}\}/g, '}');
  const value = resolveValue(filled, 'spring');
  if (!value.known) return value;
  const said = value.text.trim();
  if (type === 'boolean') return { ...value, text: said.toLowerCase() };
  // Camel reads 45s as a length of time, and makes 0 of what it cannot read
  const isNumber = type === 'int' || type === 'long' || type === 'short';
  return isNumber && /^[-+]?\d/.test(said) && !/^-?\d+$/.test(said) ? { known: false } : value;
}
