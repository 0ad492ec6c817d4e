import { analyze, type Analysis } from '../../src/analysis/analyze.js';
import { defaultOptions } from '../../src/analysis/options.js';
import { parseVersion } from '../../src/kafka/version.js';
import type { SettingsExample } from '../../src/rules/rule.js';
import type { Sample } from './sample.js';
import { writeInto } from './write.js';

export interface Rendered {
  readonly path: string;
  readonly text: string;
}

/** The settings, `property=value` a line, written into the sample by its carrier; undefined where it cannot spell one of them. */
export function render(sample: Sample, settings: string): Rendered | undefined {
  let text: string | undefined = sample.text;
  for (const line of settings.split('\n').filter(one => one !== '')) {
    text = writeInto({ ...sample, text }, line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
    if (text === undefined) return undefined;
  }
  return { path: sample.path, text };
}

/** The example written into the sample; undefined where the carrier cannot spell it, or where the example says that it does not hold. */
export function renderExample(sample: Sample, example: SettingsExample): Rendered | undefined {
  if (example.role !== sample.role || example.carriers?.includes(sample.carrier) === false) return undefined;
  const rendered = render(sample, example.settings);
  return rendered && holds(example, () => analyzeRendered(rendered, example), sample) ? rendered : undefined;
}

function analyzeRendered(file: Rendered, { version, profile = 'production' }: SettingsExample): Analysis {
  const kafkaVersion = version === undefined ? undefined : parseVersion(version);
  const options = { ...defaultOptions, kafkaVersion, profile };
  return analyze(file, {
    options,
    onRuleFailure: (id, error) => {
      throw new Error(`Rule ${id} failed.`, { cause: error });
    },
  });
}

function holds(example: SettingsExample, analysis: () => Analysis, { role, scope }: Sample): boolean {
  const { leftToKafka = [], beside = [], settings } = example;
  // to some frameworks an empty value is none
  const empty = settings.split('\n').flatMap(line => /^(.*)=$/.exec(line)?.[1] ?? []);
  if (leftToKafka.length + beside.length + empty.length === 0) return true;
  const configs = analysis()
    .carried.flatMap(one => one.configs)
    .filter(one => one.role === role);
  const config = configs.find(one => scope === undefined || one.scope.name === scope);
  if (!config) return true;
  return (
    leftToKafka.every(name => config.fallback(name)?.origin === 'kafka') &&
    beside.every(name => config.explicit(name)) &&
    empty.every(name => config.explicit(name)?.value.known !== false)
  );
}
