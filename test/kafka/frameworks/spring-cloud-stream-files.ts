import { randomOf, type Random } from '../differential/random.js';
import type { Case } from './comparison.js';
import { bound, streamsOf } from './spring-cloud-stream-bindings.js';
import { kafkaKey, leafLines, type Leaf } from './spring-cloud-stream-keys.js';
import { leafLine, mapLine } from './spring-boot-files.js';
import { bare, conditions, propertiesText, spelled, yamlText, type Line } from './spring-text.js';

/** Of the Kafka that comes with the binder. */
const kafka = '4.1.2';

/** Which bindings and binders a file names. */
interface Named {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly binders: readonly string[];
  readonly streams: boolean;
}

/** What people write into the file of an application with bindings, most of it right; the same for the same random numbers. */
export function generate(next: () => number): Case {
  const random = randomOf(next);
  const streams = random.chance(0.25);
  const named: Named = {
    inputs: streams ? [`${streamsOf}-in-0`] : random.pick([['orders-in-0'], ['orders-in-0', 'audit-in-0'], ['orders-in-0']]),
    outputs: streams ? [`${streamsOf}-out-0`] : random.pick([['orders-out-0'], ['orders-out-0', 'audit-out-0'], []]),
    binders: !streams && random.chance(0.15) ? ['near', 'far'] : [],
    streams,
  };
  const asked = random.some(conditions, 0.12);
  const documents = [
    [...coreLines(random, named), ...kindLines(random, named), ...linesOf(random, named, 1 + random.below(8))],
    ...asked.map(() => linesOf(random, named, 1 + random.below(3))),
  ];
  const active = asked.length > 0 && random.chance(0.7) ? random.pick(asked) : undefined;
  const properties = random.chance(0.4);
  const write = properties ? propertiesText : yamlText;
  const text = documents
    .map((lines, i) => write(random, withoutTwins(lines), asked[i - 1]?.[0] ?? ''))
    .join(properties ? '#---\n' : '---\n');
  return bound({
    path: `application.${properties ? 'properties' : random.pick(['yml', 'yml', 'yaml'])}`,
    text,
    circumstances: {
      ...(streams ? { streams: streamsOf } : {}),
      ...(active ? { profiles: active[1], scope: active[2] } : {}),
    },
  });
}

function withoutTwins(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line, i) => lines.findIndex(other => bare(other) === bare(line)) === i);
}

const root = ['spring', 'cloud', 'stream'];

/** Which binder it is, without which nobody sees that it is Kafka. */
function kindLines(random: Random, { inputs, streams }: Named): readonly Line[] {
  if (random.chance(0.05)) return [];
  const ofKafka = [...root, 'kafka', ...(streams ? ['streams'] : [])];
  if (streams) return [lineOf(random, [...ofKafka, 'bindings', random.pick(inputs), 'consumer'], random.pick(leafLines.streamsConsumer))];
  return [{ words: [...ofKafka, 'binder', 'brokers'], value: random.pick(['kafka1', 'kafka1:9092,kafka2', 'localhost']) }];
}

/** Each binding has a line of its own, so that the file names it. */
function coreLines(random: Random, { inputs, outputs, binders }: Named): readonly Line[] {
  const lines = [...inputs, ...outputs].flatMap(name => {
    const of = [...root, 'bindings', name];
    const grouped = inputs.includes(name) && random.chance(0.75);
    return [
      { words: [...of, 'destination'], value: name.split('-')[0] ?? '' },
      ...(grouped ? [{ words: [...of, 'group'], value: 'billing' }] : []),
      ...(binders.length > 0 && random.chance(0.5) ? [{ words: [...of, 'binder'], value: random.pick(binders) }] : []),
    ];
  });
  return [...lines, ...binderLines(random, binders)];
}

function binderLines(random: Random, binders: readonly string[]): readonly Line[] {
  if (binders.length === 0) return [];
  const ofBinders = binders.flatMap(name => {
    const of = [...root, 'binders', name];
    const environment = leafLines.binder.map(leaf => ({ words: [...of, 'environment', ...root, 'kafka', 'binder'], leaf }));
    const some = random.some(environment, 0.25).map(({ words, leaf }) => lineOf(random, words, leaf));
    return [
      { words: [...of, 'type'], value: 'kafka' },
      ...(random.chance(0.15) ? [{ words: [...of, 'inherit-environment'], value: 'false' }] : []),
      ...some,
    ];
  });
  return [...ofBinders, { words: [...root, 'default-binder'], value: random.pick(binders) }];
}

function linesOf(random: Random, named: Named, count: number): readonly Line[] {
  return Array.from({ length: count }, () => randomLine(random, named));
}

function randomLine(random: Random, { inputs, outputs, streams }: Named): Line {
  if (random.chance(0.3)) return random.chance(0.6) ? leafLine(random, streams) : mapLine(random, kafka, streams);
  const ofKafka = [...root, 'kafka', ...(streams && random.chance(0.85) ? ['streams'] : [])];
  const leaves = ofKafka.includes('streams')
    ? { ...leafLines, binder: leafLines.streamsBinder, consumer: leafLines.streamsConsumer }
    : leafLines;
  if (random.chance(0.35)) return lineOf(random, [...ofKafka, 'binder'], random.pick(leaves.binder));
  if (random.chance(0.15)) {
    const [name, leaf] = random.chance(0.6)
      ? [random.pick(inputs), random.pick(leaves.coreConsumer)]
      : [outputs[0] ?? 'orders-out-0', random.pick(leaves.coreProducer)];
    return lineOf(random, random.chance(0.7) ? [...root, 'bindings', name] : [...root, 'default'], leaf);
  }
  const side = outputs.length > 0 && random.chance(0.5) ? 'producer' : 'consumer';
  const name = random.pick(side === 'producer' ? outputs : inputs);
  const of = random.chance(0.75) ? ['bindings', name] : ['default'];
  return lineOf(random, [...ofKafka, ...of, side], random.pick(leaves[side]));
}

/** A leaf below these words, in one of its spellings; a map gets a key of Kafka. */
function lineOf(random: Random, above: readonly string[], { path, values, of }: Leaf): Line {
  const words = [...above, ...path.map(word => (word === streamsOf ? word : spelled(random, word)))];
  if (of === undefined) return { words, value: random.pick(values) };
  const [key, value] = kafkaKey(random, of, kafka);
  const parts = random.chance(0.2) ? [`[${key}]`] : random.chance(0.3) ? key.split('.') : [key];
  return { words: [...words, ...parts], value };
}
