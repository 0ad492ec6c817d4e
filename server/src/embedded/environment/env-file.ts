import { env } from '../../syntax/env.js';
import { textOf } from '../../syntax/key-text.js';
import type { Embedder } from '../embedded.js';
import { environmentsOf } from './container.js';
import { entryVariable, entryWriter } from './entry-writer.js';
import { nameFor } from './variables.js';

/**
 * Files of variables, as the environment of whatever they belong to: a broker, a worker or an application, by their names. Who starts it
 * may set others.
 */
export const envFile: Embedder = {
  id: 'env-file',
  title: 'files of variables',
  syntaxes: ['env'],
  mayHold: (_path, text) => /kafka|CONNECT_|MP_MESSAGING/i.test(text),
  embedded: document =>
    environmentsOf(
      {
        ...{ name: 'environment', image: '', command: [], facts: ['partly-seen'] },
        variables: document.entries.map(entry => entryVariable(document, entry, entry.path.map(textOf).join(), entry.value)),
        keys: names => ({ around: [], part: 0, listed: false, spell: key => nameFor(key, names) }),
        writer: names => entryWriter(env, document, names),
      },
      document.text,
    ),
};
