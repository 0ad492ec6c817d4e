import type { Scope, Setting, SettingValue } from '../../config/setting.js';
import { dotnetProperty, fromDotnet } from '../../kafka/frameworks/librdkafka-dotnet.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import { fileScope } from '../shared/layout.js';
import { isDevelopmentProfile } from '../shared/spring-scopes.js';
import { isOfDotnet } from './keys.js';

/** `%(home)s` is filled by Python's configparser. */
const filledByPython = /%\(\w+\)s/;

/** How Fluent Bit says yes and no. Source: flb_utils_bool in src/flb_utils.c of fluent/fluent-bit. */
const wordsOfFluentBit: ReadonlyMap<string, string> = new Map([
  ['on', 'true'],
  ['yes', 'true'],
  ['off', 'false'],
  ['no', 'false'],
]);

/** The value as librdkafka gets it: the word behind a name of .NET's enumerations, or behind a yes of Fluent Bit's own option. */
export function valueIn({ property, value, entry }: Setting, { syntax, text }: Document): SettingValue {
  // what comes of nothing is up to the program
  if (!value.known || (syntax !== 'properties' && /^(null|~?)$/i.test(slice(text, entry.valueSpan)))) return { known: false };
  if (filledByPython.test(value.text)) return { known: false };
  if (isOptionOfFluentBit(lastKey(entry))) return { ...value, text: wordsOfFluentBit.get(value.text.toLowerCase()) ?? value.text };
  if (!isNamedForDotnet(entry)) return value;
  // an empty text leaves a number, a flag or an enumeration unset
  return value.text.trim() === '' ? { known: false } : { ...value, text: fromDotnet(property, value.text) };
}

/** Whether it is Fluent Bit's own option about commits, which it writes over that of librdkafka. */
export function isOptionOfFluentBit(key: string): boolean {
  return key.toLowerCase() === 'enable_auto_commit';
}

/** The last key as it is written. */
export function lastKey({ path }: Pick<Entry, 'path'>): string {
  return path.slice(-1).map(textOf).join('');
}

/** Whether the key of an entry is a name in the classes for .NET. */
export function isNamedForDotnet(entry: Entry): boolean {
  const key = lastKey(entry);
  return isOfDotnet({ key }) && dotnetProperty(key) !== undefined;
}

/** `appsettings.Development.json` is read after `appsettings.json` where that is the environment's name. */
export function scopeOfFile(path: string): Scope {
  const environment = /(?:^|\/)appsettings\.([^/]+)\.json$/i.exec(path)?.[1];
  if (environment === undefined) return fileScope();
  return { ...fileScope(), complete: false, development: isDevelopmentProfile(environment) };
}
