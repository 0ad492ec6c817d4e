import { embeddedSamplesOf } from './sample.js';

const map = (file: string, lines: readonly string[]): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kafka\ndata:\n  ${file}: |\n${lines.map(line => `    ${line}\n`).join('')}`;
const application = ['spring:', '  kafka:', '    producer:', '      client-id: orders'];
const connector = ['{', '  "name": "orders",', '  "config": {', '    "connector.class": "com.example.OrdersSink"', '  }', '}'];

export const namedFilesSamples = embeddedSamplesOf('named-files', [
  ['plain', 'broker', 'config-map.yaml', map('server.properties', ['num.network.threads=3', 'num.io.threads=8'])],
  ['spring-boot', 'producer', 'config-map.yaml', map('application.yml', application)],
  ['connector', 'sink-connector', 'config-map.yaml', map('orders.json', connector)],
]);
