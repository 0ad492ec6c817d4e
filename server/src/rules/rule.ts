import type { Cluster } from '../config/cluster.js';
import type { EffectiveConfig } from '../config/effective.js';
import type { Profile, Setting, SyntaxProblem, UnknownKey } from '../config/setting.js';
import type { Role } from '../kafka/property.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One semantic edit; the carrier and the syntax know how it is written. */
export type Change =
  | { readonly kind: 'set'; readonly property: string; readonly value: string }
  | { readonly kind: 'remove'; readonly setting: Setting }
  /** Writes the same value under another property, role or place, and removes the old key. */
  | { readonly kind: 'move'; readonly setting: Setting; readonly property: string; readonly role: Role }
  | { readonly kind: 'rename'; readonly unknown: UnknownKey; readonly key: string }
  | { readonly kind: 'repair'; readonly problem: SyntaxProblem };

/**
 * One way out, offered as one quick fix. `safe`: right without any other change, wherever the rule fires. `note` names a message
 * of the rule that says what else must change ("the code must commit").
 */
export interface Fix {
  readonly changes: readonly Change[];
  readonly safety: 'safe' | 'unsafe';
  readonly note?: string;
}

/** What a finding points at: names, never characters. `absent`: a key that is not there; the engine finds the place. */
export type Target = Setting | UnknownKey | SyntaxProblem | 'absent';

export interface Finding {
  /** Which of the rule's messages. */
  readonly message: string;
  readonly at: Target;
  /** What is underlined: the value if not said otherwise, the key, or both. */
  readonly on?: 'value' | 'key' | 'entry';
  /** Fills `{name}` in the message. `{value}` and `{property}` of a setting are filled by themselves, secrets masked. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly certainty?: 'certain' | 'assumed';
  /** Kafka, or the framework, of the resolved version does not start with this. */
  readonly refusedByKafka?: boolean;
  /** Ways out, the best first. */
  readonly fixes?: readonly Fix[];
  /** Settings that take part in it. */
  readonly related?: readonly Setting[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

interface Circumstances {
  readonly role: Role;
  /** The Kafka version it is judged for; the newest if not given. */
  readonly version?: string;
  readonly profile?: Profile;
}

/** Lines `property=value`, canonical names; tests write them in every carrier that can spell them, and analyse. */
export interface SettingsExample extends Circumstances {
  readonly settings: string;
  /** The carriers it is meant for; all that can spell it if not given. */
  readonly carriers?: readonly string[];
  /** It holds where the framework leaves these properties to Kafka, and gives the client no value of its own. */
  readonly leftToKafka?: readonly string[];
  /** It holds where the file sets these by itself, such as the class of a connector that stands alone. */
  readonly beside?: readonly string[];
}

/** A whole file, for what no carrier would write. */
export interface FileExample extends Circumstances {
  readonly file: string;
  readonly text: string;
}

export type Example = SettingsExample | FileExample;

/** The single source of the hover, the README row, the rule page and `explain`. Whole sentences in plain words. */
export interface RuleDocs {
  /** One line without a full stop: what is reported. */
  readonly summary: string;
  /** What can be lost, when, and by which mechanism. */
  readonly why: string;
  /** What to write instead and what it costs. */
  readonly remedy: string;
  /** When the finding is no problem; `none known` is a fine answer. */
  readonly falsePositives: string;
  /** KIPs, classes, documentation: where the fact can be read. */
  readonly references: readonly string[];
  /** The scenarios of `test/kafka/evidence.json` in which the loss was counted on a real cluster, the most telling first. */
  readonly evidence?: readonly string[];
  /** Why no scenario shows the loss that is claimed: one whole sentence. */
  readonly notReproduced?: string;
}

export interface Rule {
  /** Equals the file's name. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** Properties that decide; a finding on an absent key is shown at the first of them that is set. */
  readonly reads: readonly string[];
  readonly severity: Severity;
  /** In a development cluster it is folded into `single-node-cluster`. */
  readonly foldsInDevelopment?: boolean;
  /** Rules that say nothing at a setting where this one speaks: one cause, one squiggle. */
  readonly hides?: readonly string[];
  /** Severity of explicit values in the profile `strict`, where it differs. */
  readonly strictSeverity?: Severity;
  readonly messages: Readonly<Record<string, string>>;
  readonly docs: RuleDocs;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /** `cluster`: the nodes that the text shows beside a broker, the broker itself included. */
  check?(config: EffectiveConfig, cluster?: Cluster): Iterable<Finding>;
  checkCluster?(cluster: Cluster): Iterable<Finding>;
}

/** Gives the rule its types; what it returns is the rule itself. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

export const set = (property: string, value: string): Change => ({ kind: 'set', property, value });
export const remove = (setting: Setting): Change => ({ kind: 'remove', setting });
export const safe = (...changes: Change[]): Fix => ({ changes, safety: 'safe' });
export const unsafe = (...changes: Change[]): Fix => ({ changes, safety: 'unsafe' });
/** An unsafe fix whose title is followed by what else must change: a message of the rule. */
export const unsafeBut = (note: string, ...changes: Change[]): Fix => ({ changes, safety: 'unsafe', note });
