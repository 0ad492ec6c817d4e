import type { Document } from '../../syntax/syntax.js';
import type { Carrier } from '../carrier.js';
import { scores, type Recognition } from '../recognition.js';
import { readComponent } from './layout.js';
import { camelRoles } from './options.js';
import { offerOptions, writeCamel } from './write.js';

/** The options of Camel's component for Kafka: they hold for every route whose address says nothing else. */
export const camel: Carrier = {
  id: 'camel',
  title: 'Camel',
  syntaxes: ['yaml', 'properties'],
  roles: camelRoles,
  claims: 'keys',
  mayRead: (_path, text) => /(^|[\n"'])camel(\.component\.kafka\.|["']?\s*:|\.component\b)/.test(text),
  recognize: recognizeCamel,
  read: (document, path, { trust }) => {
    const component = readComponent(document, path);
    if (!component) return undefined;
    const { scopes, settings, defaults } = component;
    return {
      carrier: camel.id,
      framework: camel.title,
      scopes,
      settings,
      unknownKeys: [],
      openers: [],
      frameworkDefaults: defaults,
      kafkaVersion: undefined,
      facts: new Set(['group-may-be-in-code'] as const),
      trust,
    };
  },
  write: (target, _document, reading) => writeCamel(target, reading),
  writeValue: (_property, _role, value) => value,
  offerKeys: (parents, document, recognition) => offerOptions(parents, document, recognition !== undefined),
};

/** A client is there if an option is its alone; where none is, both may be. */
function recognizeCamel(document: Document, path: string): Recognition | undefined {
  const keys = readComponent(document, path)?.keys ?? [];
  if (keys.length === 0) return undefined;
  const alone = keys.flatMap(({ meaning: { says } }) => (says.length === 1 ? says.map(({ role }) => role) : []));
  const [first, ...more] = camelRoles.filter(role => alone.length === 0 || alone.includes(role));
  const clues = keys.slice(0, 3).map(({ entry }) => ({ why: 'own-key' as const, entry }));
  return first && { score: scores.own, readable: true, trust: 'certain', roles: [first, ...more], clues };
}
