import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findProperty } from '../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../server/src/kafka/property.js';
import { violationOf } from '../../server/src/kafka/value.js';
import { parseVersion } from '../../server/src/kafka/version.js';

/**
 * What ProducerConfig, ConsumerConfig, KafkaConfig.fromProps and LogConfig.validate of Kafka 2.8.2, 3.9.2 and 4.3.1 answered when
 * one key was set to one value, and KafkaProducer of 2.8.2 for compression.type, which its ProducerConfig does not check. Refusals
 * because of another key (`node.id` and `broker.id`) were left out.
 * Columns: version, role, key, accepted values, refused values.
 */
const recorded = readFileSync(new URL('../../../test/kafka-model/recorded-answers.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

describe('values compared with what real Kafka answered', () => {
  for (const version of ['2.8.2', '3.9.2', '4.3.1']) {
    it(`agrees with Kafka ${version} on every recorded value`, () => {
      const known = parseVersion(version);
      assert.ok(known);
      let compared = 0;
      for (const line of recorded.filter(one => one.startsWith(`${version}\t`))) {
        const [, role = '', key = '', accepted = '[]', refused = '[]'] = line.split('\t');
        const property = findProperty(role as Role, key);
        assert.ok(property, `${role} ${key}`);
        for (const value of JSON.parse(accepted) as string[]) {
          assert.equal(violationOf(property, value, known), undefined, `${role} ${key}=${value} is accepted`);
          compared++;
        }
        for (const value of JSON.parse(refused) as string[]) {
          const violation = violationOf(property, value, known);
          assert.ok(violation, `${role} ${key}=${value} is refused`);
          if (violation.nearest !== undefined)
            assert.equal(violationOf(property, violation.nearest, known), undefined, `${key}=${violation.nearest}`);
          compared++;
        }
      }
      assert.ok(compared > 1000, `${String(compared)} values compared`);
    });
  }
});
