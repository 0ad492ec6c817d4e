import type { Case } from './comparison.js';
import { ofStreams } from './spring-cloud-stream-case.js';

/** Files of applications with a function of Kafka Streams, each with one thing to show. */
export const streamsCases: readonly Case[] = [
  ofStreams('Streams: acks of the binder', ['kafka.streams.binder.requiredAcks=1']),
  ofStreams('Streams: the binder’s configuration', [
    'kafka.streams.binder.configuration.acks=1',
    'kafka.streams.binder.configuration.producer.acks=0',
    'kafka.streams.binder.configuration.commit.interval.ms=100',
    'kafka.streams.binder.configuration.processing.guarantee=at_least_once',
    'kafka.streams.binder.replicationFactor=3',
  ]),
  ofStreams(
    'Streams: keys of Spring Boot',
    ['kafka.streams.binder.brokers=kafka1'],
    [
      'spring.kafka.producer.acks=1\n',
      'spring.kafka.consumer.auto-offset-reset=latest\n',
      'spring.kafka.streams.replication-factor=2\n',
      'spring.kafka.streams.properties.num.standby.replicas=1\n',
    ].join(''),
  ),
  ofStreams(
    'Streams: exactly once, and acks of Spring Boot',
    ['kafka.streams.binder.configuration.processing.guarantee=exactly_once_v2'],
    'spring.kafka.producer.acks=1\n',
  ),
  ofStreams('Streams: a function and its binding', [
    'kafka.streams.binder.functions.process.configuration.num.stream.threads=2',
    'kafka.streams.binder.functions.process.configuration.commit.interval.ms=50',
    'kafka.streams.bindings.process-in-0.consumer.configuration.commit.interval.ms=60',
    'kafka.streams.default.consumer.configuration.max.poll.records=5',
    'kafka.streams.bindings.process-out-0.producer.configuration.acks=1',
    'bindings.process-in-0.consumer.concurrency=4',
  ]),
  ofStreams('Streams: bad records', ['kafka.streams.binder.deserializationExceptionHandler=logAndContinue']),
  ofStreams('Streams: bad records of a binding', [
    'kafka.streams.binder.deserializationExceptionHandler=logAndContinue',
    'kafka.streams.bindings.process-in-0.consumer.deserialization-exception-handler=logAndFail',
  ]),
  ofStreams('Streams: bad records are dead letters', [
    'kafka.streams.binder.deserializationExceptionHandler=sendToDlq',
    'kafka.streams.binder.requiredAcks=1',
  ]),
  ofStreams('Streams: bad records that nobody skips', ['kafka.streams.binder.deserializationExceptionHandler=skipAndContinue']),
  ofStreams('Streams: bad records of a binding are skipped', [
    'kafka.streams.bindings.process-in-0.consumer.deserializationExceptionHandler=skipAndContinue',
  ]),
  ofStreams('Streams: dead letters that a binding turns off', [
    'kafka.streams.default.consumer.enable-dlq=true',
    'kafka.streams.bindings.process-in-0.consumer.enable-dlq=false',
  ]),
  ofStreams(
    'Streams: dead letters as they came',
    [
      'kafka.streams.bindings.process-in-0.consumer.enableDlq=true',
      'kafka.streams.binder.producer-properties.value.serializer=org.apache.kafka.common.serialization.LongSerializer',
    ],
    [
      'spring.kafka.producer.key-serializer=org.apache.kafka.common.serialization.LongSerializer\n',
      'spring.kafka.producer.compression-type=lz4\n',
    ].join(''),
  ),
  ofStreams(
    'Streams: a prefix in the binder’s configuration, and Spring Boot',
    ['kafka.streams.binder.configuration.consumer.auto.offset.reset=latest'],
    'spring.kafka.consumer.auto-offset-reset=earliest\n',
  ),
  ofStreams('Streams: dead letters of a binding', [
    'kafka.streams.bindings.process-in-0.consumer.enableDlq=true',
    'kafka.streams.bindings.process-in-0.consumer.dlqProducerProperties.configuration.retries=9',
    'kafka.streams.binder.producer-properties.acks=1',
  ]),
  ofStreams('Streams: consumers and producers of the binder', [
    'kafka.streams.binder.consumer-properties.auto.offset.reset=latest',
    'kafka.streams.binder.producerProperties.acks=1',
    'kafka.streams.binder.producer-properties.producer.retries=2',
  ]),
  ofStreams('Streams: a binder of its own', [
    'binders.own.type=kstream',
    'binders.own.environment.spring.cloud.stream.kafka.streams.binder.configuration.commit.interval.ms=9',
    'binders.own.environment.spring.cloud.stream.kafka.streams.binder.producer-properties.acks=1',
    'bindings.process-in-0.binder=own',
    'bindings.process-out-0.binder=own',
    'kafka.streams.binder.configuration.commit.interval.ms=8',
  ]),
  ofStreams('Streams beside keys of the other binder', [
    'kafka.streams.bindings.process-in-0.consumer.enableDlq=false',
    'kafka.binder.required-acks=1',
    'kafka.binder.configuration.acks=1',
    'kafka.bindings.process-in-0.consumer.configuration.max.poll.records=3',
  ]),
];
