import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ownerOf } from '../../server/src/carriers/librdkafka/keys.js';
import { propertiesOf } from '../../server/src/kafka/catalogue/catalogue.js';
import { librdkafkaTable } from '../../server/src/kafka/frameworks/librdkafka.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import { analyzeFile } from '../support/check.js';
import { times } from '../support/runs.js';

interface Whole {
  readonly path: string;
  readonly text: string;
}

/** Every file below the folder whose syntax is known. */
function filesBelow(folder: string): readonly Whole[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => syntaxOf(name, undefined));
  return names.map(name => ({ path: name.replaceAll('\\', '/'), text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

/** Files of Java's clients and of the programs around them, and of no Kafka at all. */
const ofOthers = [
  ...filesBelow('test/golden').filter(({ path }) => !path.startsWith('librdkafka/') || /\/(java|scala)\.properties$/.test(path)),
  ...(existsSync('../shared/corpus') ? filesBelow('../shared/corpus') : []),
];
const ofLibrdkafka = filesBelow('test/golden/librdkafka').filter(({ path }) => !/(^|\/)(java|scala)\.properties$/.test(path));

const readersOf = ({ path, text }: Whole): readonly string[] => analyzeFile(path, text).carried.map(({ carrier }) => carrier.id);

/** Keys that librdkafka and Java's clients have alike. */
const common = librdkafkaTable.flatMap(({ names }) => names).filter(name => ownerOf(name) === 'common' && name.includes('.'));
/** Keys of Java's clients that librdkafka has not, and the other way round. */
const javaAlone = (['producer', 'consumer'] as const)
  .flatMap(role => propertiesOf(role).map(({ name }) => name))
  .filter(name => ownerOf(name) === 'java');
const ownAlone = librdkafkaTable.flatMap(({ names }) => names).filter(name => ownerOf(name) === 'own');

const linesOf = (keys: readonly string[]): string => keys.map(key => `${key}=1\n`).join('');
const some = (keys: readonly string[], least: number, most: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...keys), { minLength: least, maxLength: most });

describe('a file is taken for librdkafka’s', () => {
  it('where it is', () => {
    for (const file of ofLibrdkafka) assert.deepEqual(readersOf(file), ['librdkafka'], file.path);
    assert.ok(ofLibrdkafka.length > 8);
  });
  it('and no other one is', () => {
    for (const file of ofOthers) assert.ok(!readersOf(file).includes('librdkafka'), file.path);
    assert.ok(ofOthers.length > 30);
  });
  it('not for keys that Java’s clients have too, whichever of them, and whatever is left of a file of theirs', () => {
    const lines = ofOthers
      // what is left of a file for Kafka 0.8 may be anybody's
      .filter(({ path }) => path.endsWith('.properties') && !path.endsWith('scala.properties'))
      .map(({ path, text }) => ({ path, lines: text.split('\n') }));
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.infiniteStream(fc.boolean()), some(common, 0, 6), (file, keep, keys) => {
        const left = file.lines.filter(() => keep.next().value === true).join('\n');
        assert.ok(!readersOf({ path: file.path, text: `${left}\n${linesOf(keys)}` }).includes('librdkafka'));
      }),
      times(150),
    );
  });
  it('not while more of its keys are Java’s alone', () => {
    fc.assert(
      fc.property(some(common, 0, 5), some(javaAlone, 3, 5), some(ownAlone, 0, 3), (keys, java, own) => {
        assert.ok(!readersOf({ path: 'client.properties', text: linesOf([...keys, ...java, ...own]) }).includes('librdkafka'));
      }),
      times(150),
    );
  });
  it('with two keys of its own among those that Java’s clients have, and then no Java client’s', () => {
    fc.assert(
      fc.property(some(common, 0, 8), some(ownAlone, 2, 4), fc.boolean(), (keys, own, first) => {
        const text = linesOf(['bootstrap.servers', ...(first ? [...own, ...keys] : [...keys, ...own])]);
        assert.deepEqual(readersOf({ path: 'client.properties', text }), ['librdkafka'], text);
      }),
      times(150),
    );
  });
});
