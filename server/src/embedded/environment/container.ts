import type { Fact } from '../../config/setting.js';
import type { Entry } from '../../syntax/syntax.js';
import type { Embedded, EmbeddedKeys } from '../embedded.js';
import { besideGiven, mapView, type GivenItem, type MapWriter } from '../map-view.js';
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
  keys(names: VariableNames): EmbeddedKeys;
  writer(names: VariableNames): MapWriter<VariableItem<V>>;
}

/** The environment of a container as the program in its image reads it; undefined where that is none of Kafka's. */
export function environmentOf<V extends Variable>(container: Container<V>, outerText: string): Embedded | undefined {
  const { name, image, variables, facts } = container;
  const command = textOf(container.command);
  const program = programOf(image) ?? (isNamed(image) ? undefined : anyBroker);
  if (!program || !runs(command)) return undefined;
  const given = givenBy(container.command, program.names);
  const items = itemsOf(variables, program.names).filter(({ key }) => !given.some(one => one.key === key));
  if (items.length === 0) return undefined;
  return {
    name,
    path: program.path,
    wanted: program.reader,
    keys: container.keys(program.names),
    defaults: program.defaults ?? [],
    facts: [...(program.facts ?? []), ...facts],
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

/** What a command sets before it starts the program, such as the id of a node by the name of its host; its value is only known there. */
function givenBy(command: readonly Entry[], names: VariableNames): readonly GivenItem[] {
  return command.flatMap(({ value, valueSpan }) =>
    [...value.matchAll(/(?:^|[\s;&|(])([A-Z][A-Z0-9_]*)=/g)].flatMap(([, variable = '']) => {
      const key = names.keyOf(variable);
      const spans = { keySpan: valueSpan, valueSpan: { start: valueSpan.end, end: valueSpan.end }, span: valueSpan };
      return key === undefined ? [] : [{ key, value: `\${${variable}}`, ...spans, given: true } as const];
    }),
  );
}
