import type { Carried } from './analyze.js';
import type { Carrier, Spelling } from '../carriers/carrier.js';
import type { EffectiveConfig } from '../config/effective.js';
import type { Reading, Setting } from '../config/setting.js';
import type { Role } from '../kafka/property.js';
import type { Change, Fix } from '../rules/rule.js';
import { syntaxes } from '../syntax/registry.js';
import type { Document } from '../syntax/syntax.js';
import { applyEdits, difference, type TextEdit } from '../text/edit.js';
import type { Diagnosis } from './diagnosis.js';
import { nearestSetting } from './locate.js';
import { movedTo, renameEdits, sameEntry } from './renames.js';

/** The edits that carry out a fix; undefined where its carrier cannot write it, and empty where nothing is left to change. */
export function editsOf(fix: Fix, diagnosis: Diagnosis, carried: Carried): readonly TextEdit[] | undefined {
  const [only, ...more] = fix.changes;
  if (only && more.length === 0) return editsOfChange(only, { diagnosis, document: carried.document, carried });
  return inTurn(fix.changes, { diagnosis, document: carried.document, carried });
}

/** How people see the key spelled that a change writes; empty where it writes none. */
export function spelledKey(change: Change, diagnosis: Diagnosis, carried: Carried): string {
  const key = keyIn(change, diagnosis, carried);
  return carried.embedded?.keys?.spell(key) ?? key;
}

function keyIn(change: Change, diagnosis: Diagnosis, carried: Carried): string {
  if (change.kind === 'rename') return change.key;
  if (change.kind !== 'set' && change.kind !== 'move') return '';
  const role = change.kind === 'move' ? change.role : diagnosis.config.role;
  return spell({ diagnosis, document: carried.document, carried }, change.property, role, undefined)?.keys.join('.') ?? change.property;
}

interface Site {
  readonly diagnosis: Diagnosis;
  readonly document: Document;
  readonly carried: Carried;
}

function editsOfChange(change: Change, site: Site): readonly TextEdit[] | undefined {
  const { document } = site;
  const syntax = syntaxes[document.syntax];
  switch (change.kind) {
    case 'set':
      return setEdits(change.property, change.value, site);
    case 'remove':
      return syntax.remove(document, change.setting.entry);
    case 'move':
      return moveEdits(change.setting, change.property, change.role, site);
    case 'rename':
      return renameEdits(change.unknown, change.key, document);
    case 'repair':
      return change.problem.repair;
  }
}

function setEdits(property: string, value: string, site: Site): readonly TextEdit[] | undefined {
  const { config } = site.diagnosis;
  const syntax = syntaxes[site.document.syntax];
  const setting = config.explicit(property);
  const { carrier } = site.carried;
  if (setting && config.isOwn(setting)) {
    return syntax.setValue(site.document, setting.entry, carrier.writeValue(property, config.role, value, setting.entry));
  }
  const { finding, rule } = site.diagnosis;
  const near = typeof finding.at === 'object' && 'property' in finding.at ? finding.at : nearestSetting(rule, config);
  const spelling = spell(site, property, config.role, near);
  const written = spelling?.inForm?.(value) ?? carrier.writeValue(property, config.role, value, undefined);
  return spelling && syntax.insert(site.document, spelling.place, spelling.keys, written);
}

/** Renames in place where the new key belongs to the same mapping; else writes the new entry and removes the old one. */
function moveEdits(setting: Setting, property: string, role: Role, site: Site): readonly TextEdit[] | undefined {
  const { document } = site;
  const syntax = syntaxes[document.syntax];
  const spelling = spell(site, property, role, setting);
  if (!spelling) return undefined;
  const [key, ...deeper] = spelling.keys;
  const { place } = spelling;
  const { section } = setting.entry;
  const stays = 'after' in place ? place.after.section === section : 'in' in place && place.in === section;
  if (key !== undefined && deeper.length === 0 && stays) return syntax.setKey(document, setting.entry, key);
  return [movedTo(document, setting.entry, spelling.place, spelling.keys)];
}

/** Applies one change after the other, reading the text again in between, and gives the difference as one edit. */
function inTurn(changes: readonly Change[], site: Site): readonly TextEdit[] | undefined {
  let text = site.document.text;
  for (const change of inSafeOrder(changes)) {
    const now = readAgain(text, site);
    const aimed = now && aimAgain(change, site, now);
    const edits = aimed && editsOfChange(aimed, now);
    if (!edits) return undefined;
    text = applyEdits(text, edits);
  }
  return text === site.document.text ? [] : [difference(site.document.text, text)];
}

/** What goes, goes last and from the end, so that no earlier change moves the count of its like before it. */
function inSafeOrder(changes: readonly Change[]): readonly Change[] {
  const placeOf = (change: Change): number =>
    change.kind === 'remove' || change.kind === 'move' ? change.setting.entry.span.start : Infinity;
  return [...changes].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(b) - placeOf(a)));
}

function readAgain(text: string, site: Site): Site | undefined {
  if (text === site.document.text) return site;
  const document = syntaxes[site.document.syntax].parse(text);
  const { carrier, path, recognition } = site.carried;
  const reading = carrier.read(document, path, recognition);
  const config = reading && site.carried.resolve(reading, document).find(one => sameConfig(one, site.diagnosis.config));
  if (!reading || !config) return undefined;
  return { document, carried: { ...site.carried, document, reading }, diagnosis: { ...site.diagnosis, config } };
}

function sameConfig(one: EffectiveConfig, other: EffectiveConfig): boolean {
  return one.role === other.role && one.scope.name === other.scope.name;
}

/** A change of an entry, aimed at the same entry of the text as it is now; undefined where that is gone. */
function aimAgain(change: Change, before: Site, now: Site): Change | undefined {
  if (change.kind === 'set' || change.kind === 'repair') return change;
  const written = change.kind === 'rename' ? change.unknown.entry : change.setting.entry;
  const entry = sameEntry(now.document, before.document, written);
  if (!entry) return undefined;
  return change.kind === 'rename'
    ? { ...change, unknown: { ...change.unknown, entry } }
    : { ...change, setting: { ...change.setting, entry } };
}

function spell({ diagnosis, document, carried }: Site, property: string, role: Role, near: Setting | undefined): Spelling | undefined {
  const { carrier, reading }: { carrier: Carrier; reading: Reading } = carried;
  return carrier.write({ property, role, scope: diagnosis.config.scope, near }, document, reading);
}
