import type { Carrier } from '../carrier.js';
import { scores, type Recognition } from '../recognition.js';
import { clientSections, type ClientSection } from './clients.js';
import { isOtherFile } from './deployment.js';
import { clientRoles } from './keys.js';
import { readSections } from './layout.js';
import { offerGenericKeys, writeGeneric, writeGenericValue } from './write.js';

/** The addresses of brokers, in any style: without them no section is one of Kafka's. */
const addresses = /[bB]ootstrap(?:[-_.]?[sS]ervers|["']?\s*:[\s{]*["']?servers)/;

/**
 * Applications that configure their clients in a section of their own, by Kafka's names in whichever style: an outer mapping or a
 * beginning that keys share, with the addresses of brokers and keys of one client. What the application does with it nobody knows.
 */
export const generic: Carrier = {
  id: 'generic',
  title: 'Other applications',
  syntaxes: ['yaml', 'json', 'properties'],
  roles: clientRoles,
  claims: 'rest',
  mayRead: (path, text) => addresses.test(text) && !isOtherFile(path),
  recognize: document => recognitionOf(clientSections(document)),
  read: (document, path, { trust }) => {
    const sections = clientSections(document);
    if (sections.length === 0) return undefined;
    const facts = new Set(['group-may-be-in-code'] as const);
    return {
      ...readSections(sections, path),
      carrier: generic.id,
      framework: 'The application',
      unknownKeys: [],
      openers: [],
      kafkaVersion: undefined,
      facts,
      trust,
    };
  },
  write: (target, document) => writeGeneric(target, document),
  writeValue: (_property, _role, value, entry) => writeGenericValue(value, entry),
  offerKeys: (parents, document, recognition) => (recognition ? offerGenericKeys(parents, document) : []),
};

function recognitionOf(sections: readonly ClientSection[]): Recognition | undefined {
  const [first, ...more] = clientRoles.filter(role => sections.some(({ roles }) => roles.includes(role)));
  if (first === undefined) return undefined;
  const clues = sections.flatMap(({ evidence }) => evidence).slice(0, 3);
  return {
    score: scores.guess,
    readable: true,
    trust: 'assumed',
    roles: [first, ...more],
    clues: clues.map(({ entry }) => ({ why: 'keys-together', entry })),
  };
}
