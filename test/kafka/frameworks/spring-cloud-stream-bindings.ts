import type { Case } from './comparison.js';

/** The function of Kafka Streams that the other side has in its code. */
export const streamsOf = 'process';

/** The file with the bindings that the code of its application has: those that it names. Kafka Streams has its own. */
export function bound(file: Case): Case {
  const names = [...new Set(file.text.match(/\b[a-z]+-(?:in|out)-\d\b/g) ?? [])].filter(
    name => file.circumstances?.streams === undefined || !name.startsWith(`${streamsOf}-`),
  );
  const of = (direction: string): Record<string, string> => {
    const some = names.filter(name => name.includes(`-${direction}-`));
    return some.length === 0 ? {} : { [`${direction}puts`]: some.join(',') };
  };
  return { ...file, circumstances: { ...of('in'), ...of('out'), ...file.circumstances } };
}

/** The bindings of that direction, as far as the file still names them. */
export function bindingsOf({ circumstances, text }: Case, direction: 'inputs' | 'outputs'): readonly string[] {
  return (circumstances?.[direction]?.split(',') ?? []).filter(name => text.includes(name));
}

/** The input of the function of Kafka Streams, if the file names it: of others nobody sees the name. */
export function streamsInput({ circumstances, text }: Case): string | undefined {
  const name = `${streamsOf}-in-0`;
  return circumstances?.streams !== undefined && text.includes(name) ? name : undefined;
}
