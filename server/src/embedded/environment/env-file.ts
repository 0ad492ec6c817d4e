import { env } from '../../syntax/env.js';
import type { Document } from '../../syntax/syntax.js';
import { usersOf, type User } from '../compose/users.js';
import type { Embedded, Embedder } from '../embedded.js';
import { environmentsOf } from './container.js';
import { entryWriter } from './entry-writer.js';
import { lineVariable } from './env-variables.js';
import { nameFor } from './variables.js';

/**
 * Files of variables, as the environment of whatever they belong to: the services of a compose file nearby that name them, or else a broker,
 * a worker or an application, by their names. Who starts it may set others.
 */
export const envFile: Embedder = {
  id: 'env-file',
  title: 'files of variables',
  syntaxes: ['env'],
  mayHold: (_path, text) => /kafka|CONNECT_|MP_MESSAGING/i.test(text),
  embedded: (document, path, readFile) => {
    const users = readFile ? usersOf(path, readFile) : [];
    return (users.length > 0 ? users : [nobody]).flatMap(user => environmentIn(document, user));
  },
};

const nobody: User = { name: '', image: '', command: [], sets: new Set() };

function environmentIn(document: Document, { name, image, command, sets }: User): readonly Embedded[] {
  const variables = document.entries.map(entry => lineVariable(document, entry)).filter(variable => !sets.has(variable.name));
  return environmentsOf(
    {
      ...{ name: name === '' ? 'environment' : `environment of service ${name}`, image, command, variables, facts: ['partly-seen'] },
      keys: names => ({ around: [], part: 0, listed: false, spell: key => nameFor(key, names) }),
      writer: names => entryWriter(env, document, names),
    },
    document.text,
  );
}
