import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { attributes } from '../../kafka/frameworks/frameworks.js';
import type { Role } from '../../kafka/property.js';
import type { Document } from '../../syntax/syntax.js';
import type { KeyOffer } from '../carrier.js';
import { splitName, startsWith } from '../shared/names.js';
import { joinedKey } from '../shared/spring-write.js';
import { applicationIn, type Application, type Binding } from './application.js';
import { keysOf } from './keys.js';
import type { Leaf } from './leaves.js';
import { binderSection } from './sections.js';
import { root } from './names.js';
import { nameOf, scopeIn, type Holder } from './scopes.js';
import { namingIn } from './write.js';

interface Offer {
  readonly path: readonly string[];
  readonly property: string;
  readonly role: Role;
  readonly scope: string;
}

/** What may be typed below these keys: for the bindings that are there, their binder, and Kafka Streams. */
export function offerStreamKeys(parents: readonly string[], document: Document): readonly KeyOffer[] {
  const application = applicationIn(document, '');
  if (application.entries.length === 0 || (!application.certain && application.bindings.length === 0)) return [];
  const offers = offersIn(application);
  if (document.syntax === 'properties') return unique(offers.map(({ path, ...offer }) => ({ ...offer, key: joinedKey(path) })));
  const written = parents.flatMap(splitName);
  if (!startsWith(written, root)) return [];
  const below = offers.flatMap(({ path, property, role, scope }): readonly KeyOffer[] => {
    const [next, ...deeper] = path.slice(written.length);
    if (next === undefined || !startsWith(written, path.slice(0, written.length).map(bare))) return [];
    return [deeper.length === 0 ? { key: next, property, role, scope } : { key: next, property: undefined, role }];
  });
  return unique(below);
}

function bare(key: string): string {
  return key.replace(/^\[|\]$/g, '');
}

function unique(offers: readonly KeyOffer[]): readonly KeyOffer[] {
  return [...new Map([...offers].reverse().map(offer => [offer.key, offer])).values()].reverse();
}

function offersIn(application: Application): readonly Offer[] {
  const { bindings, entries, binders } = application;
  const kafka = bindings.some(({ kind }) => kind === 'kafka') || entries.some(({ area }) => 'streams' in area && !area.streams);
  const streams = bindings.some(({ kind }) => kind === 'streams') || entries.some(({ area }) => 'streams' in area && area.streams);
  const named = binders.filter(({ kind }) => kind === 'kafka').map(({ name }) => name);
  return [
    ...bindings.flatMap(binding => [
      ...offersFor(application, { kind: 'binding', binding }, rolesOf(binding)),
      ...(binding.direction === 'input' ? offersFor(application, { kind: 'dead letters', binding }, ['producer']) : []),
    ]),
    ...(kafka ? [undefined, ...named].flatMap(binder => ofBinder(application, binder)) : []),
    ...(streams ? offersFor(application, { kind: 'binder', binder: undefined, streams: true }, streamsRoles) : []),
  ];
}

const streamsRoles = ['streams', 'producer', 'consumer', 'admin', 'topic'] as const;

function rolesOf({ kind, direction }: Binding): readonly Role[] {
  if (direction === 'input') return kind === 'streams' ? streamsRoles : ['consumer', 'topic'];
  return kind === 'streams' ? [] : ['producer', 'topic'];
}

function ofBinder(application: Application, binder: string | undefined): readonly Offer[] {
  const common = { binder, streams: false } as const;
  const path = [...root, ...(binder === undefined ? [] : ['binders', binder, 'environment', ...root]), 'kafka', 'binder'];
  const ownKeys = binderSection.leaves.filter(isOfBinder).map(({ path: own, property }): Offer => ({
    path: [...path, ...own],
    property,
    role: 'producer',
    scope: nameOf({ kind: 'binder', ...common }),
  }));
  return [
    ...ownKeys,
    ...offersFor(application, { kind: 'transactions', ...common }, ['producer']),
    ...offersFor(application, { kind: 'binder', ...common }, ['producer', 'consumer', 'admin', 'topic']),
    ...offersFor(application, { kind: 'all bindings', ...common }, ['producer', 'consumer']),
  ];
}

function isOfBinder({ path, reader }: Leaf): boolean {
  return path.length === 1 && reader === 'producers';
}

/** What can be written for a role in the scope. */
function offersFor({ document, parts }: Application, holder: Holder, roles: readonly Role[]): readonly Offer[] {
  const scope = scopeIn(parts.scopes[0], holder, undefined);
  const naming = namingIn(document);
  return roles.flatMap(role => {
    const own = attributes.filter(one => one.role === role);
    return [...propertiesOf(role), ...own].flatMap(({ name: property }): readonly Offer[] => {
      const path = keysOf(property, role, scope, { naming, transactional: false });
      return path ? [{ path, property, role, scope: scope.name }] : [];
    });
  });
}
