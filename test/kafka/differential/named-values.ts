import type { Role } from '../../../server/src/kafka/property.js';
import { oddVersions, ofBrokers, protocolVersions } from './named-values-broker.js';
import { valuesInPrograms } from './programs.js';

/** Values for a key whose text Kafka takes apart, which its type does not tell. */
export interface NamedValues {
  readonly usual: readonly string[];
  readonly edge: readonly string[];
}

const ofClients: Readonly<Record<string, NamedValues>> = {
  'bootstrap.servers': {
    usual: ['127.0.0.1:1', '127.0.0.1:1,127.0.0.1:2', 'localhost:9092'],
    edge: [
      '',
      ' ',
      ',',
      '127.0.0.1:1,',
      '127.0.0.1',
      '127.0.0.1:99999',
      '127.0.0.1:-1',
      '127.0.0.1:x',
      'PLAINTEXT://127.0.0.1:1',
      ':9092',
      '[::1]:9092',
      '127.0.0.1:1,127.0.0.1:1',
      '127.0.0.1:',
      '127.0.0.1 :1',
      '127.0.0.1:1;127.0.0.1:2',
      '::1:9092',
      '127.0.0.1:1,,127.0.0.1:2',
      '127.0.0.1:٣',
    ],
  },
  'auto.offset.reset': {
    usual: ['earliest', 'latest', 'none', 'by_duration:PT6M', 'by_duration:PT30S'],
    edge: [
      'LATEST',
      'Earliest',
      'smallest',
      'largest',
      '',
      ' latest ',
      'by_duration',
      'by_duration:',
      'by_duration:6m',
      'by_duration:PT-5S',
      'by_duration:-PT5S',
      'by_duration:P1D',
      'by_duration:p1dt2h',
      'by_duration:P1W',
      'by_duration:P1M',
      'by_duration:PT0S',
      'BY_DURATION:PT5S',
      'by_duration:PT1.5S',
      'by_duration: PT5S',
      'by_duration:PT',
      'by_duration:P106751991167300DT15H30M7S',
      'by_duration:PT9223372036854775807S',
      'by_duration:PT9223372036854775808S',
      'by_duration:PT٣S',
    ],
  },
  acks: {
    usual: ['all', '-1', '0', '1'],
    edge: ['ALL', 'All', '2', '-2', '', ' all ', '01', '+1', 'all,1', 'none', 'quorum', '"all"', '1.0'],
  },
  'transactional.id': { usual: ['orders-1', 't'], edge: ['', ' ', 'a b', '\u0000'] },
  'group.id': { usual: ['orders', 'g'], edge: ['', ' ', '\t', 'a b'] },
  'group.instance.id': { usual: ['i-1'], edge: ['', ' ', 'a b', '.', '..', 'a/b', 'x'.repeat(249), 'x'.repeat(250), 'ü'] },
  'client.id': { usual: ['c', 'orders'], edge: ['', ' ', 'a b', 'a,b', 'a=b', 'a*b?', '"'] },
  'client.rack': { usual: ['r1'], edge: ['', ' '] },
  'sasl.jaas.config': {
    usual: ['org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p";'],
    edge: ['', 'x', 'org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p"'],
  },
};

const ofTopics: Readonly<Record<string, NamedValues>> = {
  'leader.replication.throttled.replicas': throttled(),
  'follower.replication.throttled.replicas': throttled(),
  'message.format.version': { usual: protocolVersions, edge: oddVersions },
};

function throttled(): NamedValues {
  return {
    usual: ['*', '0:1', '0:1,1:2', ''],
    edge: ['none', 'x', '0', '0:', ':1', '0:1,', '*,*', '0:1:2', '*,0:1', ' * ', '-1:2', '0:a', '0:1 ,1:2', 'NONE', '0:1,0:1'],
  };
}

/** Undefined for keys whose values their type and their validator tell. */
export function namedValues(role: Role, key: string): NamedValues | undefined {
  if (!['broker', 'topic', 'producer', 'consumer', 'admin'].includes(role)) return valuesInPrograms(key) ?? ofClients[key];
  const known = role === 'broker' ? ofBrokers : role === 'topic' ? ofTopics : ofClients;
  return known[key];
}
