import type { Reading } from '../../config/setting.js';
import type { Document } from '../../syntax/syntax.js';
import type { Carrier } from '../carrier.js';
import { byKeys, scores, type Recognition } from '../recognition.js';
import { elementsOf, mayBeSpring, relaxed, startsWith } from '../shared/names.js';
import { isNames } from '../shared/spring-kafka/convert.js';
import { leafFor } from '../shared/spring-kafka/leaf-lookup.js';
import { clients } from '../shared/spring-kafka/leaves.js';
import { readSpringKafka } from '../shared/spring-kafka/read.js';
import { splitParts } from '../shared/spring-scopes.js';
import { springDefaults } from './defaults.js';
import { offerSpringKeys } from './offers.js';
import { writeSpring } from './write.js';

/** `spring.kafka.*` in `application.yml`, `application.properties`, `bootstrap.*` and fragments that they include. */
export const springBoot: Carrier = {
  id: 'spring-boot',
  title: 'Spring Boot',
  syntaxes: ['yaml', 'properties'],
  roles: [...clients, 'topic'],
  claims: 'keys',
  mayRead: (_path, text) => /spring/i.test(text) && /kafka/i.test(text),
  recognize,
  read,
  write: writeSpring,
  // the names that Kafka knows are right in a leaf too; where a leaf is, its value keeps Spring's own way
  writeValue: (property, role, value, entry) => {
    const inMap = !entry || elementsOf(entry.path).some(({ text }, i) => (i === 2 || i === 3) && relaxed(text) === 'properties');
    const leaf = inMap ? undefined : leafFor(role, property);
    return leaf && isNames(leaf.type) ? value.replace(/_/g, '-') : value;
  },
  offerKeys: offerSpringKeys,
};

function recognize(document: Document): Recognition | undefined {
  const mine = document.entries.filter(entry => mayBeSpring(entry.path) && startsWith(elementsOf(entry.path), ['spring', 'kafka']));
  return mine.length > 0 ? byKeys('producer', scores.own, mine) : undefined;
}

function read(document: Document, path: string, { trust }: Recognition): Reading | undefined {
  const parts = splitParts(document, path);
  const { settings, unknownKeys, scopes, defaults, openers } = readSpringKafka(document, parts);
  if (settings.length === 0 && unknownKeys.length === 0) return undefined;
  const [base] = parts.scopes;
  return {
    carrier: springBoot.id,
    framework: springBoot.title,
    scopes: [...parts.scopes, ...scopes],
    settings,
    unknownKeys,
    openers,
    frameworkDefaults: [...springDefaults(document, base, settings), ...defaults],
    kafkaVersion: undefined,
    facts: new Set(['framework-commits', 'group-may-be-in-code', ...(document.syntax === 'yaml' ? (['duplicates-refused'] as const) : [])]),
    trust,
  };
}
