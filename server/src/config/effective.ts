import type { Default, Property, Role } from '../kafka/property.js';
import type { KafkaVersion } from '../kafka/version.js';
import type { SyntaxProblem } from '../syntax/syntax.js';
import type { Span } from '../text/span.js';
import type { Fact, Profile, Scope, Setting, UnknownKey, Trust } from './setting.js';

/** A value in force and where it comes from. */
export type Effective =
  | { readonly origin: 'explicit'; readonly text: string; readonly setting: Setting }
  | { readonly origin: 'framework' | 'kafka'; readonly text: string; readonly setting: undefined };

/** A setting that another one of the same property and scope makes void, and that is in force nowhere else. */
export interface Overridden {
  readonly setting: Setting;
  readonly by: Setting;
}

/** One running configuration: what holds for one role in one scope, and where each value comes from. */
export interface EffectiveConfig {
  readonly scope: Scope;
  readonly role: Role;
  /** The settings in force, inherited ones included, in the order of the text. */
  readonly settings: readonly Setting[];
  readonly overridden: readonly Overridden[];
  readonly ignored: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  /** What the text's reader stumbles over; given to one config of the document only. */
  readonly problems: readonly SyntaxProblem[];
  /** The other roles of the same scope. */
  readonly siblings: readonly EffectiveConfig[];
  readonly version: KafkaVersion;
  /** False where nobody said which Kafka runs, and the newest is assumed. */
  readonly versionKnown: boolean;
  readonly profile: Profile;
  readonly facts: ReadonlySet<Fact>;
  /** How many nodes of a cluster are started with it. */
  readonly nodes: number;
  readonly trust: Trust;
  /** For people: who reads it, such as `Spring Boot`. */
  readonly framework: string;
  /** At least one key is written for this role itself, or the client is there anyway: only then does an absent key mean anything. */
  readonly speaks: boolean;
  /** Key that opens the role's part of the text. */
  readonly opener: Span | undefined;

  /** The setting in force, value known or not. */
  explicit(property: string): Setting | undefined;
  /** The explicit value if it is set and known. */
  text(property: string): string | undefined;
  /** Explicit value over framework default over Kafka default; undefined where unknown, null, required or not existing. */
  effective(property: string): Effective | undefined;
  /** The default that would hold without the explicit setting. */
  fallback(property: string): Effective | undefined;
  /** Kafka's own default in this version. */
  kafkaDefault(property: string): Default;
  /** The effective value as a number; undefined where it is none. */
  number(property: string): number | undefined;
  /** The effective value as Kafka reads a boolean; undefined where it is none. */
  flag(property: string): boolean | undefined;
  /** Whether the setting stands in this very scope and not in one it inherits from, nor in another file. */
  isOwn(setting: Setting): boolean;
  property(name: string): Property | undefined;
}
