import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';

/** What is said of the text, at which words, and the text after all first fixes. */
function told(path: string, text: string): readonly [said: readonly string[], mended: string] {
  const analysis = analyzeFile(path, text);
  const explicit = analysis.diagnoses.filter(({ finding }) => finding.at !== 'absent');
  const fixes = explicit.flatMap(diagnosis => fixesOf(diagnosis, analysis)[0]?.edits ?? []);
  return [explicit.map(({ rule, span }) => `${rule.id} ${text.slice(span.start, span.end)}`), applyEdits(text, fixes)];
}

const indented = (text: string, indent: string): string => text.replace(/^(?=.)/gm, indent);

const values = `image:
  repository: bitnami/kafka
  tag: 3.6.1
controller:
  replicaCount: 3
extraConfig: |
  default.replication.factor=3
  unclean.leader.election.enable=true
`;

describe('a text in a text', () => {
  it('is the values of a chart in a resource of Argo CD', () => {
    const text = `kind: Application\nspec:\n  source:\n    helm:\n      values: |\n${indented(values, '        ')}`;
    assert.deepEqual(told('application.yaml', text), [['unclean-leader-election true'], text.replace('=true', '=false')]);
    const inner = analyzeFile('application.yaml', text).embedded[1] ?? assert.fail();
    assert.equal(inner.name, 'spec.source.helm.values, extraConfig');
    assert.equal(inner.innerOffset(text.indexOf('unclean')), 'default.replication.factor=3\n'.length);
    assert.equal(inner.innerOffset(text.indexOf('image')), undefined);
    assert.equal(inner.innerOffset(0), undefined);
  });

  it('is the values of a release in Terraform', () => {
    const text = `resource "helm_release" "kafka" {\n  values = [<<-EOF\n${indented(values, '    ')}  EOF\n  ]\n}\n`;
    assert.deepEqual(told('main.tf', text), [['unclean-leader-election true'], text.replace('=true', '=false')]);
  });

  it('is a compose file in a ConfigMap, with keys that are written as it writes them', () => {
    const compose = `services:\n  kafka:\n    image: confluentinc/cp-kafka:7.5.0\n    environment:\n      KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "true"\n`;
    const text = `kind: ConfigMap\ndata:\n  docker-compose.yml: |\n${indented(compose, '    ')}`;
    assert.deepEqual(told('map.yaml', text), [['unclean-leader-election "true"'], text.replace('"true"', '"false"')]);
  });

  it('is read to a depth that people write', () => {
    const map = (inner: string): string => `kind: ConfigMap\ndata:\n  map.yaml: |\n${indented(inner, '    ')}`;
    const file = 'data:\n  producer.properties: |\n    acks=1\n    retries=5\n';
    const isRead = (text: string): boolean => analyzeFile('map.yaml', text).carried.length > 0;
    assert.equal(isRead(file), true);
    assert.equal(isRead(map(map(file))), true);
    assert.equal(isRead(map(map(map(file)))), false);
  });
});
