import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAllEdits, fixesOf } from '../../server/src/analysis/fixes.js';
import type { Embedded } from '../../server/src/embedded/embedded.js';
import { kubernetes } from '../../server/src/embedded/kubernetes/kubernetes.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { analyzeFile, summaries } from '../support/check.js';
import { times } from '../support/runs.js';

const lines = (depth: number, items: readonly string[]): string =>
  items.flatMap(item => item.split('\n').map(line => `${' '.repeat(depth)}${line}\n`)).join('');

/** A resource with one container, whose environment these items are. */
function resource(
  kind: string,
  items: readonly string[],
  { image = 'apache/kafka', more = [] as readonly string[], spec = '' } = {},
): string {
  const container = [`- name: main`, `  image: ${image}`, ...more.map(line => `  ${line}`), '  env:'];
  return `kind: ${kind}\nmetadata:\n  name: kafka\nspec:\n${spec}  template:\n    spec:\n      containers:\n${lines(8, container)}${lines(12, items)}`;
}

const pair = (name: string, value: string): string => `- name: ${name}\n  value: ${value}`;

function embeddedIn(text: string): readonly Embedded[] {
  assert.ok(kubernetes.mayHold('kafka.yaml', text));
  return kubernetes.embedded(yaml.parse(text), 'kafka.yaml');
}

/** What the programs get from their environments. */
const innerTexts = (text: string): readonly string[] => embeddedIn(text).map(({ document }) => document.text);

function rewritten(text: string, change: (inner: string) => string): string | undefined {
  const [first] = embeddedIn(text);
  const edits = first?.outerEdits(change(first.document.text));
  return edits && applyEdits(text, edits);
}

describe('containers of Kubernetes', () => {
  it('give their environment to the program in their image', () => {
    const text = resource('Deployment', [pair('KAFKA_NUM_IO_THREADS', '"8"'), pair('OTHER', 'x'), pair('KAFKA_LOG_DIRS', '/data')]);
    const [found] = embeddedIn(text);
    assert.equal(found?.document.text, 'num.io.threads=8\nlog.dirs=/data\n');
    assert.equal(found.name, 'Deployment kafka, container main');
    assert.equal(embeddedIn(resource('Pod', [pair('KAFKA_A', '1')], { image: 'busybox' })).length, 0);
    assert.equal(embeddedIn(resource('Pod', [pair('OTHER', '1')])).length, 0);
    assert.equal(kubernetes.mayHold('kafka.yaml', 'containers: []\n'), false);
  });

  it('are named by what is known of them', () => {
    const bare = 'spec:\n  containers:\n    - image: apache/kafka\n      env:\n        - name: KAFKA_A\n          value: b\n';
    assert.deepEqual(
      embeddedIn(bare).map(({ name }) => name),
      ['container 0'],
    );
  });

  it('have texts as values, whatever they look like, and what comes from elsewhere is not known', () => {
    const items = ['yes', '012', '"1"', "'1'", '|\n    one', '!!str 2', '&a 3', '', 'null', '"a\\tb"'].map((value, i) =>
      pair(`KAFKA_K${String(i)}`, value),
    );
    const text = resource('Pod', [
      ...items,
      '- name: KAFKA_NONE',
      '- name: KAFKA_SECRET\n  valueFrom:\n    secretKeyRef: { name: a, key: b }',
    ]);
    const values = syntaxes.properties.parse(innerTexts(text)[0] ?? '').entries.map(({ value }) => value);
    assert.deepEqual(values, ['yes', '012', '1', '1', 'one\n', '2', '3', '', '', 'a\tb', '', '${KAFKA_SECRET}']);
  });

  it('pass over what is no variable', () => {
    const text = resource('Pod', ['- KAFKA_A=1', '- 7', '- name: [KAFKA_B]', '- value: "1"', '- {}', pair('KAFKA_C', '2')]);
    assert.deepEqual(innerTexts(text), ['c=2\n']);
  });

  it('point at names and at values without their quotes', () => {
    const text = resource('Pod', [pair('KAFKA_A', '"one"'), pair('"KAFKA_B"', '"tw\\x6f"'), '- name: KAFKA_C']);
    const [found] = embeddedIn(text);
    const shown = found?.document.entries.map(({ keySpan, valueSpan }) =>
      [keySpan, valueSpan].map(span => slice(text, found.outerSpan(span))),
    );
    assert.deepEqual(shown, [
      ['KAFKA_A', 'one'],
      ['KAFKA_B', '"tw\\x6f"'],
      ['KAFKA_C', 'name: KAFKA_C'],
    ]);
  });

  it('run a server in init containers only where their command says so', () => {
    const init = (command: string): string =>
      resource('Pod', [pair('KAFKA_A', '1')], { more: [`command: [${command}]`] }).replace('containers:', 'initContainers:');
    assert.equal(embeddedIn(init('sleep, "1"')).length, 0);
    assert.equal(embeddedIn(init('/etc/kafka/docker/run')).length, 1);
    assert.equal(embeddedIn(resource('Pod', [pair('KAFKA_A', '1')]).replace('containers:', 'initContainers:')).length, 0);
  });

  it('run what their command says', () => {
    const withCommand = (...more: readonly string[]): number => embeddedIn(resource('Pod', [pair('KAFKA_A', '1')], { more })).length;
    assert.equal(withCommand('command: kafka-topics.sh --list'), 0);
    assert.equal(withCommand('command: [sh, -c]', 'args: ["kafka-topics.sh --list"]'), 0);
    assert.equal(withCommand('command: [sh, -c]', 'args: ["exec /etc/kafka/docker/run"]'), 1);
  });

  it('have keys that their command sets, whose values are not known', () => {
    const more = ['command: ["sh", "-c", "export KAFKA_NODE_ID=${HOSTNAME##*-} OTHER=1; KAFKA_B=2 /etc/kafka/docker/run"]'];
    const text = resource('StatefulSet', [pair('KAFKA_A', '1'), pair('KAFKA_B', '1')], { more });
    assert.deepEqual(innerTexts(text), ['a=1\nnode.id=${KAFKA_NODE_ID}\nb=${KAFKA_B}\n']);
    const [found] = embeddedIn(text);
    const given = found?.document.entries[1];
    assert.ok(found && given);
    assert.equal(slice(text, found.outerSpan(given.valueSpan)), 'KAFKA_A');
    for (const change of ['a=1\nnode.id=7\nb=${KAFKA_B}\n', 'a=1\nb=${KAFKA_B}\n', 'a=1\nnode_id=${KAFKA_NODE_ID}\nb=${KAFKA_B}\n'])
      assert.equal(found.outerEdits(change), undefined, change);
    assert.equal(
      rewritten(text, inner => `${inner}c=3\n`),
      text.replace('value: 1\n', `value: 1\n${lines(12, [pair('KAFKA_C', '"3"')])}`),
    );
    assert.equal(embeddedIn(resource('Pod', [pair('KAFKA_B', '1')], { more })).length, 0);
  });

  it('are as many as there are pods', () => {
    const count = (kind: string, spec = ''): readonly unknown[] => {
      const [found] = embeddedIn(resource(kind, [pair('KAFKA_A', '1')], { spec }));
      return [found?.nodes, found?.facts.includes('cluster-in-sight')];
    };
    assert.deepEqual(count('StatefulSet', '  replicas: 3\n'), [3, false]);
    assert.deepEqual(count('StatefulSet'), [1, true]);
    assert.deepEqual(count('StatefulSet', '  replicas: many\n'), [undefined, false]);
    assert.deepEqual(count('DaemonSet'), [undefined, false]);
  });

  it('are only partly seen where their environment comes from elsewhere too', () => {
    const items = [pair('KAFKA_PROCESS_ROLES', 'broker'), pair('KAFKA_MIN_INSYNC_REPLICAS', '"1"')];
    const text = resource('StatefulSet', items, { more: ['envFrom: [{ configMapRef: { name: kafka } }]'] });
    assert.deepEqual(summaries('kafka.yaml', text), ['information min-insync-replicas-low 1']);
    assert.ok(summaries('kafka.yaml', resource('StatefulSet', items)).length > 3);
  });
});

describe('variables in a ConfigMap of the same text', () => {
  const map = (...data: readonly string[]): string => `kind: ConfigMap\nmetadata:\n  name: shared\ndata:\n${lines(2, data)}---\n`;
  const from = (source: string): { readonly more: readonly string[] } => ({ more: [`envFrom: [${source}]`] });
  const named = '{ configMapRef: { name: shared } }';

  it('are those of the containers that refer to it, unless these say otherwise', () => {
    const text = map('KAFKA_A: "1"', 'KAFKA_B: "2"', 'OTHER: x') + resource('Pod', [pair('KAFKA_B', '"3"')], from(named));
    assert.deepEqual(innerTexts(text), ['b=3\na=1\n']);
    const facts = (source: string): readonly string[] =>
      embeddedIn(map('KAFKA_A: "1"') + resource('Pod', [pair('KAFKA_B', '"3"')], from(source))).flatMap(one => [...one.facts]);
    assert.ok(!facts(named).includes('partly-seen'));
    for (const source of [
      '{ secretRef: { name: shared } }',
      '{ configMapRef: { name: other } }',
      `{ prefix: X, configMapRef: { name: shared } }`,
    ])
      assert.ok(facts(source).includes('partly-seen'), source);
    const bare = `${map('KAFKA_A: "1"')}kind: Pod\nspec:\n  containers:\n    - image: apache/kafka\n      envFrom:\n        - configMapRef: { name: shared }\n`;
    assert.deepEqual(innerTexts(bare), ['a=1\n']);
    assert.deepEqual(innerTexts(`kind: ConfigMap\ndata: { KAFKA_A: b }\n---\n${resource('Pod', [pair('KAFKA_B', '"3"')])}`), ['b=3\n']);
  });

  it('are written where they stand, as texts', () => {
    const pod = resource('Pod', [pair('KAFKA_B', '2')], from(named));
    const text = `${map('KAFKA_A: 1 # one', 'KAFKA_C: three')}${pod}`;
    assert.equal(
      rewritten(text, inner => inner.replace('a=1', 'a=true').replace('b=2', 'b=4')),
      text.replace('A: 1', 'A: "true"').replace('value: 2', 'value: "4"'),
    );
    assert.equal(
      rewritten(text, inner => inner.replace('a=1', 'd=1')),
      text.replace('KAFKA_A', 'KAFKA_D'),
    );
    assert.equal(
      rewritten(text, inner => inner.replace('b=2', 'd=2')),
      text.replace('KAFKA_B', 'KAFKA_D'),
    );
    assert.equal(
      rewritten(text, inner => inner.replace('a=1\n', '')),
      text.replace('  KAFKA_A: 1 # one\n', ''),
    );
    assert.doesNotMatch(rewritten(text, inner => inner.replace('b=2\n', '')) ?? 'KAFKA_B', /KAFKA_B/);
    assert.equal(
      rewritten(text, inner => `${inner}d=5\n`),
      text.replace('three\n', 'three\n  KAFKA_D: "5"\n'),
    );
    assert.equal(
      rewritten(text, inner => `${inner}d=a: b\n`),
      text.replace('three\n', 'three\n  KAFKA_D: "a: b"\n'),
    );
    assert.equal(
      rewritten(text, inner => inner.replace('b=2\n', 'b=2\nd=5\n')),
      text.replace('value: 2\n', `value: 2\n${lines(12, [pair('KAFKA_D', '"5"')])}`),
    );
    for (const change of [(inner: string) => inner.replace('a=', 'Upper='), (inner: string) => `${inner}Upper=1\n`])
      assert.equal(rewritten(text, change), undefined);
    assert.equal(embeddedIn(text)[0]?.outerEdits('')?.length, 3);
  });

  it('are mended there by the fixes of findings', () => {
    const text =
      map('KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "true"') +
      resource('StatefulSet', [pair('KAFKA_ZOOKEEPER_CONNECT', 'zoo:2181')], {
        ...{ ...from(named), spec: '  replicas: 3\n' },
        spec: '  replicas: 3\n',
      });
    assert.equal(applyEdits(text, fixAllEdits(analyzeFile('kafka.yaml', text))), text.replace('"true"', '"false"'));
  });
});

describe('writing variables of Kubernetes', () => {
  const block = resource('Pod', [`${pair('KAFKA_A', '1')} # one`, pair('OTHER', 'x'), pair('"KAFKA_B"', "'two'")]);
  const braces = resource('Pod', ['- { name: KAFKA_A, value: "1" } # one', '- {name: KAFKA_B, value: two}']);
  const flow = 'containers: [{ image: apache/kafka, env: [{ name: KAFKA_A, value: "1" }, { name: KAFKA_B, value: two }] }]\n';

  it('replaces values by texts', () => {
    const set = (inner: string): string => inner.replace('a=1', 'a=true').replace('b=two', 'b=3');
    assert.equal(rewritten(block, set), block.replace('value: 1', 'value: "true"').replace("'two'", "'3'"));
    assert.equal(rewritten(braces, set), braces.replace('"1"', '"true"').replace('two', '"3"'));
    assert.equal(rewritten(flow, set), flow.replace('"1"', '"true"').replace('two', '"3"'));
    assert.equal(
      rewritten(resource('Pod', ['- name: KAFKA_A\n  value:']), () => 'a=b\n'),
      resource('Pod', [pair('KAFKA_A', '"b"')]),
    );
  });

  it('writes values where there are none, unless they come from elsewhere', () => {
    const item = (text: string, value: string): string | undefined => rewritten(resource('Pod', [text]), () => `a=${value}\n`);
    const written: readonly (readonly [before: string, after: string])[] = [
      ['- name: KAFKA_A', '- name: KAFKA_A\n  value: "true"'],
      ['- name: "KAFKA_A" # why', '- name: "KAFKA_A" # why\n  value: "true"'],
      ['- { name: KAFKA_A }', '- { name: KAFKA_A, value: "true" }'],
      ['-\n  name: KAFKA_A\n- name: OTHER\n  value: x', '-\n  name: KAFKA_A\n  value: "true"\n- name: OTHER\n  value: x'],
    ];
    for (const [before, after] of written) assert.equal(item(before, 'true'), resource('Pod', [after]), before);
    assert.equal(item('- name: KAFKA_A', '$& "x"'), resource('Pod', ['- name: KAFKA_A\n  value: "$& \\"x\\""']));
    const elsewhere = [
      '- name: KAFKA_A\n  valueFrom: { fieldRef: { fieldPath: a } }',
      '- { name: KAFKA_A, valueFrom: { secretKeyRef: { name: a } } }',
    ];
    for (const text of elsewhere) assert.equal(item(text, 'b'), undefined, text);
  });

  it('renames', () => {
    const rename = (inner: string): string => inner.replace('a=', 'c-d=');
    for (const text of [block, braces, flow]) assert.equal(rewritten(text, rename), text.replace('KAFKA_A', 'KAFKA_C___D'));
    assert.equal(
      rewritten(block, inner => inner.replace('a=', 'Upper=')),
      undefined,
    );
  });

  it('removes whole items', () => {
    const remove = (inner: string): string => inner.replace('a=1\n', '');
    assert.equal(rewritten(block, remove), block.replace(/ *- name: KAFKA_A\n.*\n/, ''));
    assert.equal(rewritten(braces, remove), braces.replace(/ *- \{ name: KAFKA_A.*\n/, ''));
    assert.equal(rewritten(flow, remove), flow.replace('{ name: KAFKA_A, value: "1" }, ', ''));
    const only = resource('Pod', ['- name: KAFKA_A\n  valueFrom:\n    fieldRef:\n      fieldPath: status.podIP']);
    assert.deepEqual(yaml.parse(rewritten(only, () => '') ?? '').problems, []);
    assert.doesNotMatch(rewritten(only, () => '') ?? '', /env|podIP/);
  });

  it('adds items that are laid out like their neighbours', () => {
    const add = (inner: string): string => `${inner}c=false\n`;
    assert.equal(rewritten(block, add), `${block}${lines(12, ['- name: "KAFKA_C"\n  value: \'false\''])}`);
    assert.equal(rewritten(braces, add), `${braces}${lines(12, ['- { name: KAFKA_C, value: "false" }'])}`);
    assert.equal(rewritten(flow, add), flow.replace('value: two }', 'value: two }, { name: KAFKA_C, value: "false" }'));
    const between = (inner: string): string => inner.replace('b=', 'c=3\nb=');
    assert.equal(rewritten(block, between), block.replace(/ # one\n/, ` # one\n${lines(12, ['- name: KAFKA_C\n  value: "3"'])}`));
    assert.equal(
      rewritten(block, inner => `${inner}Upper=1\n`),
      undefined,
    );
    const wide = resource('Pod', ['-   name: KAFKA_A\n    value: |\n      x']);
    assert.equal(rewritten(wide, add), `${wide}${lines(12, ['-   name: KAFKA_C\n    value: "false"'])}`);
    const below = resource('Pod', ['-\n  name: KAFKA_A']);
    assert.equal(rewritten(below, add), `${below}${lines(12, ['- name: KAFKA_C\n  value: "false"'])}`);
    assert.equal(rewritten(block.trimEnd(), add), `${block}${lines(12, ['- name: "KAFKA_C"\n  value: \'false\''])}`.trimEnd());
  });

  it('says again what was written, whatever is changed', () => {
    const key = fc.constantFrom('a', 'a.b', 'c_d', 'e-f', 'g.h.i', 'log.dirs');
    const value = fc.constantFrom('1', 'true', '', 'x y', 'a: b', '#', "it's", '"', 'ü', 'null', '- a', '{', '$(POD_IP):1');
    const pairs = fc.uniqueArray(fc.tuple(key, value), { selector: ([one]) => one, minLength: 1, maxLength: 5 });
    const layout = fc.constantFrom<(name: string, text: string) => string>(
      (name, text) => `- name: ${name}\n  value: ${JSON.stringify(text)}`,
      (name, text) => `- value: '${text.replaceAll("'", "''")}' # note\n  name: ${name}`,
      (name, text) => `- { name: ${name}, value: ${JSON.stringify(text)} }`,
    );
    const read = (text: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        syntaxes.properties
          .parse(text)
          .entries.map(({ path, value: held }) => [path.map(one => (one.kind === 'key' ? one.text : '')).join(''), held]),
      );
    fc.assert(
      fc.property(pairs, pairs, layout, fc.constantFrom('\n', '\r\n'), (before, after, written, lineEnd) => {
        const nameOf = (one: string): string =>
          `KAFKA_${one.replaceAll('_', '__').replaceAll('-', '___').replaceAll('.', '_').toUpperCase()}`;
        const text = resource('Pod', [...before.map(([one, given]) => written(nameOf(one), given)), pair('OTHER', 'x')]).replaceAll(
          '\n',
          lineEnd,
        );
        const empty = syntaxes.properties.parse('');
        const wanted = after
          .map(([one, given]) => applyEdits('', syntaxes.properties.insert(empty, { atEnd: true }, [one], given)))
          .join('');
        const now = rewritten(text, () => wanted);
        assert.ok(now !== undefined);
        assert.deepEqual(read(innerTexts(now)[0] ?? ''), read(wanted), `${text}\nbecame\n${now}`);
        assert.deepEqual(yaml.parse(now).problems, []);
        assert.match(now, /OTHER/);
      }),
      times(300),
    );
  });

  it('is done by the fixes of findings', () => {
    const items = [
      pair('KAFKA_ZOOKEEPER_CONNECT', 'zoo:2181'),
      pair('KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE', '"true"'),
      pair('KAFKA_MIN_INSYNC_REPLICAS', '1'),
    ];
    const text = resource('StatefulSet', items, { image: 'confluentinc/cp-kafka:7.8.0', spec: '  replicas: 3\n' });
    const analysis = analyzeFile('kafka.yaml', text);
    assert.equal(applyEdits(text, fixAllEdits(analysis)), text.replace('"true"', '"false"'));
    for (const diagnosis of analysis.diagnoses) {
      const fixes = fixesOf(diagnosis, analysis);
      assert.ok(fixes.length > 0, diagnosis.rule.id);
      for (const { title, edits } of fixes) {
        const now = applyEdits(text, edits);
        assert.deepEqual(yaml.parse(now).problems, []);
        const left = analyzeFile('kafka.yaml', now).diagnoses.map(({ rule }) => rule.id);
        assert.ok(!left.includes(diagnosis.rule.id), `${title}\n${now}`);
        assert.ok(left.length < analysis.diagnoses.length, `${title}\n${now}`);
      }
    }
  });
});

describe('bad input in resources of Kubernetes', () => {
  it('takes no long time for many documents or many containers', () => {
    const one = resource('Pod', [pair('KAFKA_ZOOKEEPER_CONNECT', 'zoo:2181'), pair('KAFKA_NUM_IO_THREADS', '0')]);
    const start = performance.now();
    const many = analyzeFile('kafka.yaml', Array.from({ length: 200 }, () => one).join('---\n'));
    assert.equal(many.diagnoses.filter(({ rule }) => rule.id === 'invalid-value').length, 200);
    assert.ok(performance.now() - start < 10_000);
  });

  it('reads what is whole of a broken text', () => {
    const good = resource('Pod', [pair('KAFKA_NUM_IO_THREADS', '0')]);
    for (const bad of ['\tkey: x\n', 'a: [\n', 'a: "\n', '&a [*a]\n', 'containers: &c [*c]\n', 'containers: {}\nenv: []\n'])
      assert.ok(
        summaries('kafka.yaml', `${good}---\n${bad}`).some(line => line.includes('invalid-value')),
        bad,
      );
  });
});

describe('a value that an item refers to', () => {
  const item = (name: string, key: string): string =>
    `- name: KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE\n  valueFrom: { configMapKeyRef: { name: ${name}, key: ${key} } }`;
  const map = '---\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  unclean: "true"\n  other: x\n';
  const of = (name: string, key: string): string =>
    resource('Deployment', [item(name, key), pair('KAFKA_DEFAULT_REPLICATION_FACTOR', '"3"')]) + map;

  it('is judged and mended in the ConfigMap of the same text', () => {
    const text = of('settings', 'unclean');
    const analysis = analyzeFile('kafka.yaml', text);
    const [one] = analysis.diagnoses.filter(({ rule }) => rule.id === 'unclean-leader-election');
    assert.equal(one && text.slice(one.span.start, one.span.end), 'true');
    const [fix] = one ? fixesOf(one, analysis) : [];
    assert.equal(fix && applyEdits(text, fix.edits), text.replace('"true"', '"false"'));
    // the item goes with its name, and the value stays for others
    assert.equal(
      rewritten(text, inner => inner.replace(/^unclean.*\n/m, '')),
      text.replace(item('settings', 'unclean').replaceAll('\n', '\n            '), '').replace('            \n', ''),
    );
  });

  it('is not known where nothing of the name is in the text', () => {
    for (const [name, key] of [
      ['others', 'unclean'],
      ['settings', 'none'],
    ] as const) {
      assert.match(innerTexts(of(name, key))[0] ?? '', /^unclean\.leader\.election\.enable=\$\{KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE\}/m);
    }
  });
});
