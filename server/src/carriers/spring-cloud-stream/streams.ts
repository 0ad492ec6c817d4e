import type { Scope, Setting } from '../../config/setting.js';
import type { Entry } from '../../syntax/syntax.js';
import { relaxed, startsWith } from '../shared/names.js';
import type { Application, Binding } from './application.js';
import type { OfBoot } from './boot.js';
import { openerOf, settingsFrom, type Clients } from './clients.js';
import { streamsDeadLetterDefaults, streamsDefaults } from './defaults.js';
import type { Line, Meant } from './lines.js';
import { keysIn } from './names.js';
import { scopeIn, type StreamScope } from './scopes.js';
import { bootText, fromBoot, nameInBoot } from './streams-boot.js';
import { emptyClients, keysOf, lastOf, readKeys } from './streams-keys.js';
import { deserializationHandler } from './streams-sections.js';

/** The applications of Kafka Streams: one for each function, by what its first input says. */
export function readStreams(application: Application, lines: readonly Line[], boot: OfBoot): readonly Clients[] {
  const inputs = application.bindings.filter(({ kind, direction }) => kind === 'streams' && direction === 'input');
  const first = new Map<string, Binding>();
  for (const binding of inputs) {
    const name = functionOf(binding);
    const before = first.get(name);
    if (!before || binding.name < before.name) first.set(name, binding);
  }
  const found = [...first.values()].map(binding => readFunction(binding, application, lines, boot));
  return found.length > 0 ? found : readWithoutBinding(application, lines);
}

function functionOf({ name }: Binding): string {
  return name.replace(/-in-\d+$/, '');
}

function readFunction(binding: Binding, application: Application, all: readonly Line[], boot: OfBoot): Clients {
  const { parts } = application;
  const [base] = parts.scopes;
  const name = functionOf(binding);
  const written = new Set(binding.own.map(({ entry }) => entry));
  const lines = all.filter(line => {
    if (!line.streams && line.area.kind !== 'core') return false;
    return line.level === 'binding' ? written.has(line.entry) : line.streams && isFor(line, binding, name);
  });
  const found = emptyClients();
  // what Spring Boot has for the same counts, and is judged where Spring Boot itself reads it
  const ofBoot: Scope = { ...base, name: 'spring.kafka' };
  const ofProducers: Scope = { ...ofBoot };
  let deadLetters: StreamScope | undefined;
  let main: StreamScope | undefined;
  for (const part of parts.scopes) {
    const here = lines.filter(line => line.part === part);
    const exists = binding.own.some(({ entry }) => parts.scopeOf(entry) === part);
    const changes =
      here.length > 0 || boot.clients.some(one => one.scope === part) || boot.streams.some(one => one.scope.name === nameInBoot(part));
    if (!exists && !(main && changes)) continue;
    const scope = scopeIn(part, { kind: 'binding', binding }, main ?? ofBoot, { own: ownEntries(part), clients: ['streams'] });
    const before = keysOf(lines.filter(line => line.part === base && part !== base));
    const layout = readKeys(keysOf(here), scope, key => lastOf(before, key) ?? bootText(boot, key, [base, part]), found);
    found.settings.push(...fromBoot(boot, part, layout).map(one => ({ ...one, scope: part === base ? ofBoot : scope })));
    found.scopes.push(...(part === base ? layout.scopes : [scope]));
    found.defaults.push(...(main ? [] : streamsDefaults(application, name, scope)), ...layout.defaults);
    const span = openerOf(binding, application, entry => parts.scopeOf(entry) === part);
    if (span) found.openers.push({ scope, role: 'streams', span });
    if (part === base) main = scope;
    readDeadLetters(here, part);
  }
  return found;

  function ownEntries(part: Scope): readonly Entry[] {
    return binding.own.map(({ entry }) => entry).filter(entry => parts.scopeOf(entry) === part);
  }

  /** The producer of what Streams could not read; in a document with a condition it has what the others say too. */
  function readDeadLetters(here: readonly Line[], part: Scope): void {
    const maker = makerIn(part === base ? here : [...lines.filter(line => line.part === base), ...here]);
    if (!maker) return;
    const scope = scopeIn(part, { kind: 'dead letters', binding }, deadLetters ?? ofProducers, {
      own: ownEntries(part),
      clients: ['producer'],
    });
    for (const line of lines) {
      const own = line.level === 'binding';
      if (line.part === part || (line.part === base && !deadLetters))
        found.settings.push(...settingsFrom(line, ['dead-letters'], scope, own).filter(isTaken));
    }
    const ofBoth = boot.clients.filter(
      one => one.role === 'producer' && isTaken(one) && (one.scope === part || (one.scope === base && !deadLetters)),
    );
    found.settings.push(...ofBoth.map(one => ({ ...one, scope: one.scope === base ? ofProducers : scope })));
    found.scopes.push(scope);
    found.defaults.push(...streamsDeadLetterDefaults(scope));
    found.openers.push({ scope, role: 'producer', span: maker.entry.keySpan });
    if (part === base) deadLetters = scope;
  }

  /** The line by which there are dead letters: a handler of the binder or of the binding, or the key that turns them on. */
  function makerIn(held: readonly Line[]): Line | undefined {
    const last = (test: (line: Line) => boolean): Line | undefined =>
      held.findLast(line => line.level === 'binding' && test(line)) ?? held.findLast(line => line.level === 'default' && test(line));
    const ofBinder = held.findLast(line => line.level === 'binder' && line.meant.some(isHandler));
    const sends = [last(line => line.meant.some(isHandler)), ofBinder].find(line => line?.meant.some(isSendToDlq));
    const turned = last(isSwitch);
    return sends ?? (turned && turnsOn(turned, application) ? turned : undefined);
  }
}

/** What is said to every Streams application, where the file names none. */
function readWithoutBinding({ parts }: Application, all: readonly Line[]): readonly Clients[] {
  const lines = all.filter(line => line.streams && line.level !== 'binding');
  if (lines.length === 0) return [];
  const found = emptyClients();
  let main: StreamScope | undefined;
  for (const part of parts.scopes) {
    const here = lines.filter(line => line.part === part);
    if (here.length === 0) continue;
    const scope = scopeIn(part, { kind: 'binder', binder: undefined, streams: true }, main, { own: here.map(({ entry }) => entry) });
    const layout = readKeys(keysOf(here), scope, () => undefined, found);
    found.scopes.push(...(main ? [scope] : layout.scopes));
    found.defaults.push(...layout.defaults);
    main ??= scope;
  }
  return [found];
}

function isFor({ level, name, binder }: Line, binding: Binding, functionName: string): boolean {
  if (binder !== undefined && binder !== binding.binder) return false;
  return level !== 'function' || name === functionName;
}

function isHandler({ property, ignored }: Meant): boolean {
  return property === deserializationHandler && !ignored;
}

function isSendToDlq(meant: Meant): boolean {
  return isHandler(meant) && meant.value.known && relaxed(meant.value.text) === 'sendtodlq';
}

/** Dead letters are sent as they came, whatever is said of serializers. Source: getProducerFactory of KafkaStreamsBinderUtils. */
function isTaken({ property }: Setting): boolean {
  return property !== 'key.serializer' && property !== 'value.serializer';
}

function isSwitch({ area }: Line): boolean {
  const keys = keysIn(area);
  return keys.length === 2 && startsWith(keys, ['consumer', 'enable-dlq']);
}

function turnsOn({ entry }: Line, { valueOf }: Application): boolean {
  const value = valueOf(entry);
  return value.known && /^(true|on|yes|1)$/i.test(value.text.trim());
}
