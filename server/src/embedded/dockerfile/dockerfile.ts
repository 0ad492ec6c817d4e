import { dockerfile as syntax } from '../../syntax/dockerfile.js';
import type { Document } from '../../syntax/syntax.js';
import type { Embedder } from '../embedded.js';
import { environmentsOf, type Container } from '../environment/container.js';
import { entryVariable, entryWriter } from '../environment/entry-writer.js';
import { nameFor, type EntryVariable } from '../environment/variables.js';
import { stagesIn, type Stage } from './stages.js';

/** The variables of the stages of a Dockerfile, as the programs in their images read them. Who runs the image may set others. */
export const dockerfile: Embedder = {
  id: 'dockerfile',
  title: 'Dockerfiles',
  syntaxes: ['dockerfile'],
  mayHold: (_path, text) => /^[ \t]*ENV\s|--override/im.test(text) && /kafka|CONNECT_|MP_MESSAGING/i.test(text),
  embedded: document => stagesIn(document).flatMap(stage => environmentsOf(containerOf(stage, document), document.text)),
};

function containerOf({ name, part, image, variables, entrypoint, command }: Stage, document: Document): Container<EntryVariable> {
  const last = new Map(variables.map(variable => [variable.name, variable]));
  return {
    name,
    image,
    command: [...entrypoint, ...command],
    variables: variables
      .filter(variable => last.get(variable.name) === variable)
      .map(variable => entryVariable(document, variable.entry, variable.name, variable.value)),
    facts: ['partly-seen'],
    keys: names => ({ around: ['ENV'], part, listed: false, spell: key => nameFor(key, names) }),
    writer: names => entryWriter(syntax, document, names),
  };
}
