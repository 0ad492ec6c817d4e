import type { EffectiveConfig, Overridden } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { defineRule, remove, unsafe } from './rule.js';
import { everyRole } from './shared/roles.js';

export default defineRule({
  id: 'duplicate-property',
  roles: everyRole,
  reads: [],
  severity: 'warning',
  messages: {
    dead: '{property} is set again further down, and the last line wins: this one has no effect.',
    refused: 'The same key stands here twice in one mapping: the loader refuses the file and the application does not start.',
  },
  docs: {
    summary: 'The same key twice in one scope',
    why:
      'In a properties file the last of two equal keys wins without a word, so a safe value further up can be undone by a forgotten line further down. ' +
      'The YAML loader of Spring Boot refuses a mapping with the same key twice, and the application does not start.',
    remedy: 'Keep the line with the value that you mean and remove the other one.',
    falsePositives:
      'None known. A key for all clients and the same key of one client are not duplicates, nor is a key that a profile sets again.',
    references: ['java.util.Properties.load', 'org.springframework.boot.env.OriginTrackedYamlLoader'],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'acks=all\nlinger.ms=5\nacks=all', carriers: ['plain'] },
      { role: 'producer', file: 'application.yml', text: 'spring:\n  kafka:\n    producer:\n      acks: 1\n      acks: all\n' },
    ],
    good: [{ role: 'producer', settings: 'acks=all\nlinger.ms=5' }],
  },
  *check(config) {
    const refuses = config.facts.has('duplicates-refused');
    for (const pair of config.overridden) {
      const { setting, by } = pair;
      if (setting.rank !== by.rank || (refuses && isRefused(pair))) continue;
      yield { message: 'dead', at: setting, on: 'entry', related: [by], tag: 'unnecessary', fixes: [unsafe(remove(setting))] };
    }
    if (!refuses) return;
    const losers = losersByKey(config);
    for (const problem of config.problems.filter(one => one.kind === 'duplicate-key')) {
      const loser = losers.get(problem.span.start);
      yield { message: 'refused', at: problem, severity: 'error', refusedByKafka: true, fixes: loser ? [unsafe(remove(loser))] : [] };
    }
  },
});

/** Only equal keys of one mapping stop the loader; two spellings of one key, or a nested and a dotted one, do not. */
function isRefused({ setting, by }: Overridden): boolean {
  const [one, other] = [setting.entry.path.at(-1), by.entry.path.at(-1)];
  return setting.entry.section === by.entry.section && one?.kind === 'key' && other?.kind === 'key' && one.text === other.text;
}

/** The setting that would lose, by the place of either key; of keys that are none of Kafka's there is nothing to say. */
function losersByKey(config: EffectiveConfig): ReadonlyMap<number, Setting> {
  const pairs = config.siblings.flatMap(sibling => sibling.overridden);
  return new Map(pairs.flatMap(({ setting, by }) => [setting, by].map(one => [one.entry.keySpan.start, setting] as const)));
}
