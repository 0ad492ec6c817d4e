import assert from 'node:assert/strict';
import { editsOf, spelledKey } from '../../server/src/analysis/changes.js';
import type { Diagnosis } from '../../server/src/analysis/diagnosis.js';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import type { Change, Finding } from '../../server/src/rules/rule.js';
import { remove, safe, set } from '../../server/src/rules/rule.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { configOf, read, ruleWith, settingOf, type Read } from './stubs.js';

function diagnosisIn(config: EffectiveConfig, at: Finding['at'] = 'absent', reads: readonly string[] = []): Diagnosis {
  return {
    rule: ruleWith({ reads }),
    finding: { message: 'plain', at },
    config,
    severity: 'warning',
    certainty: 'certain',
    refusedByKafka: false,
    span: { start: 0, end: 0 },
    related: [],
    others: [],
    message: 'It is so.',
  };
}

/** The text after the changes; undefined where they cannot be written. */
function after(file: Read, diagnosis: Diagnosis, ...changes: Change[]): string | undefined {
  const edits = editsOf(safe(...changes), diagnosis, file.carried);
  return edits && applyEdits(file.document.text, edits);
}

const yaml = [
  'spring:',
  '  kafka:',
  '    producer:',
  '      acks: 1 # note',
  '      properties:',
  '        linger.ms: 5',
  '    consumer:',
  '      group-id: a',
  '',
].join('\n');

describe('setting a value', () => {
  it('replaces the one that the scope has', () => {
    const file = read('producer.properties', '# note\nacks : 1\nretries=0\n');
    assert.equal(after(file, diagnosisIn(configOf(file, 'producer')), set('acks', 'all')), '# note\nacks : all\nretries=0\n');
    const spring = read('application.yml', yaml);
    assert.equal(after(spring, diagnosisIn(configOf(spring, 'producer')), set('acks', 'all')), yaml.replace('acks: 1', 'acks: all'));
  });

  it('inserts a new one beside what it belongs to', () => {
    const file = read('producer.properties', 'retries=0\nacks=1\nlinger.ms=5\n');
    const config = configOf(file, 'producer');
    const expected = 'retries=0\nacks=1\nenable.idempotence=true\nlinger.ms=5\n';
    assert.equal(after(file, diagnosisIn(config, settingOf(config, 'acks')), set('enable.idempotence', 'true')), expected);
    assert.equal(after(file, diagnosisIn(config, 'absent', ['acks']), set('enable.idempotence', 'true')), expected);
  });

  it('leaves an inherited value where it is, and writes its own', () => {
    const text = 'spring.kafka.producer.acks=1\n#---\nspring.config.activate.on-profile=eu\nspring.kafka.producer.batch-size=1\n';
    const file = read('application.properties', text);
    const eu = configOf(file, 'producer', 'profile eu');
    assert.equal(after(file, diagnosisIn(eu), set('acks', 'all')), `${text}spring.kafka.producer.acks=all\n`);
  });

  it('speaks the carrier’s own language', () => {
    const text = 'spring.kafka.consumer.isolation-level: read-uncommitted\n';
    const file = read('application.yml', text);
    const written = after(file, diagnosisIn(configOf(file, 'consumer')), set('isolation.level', 'read_committed'));
    assert.equal(written, text.replace('uncommitted', 'committed'));
  });

  it('is not possible where the carrier cannot spell it', () => {
    const file = read('application.yml', yaml);
    assert.equal(after(file, diagnosisIn(configOf(file, 'producer')), set('spring:no-such-attribute', 'x')), undefined);
    assert.equal(after(file, diagnosisIn(configOf(file, 'producer')), set('spring:no-such-attribute', 'x'), set('acks', 'all')), undefined);
  });
});

describe('removing', () => {
  it('takes the line away', () => {
    const file = read('producer.properties', 'acks=1\nretries=0\n');
    const config = configOf(file, 'producer');
    assert.equal(after(file, diagnosisIn(config), remove(settingOf(config, 'acks'))), 'retries=0\n');
  });

  it('hits the right ones of several equal keys', () => {
    const file = read('producer.properties', 'acks=0\nretries=3\nacks=1\nacks=all\n');
    const config = configOf(file, 'producer');
    const [first, second] = config.overridden.map(one => one.setting);
    assert.ok(first && second);
    for (const changes of [
      [remove(first), remove(second)],
      [remove(second), remove(first)],
      [set('retries', '5'), remove(first), remove(second)],
    ]) {
      const retries = changes.length === 3 ? '5' : '3';
      assert.equal(after(file, diagnosisIn(config), ...changes), `retries=${retries}\nacks=all\n`);
    }
  });

  it('cannot be done twice', () => {
    const file = read('producer.properties', 'acks=1\nretries=0\n');
    const acks = settingOf(configOf(file, 'producer'), 'acks');
    assert.equal(after(file, diagnosisIn(configOf(file, 'producer')), remove(acks), remove(acks)), undefined);
  });
});

describe('several changes', () => {
  it('are one edit from the first difference to the last', () => {
    const file = read('producer.properties', 'acks=1\nlinger.ms=5\nretries=0\n');
    const edits = editsOf(safe(set('acks', 'all'), set('retries', '3')), diagnosisIn(configOf(file, 'producer')), file.carried);
    assert.deepEqual(edits, [{ span: { start: 5, end: 28 }, newText: 'all\nlinger.ms=5\nretries=3' }]);
  });

  it('may be none, and may change nothing', () => {
    const file = read('producer.properties', 'acks=all\nretries=3\n');
    const diagnosis = diagnosisIn(configOf(file, 'producer'));
    assert.equal(after(file, diagnosis), 'acks=all\nretries=3\n');
    assert.deepEqual(editsOf(safe(set('acks', 'all'), set('retries', '3')), diagnosis, file.carried), []);
  });

  it('are given up where the file is no longer read as it was', () => {
    const text = 'spring.kafka.producer.acks=all\nx=1\ny=2\n';
    const file = read('application.properties', text);
    const config = configOf(file, 'producer');
    const acks = settingOf(config, 'acks');
    // without its only key of Kafka the file is nobody's
    assert.equal(after(file, diagnosisIn(config), remove(acks), remove(acks)), undefined);
  });
});

describe('moving', () => {
  const moved = (
    text: string,
    path: string,
    from: string,
    property: string,
    role: 'producer' | 'consumer' = 'producer',
  ): string | undefined => {
    const file = read(path, text);
    const config = configOf(file, 'producer');
    const setting = [...config.ignored, ...config.settings].find(one => one.property === from);
    assert.ok(setting, from);
    return after(file, diagnosisIn(config), { kind: 'move', setting, property, role });
  };

  it('renames in place within a mapping or a file', () => {
    assert.equal(moved('acks=1\nlinger.ms=5\n', 'producer.properties', 'linger.ms', 'max.block.ms'), 'acks=1\nmax.block.ms=5\n');
    assert.equal(
      moved('spring.kafka.producer.acks=1\nspring.kafka.producer.batch-size=5\n', 'application.properties', 'batch.size', 'buffer.memory'),
      'spring.kafka.producer.acks=1\nspring.kafka.producer.buffer-memory=5\n',
    );
  });

  it('writes it anew elsewhere and takes the old line away', () => {
    const expected = yaml
      .replace('      acks: 1 # note\n', '')
      .replace('        linger.ms: 5\n', '        linger.ms: 5\n        max.block.ms: 1\n');
    assert.equal(moved(yaml, 'application.yml', 'acks', 'max.block.ms'), expected);
    assert.match(
      moved(yaml, 'application.yml', 'acks', 'client.id', 'consumer') ?? '',
      / {4}consumer:\n {6}group-id: a\n {6}client-id: 1\n/,
    );
  });

  it('is not possible where the carrier cannot spell it', () => {
    assert.equal(moved(yaml, 'application.yml', 'acks', 'spring:no-such-attribute'), undefined);
  });
});

describe('renaming an unknown key', () => {
  const renamed = (path: string, text: string, key: string): string | undefined => {
    const file = read(path, text);
    const config = file.configs.find(one => one.unknownKeys.length > 0);
    const unknown = config?.unknownKeys[0];
    assert.ok(config && unknown);
    return after(file, diagnosisIn(config, unknown), { kind: 'rename', unknown, key });
  };

  it('replaces the part that its reader did not know', () => {
    assert.equal(renamed('producer.properties', 'acks=all\nlinger.mss=5\n', 'linger.ms'), 'acks=all\nlinger.ms=5\n');
    assert.equal(
      renamed('application.properties', 'spring.kafka.producer.properties.linger.mss=5\n', 'linger.ms'),
      'spring.kafka.producer.properties.linger.ms=5\n',
    );
    assert.equal(
      renamed('application.properties', 'spring.kafka.producer.properties[linger.mss]=5\n', 'linger.ms'),
      'spring.kafka.producer.properties[linger.ms]=5\n',
    );
    assert.equal(
      renamed('application.yml', 'spring:\n  kafka:\n    producer:\n      properties:\n        linger:\n          mss: 5\n', 'linger.ms'),
      'spring:\n  kafka:\n    producer:\n      properties:\n        linger:\n          ms: 5\n',
    );
  });

  it('moves a nested key where the right one is nested otherwise', () => {
    const properties = 'spring:\n  kafka:\n    producer:\n      properties:\n';
    const wrong = `${properties}        delivery:\n          timeout: 1 # note\n        linger.ms: 5\n`;
    const right = `${properties}        delivery:\n          timeout:\n            ms: 1\n        linger.ms: 5\n`;
    assert.equal(renamed('application.yml', wrong, 'delivery.timeout.ms'), right);
    const other = `${properties}        delivry:\n          timeout: 1\n        linger.ms: 5\n`;
    assert.equal(
      renamed('application.yml', other, 'delivery.timeout.ms'),
      `${properties}        linger.ms: 5\n        delivery:\n          timeout:\n            ms: 1\n`,
    );
  });

  it('is not possible in a list, whose items have no keys', () => {
    const file = read('application.yml', `${yaml}      topics: [a, b]\n`);
    const config = configOf(file, 'producer');
    const entry = file.document.entries.find(one => one.value === 'b');
    assert.ok(entry);
    const unknown = { entry, scope: config.scope, role: 'producer', key: 'b', candidates: undefined } as const;
    assert.equal(after(file, diagnosisIn(config), { kind: 'rename', unknown, key: 'c' }), undefined);
    assert.equal(after(file, diagnosisIn(config), set('acks', 'all'), { kind: 'rename', unknown, key: 'c' }), undefined);
  });

  it('is one change among others', () => {
    const file = read('producer.properties', 'acks=1\nlinger.mss=5\n');
    const config = configOf(file, 'producer');
    const [unknown] = config.unknownKeys;
    assert.ok(unknown);
    assert.equal(
      after(file, diagnosisIn(config), set('acks', 'all'), { kind: 'rename', unknown, key: 'linger.ms' }),
      'acks=all\nlinger.ms=5\n',
    );
  });
});

describe('repairing', () => {
  it('is what the syntax offers', () => {
    const file = read('producer.properties', 'acks=1\nlinger.ms=\\u00zz\n');
    const [problem] = file.document.problems;
    assert.ok(problem?.repair);
    const repaired = after(file, diagnosisIn(configOf(file, 'producer')), { kind: 'repair', problem });
    assert.equal(repaired, applyEdits(file.document.text, problem.repair));
    const both = after(file, diagnosisIn(configOf(file, 'producer')), { kind: 'repair', problem }, set('acks', 'all'));
    assert.equal(both, repaired.replace('acks=1', 'acks=all'));
  });
});

describe('how a key would be written', () => {
  it('is the carrier’s spelling where a change writes one', () => {
    const file = read('application.yml', yaml);
    const config = configOf(file, 'producer');
    const spelled = (change: Change): string => spelledKey(change, diagnosisIn(config), file.carried);
    assert.equal(spelled(set('retries', '3')), 'retries');
    assert.equal(spelled({ kind: 'move', setting: settingOf(config, 'acks'), property: 'group.id', role: 'consumer' }), 'group-id');
    assert.equal(spelled(set('spring:no-such-attribute', '1')), 'spring:no-such-attribute');
    assert.equal(spelled(remove(settingOf(config, 'acks'))), '');
  });
});
