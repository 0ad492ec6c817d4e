// Compares the parser and its edits with the Java of this machine on fresh random texts; run after `npx tsc -b`.
// usage: node test/kafka/compare-properties.mjs [seed]
import { expectFromJava } from '../../out/test/conformance/properties/answers.js';
import { randomEdit } from '../../out/test/conformance/properties/edits.js';
import { randomText, randomTextAcrossBuffer, seededRandom } from '../../out/test/conformance/properties/texts.js';
import { askJava } from './java-properties.mjs';

const seed = process.argv[2] === undefined ? Math.floor(Math.random() * 0x1_0000_0000) : Number(process.argv[2]);
if (!Number.isSafeInteger(seed) || seed < 0) {
  console.error('usage: node test/kafka/compare-properties.mjs [seed]');
  process.exit(2);
}
const random = seededRandom(seed);

const texts = Array.from({ length: 100_000 }, (_, i) => (i % 50 === 0 ? randomTextAcrossBuffer(random) : randomText(random)));
report('texts compared with Java', texts, texts.map(expectFromJava), await askJava(texts));

// written by an edit, saved as UTF-8 and read as bytes, as Kafka reads its files
const edits = Array.from({ length: 20_000 }, () => randomEdit(random)).filter(edit => edit !== undefined);
const edited = edits.map(({ text }) => text);
report(
  'edited texts compared with Java',
  edited,
  edits.map(({ expected }) => expected),
  await askJava(edited, 'stream'),
);

function report(what, asked, expected, answers) {
  const different = asked.flatMap((text, i) => {
    const [ours, java] = [JSON.stringify(expected[i]), JSON.stringify(answers[i])];
    return ours === java ? [] : [{ text, ours, java }];
  });
  console.log(`properties: ${asked.length} ${what}, ${different.length} differences (seed ${seed})`);
  for (const { text, ours, java } of different.slice(0, 5)) console.log(`${JSON.stringify(text)}\n  expected ${ours}\n  java     ${java}`);
  if (different.length > 0) process.exitCode = 1;
}
