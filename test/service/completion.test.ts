import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver';
import { completionsOf } from '../../server/src/service/completion.js';
import { analyzeText, optionsOf, type Analyzed } from '../../server/src/service/analyzed.js';
import { readMarked } from '../support/markers.js';

function analyzed(path: string, text: string, settings?: unknown): Analyzed {
  const onRuleFailure = (ruleId: string, error: unknown): void => {
    throw new Error(ruleId, { cause: error });
  };
  return analyzeText({ uri: `file:///app/${path}`, languageId: 'plaintext', text }, { options: optionsOf(settings), onRuleFailure });
}

/** What is offered at the cursor `|`. */
function complete(path: string, marked: string, settings?: unknown): readonly CompletionItem[] {
  const { text, cursors } = readMarked(marked);
  const file = analyzed(path, text, settings);
  return completionsOf(file, file.lines.positionAt(cursors[0] ?? 0));
}

const labels = (items: readonly CompletionItem[]): readonly string[] => items.map(item => item.label);

const inserted = (items: readonly CompletionItem[], label: string): string | undefined => {
  const edit = items.find(item => item.label === label)?.textEdit;
  return edit?.newText;
};

describe('completion of keys', () => {
  it('offers the keys of the file’s role with the file’s separator, not those that are set', () => {
    const items = complete('producer.properties', 'acks = all\nre|');
    assert.equal(inserted(items, 'retries'), 'retries = ');
    assert.ok(!labels(items).includes('acks'));
    assert.ok(!labels(items).includes('auto.offset.reset'));
  });

  it('leaves out keys that the version does not know', () => {
    assert.ok(!labels(complete('server.properties', 'process.roles=broker\n|')).includes('zookeeper.connect'));
    const old = complete('server.properties', 'broker.id=1\n|', { kafkaVersion: '2.8' });
    assert.ok(labels(old).includes('zookeeper.connect'));
  });

  it('begins an empty file by its name', () => {
    assert.ok(labels(complete('producer.properties', '|')).includes('acks'));
    assert.deepEqual(complete('settings.properties', '|'), []);
  });

  it('keeps the value of a key that is renamed', () => {
    assert.equal(inserted(complete('producer.properties', 'linger.ms=5\nack|=1'), 'acks'), 'acks');
  });

  it('carries the documentation of the key', () => {
    const item = complete('producer.properties', 'linger.ms=5\n|').find(one => one.label === 'acks');
    assert.match(JSON.stringify(item?.documentation), /Recommended: `all`/);
  });

  it('offers Spring’s leaves in a client’s section, in the naming of the file', () => {
    const kebab = complete('application.yml', 'spring:\n  kafka:\n    consumer:\n      group-id: a\n      |\n');
    assert.equal(inserted(kebab, 'auto-offset-reset'), 'auto-offset-reset: ');
    assert.ok(!labels(kebab).includes('group-id'));
    const camel = complete('application.yml', 'spring:\n  kafka:\n    consumer:\n      groupId: a\n      |\n');
    assert.ok(labels(camel).includes('autoOffsetReset'));
  });

  it('offers Kafka’s keys below properties, and sections above', () => {
    const inside = complete('application.yml', 'spring:\n  kafka:\n    producer:\n      properties:\n        linger.ms: 5\n        |\n');
    assert.ok(labels(inside).includes('enable.idempotence'));
    assert.ok(!labels(inside).includes('linger.ms'));
    const above = complete('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: all\n    |\n');
    assert.equal(inserted(above, 'consumer'), 'consumer:');
    assert.ok(!labels(above).includes('producer'));
  });

  it('offers whole dotted keys in application.properties', () => {
    const items = complete('application.properties', 'spring.kafka.producer.acks=all\nspring.kafka.pro|');
    assert.equal(inserted(items, 'spring.kafka.producer.retries'), 'spring.kafka.producer.retries=');
    assert.ok(labels(items).includes('spring.kafka.producer.properties.enable.idempotence'));
  });

  it('offers nothing in comments, in other sections and in files that are not Kafka', () => {
    assert.deepEqual(complete('producer.properties', 'acks=all\n# ret|'), []);
    assert.deepEqual(complete('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: all\n  datasource:\n    |\n'), []);
    assert.deepEqual(complete('server.properties', 'motd=hello\nserver-port=1\n|'), []);
    assert.deepEqual(complete('pom.xml', '|'), []);
  });
});

describe('completion of values', () => {
  it('offers a word once that stands for several of librdkafka', () => {
    const items = complete(
      'appsettings.json',
      '{ "Consumer": { "BootstrapServers": "a:1", "GroupId": "g", "AutoOffsetReset": "Latest|" } }',
    );
    assert.equal(labels(items).filter(label => label.includes('Earliest')).length, 1);
    assert.equal(labels(items).filter(label => /smallest|largest/.test(label)).length, 0);
  });

  it('offers an enumeration with the recommended value first', () => {
    const items = complete('producer.properties', 'acks=|\nlinger.ms=5\n');
    assert.deepEqual(labels(items), ['all', '-1', '0', '1']);
    assert.equal(items[0]?.preselect, true);
  });

  it('replaces the value that is there', () => {
    const [first] = complete('consumer.properties', 'group.id=a\nisolation.level=read|_uncommitted\n');
    assert.equal(first?.label, 'read_committed');
    assert.deepEqual(first.textEdit && 'range' in first.textEdit && first.textEdit.range, {
      start: { line: 1, character: 16 },
      end: { line: 1, character: 32 },
    });
  });

  it('offers true and false, and for numbers the recommended one and the default', () => {
    assert.deepEqual(labels(complete('consumer.properties', 'group.id=a\nenable.auto.commit=|')), ['false', 'true']);
    assert.deepEqual(labels(complete('server.properties', 'process.roles=broker\nmin.insync.replicas=|')), ['2', '1']);
  });

  it('spells values as Spring’s leaf wants them, and as Kafka does below properties', () => {
    const head = 'spring:\n  kafka:\n    consumer:\n      ';
    assert.equal(labels(complete('application.yml', `${head}isolation-level: |\n`))[0], 'read-committed');
    assert.equal(labels(complete('application.yml', `${head}properties:\n        isolation.level: |\n`))[0], 'read_committed');
  });

  it('offers nothing for a key that is not Kafka’s', () => {
    assert.deepEqual(complete('producer.properties', 'acks=all\nlinger.ms=5\napp.name=|'), []);
    assert.deepEqual(complete('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: all\n  application:\n    name: |\n'), []);
  });
});

describe('completion in the environment of containers', () => {
  const pod = (...lines: readonly string[]): string =>
    ['containers:', '  - image: apache/kafka', '    env:', '      - name: KAFKA_NUM_IO_THREADS', '        value: "8"', ...lines, ''].join(
      '\n',
    );

  it('offers the names of variables where a name is to stand', () => {
    for (const typed of ['      - name: |', '      - name: KAFKA_M|', '      - name: KAFKA_M|\n        value: "1"']) {
      const items = complete('kafka.yaml', pod(typed));
      assert.equal(inserted(items, 'KAFKA_MIN_INSYNC_REPLICAS'), 'KAFKA_MIN_INSYNC_REPLICAS', typed);
      assert.ok(!labels(items).includes('KAFKA_NUM_IO_THREADS'));
    }
  });

  it('offers whole names where an item begins, and nothing beside a name', () => {
    assert.equal(inserted(complete('kafka.yaml', pod('      - |')), 'KAFKA_MIN_INSYNC_REPLICAS'), 'name: KAFKA_MIN_INSYNC_REPLICAS');
    assert.deepEqual(complete('kafka.yaml', pod('      - name: KAFKA_LOG_DIRS', '        |')), []);
  });

  it('offers values', () => {
    const items = complete('kafka.yaml', pod('      - name: KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE', '        value: "tr|"'));
    assert.equal(inserted(items, 'true'), 'true');
  });

  it('offers nothing in other lists of names', () => {
    assert.deepEqual(complete('kafka.yaml', `${pod()}volumes:\n  - name: K|\n`), []);
    assert.deepEqual(
      complete('kafka.yaml', pod('      - name: OTHER', '        valueFrom:', '          secretKeyRef: { name: K|, key: a }')),
      [],
    );
  });
});

describe('completion in a Dockerfile', () => {
  const image = 'FROM apache/kafka\nENV KAFKA_NUM_IO_THREADS=8\n';

  it('offers the names of variables where one is to stand', () => {
    for (const typed of ['ENV |', 'ENV KAFKA_M|', 'ENV A=1 KAFKA_M|', 'ENV A=1 \\\n  KAFKA_M|', 'ENV A=1 \\\n  KAFKA_M|\\\n  B=2']) {
      const items = complete('Dockerfile', image + typed);
      assert.equal(inserted(items, 'KAFKA_MIN_INSYNC_REPLICAS'), 'KAFKA_MIN_INSYNC_REPLICAS=', typed);
      assert.ok(!labels(items).includes('KAFKA_NUM_IO_THREADS'));
    }
    assert.equal(inserted(complete('Dockerfile', `${image}ENV KAFKA_M|=1`), 'KAFKA_MIN_INSYNC_REPLICAS'), 'KAFKA_MIN_INSYNC_REPLICAS');
  });

  it('offers values', () => {
    for (const typed of ['=|', '=tr|', '="|"', ' |', ' tr|', '=1 KAFKA_AUTO_CREATE_TOPICS_ENABLE=|'])
      assert.deepEqual(
        labels(complete('Dockerfile', `${image}ENV KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE${typed}`)),
        ['false', 'true'],
        typed,
      );
  });

  it('offers nothing elsewhere', () => {
    for (const typed of ['|', 'ARG KAFKA_M|', 'RUN KAFKA_M|', 'RUN a \\\n  KAFKA_M|', '# ENV KAFKA_|', 'FROM alpine\nENV KAFKA_M|'])
      assert.deepEqual(complete('Dockerfile', image + typed), [], typed);
  });
});

describe('completion in variables of Ansible', () => {
  it('offers keys and values', () => {
    const text = 'kafka_broker_custom_properties:\n  num.io.threads: 8\n  ';
    const items = complete('group_vars/all.yml', `${text}|`);
    assert.equal(inserted(items, 'min.insync.replicas'), 'min.insync.replicas: ');
    assert.ok(!labels(items).includes('num.io.threads'));
    assert.deepEqual(labels(complete('group_vars/all.yml', `${text}unclean.leader.election.enable: |\n`)), ['false', 'true']);
  });
});

describe('completion in resources of Strimzi', () => {
  const kafka = 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.io.threads: 8\n';

  it('offers the keys that the operator lets through', () => {
    const items = complete('kafka.yaml', `${kafka}      |`);
    assert.equal(inserted(items, 'min.insync.replicas'), 'min.insync.replicas: ');
    for (const key of ['num.io.threads', 'log.dirs', 'listeners']) assert.ok(!labels(items).includes(key), key);
  });

  it('offers values', () => {
    assert.deepEqual(labels(complete('kafka.yaml', `${kafka}      unclean.leader.election.enable: |\n`)), ['false', 'true']);
  });
});

describe('completion in resources of Confluent for Kubernetes', () => {
  it('offers lines of keys and values', () => {
    const kafka =
      'apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nspec:\n  configOverrides:\n    server:\n      - num.io.threads=8\n';
    const items = complete('kafka.yaml', `${kafka}      - min|\n`);
    assert.equal(inserted(items, 'min.insync.replicas'), 'min.insync.replicas=');
    assert.ok(!labels(items).includes('num.io.threads'));
  });
});
