import type { Scope, Setting } from '../../config/setting.js';
import { title } from '../shared/spring-kafka/streams.js';
import { forcedOver } from '../shared/streams-forced.js';
import type { StreamsLayout } from '../shared/streams.js';
import type { OfBoot } from './boot.js';
import { perPrefix } from './streams-keys.js';

/** What Spring Boot has for Streams in that part of the file, and for the clients that the binder hands on with their prefixes. */
export function fromBoot({ streams, clients }: OfBoot, part: Scope, { defaults }: StreamsLayout): readonly Setting[] {
  const exactlyOnce = defaults.some(({ property }) => property === 'isolation.level');
  const handedOn = clients.filter(({ scope, role, property, value }) => {
    if (scope !== part || property.includes(':') || (role !== 'consumer' && role !== 'producer')) return false;
    const text = value.known ? value.text : undefined;
    return forcedOver(role === 'consumer' ? 'all-to-main' : role, property, text, exactlyOnce) === undefined;
  });
  return [
    ...streams.filter(one => one.scope.name === nameInBoot(part) && !isBeaten(one)),
    ...handedOn.map(one => ({ ...one, rank: one.rank + perPrefix })),
  ];
}

/** Of what Spring Boot says to all clients; what it says to consumers has a prefix. */
function isBeaten({ role, property, rank }: Setting): boolean {
  return role === 'consumer' && property === 'isolation.level' && rank < 1e8;
}

/** What Spring Boot has for a key of Streams in these parts of the file. */
export function bootText({ streams }: OfBoot, wanted: string, parts: readonly Scope[]): string | undefined {
  const names = parts.map(part => nameInBoot(part));
  const last = streams.findLast(({ role, property, scope }) => role === 'streams' && property === wanted && names.includes(scope.name));
  return last?.value.known ? last.value.text : undefined;
}

/** The scope of Spring Boot's own Streams in a part of the file. */
export function nameInBoot(part: Scope): string {
  return part.base ? `${part.name} ${title}` : title;
}
