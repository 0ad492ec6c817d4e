import { versionOf } from '../../../server/src/analysis/options.js';
import { existsIn, findProperty, typeIn } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Property } from '../../../server/src/kafka/property.js';
import { parseValue } from '../../../server/src/kafka/value.js';
import { atLeast, type KafkaVersion } from '../../../server/src/kafka/version.js';
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
  streams: 'streams-client',
  'connect-distributed': 'connect-distributed-client',
  'connect-standalone': 'connect-standalone-client',
  'mirror-maker': 'mirror-maker-client',
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
  const different = refused || !verdict.accepted ? [verdictWords(verdict, judgement)] : valueWords(question, values, judgement);
  const explained = different.map(what => deliberate.find(one => one.covers(question, verdict, judgement, what)));
  const what = different.find((_, i) => explained[i] === undefined);
  if (what !== undefined) return { kind: 'difference', question, what, signature: signatureOf(what) };
  const [row] = explained;
  return row ? { kind: 'deliberate', row } : { kind: 'both-accept' };
}

function verdictWords(verdict: Verdict, { refusals }: Judgement): string {
  if (!verdict.accepted) return `Kafka alone refuses: ${verdict.error.replace(/\s+/g, ' ')}`;
  return `Ackguard alone refuses: ${refusals.map(one => `${one.rule}/${one.message} ${one.property ?? ''}`).join('; ')}`;
}

/** The values that the Config class resolves to something else than a hover shows. */
function valueWords(
  question: Question,
  values: Readonly<Record<string, string | null>> | undefined,
  judgement: Judgement,
): readonly string[] {
  if (Object.keys(question.props).length === 0) return [];
  const version = versionOf(question.version);
  return Object.entries(values ?? {}).flatMap(([key, real]) => {
    const property = findProperty(question.role, key);
    if (!property || !existsIn(property, version) || property.type === 'password' || property.type === 'class') return [];
    const shown = judgement.effective(key);
    if (isSame(property, shown, real, version)) return [];
    return [`value of ${key}: Kafka resolves ${JSON.stringify(real)}, Ackguard shows ${JSON.stringify(shown ?? null)}`];
  });
}

/** Whether a text is what ConfigDef makes the Java object of whose text is given. */
function isSame(property: Property, shown: string | undefined, real: string | null, version: KafkaVersion): boolean {
  const { name } = property;
  const type = typeIn(property, version);
  if (shown === undefined || real === null) return shown === undefined && real === null;
  // ProducerConfig.parseAcks since 2.x
  if (name === 'acks') return shown.replace('all', '-1') === real.replace('all', '-1');
  const parsed = parseValue(type, shown);
  if (!parsed.ok) return false;
  const { value } = parsed;
  if (type === 'double') return Object.is(value, Number(real));
  if (typeof value !== 'object') return String(value) === real;
  // since KIP-1161 (4.2) lists that want no duplicates lose them
  const items = atLeast(version, '4.2') && `[${value.join(', ')}]` !== real ? [...new Set(value)] : value;
  return `[${items.join(', ')}]` === real;
}

function wantedOf({ role, props }: Question): readonly string[] {
  return [...new Set([...comparedValues[role], ...Object.keys(props)])];
}

/** What differences of one cause have in common: the words without the values in them. */
function signatureOf(what: string): string {
  return what
    .replace(/Invalid value .* for configuration \S+/, 'Invalid value … for configuration …')
    .replace(/Class .* could/, 'Class … could')
    .replace(/"[^"]*"|'[^']*'/g, '…')
    .replace(/\d+/g, '#')
    .slice(0, 110);
}
