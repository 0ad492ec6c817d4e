/**
 * What happened on a real cluster: `test/kafka/evidence.json`, written by `npm run evidence`. One scenario stands for one practice, told
 * with settings that lose records and with settings that do not.
 */
export interface Evidence {
  readonly scenarios: readonly EvidenceScenario[];
}

export interface EvidenceScenario {
  /** Names it in `docs.evidence` of a rule: `leader-dies`. */
  readonly id: string;
  /** What was done to the cluster or the application, in a few words behind "Kafka 4.3.1, 3 brokers, ": `leader killed`. */
  readonly event: string;
  /** What `lost` counts and out of what, behind the numbers: `acknowledged records lost`. */
  readonly harm: string;
  readonly brokers: number;
  readonly runs: readonly EvidenceRun[];
}

/** One form of a scenario on one Kafka version. All counts are of records that were sent for this measurement, warm-up left out. */
export interface EvidenceRun {
  /** Complete version of brokers and, if not said otherwise in `setting`, clients. */
  readonly kafka: string;
  /** The settings that this form differs in, as a person would name them: `acks=1, min.insync.replicas=2`. */
  readonly setting: string;
  /** The form that is to lose nothing. */
  readonly safe: boolean;
  /** Records given to send(). */
  readonly sent: number;
  /** Records whose callback said that they were written. */
  readonly acknowledged: number;
  /** Records that were there in the end: readable, received or processed, as the scenario counts. */
  readonly readable: number;
  /** Records that met the harm. */
  readonly lost: number;
  /** Class of the exception that the application got, without its package; absent where it got none. */
  readonly error?: string;
  readonly seconds: number;
}

/** What users are shown of a run: the same whenever the lab is run again, so without the seconds. */
export type MeasuredRun = Omit<EvidenceRun, 'seconds' | 'readable'>;

export type MeasuredScenario = Omit<EvidenceScenario, 'runs'> & { readonly runs: readonly MeasuredRun[] };
