import { librdkafkaProperty } from '../../kafka/frameworks/librdkafka.js';
import type { SyntaxId } from '../../syntax/syntax.js';
import { containerId, idsAround, type Container, type DirectKey, type HeldKey } from '../shared/containers.js';
import { isOfDotnet, ownerOf } from './keys.js';
import { isHandedOver } from './names.js';

/** What speaks for and against librdkafka in one place. */
export interface Weighed {
  readonly container: Container;
  readonly own: readonly HeldKey[];
  readonly shared: readonly HeldKey[];
  /** Names of the classes for .NET, besides that of the brokers' addresses. */
  readonly dotnet: readonly HeldKey[];
  /** Keys beside them that librdkafka refuses and Java reads. */
  readonly java: number;
  readonly scala: boolean;
  /** Addresses of brokers stand here, in a mapping around this one, or in one inside of it. */
  readonly brokers: boolean;
  /** They stand here or around. */
  readonly withinBrokers: boolean;
  /** An option of another program is handed over to librdkafka. */
  readonly handedOver: boolean;
}

/** A quick look: without such a key it is nobody's whom librdkafka serves. */
export function mayBe({ held, path }: Container): boolean {
  return isHandedOver(path) || held.some(one => isOfDotnet(one) || ['own', 'shared'].includes(ownerOf(one.key)));
}

/** Weighs every place. `direct`: what stands directly in each, known or not. */
export function weighAll(
  containers: readonly Container[],
  direct: ReadonlyMap<string, readonly DirectKey[]>,
  syntax: SyntaxId,
): readonly Weighed[] {
  // the Scala clients of 0.8 never read JSON
  const isOwn = (key: string): boolean => ownerOf(key) === 'own' || (syntax === 'json' && ownerOf(key) === 'shared');
  const brokers = containers.filter(({ held }) => held.some(({ property }) => property === 'bootstrap.servers'));
  const [aroundBrokers, withBrokers] = [new Set(brokers.flatMap(idsAround)), new Set(brokers.map(idOf))];
  return containers.map(container => {
    const { held, path } = container;
    const owners = (direct.get(idOf(container)) ?? []).map(({ key }) => ownerOf(key));
    const withinBrokers = idsAround(container).some(id => withBrokers.has(id));
    return {
      container,
      own: held.filter(({ key }) => isOwn(key)),
      shared: held.filter(({ key }) => ownerOf(key) === 'shared' && !isOwn(key)),
      dotnet: held.filter(one => isOfDotnet(one) && one.property !== 'bootstrap.servers'),
      java: owners.filter(owner => owner === 'java').length,
      scala: owners.includes('scala'),
      brokers: withinBrokers || aroundBrokers.has(idOf(container)),
      withinBrokers,
      handedOver: isHandedOver(path),
    };
  });
}

/** Whether the place says by itself that librdkafka reads it. */
export function speaks({ own, shared, dotnet, java, scala, brokers, withinBrokers, handedOver }: Weighed): boolean {
  if (handedOver) return true;
  if (scala || own.length + shared.length + dotnet.length <= java) return false;
  if (own.length > 1 || (brokers && own.length + shared.length > 0)) return true;
  return dotnet.filter(isTelling).length > 1 || (withinBrokers && dotnet.length > 0);
}

/** Words of one client that other programs have too. */
const everybodys: ReadonlySet<string> = new Set(['group.id', 'batch.size', 'compression.type', 'compression.level', 'request.timeout.ms']);

/** Whether hardly another program has a key of that name. */
function isTelling({ property }: HeldKey): boolean {
  const reader = librdkafkaProperty(property)?.reader ?? 'both';
  return reader !== 'both' && !everybodys.has(property) && property.includes('.');
}

/** Tells the places of one file apart. */
export function idOf({ part, path }: Container): string {
  return containerId(part, path);
}
