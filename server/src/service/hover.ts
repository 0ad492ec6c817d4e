import type { Hover, Position } from 'vscode-languageserver';
import type { Diagnosis } from '../analysis/diagnosis.js';
import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { settingHover } from '../describe/hover.js';
import type { Entry } from '../syntax/syntax.js';
import { touches, type Span } from '../text/span.js';
import type { Analyzed } from './analyzed.js';
import { rangeOf } from './positions.js';

/** What is known of the setting under the cursor, on its key or its value; null where there is none. */
export function hoverOf(analyzed: Analyzed, position: Position): Hover | null {
  const offset = analyzed.lines.offsetAt(position);
  // one line may be several settings: what Kafka describes is more than what is an attribute of a framework
  let shown: (Shown & { readonly known: number }) | undefined;
  for (const found of settingsAt(analyzed, offset)) {
    const known = found.config.property(found.setting.property) === undefined ? 0 : found.setting.property.includes(':') ? 1 : 2;
    if (!shown || known > shown.known) shown = { ...found, known };
  }
  if (!shown) return null;
  const { setting, config } = shown;
  const { outer } = shown;
  const explained = analyzed.analysis.diagnoses.filter(diagnosis => concerns(diagnosis, setting.entry, outer));
  return {
    contents: { kind: 'markdown', value: settingHover(setting, config, explained) },
    range: rangeOf(analyzed.lines, outer(setting.entry.span)),
  };
}

interface Shown {
  readonly setting: Setting;
  readonly config: EffectiveConfig;
  /** Where a span of the setting's text stands in the open one. */
  readonly outer: (span: Span) => Span;
}

function* settingsAt(analyzed: Analyzed, offset: number): Iterable<Shown> {
  for (const { configs, embedded } of analyzed.analysis.carried) {
    const outer = (span: Span): Span => embedded?.outerSpan(span) ?? span;
    for (const config of configs) {
      const here = [...config.settings, ...config.overridden.map(one => one.setting), ...config.ignored].filter(one => config.isOwn(one));
      const setting = here.find(({ entry }) => touches(outer(entry.keySpan), offset) || touches(outer(entry.valueSpan), offset));
      if (setting) yield { setting, config, outer };
    }
  }
}

/** Findings on the setting itself, and those on absent keys that are shown at it. */
function concerns({ finding, span }: Diagnosis, entry: Entry, outer: (span: Span) => Span): boolean {
  if (typeof finding.at === 'object' && 'entry' in finding.at) return finding.at.entry === entry;
  return span.start === outer(entry.keySpan).start || span.start === outer(entry.valueSpan).start;
}
