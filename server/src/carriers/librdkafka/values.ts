import type { Scope, Setting, SettingValue } from '../../config/setting.js';
import { dotnetProperty, fromDotnet } from '../../kafka/frameworks/librdkafka-dotnet.js';
import { textOf } from '../../syntax/key-text.js';
import type { Entry } from '../../syntax/syntax.js';
import { fileScope } from '../shared/layout.js';
import { isDevelopmentProfile } from '../shared/spring-scopes.js';
import { isOfDotnet } from './keys.js';

/** `%(home)s` is filled by Python's configparser. */
const filledByPython = /%\(\w+\)s/;

/** The value as librdkafka gets it: the word behind a name of .NET's enumerations. */
export function valueIn({ property, value, entry }: Setting): SettingValue {
  if (!value.known) return value;
  if (filledByPython.test(value.text)) return { known: false };
  return isNamedForDotnet(entry) ? { ...value, text: fromDotnet(property, value.text) } : value;
}

/** Whether the key of an entry is a name in the classes for .NET. */
export function isNamedForDotnet({ path }: Entry): boolean {
  const [key = ''] = path.slice(-1).map(textOf);
  return isOfDotnet({ key }) && dotnetProperty(key) !== undefined;
}

/** `appsettings.Development.json` is read after `appsettings.json` where that is the environment's name. */
export function scopeOfFile(path: string): Scope {
  const environment = /(?:^|\/)appsettings\.([^/]+)\.json$/i.exec(path)?.[1];
  if (environment === undefined) return fileScope();
  return { ...fileScope(), complete: false, development: isDevelopmentProfile(environment) };
}
