import type { Case } from './comparison.js';
import { stream, yaml } from './spring-cloud-stream-case.js';
import { streamsCases } from './spring-cloud-stream-cases-streams.js';
import {
  bracketed,
  deadLettersOfProfiles,
  ordinary,
  profiles,
  severalBinders,
  transactionsOfProfile,
} from './spring-cloud-stream-texts.js';

const output = 'bindings.orders-out-0.destination=orders';
const input = 'bindings.orders-in-0.group=billing';

/** Files that each show one thing; what they have in common is tried by the generated ones. */
export const cases: readonly Case[] = [
  yaml('an ordinary file', ordinary),
  ...[undefined, 'eu', 'us'].map(profile =>
    yaml(
      `profiles, ${profile ?? 'none'} active`,
      profiles,
      profile === undefined ? {} : { profiles: profile, scope: `profile ${profile}` },
    ),
  ),
  yaml('several binders', severalBinders),
  yaml(
    'several binders, one without the environment',
    severalBinders.replace('      environment:', '      inherit-environment: false\n      environment:'),
  ),
  stream('acks of the binder alone', ['kafka.binder.required-acks=1', output]),
  stream('acks of the binder in camelCase', ['kafka.binder.requiredAcks=0', output]),
  stream('acks of the binder that are refused', ['kafka.binder.required-acks=2', output]),
  stream('acks of Spring Boot over those of the binder', ['kafka.binder.required-acks=all', output], 'spring.kafka.producer.acks=1\n'),
  stream('acks of a map of Spring Boot', [output], 'spring.kafka.producer.properties.acks=1\nspring.kafka.producer.retries=4\n'),
  stream('the binder’s configuration over Spring Boot', ['kafka.binder.configuration.acks=1', output], 'spring.kafka.producer.acks=all\n'),
  stream('the binder’s producers over its configuration', [
    'kafka.binder.configuration.acks=1',
    'kafka.binder.producer-properties.acks=all',
    output,
  ]),
  stream('a binding over the binder', [
    'kafka.binder.producerProperties.acks=all',
    'kafka.bindings.orders-out-0.producer.configuration.acks=1',
    output,
  ]),
  stream('a key of the other client in the binder’s configuration', [
    'kafka.binder.configuration.enable.auto.commit=true',
    'kafka.binder.configuration.acks=0',
    'kafka.binder.configuration.auto.offset.reset=latest',
    output,
    input,
  ]),
  stream('defaults of all bindings', [
    'kafka.default.producer.configuration.acks=1',
    'kafka.default.producer.configuration.retries=3',
    'kafka.bindings.orders-out-0.producer.configuration.retries=5',
    'kafka.default.consumer.startOffset=latest',
    output,
    input,
  ]),
  stream('a group for all bindings', [
    'default.group=all',
    'default.consumer.max-attempts=1',
    'kafka.binder.brokers=kafka1',
    'bindings.orders-in-0.destination=orders',
  ]),
  stream('no group', ['bindings.orders-in-0.destination=orders', 'kafka.binder.brokers=kafka1']),
  stream('no group, and an offset to start from', [
    'bindings.orders-in-0.destination=orders',
    'kafka.bindings.orders-in-0.consumer.start-offset=earliest',
  ]),
  stream('no group, and one of Spring Boot', ['bindings.orders-in-0.destination=orders'], 'spring.kafka.consumer.group-id=billing\n'),
  stream('a group, and an offset to start from', [input, 'kafka.bindings.orders-in-0.consumer.startOffset=latest']),
  stream(
    'offsets of Spring Boot',
    [input],
    'spring.kafka.consumer.auto-offset-reset=latest\nspring.kafka.consumer.isolation-level=read-committed\n',
  ),
  stream(
    'an offset to start from over Spring Boot and the binding',
    [
      input,
      'kafka.bindings.orders-in-0.consumer.startOffset=earliest',
      'kafka.bindings.orders-in-0.consumer.configuration.auto.offset.reset=none',
    ],
    'spring.kafka.consumer.auto-offset-reset=latest\n',
  ),
  stream('automatic commits of Spring Boot', [input], 'spring.kafka.consumer.enable-auto-commit=true\n'),
  stream('automatic commits of the binder', [input, 'kafka.binder.consumer-properties.enable.auto.commit=TRUE']),
  stream('automatic commits of a binding', [input, 'kafka.bindings.orders-in-0.consumer.configuration.enable.auto.commit=true']),
  stream('a group in the configuration of a binding', [input, 'kafka.bindings.orders-in-0.consumer.configuration.group.id=other']),
  stream('dead letters', [
    input,
    'kafka.bindings.orders-in-0.consumer.enableDlq=true',
    'kafka.bindings.orders-in-0.consumer.dlqProducerProperties.configuration.acks=1',
    'kafka.bindings.orders-in-0.consumer.dlqProducerProperties.batchTimeout=4',
    'kafka.default.producer.configuration.retries=3',
  ]),
  stream('dead letters with the binder’s acks', [input, 'kafka.default.consumer.enable-dlq=true', 'kafka.binder.required-acks=1']),
  stream('dead letters without a group', ['bindings.orders-in-0.destination=x', 'kafka.bindings.orders-in-0.consumer.enableDlq=true']),
  stream('settings for dead letters that nobody sends', [
    input,
    'kafka.bindings.orders-in-0.consumer.dlqProducerProperties.configuration.acks=1',
  ]),
  stream('transactions', [
    'kafka.binder.transaction.transaction-id-prefix=tx-',
    'kafka.binder.transaction.producer.configuration.retries=8',
    'kafka.binder.transaction.producer.compression-type=lz4',
    'kafka.bindings.orders-out-0.producer.configuration.acks=1',
    output,
  ]),
  stream('transactions that are refused', ['kafka.binder.transaction.transactionIdPrefix=tx-', 'kafka.binder.required-acks=1', output]),
  stream('transactions and dead letters', [
    'kafka.binder.transaction.transaction-id-prefix=tx-',
    'kafka.bindings.orders-in-0.consumer.enableDlq=true',
    'kafka.bindings.orders-in-0.consumer.dlqProducerProperties.configuration.retries=1',
    input,
  ]),
  yaml('transactions in one profile', transactionsOfProfile, { profiles: 'eu', scope: 'profile eu' }),
  yaml('transactions in another profile', transactionsOfProfile, { profiles: 'us', scope: 'profile us' }),
  yaml('dead letters of profiles', deadLettersOfProfiles, { profiles: 'eu', scope: 'profile eu' }),
  yaml('dead letters of another profile', deadLettersOfProfiles, { profiles: 'us', scope: 'profile us' }),
  stream('settings for transactions without a prefix', ['kafka.binder.transaction.producer.configuration.acks=1', output]),
  stream('keys of a binding’s own', [
    'kafka.bindings.orders-out-0.producer.compressionType=zstd',
    'kafka.bindings.orders-out-0.producer.batch-timeout=10',
    'kafka.bindings.orders-out-0.producer.bufferSize=32768',
    'kafka.bindings.orders-out-0.producer.sync=true',
    output,
  ]),
  stream(
    'keys of a binding’s own that lose',
    [
      'kafka.bindings.orders-out-0.producer.compressionType=zstd',
      'kafka.bindings.orders-out-0.producer.bufferSize=32768',
      'kafka.bindings.orders-out-0.producer.batchTimeout=1',
      'kafka.binder.configuration.linger.ms=6',
      'kafka.binder.producer-properties.batch.size=100',
      output,
    ],
    'spring.kafka.producer.compression-type=lz4\n',
  ),
  stream('a compression that the binder does not know', ['kafka.bindings.orders-out-0.producer.compressionType=brotli', output]),
  stream('an address in a binding', ['kafka.bindings.orders-out-0.producer.configuration.bootstrap.servers=k:9092', output]),
  stream('names in another case', [
    'bindings.orders-out-0.destination=orders',
    'kafka.bindings.Orders-Out-0.producer.configuration.acks=1',
    'bindings.orders-in-0.destination=x',
    'bindings.Orders-In-0.group=billing',
  ]),
  stream('binders without a default', ['binders.a.type=kafka', 'binders.b.type=kafka', output]),
  stream('how often a failed record comes again', [
    input,
    'bindings.orders-in-0.consumer.maxAttempts=1',
    'kafka.bindings.orders-in-0.consumer.autoCommitOnError=true',
    'kafka.bindings.orders-in-0.consumer.resetOffsets=true',
  ]),
  {
    ...stream('names of the application’s own', [
      'bindings.audit.group=billing',
      'kafka.bindings.audit.consumer.configuration.max.poll.records=3',
      'bindings.sink.producer.error-channel-enabled=true',
      'kafka.bindings.sink.producer.configuration.acks=1',
    ]),
    circumstances: { inputs: 'audit', outputs: 'sink' },
  },
  {
    ...stream('the names that bindings had once', [
      'bindings.input.destination=orders',
      'kafka.bindings.input.consumer.startOffset=latest',
      'bindings.output.destination=orders',
      'kafka.bindings.output.producer.sync=true',
    ]),
    circumstances: { inputs: 'input', outputs: 'output' },
  },
  yaml('names in brackets', bracketed, { inputs: 'orders.in', outputs: 'orders.out' }),
  stream('a list of addresses', ['kafka.binder.brokers[0]=kafka1', 'kafka.binder.brokers[1]=kafka2:9093', output, input]),
  stream('the address by default', ['kafka.binder.brokers=localhost', output, input]),
  stream(
    'the address by default, and one of Spring Boot',
    ['kafka.binder.brokers=localhost', output, input],
    'spring.kafka.bootstrap-servers=kafka1:9092\n',
  ),
  stream('addresses of Spring Boot', ['kafka.binder.required-acks=all', output, input], 'spring.kafka.bootstrap-servers=kafka1:9092\n'),
  stream(
    'addresses of Spring Boot and of the binder',
    ['kafka.binder.brokers=kafka2', output, input],
    'spring.kafka.bootstrap-servers=kafka1:9092\nspring.kafka.producer.bootstrap-servers=kafka3:9092\n',
  ),
  stream(
    'batches, and a mode of Spring Boot',
    [input, 'bindings.orders-in-0.consumer.batch-mode=true', 'kafka.default.consumer.ack-mode=record'],
    'spring.kafka.listener.ack-mode=record',
  ),
  stream('batches', [input, 'bindings.orders-in-0.consumer.batch-mode=true', 'kafka.bindings.orders-in-0.consumer.ackMode=RECORD']),
  stream('the listeners of Spring Boot', [input], 'spring.kafka.listener.ack-mode=record\n'),
  stream(
    'the listeners of Spring Boot, and a binding',
    [input, 'kafka.bindings.orders-in-0.consumer.ack-mode=manual'],
    'spring.kafka.listener.ack-mode=record\n',
  ),
  stream('keys of older binders', [
    input,
    'kafka.bindings.orders-in-0.consumer.autoCommitOffset=false',
    'kafka.bindings.orders-in-0.consumer.ackEachRecord=true',
    'kafka.binder.zkNodes=zk',
  ]),
  stream('a value with a placeholder', ['kafka.binder.required-acks=${NOBODY_SETS_THIS:1}', output]),
  ...streamsCases,
];
