import type { Role } from '../../src/kafka/property.js';
import { samplesOf, type Sample } from './sample.js';

const scope = 'messaging.kafka';

function application(role: Role, keys: readonly string[]): readonly Sample[] {
  const yaml = keys.map(key => `    ${key}: com.example.Orders\n`).join('');
  const json = keys.map(key => `,\n      "${key}": "com.example.Orders"`).join('');
  const properties = keys.map(key => `${scope}.${key}=com.example.Orders\n`).join('');
  return samplesOf('generic', [
    [role, 'config/orders.yaml', `messaging:\n  kafka:\n    bootstrap.servers: kafka1:9092\n${yaml}`, scope],
    [
      role,
      'config/orders.json',
      `{\n  "messaging": {\n    "kafka": {\n      "bootstrap.servers": "kafka1:9092"${json}\n    }\n  }\n}\n`,
      scope,
    ],
    [role, 'config/orders.properties', `${scope}.bootstrap.servers=kafka1:9092\n${properties}`, scope],
  ]);
}

export const genericSamples = [
  ...application('producer', ['key.serializer', 'value.serializer']),
  ...application('consumer', ['key.deserializer', 'value.deserializer']),
];
