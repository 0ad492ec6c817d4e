import type { ReadFile } from '../../files/files.js';
import { yaml } from '../../syntax/yaml.js';
import { pathFrom } from '../environment/env-variables.js';
import { variableIn } from '../environment/variables.js';
import { servicesIn, type Service } from './services.js';

/** Services of a compose file that take variables from another file; those of one image are one. */
export interface User {
  readonly name: string;
  readonly image: string;
  readonly command: Service['command'];
  /** The names that all of them set themselves: what the file says of them does not count. */
  readonly sets: ReadonlySet<string>;
}

const composeFiles = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
/** People keep such files beside the compose file, or in a folder below it. */
const foldersAbove = ['', '../', '../../'];

/** The services that name a file of variables in the nearest compose file that names it at all. */
export function usersOf(path: string, readFile: ReadFile): readonly User[] {
  for (const folder of foldersAbove) {
    for (const name of composeFiles) {
      const composePath = pathFrom(path, folder + name);
      const text = readFile(composePath);
      const users = text?.includes('env_file') ? usersIn(text, composePath, path) : [];
      if (users.length > 0) return users;
    }
  }
  return [];
}

function usersIn(text: string, composePath: string, path: string): readonly User[] {
  const document = yaml.parse(text);
  const wanted = pathFrom('', path);
  const users = new Map<string, User>();
  for (const [name, { image, entrypoint, command, environment, envFiles }] of servicesIn(document)) {
    if (!envFiles.some(({ value }) => pathFrom(composePath, value) === wanted)) continue;
    const key = image?.value ?? '';
    const own = environment.map(entry => variableIn(document, entry).name);
    const before = users.get(key);
    const sets = new Set(before ? own.filter(one => before.sets.has(one)) : own);
    users.set(key, { name, image: key, command: [...entrypoint, ...command], ...before, sets });
  }
  return [...users.values()];
}
