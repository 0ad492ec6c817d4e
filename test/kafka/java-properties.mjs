import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('src/PropertiesOracle.java', import.meta.url));
const classes = fileURLToPath(new URL('../../out/java', import.meta.url));

/**
 * What `java.util.Properties` reads out of each text, in one JVM: its properties as pairs sorted by key, or the name of the exception.
 * `mode` is `reader` for `load(Reader)` or `stream` for `load(InputStream)` of the text saved as UTF-8.
 */
export async function askJava(texts, mode = 'reader') {
  mkdirSync(classes, { recursive: true });
  execFileSync('javac', ['-d', classes, source], { stdio: 'inherit' });
  const java = spawn('java', ['-Xshare:auto', '-cp', classes, 'PropertiesOracle', mode], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve, reject) => {
    java.on('error', reject);
    java.on('close', code => (code === 0 ? resolve() : reject(new Error(`java ended with ${code}`))));
  });
  java.stdin.end(texts.map(text => `${encode(text, mode)}\n`).join(''));
  let output = '';
  java.stdout.setEncoding('ascii').on('data', chunk => (output += chunk));
  await exited;
  const answers = output.split('\n').slice(0, -1).map(readAnswer);
  if (answers.length !== texts.length) throw new Error(`java answered ${answers.length} of ${texts.length} texts`);
  return answers;
}

function encode(text, mode) {
  return (mode === 'stream' ? Buffer.from(text, 'utf8') : Buffer.from(text, 'utf16le').swap16()).toString('base64');
}

function decode(field) {
  return Buffer.from(field, 'base64').swap16().toString('utf16le');
}

function readAnswer(line) {
  if (line.startsWith('!')) return line.slice(1);
  if (line === '') return [];
  return line
    .split(' ')
    .map(pair => pair.split(':').map(decode))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
