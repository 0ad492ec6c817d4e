import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';

/** What a compose file says of a service, with what it takes from others. */
export interface Service {
  readonly image: Entry | undefined;
  readonly command: readonly Entry[];
  readonly entrypoint: readonly Entry[];
  /** All variables, those that win last. */
  readonly environment: readonly Entry[];
  /** What names files with more variables, those that win last. */
  readonly envFiles: readonly Entry[];
  /** What says where volumes are mounted into it: `volume:/directory:ro`, or the `target` alone. */
  readonly mounts: readonly MountEntry[];
  /** Whether volumes that outlive it are mounted at all, be it those of another service. */
  readonly mounted: boolean;
  /** Whether something that is not seen has more of it. */
  readonly partly: boolean;
  /** The service of another file that it extends, and where that file is named. */
  readonly extended: { readonly file: Entry; readonly name: string } | undefined;
}

/** Where a volume is mounted, and whether it outlives the container. */
export interface MountEntry {
  readonly entry: Entry;
  readonly lasts: boolean;
}

interface Collected {
  image: Entry | undefined;
  command: Entry[];
  entrypoint: Entry[];
  readonly environment: Entry[];
  readonly envFiles: Entry[];
  readonly mounts: MountEntry[];
  mounted: boolean;
  partly: boolean;
  /** The service that it extends, in this file or in another one. */
  base: string | undefined;
  file: Entry | undefined;
}

/** The services by their names. Documents of one file are merged, the later over the earlier; and a service over the one it extends. */
export function servicesIn(document: Document): ReadonlyMap<string, Service> {
  const services = new Map<string, Collected>();
  const inMemory = new Set(document.entries.filter(({ value, path }) => value === 'tmpfs' && isType(path)).map(nameOf));
  for (const entry of document.entries) {
    const [root, name, key, ...rest] = entry.path;
    if (root?.kind !== 'key' || root.text !== 'services' || name?.kind !== 'key' || key?.kind !== 'key') continue;
    const service = services.get(name.text) ?? newService();
    services.set(name.text, service);
    const below = rest.map(textOf).join('.');
    if (key.text === 'image') service.image = entry;
    else if (key.text === 'command') service.command = added(entry, service.command);
    else if (key.text === 'entrypoint') service.entrypoint = added(entry, service.entrypoint);
    else if (key.text === 'env_file') {
      if (/^(\d+(\.path)?)?$/.test(below)) service.envFiles.push(entry);
    } else if (key.text === 'tmpfs') service.mounts.push({ entry, lasts: false });
    else if (key.text === 'volumes_from') service.partly = service.mounted = true;
    else if (key.text === 'volumes') {
      const lasts = !inMemory.has(nameOf(entry));
      service.mounted ||= lasts;
      if (/^\d+(\.target)?$/.test(below)) service.mounts.push({ entry, lasts });
    } else if (key.text === 'environment' && rest.length === 1) service.environment.push(entry);
    else if (key.text === 'extends' && below === 'file') service.file = entry;
    else if (key.text === 'extends') service.base = entry.value;
  }
  return new Map([...services].map(([name, service]) => [name, withExtended(service, services, [service])]));
}

/** The `type` of an item of `volumes`. */
function isType(path: Entry['path']): boolean {
  const [list, , last] = path.slice(-3).map(textOf);
  return list === 'volumes' && last === 'type';
}

/** The same for all keys of an item. */
function nameOf({ part, path }: Entry): string {
  return [String(part), ...path.slice(0, 4).map(textOf)].join('\0');
}

function newService(): Collected {
  return {
    image: undefined,
    command: [],
    entrypoint: [],
    environment: [],
    envFiles: [],
    mounts: [],
    mounted: false,
    partly: false,
    base: undefined,
    file: undefined,
  };
}

/** The words of a list belong together; another document says all of it anew. */
function added(entry: Entry, before: readonly Entry[]): Entry[] {
  return before.some(({ part }) => part !== entry.part) ? [entry] : [...before, entry];
}

function withExtended(
  { base: name, file, ...service }: Collected,
  services: ReadonlyMap<string, Collected>,
  chain: readonly Collected[],
): Service {
  if (file && name !== undefined) return { ...service, extended: { file, name } };
  const other = name === undefined ? undefined : services.get(name);
  if (!other || chain.includes(other)) return { ...service, extended: undefined };
  const base = withExtended(other, services, [...chain, other]);
  return {
    image: service.image ?? base.image,
    command: service.command.length > 0 ? service.command : base.command,
    entrypoint: service.entrypoint.length > 0 ? service.entrypoint : base.entrypoint,
    environment: [...base.environment, ...service.environment],
    envFiles: [...base.envFiles, ...service.envFiles],
    mounts: [...base.mounts, ...service.mounts],
    mounted: service.mounted || base.mounted,
    partly: service.partly || base.partly,
    extended: base.extended,
  };
}
