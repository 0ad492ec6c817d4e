import type { Role } from '../kafka/property.js';
import type { Entry, SyntaxProblem } from '../syntax/syntax.js';
import type { Span } from '../text/span.js';

/** What the user expects of the application: the setting `ackguard.profile`. */
export type Profile = 'production' | 'strict' | 'single-node' | 'at-most-once';

/** What forms one running configuration: a file, one of its documents, a Spring profile. */
export interface Scope {
  /** For people: `file`, `profile dev`. */
  readonly name: string;
  /** The scope whose settings hold here too, unless this one sets them again. */
  readonly base: Scope | undefined;
  /** False where the base is in a file that is not seen: what is absent here may be set there. */
  readonly complete: boolean;
  /** A profile made for development or tests. */
  readonly development: boolean;
  /** For people: who makes its clients, where that is not the framework of the whole reading; a library inside of it. */
  readonly framework?: string;
  /** Clients that are there whatever is written for them, as a channel or a binding makes one: what is absent counts. */
  readonly clients?: readonly Role[];
  /** What holds in this scope and those that inherit from it, besides the facts of the whole reading. */
  readonly facts?: ReadonlySet<Fact>;
}

/** A value that a framework gives a client where nobody sets the key: it holds instead of Kafka's default. */
export interface FrameworkDefault {
  readonly role: Role;
  readonly property: string;
  /** Undefined where the application's code says it, such as an annotation: then nobody knows it here. */
  readonly value: string | undefined;
  /** Where it holds: in this scope and those that inherit from it, the nearest of several; everywhere if not given. */
  readonly scope?: Scope;
  /** The first Kafka version in which it holds, such as `3.0.2`, and the first in which it does not any more. */
  readonly since?: string;
  readonly before?: string;
}

/**
 * How sure it is that the text is what it is read as. `inferred`: from the file's name, or from keys that others use as well.
 * `assumed`: the keys are like Kafka's, and a program of which nothing is known hands them to a client perhaps.
 */
export type Trust = 'certain' | 'inferred' | 'assumed';

/**
 * The value as the Kafka class receives it. `placeholder`: the text is the default inside a placeholder (`${ACKS:1}`), so it
 * holds only while the variable is not set. Unknown: a placeholder without default, a template, a config provider.
 */
export type SettingValue =
  | {
      readonly known: true;
      readonly text: string;
      readonly placeholder: boolean;
      /** Where the framework hands it over as what YAML makes of it: Kafka refuses a number for a key of text. */
      readonly as?: 'number' | 'boolean';
      /** What the framework wants to convert it from, before Kafka sees it, where it cannot and does not start. */
      readonly unfit?: 'duration' | 'size';
    }
  | { readonly known: false };

/** "This file sets this property, for this role, here." */
export interface Setting {
  /** Canonical Kafka name, or a framework's attribute such as `spring:listener.ack-mode`. */
  readonly property: string;
  readonly role: Role;
  readonly value: SettingValue;
  readonly entry: Entry;
  readonly scope: Scope;
  /** Of two settings of one property in one scope the higher rank wins; with equal ranks the later one. */
  readonly rank: number;
  /** Written for this role alone, not for all clients of the application. */
  readonly own: boolean;
  /** Written in another file, which is judged by itself. */
  readonly elsewhere?: boolean;
  /** False where the scopes that build on this one do not have it, as no profile of Quarkus has the keys of another; true if not given. */
  readonly inherited?: boolean;
  /** The place where it stands has no effect in this framework. */
  readonly ignored: Ignored | undefined;
}

export interface Ignored {
  /**
   * Names the reason; the rule `ignored-property` has the words. `no-such-leaf`: the framework knows no such key there. `other-client`:
   * it belongs to another client. `other-section`: it belongs elsewhere in the same file. `always-overridden`: the framework writes its
   * own value over it. `dropped`: the framework takes it out. `reserved`: it takes it out because it has another place for what is meant. `other-name`: it stands below another spelling of the client's name.
   * `other-spelling`: the key is not written as Kafka knows it. `outdated`: the framework read it once. `unlisted`: it stands below a name
   * that the list of names lacks. `dots-in-key`: the framework takes a key of YAML with dots in it for one word.
   */
  readonly why:
    | 'no-such-leaf'
    | 'other-client'
    | 'other-section'
    | 'always-overridden'
    | 'dropped'
    | 'reserved'
    | 'other-name'
    | 'other-spelling'
    | 'outdated'
    | 'unlisted'
    | 'dots-in-key';
  /** The key of the list that should name it, of what is `unlisted`. */
  readonly list?: string;
  /** Who does so, where it is not the framework whose file it is: `Kafka Streams`. */
  readonly by?: string;
  /** The property and role that it works as, if the key is moved there. */
  readonly worksAs: { readonly property: string; readonly role: Role } | undefined;
  /** The first Kafka version in which it is ignored, and the first in which it is not any more. */
  readonly since?: string;
  readonly before?: string;
}

/** A key that the framework or Kafka does not know, in a place where only known keys make sense. */
export interface UnknownKey {
  readonly entry: Entry;
  readonly scope: Scope;
  readonly role: Role;
  /** The key as its reader sees it, for comparison with known ones. */
  readonly key: string;
  /** Known keys of that place; the catalogue's keys of the role if undefined. */
  readonly candidates: readonly string[] | undefined;
}

/** Why a rule may be silent or a fix safe: how the framework around Kafka behaves. Carriers state facts, rules read them. */
export type Fact =
  /** The framework's container commits offsets after processing. */
  | 'framework-commits'
  /** The consumer group may be named in code. */
  | 'group-may-be-in-code'
  /** Where nobody names the consumer group, the framework makes up a new one at every start. */
  | 'group-made-up'
  /** Offsets may be committed in the transactions of a producer of the same application. */
  | 'commits-in-transactions'
  /** The framework sends a record again as often as `retries` says, after 1 s at first and 20 s at most, besides what the client does. */
  | 'framework-sends-again'
  /** Where nobody sets acks, the framework asks for all since its newest releases, and for the leader alone in those before. */
  | 'leader-only-in-older-releases'
  /** The same key twice stops the application; without it the last one wins. */
  | 'duplicates-refused'
  /** Of the offsets to start from the framework takes the first and the last, and no length of time. */
  | 'no-reset-by-duration'
  /** What starts the broker gives it listeners where none are set. */
  | 'listeners-made-up'
  /** Every broker of the cluster stands in the same text. */
  | 'cluster-in-sight'
  /** The only broker of its cluster is started with it. */
  | 'only-broker'
  /** Nothing is mounted into the container that it runs in. */
  | 'without-volume'
  /** Some of its settings stand in a text that is not seen. */
  | 'partly-seen';

/** Everything that a carrier reads out of one document. */
export interface Reading {
  readonly carrier: string;
  /** For people: the title of the carrier, such as `Spring Boot`. */
  readonly framework: string;
  readonly scopes: readonly Scope[];
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  /** Key that opens the part of a role, e.g. `producer:`; where findings on absent keys are shown. */
  readonly openers: readonly { readonly scope: Scope; readonly role: Role; readonly span: Span }[];
  readonly frameworkDefaults: readonly FrameworkDefault[];
  /** A version that the document itself gives away. */
  readonly kafkaVersion: string | undefined;
  readonly facts: ReadonlySet<Fact>;
  /** How many nodes of a cluster are started with it; one if not given. */
  readonly nodes?: number | undefined;
  readonly trust: Trust;
}

/** Rules know what the text's reader stumbled over, but no syntax. */
export type { SyntaxProblem };
