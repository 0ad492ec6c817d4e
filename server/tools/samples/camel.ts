import type { Role } from '../../src/kafka/property.js';
import { samplesOf, type Sample } from './sample.js';

function component(role: Role, option: string): readonly Sample[] {
  const key = 'camel.component.kafka.';
  return samplesOf('camel', [
    [role, 'application.properties', `${key}brokers=kafka1:9092\n${key}${option}=com.example.Orders\n`],
    [role, 'application.yaml', `camel:\n  component:\n    kafka:\n      brokers: kafka1:9092\n      ${option}: com.example.Orders\n`],
  ]);
}

export const camelSamples = [...component('producer', 'value-serializer'), ...component('consumer', 'value-deserializer')];
