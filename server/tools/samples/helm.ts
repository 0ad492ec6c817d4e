import { embeddedSamplesOf } from './sample.js';

const map = 'image: apache/kafka\nconfigurationOverrides:\n  "num.network.threads": 3\n  "num.io.threads": 8\n';

export const helmSamples = embeddedSamplesOf('helm-values', [['plain', 'broker', 'charts/kafka/values.yaml', map]]);
