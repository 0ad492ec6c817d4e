import { recordedValidity } from './catalogue/catalogue.js';
import type { Property, Role, Validity } from './property.js';
import type { KafkaVersion } from './version.js';

/**
 * Checks of a single value that Kafka makes after ConfigDef, so that the catalogue cannot know them.
 * Source: `kafka.server.KafkaConfig.validateValues` and `logRetentionTimeMillis` (2.8.2, 3.9.2, 4.3.1, asked for each):
 * a retention below zero means without limit, zero is refused.
 */
const checkedAtStart: Readonly<Partial<Record<Role, Readonly<Record<string, Validity>>>>> = {
  broker: {
    'log.retention.ms': { kind: 'range', except: [0] },
    'log.retention.minutes': { kind: 'range', except: [0] },
    'log.retention.hours': { kind: 'range', except: [0] },
    'log.roll.ms': { kind: 'range', min: 1 },
    'log.roll.jitter.ms': { kind: 'range', min: 0 },
    // org.apache.kafka.common.record.CompressionType.forId
    'offsets.topic.compression.codec': { kind: 'range', min: 0, max: 4 },
    'share.coordinator.state.topic.compression.codec': { kind: 'range', min: 0, max: 4 },
  },
};

/** What a Kafka of this version accepts for the property, apart from its type; undefined where it checks nothing else. */
export function validityIn(property: Property, version: KafkaVersion): Validity | undefined {
  const checks = checkedAtStart[property.role];
  return checks && Object.hasOwn(checks, property.name) ? checks[property.name] : recordedValidity(property, version);
}
