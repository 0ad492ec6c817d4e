// Writes test/conformance/properties/recorded.jsonl anew; run after `npx tsc -b`.
import { writeFileSync } from 'node:fs';
import { cornerCases, randomText, seededRandom } from '../../out/test/conformance/properties/texts.js';
import { askJava } from './java-properties.mjs';

const random = seededRandom(1);
const texts = [...new Set([...cornerCases, ...Array.from({ length: 2_400 }, () => randomText(random))])];
const answers = await askJava(texts);
const lines = texts.map((text, i) => JSON.stringify([text, answers[i]]).replace(/[^\n -~]/g, escape));
writeFileSync(new URL('../conformance/properties/recorded.jsonl', import.meta.url), `${lines.join('\n')}\n`);
console.log(`properties: ${texts.length} answers of Java recorded, ${new Set(cornerCases).size} of them for corner cases`);

function escape(char) {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
