import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import { filledIn, type Known } from './substitution.js';

/** A variable with its value as the builder fills it in. */
export interface StageVariable {
  readonly name: string;
  readonly value: string;
  readonly entry: Entry;
}

/** A stage of a Dockerfile, with what it takes from those that it is built on. */
export interface Stage {
  readonly part: number;
  /** For people: the name that it has, or its number. */
  readonly name: string;
  /** The image at the bottom; a variable in it has its default beside it. */
  readonly image: string;
  /** All variables, those that win last. */
  readonly variables: readonly StageVariable[];
  readonly entrypoint: readonly Entry[];
  readonly command: readonly Entry[];
}

interface Collected extends Stage {
  name: string;
  readonly variables: StageVariable[];
  readonly args: Map<string, string | undefined>;
  entrypoint: readonly Entry[];
  command: readonly Entry[];
}

/**
 * The stages on which no other one is built: those below them are seen through them. Source: dispatchFrom, dispatchEnv, dispatchArg and
 * dispatchEntrypoint in convert.go of moby/buildkit, frontend/dockerfile/dockerfile2llb.
 */
export function stagesIn(document: Document): readonly Stage[] {
  const named = new Map<string, Collected>();
  const bases = new Set<Stage>();
  const stages: Collected[] = [];
  const globals = new Map<string, string | undefined>();
  for (const entry of document.entries) {
    const [instruction = '', name = ''] = entry.path.map(textOf);
    const stage = stages.at(-1);
    if (instruction === 'FROM' && name === '') {
      const base = named.get(entry.value.toLowerCase());
      if (base) bases.add(base);
      stages.push(newStage(entry, base, globals));
    } else if (instruction === 'ARG') {
      const value = defaultOf(entry);
      // a stage sees what stands before the first one only if it asks for it
      if (stage) stage.args.set(name, value ?? globals.get(name));
      else globals.set(name, value);
    } else if (!stage) continue;
    else if (instruction === 'FROM') {
      stage.name = `stage ${entry.value}`;
      named.set(entry.value, stage);
    } else if (instruction === 'ENV') stage.variables.push({ name, value: valueIn(stage, entry, document), entry });
    else addWord(stage, instruction, entry);
  }
  return stages.filter(stage => !bases.has(stage));
}

function newStage(entry: Entry, base: Collected | undefined, globals: ReadonlyMap<string, string | undefined>): Collected {
  const { part } = entry;
  const image = base?.image ?? filledIn(entry.value, name => asDefault(globals.get(name)));
  const { variables = [], entrypoint = [], command = [] } = base ?? {};
  return { part, name: `stage ${String(part)}`, image, variables: [...variables], args: new Map(), entrypoint, command };
}

/** A name alone asks for the value of whoever builds the image. */
function defaultOf({ value, keySpan, valueSpan }: Entry): string | undefined {
  return valueSpan.start === keySpan.end ? undefined : value;
}

function asDefault(value: string | undefined): Known {
  return value === undefined ? undefined : { value, isDefault: true };
}

/** All variables of one instruction see those that were there before it. */
function valueIn({ variables, args }: Collected, entry: Entry, { text }: Document): string {
  // a dollar that stands for itself is not told from one that does not any more
  if (/'|[\\`]\$/.test(slice(text, entry.valueSpan))) return entry.value;
  const startOf = (one: Entry): number | undefined => one.path[0]?.span.start;
  return filledIn(entry.value, name => {
    const set = variables.findLast(one => one.name === name && startOf(one.entry) !== startOf(entry));
    return set ? { value: set.value, isDefault: false } : asDefault(args.get(name));
  });
}

/** The words of one instruction belong together; another one says all of it anew, and a new entrypoint takes no command from below. */
function addWord(stage: Collected, instruction: string, entry: Entry): void {
  const added = (before: readonly Entry[]): readonly Entry[] =>
    before.some(one => one.keySpan.start === entry.keySpan.start) ? [...before, entry] : [entry];
  if (instruction === 'CMD') stage.command = added(stage.command);
  else {
    stage.entrypoint = added(stage.entrypoint);
    stage.command = stage.command.filter(one => one.part === stage.part);
  }
}
