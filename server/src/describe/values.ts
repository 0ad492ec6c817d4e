import type { Setting } from '../config/setting.js';
import { isSensitive, type Property } from '../kafka/property.js';

const longestValue = 80;

/** A property as people know it: the attribute of a framework without the framework's name, `commit-strategy` for `smallrye:commit-strategy`. */
export function shownName(property: string): string {
  return property.replace(/^[a-z-]+:/, '');
}

/** A setting's value as it may be shown: secrets masked, long ones cut, line ends visible. */
export function shownValue(setting: Setting, property: Property | undefined): string {
  if (isSensitive(setting.property, property?.type)) return '(hidden)';
  return shorten(setting.value.known ? setting.value.text.trim() : setting.entry.value);
}

/** Cuts what is too long for a message and shows line ends as blanks. */
export function shorten(text: string, longest = longestValue): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
