import type { SettingValue } from './setting.js';

/** Spring resolves `${name:default}`; Kafka hands `${provider:path:key}` to a config provider, which is never a default. */
export type PlaceholderStyle = 'spring' | 'kafka';

const unresolvable = /\{\{|\{%|<%|#\{|\$\(|^@[^@\s]+@$|^<[A-Za-z][^<>]*>$|^%[A-Za-z_]\w*%$|^\$[A-Za-z_]\w*$/;
/** Resolving takes a pass over the text for each placeholder; what people write is far shorter. */
const longest = 10_000;
const innermost = /\$\{[^${}]*\}/;

/**
 * What a written value says without its environment: known, known by the default in its placeholder, or unknown.
 * Placeholders may stand inside other text and inside each other.
 */
export function resolveValue(text: string, style: PlaceholderStyle): SettingValue {
  if (unresolvable.test(text.trim()) || (text.length > longest && innermost.test(text))) return { known: false };
  let resolved = text;
  let placeholder = false;
  for (let match = innermost.exec(resolved); match; match = innermost.exec(resolved)) {
    const fallback = defaultIn(match[0].slice(2, -1), style);
    if (fallback === undefined) return { known: false };
    placeholder = true;
    resolved = resolved.slice(0, match.index) + fallback + resolved.slice(match.index + match[0].length);
  }
  return { known: true, text: resolved, placeholder };
}

/** `ACKS:-1` is a shell's default `1`; `ACKS:1` a template's, unless a lower-case name says it is a config provider. */
function defaultIn(inner: string, style: PlaceholderStyle): string | undefined {
  const colon = inner.indexOf(':');
  if (colon < 0) return undefined;
  const name = inner.slice(0, colon);
  const rest = inner.slice(colon + 1);
  if (style === 'spring') return rest;
  if (rest.startsWith('-')) return rest.slice(1);
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? rest : undefined;
}
