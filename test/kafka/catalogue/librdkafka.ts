import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { librdkafkaModule } from '../../../server/tools/catalogue/librdkafka.js';
import { asCommand, Sentence } from '../java.js';
import { librdkafkaVersion, startLibrdkafka } from '../librdkafka.js';

/**
 * Asks a real librdkafka for its own table of properties.
 *   npm run librdkafka              writes what it says
 *   npm run librdkafka -- --check   only compares, and exits with 1 where it differs
 */
const path = fileURLToPath(new URL('../../../../server/src/kafka/frameworks/librdkafka-data.ts', import.meta.url));

await asCommand(async () => {
  const librdkafka = await startLibrdkafka();
  const text = librdkafkaModule(await librdkafka.table(), librdkafkaVersion);
  await librdkafka.stop();
  if (process.argv[2] !== '--check') {
    writeFileSync(path, text);
    console.log('The table is written.');
  } else if (existsSync(path) && readFileSync(path, 'utf8') === text) console.log('The table says what librdkafka says.');
  else throw new Sentence('The table is not what librdkafka says: run "npm run librdkafka" and commit.');
});
