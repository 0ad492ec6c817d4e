import type { ReadFile } from '../../files/files.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { yaml } from '../../syntax/yaml.js';
import { pathFrom, valuesIn } from '../environment/env-variables.js';
import { withDefaults } from '../environment/interpolation.js';
import { variableIn, type Variable } from '../environment/variables.js';
import { servicesIn, type MountEntry, type Service } from './services.js';

/** The files around a compose file. */
export interface Files {
  /** Of the compose file itself. */
  readonly path: string;
  readonly readFile: ReadFile;
  /** What stands for variables where the environment of Compose has none. */
  readonly defaults: ReadonlyMap<string, string>;
}

/** What a service has from other files, all of it at the place where these are named. */
export interface FromFiles {
  readonly image: string | undefined;
  readonly command: readonly Entry[];
  readonly variables: readonly Variable[];
  readonly mounts: readonly MountEntry[];
  readonly mounted: boolean;
  /** Whether there is more that cannot be seen. */
  readonly partly: boolean;
}

/** The values of `.env` beside the first compose file. Source: the specification of Compose, interpolation and the project directory. */
export function defaultsFor({ text }: Document, path: string, readFile: ReadFile): Files['defaults'] {
  return valuesIn((text.includes('$') ? readFile(pathFrom(path, '.env')) : undefined) ?? '');
}

const nothing: FromFiles = { image: undefined, command: [], variables: [], mounts: [], mounted: false, partly: false };
const unseen: FromFiles = { ...nothing, partly: true };
/** Files that extend each other are no circle that anybody wants to read to its end. */
const mostFiles = 5;

/** What a service extends in another file, and then its files of variables: the later ones win. */
export function fromFiles({ extended, envFiles, partly }: Service, files: Files, depth = 0): FromFiles {
  const base = extended ? extendedIn(extended, files, depth) : nothing;
  const variables = envFiles.map(entry => variablesOf(entry, files));
  return {
    ...base,
    variables: [...base.variables, ...variables.flatMap(some => some ?? [])],
    partly: partly || base.partly || variables.includes(undefined),
  };
}

function extendedIn({ file, name }: NonNullable<Service['extended']>, files: Files, depth: number): FromFiles {
  const path = pathFrom(files.path, withDefaults(file.value, files.defaults));
  const text = depth < mostFiles ? files.readFile(path) : undefined;
  const document = text === undefined ? undefined : yaml.parse(text);
  const service = document && servicesIn(document).get(name);
  if (!document || !service) return unseen;
  const base = fromFiles(service, { ...files, path }, depth + 1);
  const { image, entrypoint, command, environment, mounts, mounted } = service;
  const own = [...entrypoint, ...command];
  return {
    image: image?.value ?? base.image,
    command: own.length > 0 ? own.map(entry => at(file, entry)) : base.command,
    variables: [...base.variables, ...environment.map(entry => at(file, variableIn(document, entry)))].map(one => at(file, one)),
    mounts: [...base.mounts, ...mounts].map(mount => ({ ...mount, entry: at(file, mount.entry) })),
    mounted: mounted || base.mounted,
    partly: base.partly,
  };
}

/** The variables of a file, where it is named; undefined where it cannot be read. */
function variablesOf(entry: Entry, { path, readFile, defaults }: Files): readonly Variable[] | undefined {
  const text = readFile(pathFrom(path, withDefaults(entry.value, defaults)));
  if (text === undefined) return undefined;
  const { keySpan, valueSpan, span } = entry;
  return [...valuesIn(text)].map(([name, value]) => at(entry, { name, value, keySpan, valueSpan, span }));
}

function at<T extends Variable | Entry>({ valueSpan, span }: Entry, one: T): T {
  return { ...one, keySpan: valueSpan, valueSpan, span };
}
