import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import type { Span } from '../text/span.js';
import type { Carried } from './analyze.js';

/** Where things stand in the text that people see; what is embedded has spans of its own. */
export interface Places {
  /** A span of the text that a configuration is read from. */
  of(config: EffectiveConfig, span: Span): Span;
  /** The whole entry of a setting of any configuration. */
  ofSetting(setting: Setting): Span;
}

/** The places of everything that carriers have read. */
export function placesIn(carried: readonly Carried[]): Places {
  const byScope = new Map(
    carried.flatMap(({ reading, embedded }) => (embedded ? reading.scopes.map(scope => [scope, embedded] as const) : [])),
  );
  const outer = (scope: EffectiveConfig['scope'], span: Span): Span => byScope.get(scope)?.outerSpan(span) ?? span;
  return { of: ({ scope }, span) => outer(scope, span), ofSetting: ({ scope, entry }) => outer(scope, entry.span) };
}
