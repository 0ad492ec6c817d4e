import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { helmValues } from '../../server/src/embedded/helm/values.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const path = 'charts/kafka/values.yaml';

function namesIn(text: string): readonly string[] {
  return helmValues.mayHold(path, text) ? helmValues.embedded(yaml.parse(text), path).map(({ name }) => name) : [];
}

const errorsIn = (text: string): readonly string[] => summaries(path, text).filter(line => line.startsWith('error'));

describe('values of charts', () => {
  it('hand maps to the program of the image beside them', () => {
    const map = (image: string): string =>
      `kafka:\n  image: ${image}\n  configurationOverrides:\n    "unclean.leader.election.enable": "true"\n`;
    assert.deepEqual(errorsIn(map('confluentinc/cp-kafka')), ['error unclean-leader-election true']);
    assert.deepEqual(namesIn(map('nginx')), []);
    assert.deepEqual(namesIn('kafka:\n  configurationOverrides:\n    a: 1\n'), []);
    assert.deepEqual(namesIn('kafka:\n  image: cp-kafka\n  configurationOverrides: {}\n'), []);
  });

  it('say how many brokers there are, and which Kafka by the tag', () => {
    const chart = (brokers: string): string =>
      `image: confluentinc/cp-kafka\nimageTag: 7.4.0\n${brokers}configurationOverrides:\n  num.io.threads: 8\n`;
    const defaults = (text: string): readonly string[] => summaries(path, text).filter(line => line.includes('replication-factor-low'));
    assert.deepEqual(defaults(chart('brokers: 3\n')), ['warning replication-factor-low num.io.threads']);
    assert.deepEqual(defaults(chart('replicaCount: 3\n')), ['warning replication-factor-low num.io.threads']);
    assert.deepEqual(defaults(chart('brokers: many\n')), ['information replication-factor-low num.io.threads']);
    assert.equal(analyzeFile(path, chart('')).version.text, '3.4');
  });

  it('have files of brokers as text, for all nodes and for one kind', () => {
    const line = '    unclean.leader.election.enable=true\n    num.io.threads=8\n';
    assert.deepEqual(errorsIn(`image:\n  repository: bitnami/kafka\n  tag: 3.7.0\nextraConfig: |\n${line}`), [
      'error unclean-leader-election true',
    ]);
    assert.deepEqual(namesIn(`kafka:\n  controller:\n    extraConfig: |\n  ${line}  broker:\n    config: |\n  ${line}`), [
      'kafka.controller.extraConfig',
      'kafka.broker.config',
    ]);
    assert.deepEqual(namesIn(`other:\n  kafka: 1\n  extraConfig: |\n${line}`), []);
    assert.deepEqual(namesIn('image:\n  repository: bitnami/kafka\nextraConfig: a=1\nconfig: {}\n'), []);
  });

  it('are mended where they stand', () => {
    const text =
      'image:\n  repository: bitnami/kafka\nextraConfig: |\n  {{- if .x }}\n  min.insync.replicas=1\n{{- end }}\n  num.io.threads=8\n';
    const analysis = analyzeFile(path, text);
    const found = analysis.diagnoses.find(({ rule }) => rule.id === 'min-insync-replicas-low');
    const [fix] = found ? fixesOf(found, analysis) : [];
    assert.match(fix ? applyEdits(text, fix.edits) : '', /^ {2}min\.insync\.replicas=2$/m);
    assert.match(fix ? applyEdits(text, fix.edits) : '', /^\{\{- end \}\}$/m);
  });
});

describe('templates', () => {
  const template = [
    'kind: ConfigMap',
    'metadata:',
    '  name: {{ include "kafka.name" . }}',
    '  labels:',
    '    {{- include "kafka.labels" . | nindent 4 }}',
    'data:',
    '  server.properties: |',
    '    unclean.leader.election.enable=true',
    '{{- if .Values.authorizer }}',
    '    authorizer.class.name={{ .Values.authorizer }}',
    '{{- end }}',
    '    min.insync.replicas={{ .Values.isr }}',
    '  {{ .Values.name }}.txt: x',
    '',
  ].join('\n');

  it('hide nothing of what is written around them, and say nothing of what they will be', () => {
    const { problems, diagnoses } = analyzeFile('templates/config.yaml', template);
    assert.deepEqual(problems, []);
    const [worst] = diagnoses.filter(({ severity }) => severity === 'error');
    assert.equal(template.slice(worst?.span.start, worst?.span.end), 'true');
    assert.ok(
      !diagnoses.some(({ finding: { at } }) => typeof at === 'object' && 'property' in at && at.property === 'min.insync.replicas'),
    );
  });
});
