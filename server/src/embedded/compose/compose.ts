import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Embedder } from '../embedded.js';
import { environmentOf, type Container } from '../environment/container.js';
import { nameFor, variableIn, variableWriter, type EntryVariable } from '../environment/variables.js';

/** The environment of the services of a compose file, as the programs in their images read it. */
export const compose: Embedder = {
  id: 'compose',
  title: 'docker compose',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => /^["']?services["']?\s*:/m.test(text) && text.includes('environment'),
  embedded: document =>
    [...servicesIn(document)].flatMap(([name, service]) => environmentOf(containerOf(name, service, document), document.text) ?? []),
};

interface Service {
  readonly image: string;
  readonly command: readonly Entry[];
  readonly variables: readonly EntryVariable[];
  /** Whether a file beside has more of its variables. */
  readonly partly: boolean;
}

interface Collected {
  image: string;
  readonly command: Entry[];
  readonly variables: EntryVariable[];
  partly: boolean;
}

function servicesIn(document: Document): ReadonlyMap<string, Service> {
  const services = new Map<string, Collected>();
  for (const entry of document.entries) {
    const [root, name, key] = entry.path;
    if (entry.part !== 0 || root?.kind !== 'key' || root.text !== 'services' || name?.kind !== 'key' || key?.kind !== 'key') continue;
    const service = services.get(name.text) ?? { image: '', command: [], variables: [], partly: false };
    services.set(name.text, service);
    read(entry, textOf(key), service, document);
  }
  return services;
}

function read(entry: Entry, key: string, service: Collected, document: Document): void {
  if (key === 'image') service.image = entry.value;
  else if (key === 'command' || key === 'entrypoint') service.command.push(entry);
  else if (key === 'env_file') service.partly = true;
  else if (key === 'environment' && entry.path.length === 4) service.variables.push(variableIn(document, entry));
}

function containerOf(name: string, { image, command, variables, partly }: Service, document: Document): Container<EntryVariable> {
  return {
    name: `service ${name}`,
    image,
    command,
    variables: inForce(variables),
    facts: ['cluster-in-sight', ...(partly ? (['partly-seen'] as const) : [])],
    keys: names => ({
      around: ['services', name, 'environment'],
      part: 0,
      listed: variables.some(({ entry }) => entry.path.at(-1)?.kind === 'item'),
      spell: key => nameFor(key, names),
    }),
    writer: names => variableWriter(document, names),
  };
}

/** What a merged mapping says is replaced by what the service says itself. */
function inForce(variables: readonly EntryVariable[]): readonly EntryVariable[] {
  return variables.filter(({ name }, i) => variables.findIndex(one => one.name === name) === i);
}
