import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { jsonObjectsIn } from '../../server/src/embedded/files/json-parts.js';
import { namedFiles } from '../../server/src/embedded/files/named-files.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { analyzeFile, summaries } from '../support/check.js';

function namesIn(text: string): readonly string[] {
  return namedFiles.mayHold('x.yaml', text) ? namedFiles.embedded(yaml.parse(text), 'x.yaml').map(({ name }) => name) : [];
}

describe('files inside of YAML and JSON', () => {
  it('stand under their names, as several lines', () => {
    const text =
      'data:\n  server.properties: |\n    a=1\n  application.yml: "a: 1\\n"\n  one.properties: a=1\n  notes.md: |\n    a=1\n  - 1\n';
    assert.deepEqual(namesIn(text), ['data.server.properties', 'data.application.yml']);
    assert.deepEqual(namesIn('files:\n- |\n  a=1\n'), []);
    assert.deepEqual(namesIn('- |\n  a=1\n- connector.class: a\n- - |\n    a: 1\n'), []);
  });

  it('are read by their own syntax', () => {
    const text =
      'data:\n  orders.json: |\n    {"name": "a", "config": {"connector.class": "x.OrdersSink", "topics": "a", "errors.tolerance": "all"}}\n';
    assert.deepEqual(summaries('map.yaml', text), ['warning errors-tolerated-without-dead-letter-queue "all"']);
  });

  it('may stand in JSON', () => {
    const text = JSON.stringify({ data: { 'server.properties': 'min.insync.replicas=2\nunclean.leader.election.enable=true\n' } });
    const [fault] = analyzeFile('map.json', text).diagnoses.filter(({ rule }) => rule.id === 'unclean-leader-election');
    assert.equal(fault && text.slice(fault.span.start, fault.span.end), 'true');
  });

  it('are the JSON of connectors in a script that sends it', () => {
    const text = `services:
  setup:
    command:
      - |
        wait_for() { until curl -s "http://connect:8083" ; do sleep 1; done }
        curl -X PUT http://connect:8083/connectors/a/config -d '{
          "connector.class": "x.OrdersSource",
          "producer.override.acks": "1"
        }'
        curl -X POST http://connect:8083/connectors -d '{"name": "b", "config": {"connector.class": "x.OrdersSink",
          "topics": "a", "consumer.override.isolation.level": "read_uncommitted"}}'
        curl -d '{"other": 1}'
`;
    const analysis = analyzeFile('compose.yml', text);
    assert.deepEqual(
      analysis.carried.map(({ recognition }) => recognition.roles[0]),
      ['source-connector', 'sink-connector'],
    );
    const [one] = analysis.diagnoses;
    assert.equal(one?.rule.id, 'acks-leader-only');
    const [fix] = fixesOf(one, analysis);
    assert.equal(fix && applyEdits(text, fix.edits), text.replace('"1"', '"all"'));
  });
});

describe('JSON objects in a text', () => {
  const found = (text: string): readonly string[] => jsonObjectsIn(text).map(span => slice(text, span));

  it('are the outermost ones', () => {
    assert.deepEqual(found('x {"a": {"b": 1}} {}'), ['{"a": {"b": 1}}', '{}']);
    assert.deepEqual(found('f() { echo {"a": 1} {\n"b": {}}; }'), ['{"a": 1}', '{\n"b": {}}']);
  });

  it('may have any sign in their strings', () => {
    assert.deepEqual(found(String.raw`{"a": "}\"{"}`), [String.raw`{"a": "}\"{"}`]);
    assert.deepEqual(found('say "it" {"a": 1}'), ['{"a": 1}']);
  });

  it('are none where they do not end, or no brace opens them', () => {
    assert.deepEqual(found('{"a": 1'), []);
    assert.deepEqual(found('} {a} ${X} {"a": "1}'), []);
  });
});
