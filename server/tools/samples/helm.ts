import { embeddedSamplesOf } from './sample.js';

const path = 'charts/kafka/values.yaml';
const settings = '  "num.network.threads": 3\n  "num.io.threads": 8\n';
// how many nodes there are is not known
const bitnami = 'image:\n  repository: bitnami/kafka\n';
const nodes = 'controller:\n  replicaCount: "{{ .Values.nodes }}"\n';

export const helmSamples = embeddedSamplesOf('helm-values', [
  ['plain', 'broker', path, `image: apache/kafka\nbrokers: "{{ .Values.nodes }}"\nconfigurationOverrides:\n${settings}`],
  ['plain', 'broker', path, `${bitnami}${nodes}overrideConfiguration:\n${settings}`],
  ['plain', 'broker', path, `${bitnami}${nodes}extraConfig: |\n  num.network.threads=3\n  num.io.threads=8\n`],
]);
