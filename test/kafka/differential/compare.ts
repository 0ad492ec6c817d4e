import { findProperty } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Role, ValueType } from '../../../server/src/kafka/property.js';
import { parseValue } from '../../../server/src/kafka/value.js';
import type { Oracle, OracleRole, Verdict } from '../oracle.js';
import { deliberate, type Deliberate } from './deliberate.js';
import { comparedValues } from './groups.js';
import { judge, type Judgement, type JudgedRole, type Question } from './judge.js';

/** What became of one question. */
export type Outcome =
  | { readonly kind: 'both-refuse' }
  | { readonly kind: 'both-accept' }
  | { readonly kind: 'deliberate'; readonly row: Deliberate }
  | { readonly kind: 'difference'; readonly question: Question; readonly what: string; readonly signature: string };

/** Roles whose client is built too, as it checks what its Config class does not. */
const clientOf: Readonly<Partial<Record<JudgedRole, OracleRole>>> = {
  producer: 'producer-client',
  consumer: 'consumer-client',
  admin: 'admin-client',
};

/** Asks real Kafka and Ackguard. `withClient`: also the constructor of the real client, where the Config class accepts. */
export async function compare(oracle: Oracle, question: Question, withClient: boolean): Promise<Outcome> {
  const { version, role, props } = question;
  const wanted = wantedOf(question);
  const asked = oracle.ask(version, role, props, wanted);
  const judgement = judge(question);
  let verdict = await asked;
  const values = verdict.accepted ? verdict.values : undefined;
  const client = clientOf[role];
  if (verdict.accepted && client && (withClient || judgement.refusals.length > 0)) verdict = await oracle.ask(version, client, props);
  return outcomeOf(question, verdict, values, judgement);
}

function outcomeOf(
  question: Question,
  verdict: Verdict,
  values: Readonly<Record<string, string | null>> | undefined,
  judgement: Judgement,
): Outcome {
  const refused = judgement.refusals.length > 0;
  if (refused && !verdict.accepted) return { kind: 'both-refuse' };
  const what = refused || !verdict.accepted ? verdictWords(verdict, judgement) : valueWords(question.role, values, judgement);
  if (what === undefined) return { kind: 'both-accept' };
  const row = deliberate.find(one => one.covers(question, verdict, judgement));
  return row ? { kind: 'deliberate', row } : { kind: 'difference', question, what, signature: signatureOf(what) };
}

function verdictWords(verdict: Verdict, { refusals }: Judgement): string {
  if (!verdict.accepted) return `Kafka alone refuses: ${verdict.error.replace(/\s+/g, ' ')}`;
  return `Ackguard alone refuses: ${refusals.map(one => `${one.rule}/${one.message} ${one.property ?? ''}`).join('; ')}`;
}

/** The first value that the Config class resolves to something else than a hover shows. */
function valueWords(role: Role, values: Readonly<Record<string, string | null>> | undefined, judgement: Judgement): string | undefined {
  for (const [key, real] of Object.entries(values ?? {})) {
    const property = findProperty(role, key);
    const shown = judgement.effective(key);
    if (!property || property.type === 'password' || property.type === 'class') continue;
    const ours = shown === undefined ? null : asJava(property.type, shown);
    if (ours !== real) return `value of ${key}: Kafka resolves ${JSON.stringify(real)}, Ackguard shows ${JSON.stringify(ours)}`;
  }
  return undefined;
}

/** The text of the Java object that ConfigDef makes of a value. */
function asJava(type: ValueType, text: string): string {
  const parsed = parseValue(type, text);
  if (!parsed.ok) return text;
  if (Array.isArray(parsed.value)) return `[${parsed.value.join(', ')}]`;
  return String(parsed.value as string);
}

function wantedOf({ role, props }: Question): readonly string[] {
  return [...new Set([...comparedValues[role], ...Object.keys(props)])];
}

/** What differences of one cause have in common: the words without the values in them. */
function signatureOf(what: string): string {
  return what
    .replace(/Invalid value .* for configuration/, 'Invalid value … for configuration')
    .replace(/"[^"]*"|'[^']*'/g, '…')
    .replace(/\d+/g, '#')
    .slice(0, 110);
}
