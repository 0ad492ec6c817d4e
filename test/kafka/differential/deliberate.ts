import type { Verdict } from '../oracle.js';
import type { Judgement, Question } from './judge.js';

/** A difference that is meant: what Ackguard does not say although Kafka refuses, or the other way round. */
export interface Deliberate {
  readonly id: string;
  readonly reason: string;
  covers(question: Question, verdict: Verdict, judgement: Judgement): boolean;
}

export const deliberate: readonly Deliberate[] = [];
