import { once } from 'node:events';
import { Sentence, startJava } from '../java.js';

/** What a program prints that reads the classes of one Kafka; a sentence with the first line of its complaint if it fails. */
export async function linesOfJava(
  version: string,
  classpath: readonly string[],
  main: string,
  flags: readonly string[],
): Promise<readonly string[]> {
  const java = startJava(classpath, main, [], flags);
  java.stdin.end();
  let [said, complaint] = ['', ''];
  java.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  java.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code] = (await once(java, 'close')) as [number | null];
  if (code === 0 && said !== '') return said.trimEnd().split('\n');
  const reason = complaint.split('\n').find(line => /Exception|Error/.test(line)) ?? 'it ended early.';
  throw new Sentence(`Java could not read the classes of Kafka ${version}: ${reason}`);
}
