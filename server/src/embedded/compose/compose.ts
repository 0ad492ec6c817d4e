import { textOf } from '../../syntax/key-text.js';
import type { Document } from '../../syntax/syntax.js';
import type { Embedder } from '../embedded.js';
import { environmentsOf, type Container } from '../environment/container.js';
import { nameFor, variableIn, variableWriter, type EntryVariable } from '../environment/variables.js';
import { scalarText } from '../scalar-text.js';
import { servicesIn, type Service } from './services.js';

/** The environment of the services of a compose file, as the programs in their images read it. */
export const compose: Embedder = {
  id: 'compose',
  title: 'docker compose',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => /^["']?services["']?\s*:/m.test(text) && /environment|--override/.test(text),
  embedded: document =>
    [...servicesIn(document)].flatMap(([name, service]) => environmentsOf(containerOf(name, service, document), document.text)),
};

function containerOf(
  name: string,
  { image, command, entrypoint, environment, mounts, mounted, partly }: Service,
  document: Document,
): Container<EntryVariable> {
  const variables = inForce(environment.map(entry => variableIn(document, entry)));
  const last = environment.at(-1);
  return {
    name: `service ${name}`,
    image: image?.value ?? '',
    command: [...entrypoint, ...command],
    variables,
    facts: ['cluster-in-sight', ...(mounted ? [] : (['without-volume'] as const)), ...(partly ? (['partly-seen'] as const) : [])],
    mounts: mounts.map(({ value, keySpan, valueSpan, span }) => ({ target: targetOf(value), lasts: true, keySpan, valueSpan, span })),
    keys: names => ({
      around: last ? last.path.slice(0, -1).map(textOf) : ['services', name, 'environment'],
      part: last?.part ?? 0,
      listed: last?.path.at(-1)?.kind === 'item',
      spell: key => nameFor(key, names),
    }),
    writer: names => variableWriter(document, names),
    textOf: ({ entry }, path) => (entry.path.at(-1)?.kind === 'key' ? scalarText(document, entry, path) : undefined),
  };
}

/** `volume:/directory:ro`, or the directory alone; variables may have colons. */
function targetOf(mount: string): string {
  const words = mount.replace(/\$\{[^}]*\}/g, 'x').split(':');
  return words.find(word => word.startsWith('/') && word !== words[0]) ?? words.slice(0, 1).join('');
}

/** Of several with one name the last one. */
function inForce(variables: readonly EntryVariable[]): readonly EntryVariable[] {
  const last = new Map(variables.map(variable => [variable.name, variable]));
  return variables.filter(variable => last.get(variable.name) === variable);
}
