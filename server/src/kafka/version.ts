/**
 * A Kafka version as far as it is known: `2.8`, `3.0.1`, `0.11.0.3`. A minor line without a patch number means its last patch,
 * so `3.0` is after `3.0.1`.
 */
export interface KafkaVersion {
  /** As written by a person, for messages. */
  readonly text: string;
  readonly numbers: readonly [number, number, number, number];
}

/** Reads `4.3`, `v3.9.2`, `0.11`, `0.11.0.3`; undefined for anything else. */
export function parseVersion(text: string): KafkaVersion | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const given = match.slice(1).map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  const [major = 0, minor = 0, third, fourth] = given;
  // before 1.0 the line had two numbers after the leading zero: 0.10.2.1 is patch 1 of the line 0.10.2
  const numbers =
    major === 0
      ? ([0, minor, third ?? (minor < 11 && minor !== 9 ? Infinity : 0), fourth ?? Infinity] as const)
      : ([major, minor, third ?? Infinity, Infinity] as const);
  return { text: text.trim().replace(/^v/, ''), numbers };
}

/** Negative, zero or positive, as for sorting. */
export function compareVersions(one: KafkaVersion, other: KafkaVersion): number {
  for (let i = 0; i < one.numbers.length; i++) {
    const [a = 0, b = 0] = [one.numbers[i], other.numbers[i]];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** Whether `version` is `bound` or later; `bound` is a release such as `3.0` (its first patch) or `3.0.1`. */
export function atLeast(version: KafkaVersion, bound: string): boolean {
  return reaches(version, numbersOf(bound));
}

/** The parts of a release for {@link reaches}, for bounds that are asked for again and again. */
export function numbersOf(bound: string): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  for (const character of bound) {
    if (character === '.') {
      numbers.push(number);
      number = 0;
    } else number = number * 10 + Number(character);
  }
  return [...numbers, number];
}

/** As {@link atLeast}, with the bound taken apart already. */
export function reaches(version: KafkaVersion, bound: readonly number[]): boolean {
  for (let i = 0; i < version.numbers.length; i++) {
    const [a = 0, b = 0] = [version.numbers[i], bound[i]];
    if (a !== b) return a > b;
  }
  return true;
}

/** The opposite of {@link atLeast}. */
export function before(version: KafkaVersion, bound: string): boolean {
  return !atLeast(version, bound);
}
