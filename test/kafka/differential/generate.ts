import { versionOf } from '../../../server/src/analysis/options.js';
import { existsIn, findProperty, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Property } from '../../../server/src/kafka/property.js';
import { atLeast, type KafkaVersion } from '../../../server/src/kafka/version.js';
import { relatedKeys } from './groups.js';
import type { JudgedRole, Question } from './judge.js';
import { namedValues } from './named-values.js';
import { keyOfMirrorMaker, mirrorMakerBase } from './programs.js';
import { randomFrom, type Random } from './random.js';
import { edgeValue, usualValue } from './values.js';

/** Asks the same questions for the same seed, each independent of the others. */
export function questionsOf(version: string, role: JudgedRole, seed: string): (index: number) => Question {
  const kafka = versionOf(version);
  const all = propertiesOf(role);
  const vocabulary: Vocabulary = { kafka, role, present: all.filter(one => existsIn(one, kafka)), all };
  return index => ({ version, role, props: propsFor(vocabulary, randomFrom(`${seed} ${version} ${role} ${String(index)}`)) });
}

interface Vocabulary {
  readonly kafka: KafkaVersion;
  readonly role: JudgedRole;
  readonly present: readonly Property[];
  /** Of other versions, too. */
  readonly all: readonly Property[];
}

function propsFor(vocabulary: Vocabulary, random: Random): Readonly<Record<string, string>> {
  const props = new Map(baseFor(vocabulary, random));
  for (const [key, value] of written(vocabulary, random)) props.set(key, value);
  // a key of the base that is missing
  if (props.size > 1 && random.chance(0.05)) props.delete(random.pick([...props.keys()]));
  return Object.fromEntries(props);
}

function written(vocabulary: Vocabulary, random: Random): (readonly [string, string])[] {
  const { role, present, all, kafka } = vocabulary;
  if (role === 'mirror-maker' && random.chance(0.4)) {
    const { key, property } = keyOfMirrorMaker(random, one => existsIn(one, kafka));
    return [[key, pairFor(property, vocabulary, random, 0.6)[1]]];
  }
  const groups = relatedKeys[role];
  const kind = random.below(groups.length > 0 ? 100 : 55);
  if (kind < 35) return [pairFor(random.pick(present), vocabulary, random, 0.75)];
  if (kind < 50) return Array.from({ length: 2 + random.below(5) }, () => pairFor(random.pick(present), vocabulary, random, 0.08));
  if (kind < 55)
    return [pairFor(random.pick(all), vocabulary, random, 0.2), ...(random.chance(0.5) ? [['no.such.key', 'x'] as const] : [])];
  const group = random.some(random.pick(groups), 0.75);
  return group.flatMap(key => {
    const property = findProperty(role, key);
    const values = property ? undefined : namedValues(role, key);
    if (values) return [[key, random.pick(random.chance(0.12) ? values.edge : values.usual)] as const];
    return property ? [pairFor(property, vocabulary, random, 0.12)] : [];
  });
}

function pairFor(property: Property, { kafka }: Vocabulary, random: Random, edge: number): readonly [string, string] {
  return [property.name, random.chance(edge) ? edgeValue(property, kafka, random) : usualValue(property, kafka, random)];
}

const zookeeper = [['zookeeper.connect', '127.0.0.1:2181']] as const;
const combined = [
  ['process.roles', 'broker,controller'],
  ['node.id', '1'],
  ['controller.quorum.voters', '1@127.0.0.1:9093'],
  ['listeners', 'PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093'],
  ['controller.listener.names', 'CONTROLLER'],
] as const;
const broker = [
  ['process.roles', 'broker'],
  ['node.id', '1'],
  ['controller.quorum.voters', '100@127.0.0.1:9093'],
  ['listeners', 'PLAINTEXT://127.0.0.1:9092'],
  ['controller.listener.names', 'CONTROLLER'],
] as const;
const controller = [
  ['process.roles', 'controller'],
  ['node.id', '100'],
  ['controller.quorum.voters', '100@127.0.0.1:9093'],
  ['listeners', 'CONTROLLER://127.0.0.1:9093'],
  ['controller.listener.names', 'CONTROLLER'],
] as const;

/** What makes a broker's file complete; KRaft was a preview before 3.0 and ZooKeeper is gone in 4.0. */
function baseFor({ kafka, role }: Vocabulary, random: Random): readonly (readonly [string, string])[] {
  if (role === 'mirror-maker') return mirrorMakerBase;
  if (role !== 'broker') return [];
  const withZooKeeper = !atLeast(kafka, '4.0');
  const withKRaft = atLeast(kafka, '3.0');
  if (withZooKeeper && (!withKRaft || random.chance(0.4))) return random.chance(0.5) ? zookeeper : [...zookeeper, ['broker.id', '1']];
  return random.pick([combined, broker, controller, combined]);
}
