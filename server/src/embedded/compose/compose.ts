import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Embedded, Embedder } from '../embedded.js';
import { anyBroker, isNamed, programOf, versionOf } from '../environment/images.js';
import { itemsOf, nameFor, variableIn, variableWriter, type Variable } from '../environment/variables.js';
import { mapView } from '../map-view.js';

/** The environment of the services of a compose file, as the programs in their images read it. */
export const compose: Embedder = {
  id: 'compose',
  title: 'docker compose',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => /^["']?services["']?\s*:/m.test(text) && text.includes('environment'),
  embedded: document => [...servicesIn(document)].flatMap(([name, service]) => environmentOf(name, service, document) ?? []),
};

interface Service {
  readonly image: string;
  /** What the container runs instead of what its image says. */
  readonly command: string;
  readonly variables: readonly Variable[];
}

interface Collected {
  image: string;
  command: string;
  readonly variables: Variable[];
}

function servicesIn(document: Document): ReadonlyMap<string, Service> {
  const services = new Map<string, Collected>();
  for (const entry of document.entries) {
    const [root, name, key] = entry.path;
    if (entry.part !== 0 || root?.kind !== 'key' || root.text !== 'services' || name?.kind !== 'key' || key?.kind !== 'key') continue;
    const service = services.get(name.text) ?? { image: '', command: '', variables: [] };
    services.set(name.text, service);
    read(entry, textOf(key), service, document);
  }
  return services;
}

function read(entry: Entry, key: string, service: Collected, document: Document): void {
  if (key === 'image') service.image = entry.value;
  else if (key === 'command' || key === 'entrypoint') service.command += ` ${entry.value}`;
  else if (key === 'environment' && entry.path.length === 4) {
    const variable = variableIn(document, entry);
    if (variable) service.variables.push(variable);
  }
}

function environmentOf(name: string, service: Service, document: Document): Embedded | undefined {
  const program = programOf(service.image) ?? (isNamed(service.image) ? undefined : anyBroker);
  if (!program || !runs(service)) return undefined;
  const items = itemsOf(inForce(service.variables), program.names);
  if (items.length === 0) return undefined;
  return {
    name: `service ${name}`,
    path: program.path,
    wanted: program.reader,
    keys: {
      around: ['services', name, 'environment'],
      part: 0,
      listed: service.variables.some(({ entry }) => entry.path.at(-1)?.kind === 'item'),
      spell: key => nameFor(key, program.names),
    },
    defaults: program.defaults ?? [],
    facts: [...(program.facts ?? []), 'cluster-in-sight'],
    kafkaVersion: versionOf(service.image, program),
    ...mapView(items, document.text, variableWriter(document, program.names)),
  };
}

/** What a merged mapping says is replaced by what the service says itself. */
function inForce(variables: readonly Variable[]): readonly Variable[] {
  return variables.filter(({ name }, i) => variables.findIndex(one => one.name === name) === i);
}

/** Scripts by which images start what is in them. */
const starts = /docker\/run|server-start|kafka\/run\.sh|entrypoint\.sh|start-kafka|connect-distributed|ksql-server/;
/** Whether the container runs the program: many use an image for its tools, to create topics or to wait for a broker. */
function runs({ command }: Service): boolean {
  return command.trim() === '' || starts.test(command);
}
