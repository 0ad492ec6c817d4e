import type { Trust } from '../config/setting.js';
import type { Role } from '../kafka/property.js';
import type { Entry } from '../syntax/syntax.js';

/** What speaks for a carrier; `describe` has the words. */
export interface Clue {
  readonly why:
    /** The key is read by nothing else. */
    | 'own-key'
    /** The key is usual there, and others use it too. */
    | 'usual-key'
    /** Several keys that only make sense together; this is the first of them. */
    | 'keys-together'
    /** Most keys of the file are known to its role. */
    | 'known-keys'
    /** The key is another program's. */
    | 'others-key'
    /** The name of the file. */
    | 'file-name'
    /** The value, such as the class of a connector. */
    | 'value'
    /** The user says so. */
    | 'asked-for'
    /** The text says so that it is embedded in. */
    | 'surroundings';
  /** Undefined where no single key says so. */
  readonly entry: Entry | undefined;
}

/** What a carrier takes a document for, and why. */
export interface Recognition {
  /** How well it fits, 0 to 100; of the carriers that claim a whole file the best one reads it. */
  readonly score: number;
  /** False where it looks like one of these, but too little is there to say so: the best guess, and the file stays silent. */
  readonly readable: boolean;
  readonly trust: Trust;
  /** Who reads the keys that have no prefix; the roles of what the carrier found. */
  readonly roles: readonly [Role, ...Role[]];
  readonly clues: readonly Clue[];
}

/** Marks on the scale of scores, so that carriers can be compared. */
export const scores = {
  /** A key that nothing else has, where its mere presence decides. */
  decisive: 95,
  /** A key of this carrier alone. */
  own: 90,
  /** Keys that fit together and leave little doubt. */
  likely: 70,
  /** It looks like this one, and nothing else should read it. */
  doubtful: 60,
  /** A key of Kafka's clients, which every program may use. */
  client: 55,
  /** The name says so and the keys do not contradict. */
  name: 40,
  /** The name alone. */
  guess: 30,
} as const;

/** The recognition of a file by its keys: the first of the entries that fit speaks for it. */
export function byKeys(
  role: Role,
  score: number,
  entries: readonly Entry[],
  doubts: Partial<Pick<Recognition, 'readable' | 'trust'>> & { readonly why?: Clue['why'] } = {},
): Recognition {
  const { readable = true, trust = 'certain', why = 'own-key' } = doubts;
  return { score, readable, trust, roles: [role], clues: entries.slice(0, 3).map(entry => ({ why, entry })) };
}
