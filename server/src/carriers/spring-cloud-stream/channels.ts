import type { Fact, FrameworkDefault, Reading, Scope, Setting, UnknownKey } from '../../config/setting.js';
import type { Application, Binding } from './application.js';
import { batchesOf } from './batches.js';
import { readEnvironment } from './boot.js';
import { openerOf, settingsFrom, unknownFrom, winner, type Clients } from './clients.js';
import { binderDefaults, inputDefaults, outputDefaults, transactionDefaults } from './defaults.js';
import { group, transactionPrefix, type Reader } from './leaves.js';
import type { Line } from './lines.js';
import { keysIn, relaxedAt } from './names.js';
import { bindersOf, conditionalParts, groupedBy, scopeIn, type Holder, type StreamScope } from './scopes.js';

const ofBinder: readonly Reader[] = ['consumers', 'producers', 'admins', 'topics'];
/** Keys of a binder that are for producers or for consumers alone. */
const forOneKind: ReadonlySet<string> = new Set(['consumerproperties', 'producerproperties', 'requiredacks']);
const enableDlq = 'scs:consumer.enable-dlq';

/** The clients of Kafka's own binder: a consumer for each input, a producer for each output, and what else writes for them. */
export function readChannels(application: Application, lines: readonly Line[], boot: readonly Setting[]): readonly Clients[] {
  return bindersOf(application).map(binder => readBinder(binder, application, lines, boot));
}

function readBinder(binder: string | undefined, application: Application, all: readonly Line[], common: readonly Setting[]): Clients {
  const { parts, bindings, binders } = application;
  const [base] = parts.scopes;
  const inherits = binders.find(({ name }) => name === binder)?.inherits !== false;
  // the names of bindings and their groups are the application's; all else is what the binder sees
  const lines = all.filter(
    line => !line.streams && (line.binder === binder || (line.binder === undefined && (inherits || line.area.kind === 'core'))),
  );
  const mine = bindings.filter(one => one.kind === 'kafka' && one.binder === binder);

  const scopes: Scope[] = [];
  const settings: Setting[] = [];
  const unknownKeys: UnknownKey[] = [];
  const defaults: FrameworkDefault[] = [];
  const openers: Reading['openers'][number][] = [];

  // other clients of the application have it too: it counts here, and whoever reads it for them judges it
  const ofBoot: Scope = { ...base, name: 'spring.kafka' };
  const shared = inherits ? common : [];
  const environment = binder === undefined ? [] : readEnvironment(binder, application);
  const linesIn = groupedBy(lines, ({ part }) => part);
  const linesOf = groupedBy(lines, ({ entry }) => entry);
  const transactionalParts = new Set(lines.filter(isPrefix).map(({ part }) => part));
  const bootIn = groupedBy([...shared, ...environment], ({ scope }) => scope);
  const batches = batchesOf(application, settings, new Set([...shared, ...environment].map(({ entry }) => entry)));
  const holder = { kind: 'binder', binder, streams: false } as const;
  const ofAll = scopeIn(base, holder, ofBoot, {
    own: entriesAt('binder', base),
  });
  const ofBindings = scopeIn(base, { ...holder, kind: 'all bindings' }, ofAll, { own: entriesAt('default', base) });
  scopes.push(ofAll, ofBindings);
  settings.push(...shared.filter(({ scope }) => scope === base).map(setting => ({ ...setting, scope: ofBoot })));
  settings.push(...environment.filter(({ scope }) => scope === base).map(setting => ({ ...setting, scope: ofAll })));
  defaults.push(...binderDefaults(ofAll, inherits));
  const own = linesIn(base);
  for (const line of own) {
    if (line.level === 'binder') takeForAll(line, ofAll);
    if (line.level === 'default') takeOwn(line, ['input', 'output', 'topics'], ofBindings, isTransactional(base), false);
  }
  for (const part of conditionalParts(parts)) {
    const here = linesIn(part);
    const scope = scopeIn(part, holder, ofAll, { own: entriesAt('binder', part) });
    if (here.some(({ level }) => level === 'binder')) scopes.push(scope);
    for (const line of here) if (line.level === 'binder') takeForAll(line, scope);
  }
  readTransactions();
  for (const binding of mine) readBinding(binding);
  return { scopes, settings, unknownKeys, defaults, openers };

  function entriesAt(level: Line['level'], part: Scope): readonly Line['entry'][] {
    return linesIn(part)
      .filter(line => line.level === level)
      .map(({ entry }) => entry);
  }

  /** What is written for a binding in a part of the file, or else what that part says to its binder. */
  function ownEntries({ own }: Binding, part: Scope): readonly Line['entry'][] {
    const written = own.map(({ entry }) => entry).filter(entry => parts.scopeOf(entry) === part);
    return written.length > 0 ? written : linesIn(part).map(({ entry }) => entry);
  }

  function take(line: Line, readers: readonly Reader[], scope: Scope, isOwn: boolean): void {
    settings.push(...settingsFrom(line, readers, scope, isOwn));
    unknownKeys.push(...unknownFrom(line, readers, scope));
  }

  /** Bindings of functions need no key: where the file names none, what it says to all clients of a kind is said for them. */
  function takeForAll(line: Line, scope: Scope): void {
    const isNamed = (role: Setting['role']): boolean => mine.some(({ direction }) => (direction === 'input') === (role === 'consumer'));
    const ofKind = forOneKind.has(relaxedAt(keysIn(line.area), 0));
    settings.push(...settingsFrom(line, ofBinder, scope, false).map(one => ({ ...one, own: ofKind && !isNamed(one.role) })));
    unknownKeys.push(...unknownFrom(line, ofBinder, scope));
  }

  function readTransactions(): void {
    let before: StreamScope | undefined;
    for (const part of [base, ...conditionalParts(parts)]) {
      const here = linesIn(part).filter(line => line.meant.some(({ reader }) => reader === 'transactions'));
      const prefix = here.flatMap(({ meant, entry }) => (meant.some(({ property }) => property === transactionPrefix) ? [entry] : []));
      if (here.length === 0 || (!before && prefix.length === 0)) continue;
      const scope = scopeIn(part, { ...holder, kind: 'transactions' }, before ?? ofAll, { own: here.map(({ entry }) => entry) });
      if (part === base) before = scope;
      scopes.push(scope);
      for (const line of here) take(line, ['transactions'], scope, true);
      defaults.push(...transactionDefaults(scope));
      const [opener] = prefix;
      if (opener) openers.push({ scope, role: 'producer', span: opener.keySpan });
    }
  }

  function readBinding(binding: Binding): void {
    const input = binding.direction === 'input';
    const readers: readonly Reader[] = input ? ['input', 'topics'] : ['output', 'topics'];
    const role = input ? 'consumer' : 'producer';
    const written = new Set(binding.own.map(({ entry }) => entry));
    let main: StreamScope | undefined;
    let deadLetters: StreamScope | undefined;
    for (const part of [base, ...conditionalParts(parts)]) {
      const ofName = [...written].flatMap(linesOf).filter(line => line.part === part);
      const changes = part !== base && linesIn(part).length + bootIn(part).length > 0;
      if (ofName.length === 0 && !(main && changes)) continue;
      const transactional = isTransactional(part);
      // the producers of transactions have nothing of what others say to this binding
      const replaced = !input && transactional && !isTransactional(base);
      const below = replaced ? ofAll : (main ?? ofBindings);
      const scope = scopeIn(part, { kind: 'binding', binding }, below, {
        own: ownEntries(binding, part),
        clients: [role],
        facts: factsOf(binding, transactional),
      });
      if (part === base) main = scope;
      scopes.push(scope);
      for (const line of ofName) takeOwn(line, readers, scope, transactional);
      if (replaced) takeAttributes(binding, scope);
      if (part !== base) takeCommon(part, scope, readers, input ? ['consumers'] : ['producers']);
      if (input) batches.dropRecordMode(binding, part, scope);
      if (!input && transactional) takeTransactions(part, scope, below === ofBindings);
      if (input) defaults.push(...inputDefaults(scope, hasGroup(scope)));
      else
        defaults.push(
          ...outputDefaults(scope),
          ...(transactional || winner('transactional.id', scope, settings) ? transactionDefaults(scope) : []),
        );
      const span = openerOf(binding, application, entry => parts.scopeOf(entry) === part);
      if (span) openers.push({ scope, role, span });
      const letters = input ? readDeadLetters(binding, part, scope, deadLetters) : undefined;
      if (part === base) deadLetters = letters;
    }
  }

  /** With transactions the producers of bindings are those of the transactions, and nobody reads what is said to each. */
  function takeOwn(line: Line, readers: readonly Reader[], scope: Scope, transactional: boolean, isOwn = true): void {
    const found = settingsFrom(line, readers, scope, isOwn).map((setting): Setting => {
      const unread = transactional && setting.role === 'producer' && !setting.property.includes(':') && !setting.ignored;
      return unread ? { ...setting, ignored: { why: 'dropped', worksAs: { property: setting.property, role: 'producer' } } } : setting;
    });
    settings.push(...found);
    unknownKeys.push(...unknownFrom(line, readers, scope));
  }

  /** What the base says to a binding about the binder itself, which transactions do not change. */
  function takeAttributes({ own }: Binding, scope: Scope): void {
    const written = new Set(own.map(({ entry }) => entry));
    const said = lines.filter(line => line.part === base && (line.level === 'default' || written.has(line.entry)));
    settings.push(...said.flatMap(line => settingsFrom(line, ['output'], scope, false)).filter(({ property }) => property.includes(':')));
  }

  /** What a document with a condition says to all, as one client has it there. */
  function takeCommon(part: Scope, scope: Scope, ofDefault: readonly Reader[], ofAllClients: readonly Reader[]): void {
    for (const line of linesIn(part)) {
      if (line.level === 'default' && ofDefault.length > 0) takeOwn(line, ofDefault, scope, isTransactional(part), false);
      if (line.level === 'binder') settings.push(...settingsFrom(line, ofAllClients, scope, false));
    }
    const role = ofAllClients.includes('consumers') ? 'consumer' : 'producer';
    const fromBoot = bootIn(part).filter(one => one.role === role);
    settings.push(...fromBoot.map(setting => ({ ...setting, scope })));
  }

  /** `alone`: the client is there in no other part of the file, which it could have them from. */
  function takeTransactions(part: Scope, scope: Scope, alone: boolean): void {
    const inBase = part !== base && (alone || transactionalParts.has(part)) ? linesIn(base) : [];
    for (const line of [...inBase, ...linesIn(part)]) settings.push(...settingsFrom(line, ['transactions'], scope, false));
  }

  function isTransactional(part: Scope): boolean {
    return transactionalParts.has(base) || transactionalParts.has(part);
  }

  function readDeadLetters(binding: Binding, part: Scope, consumer: Scope, before: StreamScope | undefined): StreamScope | undefined {
    const maker = winner(enableDlq, consumer, settings);
    const on = maker?.value.known === true && maker.value.text === 'true';
    if (!on) return undefined;
    const transactional = isTransactional(part);
    const who: Holder = { kind: 'dead letters', binding };
    const scope = scopeIn(part, who, before ?? ofAll, { own: ownEntries(binding, part), clients: ['producer'] });
    scopes.push(scope);
    const here = part === base || before ? linesIn(part) : [...linesIn(base), ...linesIn(part)];
    for (const line of here) {
      const ofName = line.level === 'default' || binding.own.some(({ entry }) => entry === line.entry);
      if (ofName) takeOwn(line, ['dead-letters'], scope, transactional);
    }
    if (part !== base) takeCommon(part, scope, [], ['producers']);
    if (transactional) {
      takeTransactions(part, scope, before === undefined);
      defaults.push(...transactionDefaults(scope));
    }
    openers.push({ scope, role: 'producer', span: maker.entry.keySpan });
    return scope;
  }

  function hasGroup(scope: Scope): boolean {
    return winner(group, scope, settings) !== undefined;
  }
}

function isPrefix({ meant }: Line): boolean {
  return meant.some(({ property }) => property === transactionPrefix);
}

function factsOf({ direction }: Binding, transactional: boolean): readonly Fact[] {
  if (direction === 'output') return ['leader-only-in-older-releases'];
  return ['group-made-up', ...(transactional ? (['commits-in-transactions'] as const) : [])];
}
