import { leaves } from '../../../server/src/carriers/shared/spring-kafka/leaves.js';
import { envFile } from '../../../server/src/embedded/environment/env-file.js';
import { springNames } from '../../../server/src/embedded/environment/spring.js';
import { env } from '../../../server/src/syntax/env.js';
import { textOf } from '../../../server/src/syntax/key-text.js';
import { syntaxOf } from '../../../server/src/syntax/registry.js';
import { randomOf } from '../differential/random.js';
import type { Case, Comparison } from './comparison.js';
import { springBootKafka } from './spring-boot.js';
import { bootVersions } from './spring-boot-versions.js';

function variables(about: string | undefined, boot: string, lines: readonly string[], streams = false): Case {
  const circumstances = { boot, ...(streams ? { streams: 'yes' } : {}) };
  return { path: '.env', text: lines.map(line => `${line}\n`).join(''), circumstances, ...(about === undefined ? {} : { about }) };
}

const one = (about: string, ...lines: readonly string[]): readonly Case[] => bootVersions.map(boot => variables(about, boot, lines));

const cases: readonly Case[] = [
  ...one('keys of leaves with dots and dashes', 'SPRING_KAFKA_PRODUCER_ACKS=1', 'SPRING_KAFKA_CONSUMER_AUTO_OFFSET_RESET=earliest'),
  ...one('without the dashes', 'SPRING_KAFKA_PRODUCER_BATCHSIZE=7', 'SPRING_KAFKA_CONSUMER_ENABLEAUTOCOMMIT=true'),
  ...one('Kafka’s own keys', 'SPRING_KAFKA_PROPERTIES_LINGER_MS=5', 'SPRING_KAFKA_PRODUCER_PROPERTIES_ENABLE_IDEMPOTENCE=false'),
  ...one('small letters', 'spring_kafka_producer_acks=1', 'spring_kafka_producer_batch_size=7'),
  ...one('a mixture of letters', 'spring_kafka_PRODUCER_ACKS=1', 'Spring_Kafka_Producer_Batch_Size=7', 'spring_kafka_producer_BATCHSIZE=8'),
  ...one(
    'the keys themselves',
    'spring.kafka.producer.acks=1',
    'spring.kafka.producer.batch-size=7',
    'spring.kafka.producer.properties.linger.ms=5',
  ),
  ...one(
    'sections',
    'SPRING_KAFKA_LISTENER_ACK_MODE=record',
    'SPRING_KAFKA_RETRY_TOPIC_ATTEMPTS=5',
    'SPRING_KAFKA_TEMPLATE_DEFAULT_TOPIC=t',
  ),
  ...one(
    'security',
    'SPRING_KAFKA_SECURITY_PROTOCOL=SSL',
    'SPRING_KAFKA_PRODUCER_SSL_KEY_PASSWORD=x',
    'SPRING_KAFKA_SSL_TRUST_STORE_TYPE=JKS',
  ),
  ...one(
    'places in lists, which are left alone',
    'SPRING_KAFKA_CONSUMER_GROUP_ID=g',
    'SPRING_KAFKA_BOOTSTRAP_SERVERS_0=a:9092',
    'SPRING_KAFKA_JAAS_ENABLED=false',
  ),
];

const always = leaves.filter(({ lifetime, type, path }) => lifetime === 'always' && type === 'text' && !path.includes('security'));

/** Variables of Spring Boot, by an application with its Kafka part whose environment they are. */
export const springEnvironment: Comparison = {
  name: 'spring-environment',
  cases,
  generate: next => {
    const random = randomOf(next);
    const { path, text, circumstances } = springBootKafka.generate(next);
    const entries = syntaxOf(path, undefined)?.parse(text).entries ?? [];
    const lines = entries.flatMap(({ path: steps, value }) => {
      const key = steps.map(textOf).join('.');
      const name = random.chance(0.1) ? key : springNames.variableOf(random.chance(0.2) ? key.replaceAll('-', '') : key);
      return key.startsWith('spring.kafka.') && /^[\w.-]+$/.test(name) && /^[\w.:/-]{1,60}$/.test(value) ? [`${name}=${value}`] : [];
    });
    lines.push(`SPRING_KAFKA_${random.pick(always).path.join('_').replaceAll('-', '_').toUpperCase()}=a`);
    if (circumstances?.streams !== undefined) lines.push('SPRING_KAFKA_STREAMS_APPLICATION_ID=orders');
    // of two spellings of one key the application takes either
    const byKey = new Map(
      lines.map(line => [
        line
          .replace(/=.*/, '')
          .replace(/[^a-z0-9]/gi, '')
          .toLowerCase(),
        line,
      ]),
    );
    return variables(undefined, circumstances?.boot ?? '', [...byKey.values()], circumstances?.streams !== undefined);
  },
  start: async () => {
    const spring = await springBootKafka.start();
    return {
      ask: ({ text, circumstances }) =>
        spring.ask({ path: 'application.properties', text: '', circumstances: { ...circumstances, environment: text } }),
      stop: () => spring.stop(),
    };
  },
  resolve: file => springBootKafka.resolve(asRead(file)),
  deliberate: (file, key, ...values) =>
    key.endsWith('servers') && /_\d+=/.test(file.text)
      ? 'a place in a list is left alone, as a list of several variables is one value'
      : springBootKafka.deliberate(asRead(file), key, ...values),
};

/** The file that Ackguard makes of the variables. */
function asRead({ text, ...file }: Case): Case {
  const [embedded] = envFile.embedded(env.parse(text), '.env');
  return { ...file, path: 'application.properties', text: embedded?.document.text ?? '' };
}
