import assert from 'node:assert/strict';
import { namedFiles } from '../../server/src/embedded/files/named-files.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { summaries } from '../support/check.js';

function namesIn(text: string): readonly string[] {
  return namedFiles.mayHold('x.yaml', text) ? namedFiles.embedded(yaml.parse(text), 'x.yaml').map(({ name }) => name) : [];
}

describe('files inside of YAML', () => {
  it('stand under their names, as several lines', () => {
    const text =
      'data:\n  server.properties: |\n    a=1\n  application.yml: "a: 1\\n"\n  one.properties: a=1\n  notes.md: |\n    a=1\n  - 1\n';
    assert.deepEqual(namesIn(text), ['data.server.properties', 'data.application.yml']);
    assert.deepEqual(namesIn('files:\n- |\n  a=1\n'), []);
  });

  it('are read by their own syntax', () => {
    const text =
      'data:\n  orders.json: |\n    {"name": "a", "config": {"connector.class": "x.OrdersSink", "topics": "a", "errors.tolerance": "all"}}\n';
    assert.deepEqual(summaries('map.yaml', text), ['warning errors-tolerated-without-dead-letter-queue "all"']);
  });
});
