import { textOf } from '../../syntax/key-text.js';
import type { Document } from '../../syntax/syntax.js';
import type { Embedder } from '../embedded.js';
import { environmentsOf, type Container } from '../environment/container.js';
import { withDefaults } from '../environment/interpolation.js';
import { nameFor, variableIn, variableWriter, type EntryVariable, type Variable } from '../environment/variables.js';
import { scalarText } from '../scalar-text.js';
import { defaultsFor, fromFiles, type Files } from './other-files.js';
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

function containerOf(name: string, service: Service, document: Document, files: Files): Container<EntryVariable> {
  const { image, command, entrypoint, environment, mounts } = service;
  const other = fromFiles(service, files);
  const own = environment.map(entry => variableIn(document, entry));
  const variables = inForce(own).map(variable => filled(variable, files));
  const ownCommand = [...entrypoint, ...command];
  const last = environment.at(-1);
  return {
    name: `service ${name}`,
    image: withDefaults(image?.value ?? other.image ?? '', files.defaults),
    command: ownCommand.length > 0 ? ownCommand : other.command,
    variables,
    elsewhere: inForce(other.variables).map(variable => filled(variable, files)),
    facts: [
      'cluster-in-sight',
      ...(service.mounted || other.mounted ? [] : (['without-volume'] as const)),
      ...(other.partly ? (['partly-seen'] as const) : []),
    ],
    mounts: [...other.mounts, ...mounts].map(({ entry: { value, keySpan, valueSpan, span }, lasts }) => ({
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

function filled<V extends Variable>(variable: V, { defaults }: Files): V {
  return { ...variable, value: withDefaults(variable.value, defaults) };
}

/** Of several with one name the last one. */
function inForce<V extends Variable>(variables: readonly V[]): readonly V[] {
  const last = new Map(variables.map(variable => [variable.name, variable]));
  return variables.filter(variable => last.get(variable.name) === variable);
}
