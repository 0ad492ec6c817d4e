import { parseArgs } from 'node:util';
import { wantedNames } from '../analysis/choose.js';
import { profiles, readFilePatterns, type AnalysisOptions } from '../analysis/options.js';
import { lineOf } from '../kafka/catalogue/catalogue.js';
import { parseVersion, type KafkaVersion } from '../kafka/version.js';

export type Format = 'text' | 'json';

export interface CheckCommand {
  readonly kind: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  /** Instead of findings: what each file is taken for and why. */
  readonly explainCarrier: boolean;
  readonly options: Omit<AnalysisOptions, 'severities'>;
}

/** What the command line asks for; `usage` carries what is wrong with it. */
export type Command =
  | CheckCommand
  | { readonly kind: 'explain'; readonly name: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage'; readonly message: string };

export const usage = `Usage: ackguard check [--format text|json] [--kafka-version V] [--profile P] [--files GLOB=NAME] <paths...>
       ackguard check --explain-carrier <paths...>
       ackguard explain <rule or property>

check reads Kafka configuration below the paths and reports what can lose acknowledged messages.
explain tells why a rule reports, what to do, and what was measured on real clusters; or what a property
such as acks means, with its defaults from version to version.

  --format         text (default) or json
  --kafka-version  the Kafka that reads it, such as 3.9; by default what the files say, else the newest
  --profile        ${profiles.join(', ')}
  --files          what the files are that a glob names: a carrier such as connector, a role such as producer, or off;
                   may be given several times, the last one that fits a file holds
  --explain-carrier  tells instead what each file is taken for, and by which keys
  --help, --version

Exit code: 0 nothing found, 1 findings of severity warning or error, 2 wrong usage, a named path that cannot be read, or a name
that explain does not know.
`;

/** Reads the arguments after `ackguard`. */
export function parseCommand(args: readonly string[]): Command {
  const parsed = parse(args);
  if (parsed instanceof Error) return { kind: 'usage', message: parsed.message };
  const { values, positionals } = parsed;
  if (values.version) return { kind: 'version' };
  const [name, ...paths] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (name === 'explain') {
    const [wanted, ...more] = paths;
    if (wanted === undefined || more.length > 0) return wrong('Name one rule or one property to explain.');
    return { kind: 'explain', name: wanted };
  }
  if (name !== 'check') return wrong(name === undefined ? 'Say what to do: ackguard check <paths...>.' : `There is no command "${name}".`);
  if (paths.length === 0) return wrong('Name at least one file or folder to check.');
  const format = (['text', 'json'] as const).find(one => one === values.format);
  if (!format) return wrong(`"${values.format}" is no format: use text or json.`);
  const profile = profiles.find(one => one === values.profile);
  if (!profile) return wrong(`"${values.profile}" is no profile: use ${profiles.join(', ')}.`);
  const given = values['kafka-version'];
  const kafkaVersion = given === undefined || given === 'auto' ? undefined : parseVersion(given);
  if (given !== undefined && given !== 'auto' && (!kafkaVersion || !isSupported(kafkaVersion))) {
    return wrong(`"${given}" is no Kafka version that is known here: use 0.11 to 4.4, or auto.`);
  }
  const files = readFilePatterns(Object.fromEntries(values.files.map(splitPattern)));
  if (files.length < new Set(values.files.map(one => splitPattern(one)[0])).size) {
    return wrong(`--files wants GLOB=NAME, where the name is off or one of ${wantedNames().join(', ')}.`);
  }
  return { kind: 'check', paths, format, explainCarrier: values['explain-carrier'], options: { kafkaVersion, profile, files } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        'kafka-version': { type: 'string' },
        profile: { type: 'string', default: 'production' },
        files: { type: 'string', multiple: true, default: [] },
        'explain-carrier': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** `3.9.2` and `0.11` belong to a line of the catalogue, `4.9` does not. */
function isSupported(version: KafkaVersion): boolean {
  const line = lineOf(version);
  return `${version.text}.`.startsWith(`${line}.`) || `${version.text}.0` === line;
}

/** `GLOB=NAME`; a glob may hold an equals sign itself. */
function splitPattern(text: string): readonly [glob: string, name: string] {
  const at = text.lastIndexOf('=');
  return [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
}

function wrong(message: string): Command {
  return { kind: 'usage', message };
}
