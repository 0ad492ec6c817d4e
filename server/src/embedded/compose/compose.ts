import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { ReadFile } from '../../files/files.js';
import type { Embedder } from '../embedded.js';
import { environmentsOf, type Container } from '../environment/container.js';
import { pathFrom, valuesIn } from '../environment/env-variables.js';
import { withDefaults } from '../environment/interpolation.js';
import { nameFor, variableIn, variableWriter, type EntryVariable, type Variable } from '../environment/variables.js';
import { scalarText } from '../scalar-text.js';
import { servicesIn, type Service } from './services.js';

/** The environment of the services of a compose file, as the programs in their images read it. */
export const compose: Embedder = {
  id: 'compose',
  title: 'docker compose',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => /^["']?services["']?\s*:/m.test(text) && /environment|env_file|--override/.test(text),
  embedded: (document, path, readFile = () => undefined) => {
    const files: Files = { path, readFile, defaults: defaultsFor(document, path, readFile) };
    return [...servicesIn(document)].flatMap(([name, service]) =>
      environmentsOf(containerOf(name, service, document, files), document.text),
    );
  },
};

/** What a compose file may take from others. */
interface Files {
  /** Of the compose file itself. */
  readonly path: string;
  readonly readFile: ReadFile;
  /** What stands for variables where the environment of Compose has none. */
  readonly defaults: ReadonlyMap<string, string>;
}

/** The file `.env` beside the first one. Source: the specification of Compose, interpolation and the project directory. */
function defaultsFor({ text }: Document, path: string, readFile: ReadFile): Files['defaults'] {
  return valuesIn((text.includes('$') ? readFile(pathFrom(path, '.env')) : undefined) ?? '');
}

function containerOf(
  name: string,
  { image, command, entrypoint, environment, envFiles, mounts, mounted, partly }: Service,
  document: Document,
  files: Files,
): Container<EntryVariable> {
  const own = environment.map(entry => variableIn(document, entry));
  const variables = inForce(own).map(variable => ({ ...variable, value: withDefaults(variable.value, files.defaults) }));
  const elsewhere = envFiles.map(entry => variablesOf(entry, files));
  const last = environment.at(-1);
  return {
    name: `service ${name}`,
    image: withDefaults(image?.value ?? '', files.defaults),
    command: [...entrypoint, ...command],
    variables,
    elsewhere: inForce(elsewhere.flatMap(some => some ?? [])),
    facts: [
      'cluster-in-sight',
      ...(mounted ? [] : (['without-volume'] as const)),
      ...(partly || elsewhere.includes(undefined) ? (['partly-seen'] as const) : []),
    ],
    mounts: mounts.map(({ entry: { value, keySpan, valueSpan, span }, lasts }) => ({
      target: targetOf(value),
      lasts,
      keySpan,
      valueSpan,
      span,
    })),
    keys: names => ({
      around: last ? last.path.slice(0, -1).map(textOf) : ['services', name, 'environment'],
      part: last?.part ?? 0,
      listed: last?.path.at(-1)?.kind === 'item',
      spell: key => nameFor(key, names),
    }),
    writer: names => variableWriter(document, names),
    textOf: ({ name: variable, entry }, path) => {
      const start = entry.path.at(-1)?.kind === 'item' ? variable.length + 1 : 0;
      return scalarText(document, entry, path, { start, end: entry.value.length });
    },
  };
}

/** `volume:/directory:ro`, or the directory alone; variables may have colons. */
function targetOf(mount: string): string {
  const words = mount.replace(/\$\{[^}]*\}/g, 'x').split(':');
  return words.find(word => word.startsWith('/') && word !== words[0]) ?? words.slice(0, 1).join('');
}

/** The variables of a file, where it is named; undefined where it cannot be read. */
function variablesOf(entry: Entry, { path, readFile, defaults }: Files): readonly Variable[] | undefined {
  const text = readFile(pathFrom(path, withDefaults(entry.value, defaults)));
  if (text === undefined) return undefined;
  const { valueSpan, span } = entry;
  return [...valuesIn(text)].map(([name, value]) => ({ name, value: withDefaults(value, defaults), keySpan: valueSpan, valueSpan, span }));
}

/** Of several with one name the last one. */
function inForce<V extends Variable>(variables: readonly V[]): readonly V[] {
  const last = new Map(variables.map(variable => [variable.name, variable]));
  return variables.filter(variable => last.get(variable.name) === variable);
}
