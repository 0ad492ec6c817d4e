import type { Reading, Scope } from '../../config/setting.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Carrier } from '../carrier.js';
import { byKeys, scores, type Recognition } from '../recognition.js';
import { elementsOf, mayBeSpring, relaxed, startsWith } from '../shared/names.js';
import { leaves } from '../shared/spring-kafka/leaves.js';
import { clients, readSpringKafka } from '../shared/spring-kafka/read.js';
import { splitParts } from '../shared/spring-scopes.js';
import { offerSpringKeys, writeSpring } from './write.js';

/** `spring.kafka.*` in `application.yml`, `application.properties`, `bootstrap.*` and fragments that they include. */
export const springBoot: Carrier = {
  id: 'spring-boot',
  title: 'Spring Boot',
  syntaxes: ['yaml', 'properties'],
  roles: clients,
  claims: 'keys',
  mayRead: (_path, text) => /spring/i.test(text) && /kafka/i.test(text),
  recognize,
  read,
  write: writeSpring,
  writeValue: (property, role, value, entry) => {
    if (
      entry &&
      elementsOf(entry.path)
        .slice(2, 4)
        .some(element => relaxed(element.text) === 'properties')
    )
      return value;
    const leaf = leaves.find(one => one.role === role && one.property === property);
    return Array.isArray(leaf?.type) ? value.replace(/_/g, '-') : value;
  },
  offerKeys: offerSpringKeys,
};

function recognize(document: Document): Recognition | undefined {
  const mine = document.entries.filter(entry => mayBeSpring(entry.path) && startsWith(elementsOf(entry.path), ['spring', 'kafka']));
  return mine.length > 0 ? byKeys('producer', scores.own, mine) : undefined;
}

function read(document: Document, path: string, { trust }: Recognition): Reading | undefined {
  const parts = splitParts(document, path);
  const found = readSpringKafka(document, parts);
  if (found.settings.length === 0 && found.unknownKeys.length === 0) return undefined;
  return {
    carrier: springBoot.id,
    framework: springBoot.title,
    scopes: parts.scopes,
    ...found,
    openers: openersOf(document, parts.scopeOf),
    // org.springframework.kafka.listener.KafkaMessageListenerContainer sets it since spring-kafka 2.3
    frameworkDefaults: [{ role: 'consumer', property: 'enable.auto.commit', value: 'false' }],
    kafkaVersion: undefined,
    facts: new Set(['framework-commits', 'group-may-be-in-code', ...(document.syntax === 'yaml' ? (['duplicates-refused'] as const) : [])]),
    trust,
  };
}

/** The keys `producer:`, `consumer:`, `admin:` of each scope, in YAML. */
function openersOf(document: Document, scopeOf: (entry: Entry) => Scope): Reading['openers'] {
  const scopeOfPart = new Map(document.entries.map(entry => [entry.part, scopeOf(entry)]));
  return document.sections.flatMap(section => {
    if (!mayBeSpring(section.path)) return [];
    const elements = elementsOf(section.path);
    const role = clients.find(client => elements.length === 3 && startsWith(elements, ['spring', 'kafka', client]));
    const scope = scopeOfPart.get(section.part);
    return role && scope && section.keySpan ? [{ scope, role, span: section.keySpan }] : [];
  });
}
