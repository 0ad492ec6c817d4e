import type { Document, Entry } from '../../syntax/syntax.js';
import { byKeys, scores, type Recognition } from '../recognition.js';
import { isClientKey, knows } from '../shared/layout.js';
import { mayBeKafka, nameOf, rawKey, sections, type Name } from './names.js';

/** Frameworks that read application files too, and with which `kafka` is a section of the application's own. */
const otherFramework = /^(spring|quarkus|mp|ktor|dropwizard|helidon|play|akka|alpakka)(\.|$)|^%/i;
/** Keys below `kafka` that are Micronaut's own. */
const ownKey = /^kafka\.(default-listener-exception-handler\.|health\.enabled$|health-timeout$|embedded\.enabled$)/;

/** Whether the document is that of a Micronaut application, and says something to Kafka's clients. */
export function recognizeMicronaut({ entries }: Document): Recognition | undefined {
  const kafka = entries.flatMap(entry => {
    const name = mayBeKafka(entry) ? nameOf(rawKey(entry)) : undefined;
    return name ? [{ entry, name }] : [];
  });
  if (kafka.length === 0 || entries.some(entry => otherFramework.test(rawKey(entry)))) return undefined;
  const having = (fits: (name: Name) => boolean): readonly Entry[] => kafka.filter(({ name }) => fits(name)).map(({ entry }) => entry);
  const named = having(isOfClient);
  const forAll = having(name => name.kind === 'common' && isClientKey(name.key));
  const handlers = having(name => name.kind === 'common' && ownKey.test(`kafka.${name.key}`));
  const micronaut = entries.filter(entry => /^micronaut\./i.test(rawKey(entry))).slice(0, 1);
  const byDefault = having(name => isOfClient(name) && name.kind === 'client' && name.client === 'default');

  const told = [...handlers, ...named, ...forAll];
  if (told.length === 0) return undefined;
  if (micronaut.length > 0 || handlers.length > 0) return byKeys('producer', scores.own, [...micronaut, ...told]);
  if (byDefault.length > 0) return byKeys('producer', scores.own, byDefault);
  if (named.length > 0) return byKeys('producer', scores.likely, named, { trust: 'inferred', why: 'usual-key' });
  return byKeys('producer', scores.guess, forAll, { readable: false, why: 'usual-key' });
}

/** A key of a named client that this client knows. */
function isOfClient(name: Name): boolean {
  return name.kind === 'client' && knows(sections[name.section], name.key);
}
