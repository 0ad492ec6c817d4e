import type { Fact } from '../../config/setting.js';
import type { Entry } from '../../syntax/syntax.js';
import type { Embedded, EmbeddedKeys } from '../embedded.js';
import { besideGiven, mapView, type GivenItem, type MapItem, type MapWriter } from '../map-view.js';
import { anyBroker, isNamed, programOf, versionOf } from './images.js';
import type { VariableNames } from './names.js';
import { itemsOf, type Variable, type VariableItem } from './variables.js';

/** A container as the text that starts it describes it. */
export interface Container<V extends Variable> {
  /** For people: `service kafka-1`. */
  readonly name: string;
  readonly image: string;
  /** What it runs instead of what its image says. */
  readonly command: readonly Entry[];
  readonly variables: readonly V[];
  readonly facts: readonly Fact[];
  /** How many containers there are of this description; one if not given. */
  readonly count?: number | undefined;
  keys(names: VariableNames): EmbeddedKeys;
  writer(names: VariableNames): MapWriter<VariableItem<V>>;
}

/** The environment of a container as the program in its image reads it; undefined where that is none of Kafka's. */
export function environmentOf<V extends Variable>(container: Container<V>, outerText: string): Embedded | undefined {
  const { name, image, variables, facts, count } = container;
  const command = textOf(container.command);
  const program = programOf(image) ?? (isNamed(image) ? undefined : anyBroker);
  if (!program || !runs(command)) return undefined;
  const written = itemsOf(variables, program.names);
  const [first] = written;
  const given = first ? givenBy(command, program.names, first) : [];
  const items = written.filter(({ key }) => !given.some(one => one.key === key));
  if (items.length === 0) return undefined;
  return {
    name,
    path: program.path,
    wanted: program.reader,
    keys: container.keys(program.names),
    defaults: program.defaults ?? [],
    facts: [...(program.facts ?? []), ...facts],
    nodes: count,
    kafkaVersion: versionOf(image, program),
    ...mapView([...items, ...given], outerText, besideGiven(container.writer(program.names), items)),
  };
}

/** Scripts by which images start what is in them. */
const starts = /docker\/run|server-start|kafka\/run\.sh|entrypoint\.sh|start-kafka|connect-distributed|ksql-server/;

/** Whether the container runs the program: many use an image for its tools, to create topics or to wait for a broker. */
function runs(command: string): boolean {
  return command.trim() === '' || startsProgram(command);
}

/** Whether a command starts the program of an image. */
export function startsProgram(command: string): boolean {
  return starts.test(command);
}

/** The words of a command in one line. */
export function textOf(command: readonly Entry[]): string {
  return command.map(({ value }) => value).join(' ');
}

/** What a command sets before it starts the program, such as the id of a node by the name of its host: which value, is only known there. */
function givenBy(command: string, names: VariableNames, { keySpan, span }: MapItem): readonly GivenItem[] {
  return [...command.matchAll(/(?:^|[\s;&|("'])([A-Z][A-Z0-9_]*)=/g)].flatMap(([, variable = '']) => {
    const key = names.keyOf(variable);
    const valueSpan = { start: keySpan.start, end: keySpan.start };
    return key === undefined ? [] : [{ key, value: `\${${variable}}`, keySpan, valueSpan, span, given: true } as const];
  });
}
