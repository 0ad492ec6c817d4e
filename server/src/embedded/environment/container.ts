import type { Fact } from '../../config/setting.js';
import { json } from '../../syntax/json.js';
import type { Entry } from '../../syntax/syntax.js';
import type { Embedded, EmbeddedKeys } from '../embedded.js';
import type { ScalarText } from '../scalar-text.js';
import { besideGiven, mapView, type GivenItem, type MapWriter } from '../map-view.js';
import { applicationsIn } from './applications.js';
import { givenBy, overridesIn, runs, takesVariables, textOf } from './command.js';
import { anyBroker, anyWorker, bareBroker, isNamed, programOf, versionOf } from './images.js';
import type { VariableNames } from './names.js';
import type { Program } from './program.js';
import { interpolated } from './interpolation.js';
import { itemsOf, type Variable, type VariableItem } from './variables.js';

/** A volume of a container. */
export interface Mount extends Pick<Entry, 'keySpan' | 'valueSpan' | 'span'> {
  /** The directory at which it is mounted. */
  readonly target: string;
  /** Whether it outlives the container. */
  readonly lasts: boolean;
}

/** A container as the text that starts it describes it. */
export interface Container<V extends Variable> {
  /** For people: `service kafka-1`. */
  readonly name: string;
  readonly image: string;
  /** What it runs instead of what its image says. */
  readonly command: readonly Entry[];
  readonly variables: readonly V[];
  /** Those that another file sets; the container's own win. They stand where that file is named. */
  readonly elsewhere?: readonly Variable[];
  readonly facts: readonly Fact[];
  /** The volumes that are mounted into it; undefined where nobody knows. */
  readonly mounts?: readonly Mount[] | undefined;
  /** How many containers there are of this description; one if not given. */
  readonly count?: number | undefined;
  keys(names: VariableNames): EmbeddedKeys;
  writer(names: VariableNames): MapWriter<VariableItem<V>>;
  /** A whole file as the value of a variable; undefined where it cannot be read there. */
  textOf?(variable: V, path: string): ScalarText | undefined;
}

/** The environment of a container as the programs in its image read it; none where nothing in it is Kafka's. */
export function environmentsOf<V extends Variable>(container: Container<V>, outerText: string): readonly Embedded[] {
  const own = programOf(container.image);
  const variables = [...elsewhereIn(container), ...container.variables];
  const programs = own ? [own, ...(own.beside ? [own.beside] : [])] : [...shown({ ...container, variables }), ...applicationsIn(variables)];
  const maps = programs.flatMap(program => environmentFor(program, container, outerText) ?? []);
  return [...maps, ...container.variables.flatMap(variable => fileIn(variable, container) ?? [])];
}

/** The variables of other files that the container does not set again. */
function elsewhereIn({ variables, elsewhere = [] }: Pick<Container<Variable>, 'variables' | 'elsewhere'>): readonly Variable[] {
  const own = new Set(variables.map(({ name }) => name));
  return elsewhere.filter(({ name }) => !own.has(name));
}

/** JSON, which is YAML too, in a variable of Spring Boot. Source: SpringApplicationJsonEnvironmentPostProcessor. */
function fileIn<V extends Variable>(variable: V, container: Container<V>): Embedded | undefined {
  const text = variable.name === 'SPRING_APPLICATION_JSON' ? container.textOf?.(variable, 'application.yml') : undefined;
  if (!text) return undefined;
  const { name } = container;
  const around = {
    name,
    path: 'application.yml',
    wanted: undefined,
    defaults: [],
    facts: ['partly-seen'],
    kafkaVersion: undefined,
  } as const;
  // what is right in YAML alone would stop the application
  return { ...around, ...text, outerEdits: inner => (isJson(inner) ? text.outerEdits(inner) : undefined) };
}

function isJson(text: string): boolean {
  return json.parse(text).problems.length === 0;
}

function environmentFor<V extends Variable>(program: Program, container: Container<V>, outerText: string): Embedded | undefined {
  const { name, image, facts, command, count } = container;
  const byCommand = isInImage(program);
  if (byCommand && !runs(command)) return undefined;
  const isTaken = !byCommand || takesVariables(command);
  const read = <T extends Variable>(some: readonly T[]): readonly VariableItem<T>[] =>
    isTaken ? itemsOf(some, program.names, value => interpolated(value, program.defaultSign ?? ':-')) : [];
  const own = read(container.variables);
  const others = read(elsewhereIn(container));
  const written: readonly VariableItem[] = [...own, ...others];
  const overrides = byCommand ? overridesIn(command, outerText) : [];
  const first = written[0] ?? overrides[0];
  const lacks = program.needs !== undefined && !written.some(({ key }) => key === program.needs);
  if (!first || lacks || isIdle(program, written)) return undefined;
  const given = [...(byCommand ? givenBy(textOf(command), program.names, first) : []), ...mountsOf(container, program, written)];
  const isFree = ({ key }: VariableItem): boolean => !given.some(one => one.key === key);
  const items = own.filter(isFree);
  const elsewhere = others.filter(isFree).map((item): GivenItem => ({ ...item, given: true, elsewhere: true }));
  if (items.length + elsewhere.length + overrides.length === 0) return undefined;
  return {
    name,
    path: program.path,
    wanted: program.reader,
    keys: container.keys(program.names),
    defaults: program.defaults ?? [],
    // the file beside which something is overridden is not seen
    facts: [...(program.facts ?? []), ...facts, ...(overrides.length > 0 ? (['partly-seen'] as const) : [])],
    nodes: count,
    kafkaVersion: versionOf(image, program),
    ...mapView([...elsewhere, ...items, ...given, ...overrides], outerText, besideGiven(container.writer(program.names), items)),
  };
}

/** Where a broker has volumes, as keys beside its own; the one in which its records are comes first. */
function mountsOf(
  { mounts = [] }: Pick<Container<Variable>, 'mounts'>,
  { reader, defaults = [] }: Program,
  written: readonly VariableItem[],
): readonly GivenItem[] {
  if (reader?.kind !== 'role' || reader.role !== 'broker') return [];
  const directory = (written.find(({ key }) => /^log\.dirs?$/.test(key)) ?? defaults.find(({ property }) => property === 'log.dirs'))
    ?.value;
  const isFirst = ({ target }: Mount): boolean => directory?.startsWith(target) === true;
  const sorted = [...mounts.filter(isFirst), ...mounts.filter(mount => !isFirst(mount))];
  const [lasting, ephemeral] = [sorted.filter(({ lasts }) => lasts), sorted.filter(({ lasts }) => !lasts)];
  return [...mountItem('storage:mounts', lasting), ...mountItem('storage:ephemeral-mounts', ephemeral)];
}

function mountItem(key: string, mounts: readonly Mount[]): readonly GivenItem[] {
  const [first] = mounts;
  if (!first) return [];
  const { keySpan, valueSpan, span } = first;
  return [{ key, value: mounts.map(({ target }) => target).join(','), keySpan, valueSpan, span, given: true }];
}

/** Programs that the command starts, or else those in the image; applications are started by whatever command. */
function isInImage({ reader }: Program): boolean {
  return reader?.kind === 'role';
}

/** What a broker is a node of. */
const ofNodes = /^(process\.roles|zookeeper\.connect)$/;
/** Without one of these a broker is none. */
const ofBrokers = /^(process\.roles|zookeeper\.connect|listeners|advertised\.listeners|controller\.quorum\.(voters|bootstrap\.servers))$/;

/** What runs where the image is not known: it has to show, and the more if the image has a name, as many programs speak of Kafka. */
function shown({ image, variables, command }: Pick<Container<Variable>, 'image' | 'variables' | 'command'>): readonly Program[] {
  if (!takesVariables(command)) return [bareBroker];
  const sets = (program: Program, wanted: RegExp): boolean => variables.some(({ name }) => wanted.test(program.names.keyOf(name) ?? ''));
  const isNode = isNamed(image) ? [ofNodes, /^advertised\.listeners$/] : [ofBrokers];
  if (isNode.every(wanted => sets(anyBroker, wanted))) return [anyBroker];
  const isWorker = [/^bootstrap\.servers$/, /^group\.id$/, ...(isNamed(image) ? [/^offset\.storage\.topic$/] : [])];
  return isWorker.every(wanted => sets(anyWorker, wanted)) ? [anyWorker] : [];
}

/** Containers for the tools of a broker's image say that nothing in them counts. Source: examples of Confluent. */
function isIdle({ reader }: Program, items: readonly VariableItem[]): boolean {
  return (
    reader?.kind === 'role' && items.some(({ key, value }) => /^(broker\.id|node\.id|zookeeper\.connect)$/.test(key) && value === 'ignored')
  );
}
