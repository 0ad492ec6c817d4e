// Finds the browser for the end-to-end tests: Chrome, Chromium or Edge.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../../client/tools/prepare.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
];
const places = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(variable =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe'].map(path =>
      join(process.env[variable] ?? '', path),
    ),
  ),
  linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
};

/** The path of a browser, installed now if that is possible without asking; throws what to install otherwise. */
export function provideBrowser() {
  return findBrowser() ?? installChromium();
}

function findBrowser() {
  const { CHROME_PATH: chosen, PATH = '' } = process.env;
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`CHROME_PATH is ${chosen}, which cannot be run.`);
    return chosen;
  }
  const ending = process.platform === 'win32' ? '.exe' : '';
  const onPath = PATH.split(delimiter).flatMap(folder => commands.map(command => join(folder, command + ending)));
  return [...onPath, ...(places[process.platform] ?? [])].find(isProgram);
}

function isProgram(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installChromium() {
  const isRoot = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get') || !(isRoot || process.env.CI)) {
    throw new Error('The end-to-end tests need Chrome, Chromium or Edge and found none: install one, or name it in CHROME_PATH.');
  }
  console.log('No Chrome, Chromium or Edge found: installing the package "chromium" of this distribution with apt-get.');
  const [command, ...prefix] = isRoot ? ['apt-get'] : ['sudo', 'apt-get'];
  run(command, [...prefix, 'update']);
  run(command, [...prefix, 'install', '-y', '--no-install-recommends', 'chromium']);
  const installed = findBrowser();
  if (installed === undefined) throw new Error('apt-get installed chromium, but it is not on the PATH.');
  return installed;
}
