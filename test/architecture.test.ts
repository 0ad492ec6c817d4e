import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Which rooms of server/src a room may import, beside itself; "(types)" means only with `import type`. */
const rooms: Readonly<Record<string, string>> = {
  text: '',
  syntax: 'text',
  kafka: 'text',
  config: 'text syntax(types) kafka',
  carriers: 'text syntax kafka config',
  rules: 'config kafka text',
  describe: 'rules config kafka carriers(types)',
  files: '',
  embedded: 'text syntax kafka config files(types)',
  analysis: 'text syntax kafka config carriers rules describe files embedded',
  service: 'analysis embedded describe carriers config(types) syntax kafka text files',
  cli: 'analysis embedded(types) describe carriers syntax kafka text files',
  lsp: 'service files',
  'node.ts': 'lsp files',
  'browser.ts': 'lsp',
};

/** Where in server/src a package may be imported: the core has to run in a browser worker and to know no editor. */
const packages: readonly (readonly [name: RegExp, places: RegExp])[] = [
  [/^yaml$/, /^syntax\/yaml[^/]*\.ts$/],
  [/^jsonc-parser$/, /^syntax\/json[^/]*\.ts$/],
  [/^picomatch(\/|$)/, /^analysis\/glob\.ts$/],
  [/^vscode-languageserver(-|$)/, /^(service|lsp)\//],
  [/^vscode-languageserver\/(node|browser)$/, /^(node|browser)\.ts$/],
  [/^node:/, /^(cli\/|files\/node\.ts$|node\.ts$)/],
  [/\/package\.json$/, /^describe\/product\.ts$/],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function readImports(folder: string): Import[] {
  const files = readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
  return files.flatMap(name => {
    const from = name.split(sep).join('/');
    const text = readFileSync(`${root}${folder}/${name}`, 'utf8');
    return [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm)].map(match => ({
      from,
      to: resolve(from, match[2] ?? match[3] ?? ''),
      typeOnly: match[1] !== undefined,
    }));
  });
}

/** A path from the same folder that `from` is counted from, or the name of a package. */
function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts') : specifier;
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function isPackage(path: string): boolean {
  return !path.endsWith('.ts');
}

function mayEnter({ from, to, typeOnly }: Import): boolean {
  const allowed = rooms[roomOf(from)]?.split(' ') ?? [];
  return roomOf(from) === roomOf(to) || allowed.includes(roomOf(to)) || (typeOnly && allowed.includes(`${roomOf(to)}(types)`));
}

function mayUse({ from, to }: Import): boolean {
  return packages.some(([name, places]) => name.test(to) && places.test(from));
}

function show({ from, to, typeOnly }: Import): string {
  return `${from} imports ${typeOnly ? 'types of ' : ''}${to}`;
}

describe('the house', () => {
  const server = readImports('server/src');
  const client = readImports('client/src');

  it('has only the rooms of the table', () => {
    assert.deepEqual(
      [...new Set(server.map(({ from }) => roomOf(from)))].filter(room => !(room in rooms)),
      [],
    );
  });

  it('is walked through in one direction only', () => {
    assert.deepEqual(
      server
        .filter(({ to }) => !isPackage(to))
        .filter(each => !mayEnter(each))
        .map(show),
      [],
    );
  });

  it('uses each package in its own place only', () => {
    assert.deepEqual(
      server
        .filter(({ to }) => isPackage(to))
        .filter(each => !mayUse(each))
        .map(show),
      [],
    );
  });

  it('keeps the carriers apart', () => {
    // a folder each; `shared` is for all
    const carrierOf = (path: string): string | undefined => /^carriers\/(?!shared\/)([^/]+)\//.exec(path)?.[1];
    const between = server.filter(({ from, to }) => {
      const [own, other] = [carrierOf(from), carrierOf(to)];
      return own !== undefined && other !== undefined && own !== other;
    });
    assert(new Set(server.map(({ from }) => carrierOf(from))).size > 2);
    assert.deepEqual(between.map(show), []);
  });

  // Rooms without a connection or a command in them do nothing by being entered. Coverage counts on it: it sees only what was loaded, types too.
  for (const room of Object.keys(rooms).filter(name => !/^(cli|lsp|.*\.ts)$/.test(name))) {
    it(`can be entered by any door of ${room}/`, async () => {
      const doors = readdirSync(`${root}server/src/${room}`, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
      const modules = doors.map(name => import(`../server/src/${room}/${name.split(sep).join('/').replace(/\.ts$/, '.js')}`));
      assert((await Promise.all(modules)).length > 0);
    });
  }

  it('has a client that knows VS Code and itself only', () => {
    assert.deepEqual(
      client.filter(({ to }) => (isPackage(to) ? !/^vscode(-languageclient(\/\w+)?)?$/.test(to) : to.startsWith('../'))).map(show),
      [],
    );
  });
});
