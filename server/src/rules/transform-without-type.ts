import { listOf } from '../config/node.js';
import { before } from '../kafka/version.js';
import { defineRule, remove, unsafe } from './rule.js';

export default defineRule({
  id: 'transform-without-type',
  roles: ['connector', 'source-connector', 'sink-connector'],
  reads: ['transforms', 'predicates'],
  severity: 'error',
  messages: {
    missing: '{property} names {alias}, but {key} is not set; Connect does not create the connector.',
  },
  docs: {
    summary: 'A transformation or predicate is named and its class is not',
    why: 'Connect looks for the class of each alias in transforms and predicates under the alias itself. An alias that is spelled differently in the two places has no class, and the connector is refused: it moves no data.',
    remedy: 'Set transforms.<alias>.type or predicates.<alias>.type to the class, or take the alias out of the list.',
    falsePositives: 'none known.',
    references: ['org.apache.kafka.connect.runtime.ConnectorConfig (enrich)', 'https://kafka.apache.org/documentation/#connect_transforms'],
  },
  examples: {
    bad: [
      { role: 'source-connector', settings: 'transforms=route\ntransforms.rout.type=org.apache.kafka.connect.transforms.RegexRouter' },
      { role: 'sink-connector', settings: 'predicates=isTombstone', version: '2.6' },
    ],
    good: [
      { role: 'source-connector', settings: 'transforms=route\ntransforms.route.type=org.apache.kafka.connect.transforms.RegexRouter' },
      { role: 'source-connector', settings: 'transforms=' },
      { role: 'sink-connector', settings: 'predicates=isTombstone', version: '2.5' },
    ],
  },
  *check(config) {
    // predicates are KIP-585
    for (const property of before(config.version, '2.6') ? ['transforms'] : ['transforms', 'predicates']) {
      const at = config.explicit(property);
      for (const alias of new Set(listOf(config, property))) {
        const key = `${property}.${alias}.type`;
        if (!at || config.explicit(key)) continue;
        yield { message: 'missing', at, data: { alias, key }, refusedByKafka: true, fixes: [unsafe(remove(at))] };
      }
    }
  },
});
