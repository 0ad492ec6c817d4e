import type { Carrier } from '../carriers/carrier.js';
import { scores, type Recognition } from '../carriers/recognition.js';
import { carriers as every } from '../carriers/registry.js';
import type { Role } from '../kafka/property.js';
import type { Document } from '../syntax/syntax.js';

/** What one carrier takes a document for, and what became of it. */
export interface Choice {
  readonly carrier: Carrier;
  readonly recognition: Recognition;
  /** `unsure`: too little is there to say so. `another-fits-better`: a file has one reader of its bare keys. */
  readonly verdict: 'reads' | 'unsure' | 'another-fits-better';
}

type Recognized = Pick<Choice, 'carrier' | 'recognition'>;

/** What the user says that a file is: one carrier, a role, or `off`; undefined where nothing is said. */
export type Wanted =
  { readonly kind: 'carrier'; readonly id: string } | { readonly kind: 'role'; readonly role: Role } | { readonly kind: 'off' };

/** The names of carriers and roles that a user can give. */
export function wantedNames(carriers: readonly Carrier[] = every): readonly string[] {
  return [...new Set([...carriers.map(({ id }) => id), ...carriers.flatMap(({ claims, roles }) => (claims === 'file' ? roles : []))])];
}

/** What a name means that the user gives: `off`, a carrier or a role; undefined for a name that nothing has. */
export function wantedNamed(name: string, carriers: readonly Carrier[] = every): Wanted | undefined {
  if (name === 'off') return { kind: 'off' };
  if (carriers.some(({ id }) => id === name)) return { kind: 'carrier', id: name };
  const role = carriers.flatMap(({ claims, roles }) => (claims === 'file' ? roles : [])).find(one => one === name);
  return role && { kind: 'role', role };
}

/** Which carriers read the document, and which others recognised something in it; the best first. */
export function chooseCarriers(
  document: Document,
  path: string,
  wanted: Wanted | undefined,
  carriers: readonly Carrier[] = every,
): readonly Choice[] {
  const candidates = carriers.filter(carrier => carrier.syntaxes.includes(document.syntax));
  if (wanted) return asWanted(document, path, wanted, candidates);
  const recognizedBy = (carrier: Carrier): readonly Recognized[] => {
    const recognition = carrier.mayRead(path, document.text) ? carrier.recognize(document, path) : undefined;
    return recognition ? [{ carrier, recognition }] : [];
  };
  const own = candidates.filter(({ claims }) => claims !== 'rest').flatMap(recognizedBy);
  // who only guesses has not recognised it, and what another one has recognised is no rest
  const taken = own.some(({ recognition: { score } }) => score > scores.guess);
  const rest = taken ? [] : candidates.filter(({ claims }) => claims === 'rest').flatMap(recognizedBy);
  const found = [...own, ...rest].sort((a, b) => b.recognition.score - a.recognition.score);
  const best = found.find(({ carrier }) => carrier.claims === 'file');
  return found.map(({ carrier, recognition }): Choice => {
    const beaten = carrier.claims === 'file' && carrier !== best?.carrier;
    return { carrier, recognition, verdict: beaten ? 'another-fits-better' : recognition.readable ? 'reads' : 'unsure' };
  });
}

function isFileOf({ claims, roles, embedded }: Carrier, role: Role): boolean {
  return claims === 'file' && roles.includes(role) && embedded?.includes(role) !== true;
}

/** The user knows better than any score. */
function asWanted(document: Document, path: string, wanted: Wanted, candidates: readonly Carrier[]): readonly Choice[] {
  if (wanted.kind === 'off') return [];
  const carrier = candidates.find(one => (wanted.kind === 'carrier' ? one.id === wanted.id : isFileOf(one, wanted.role)));
  const [firstRole] = carrier?.roles ?? [];
  if (!carrier || !firstRole) return [];
  const recognized = carrier.recognize(document, path);
  const own = wanted.kind === 'role' && !recognized?.roles.includes(wanted.role) ? ([wanted.role] as const) : recognized?.roles;
  const recognition: Recognition = {
    score: 100,
    readable: true,
    trust: 'certain',
    roles: own ?? [firstRole],
    clues: [{ why: 'asked-for', entry: undefined }],
  };
  return [{ carrier, recognition, verdict: 'reads' }];
}
