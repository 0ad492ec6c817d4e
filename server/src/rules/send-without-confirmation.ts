import type { EffectiveConfig } from '../config/effective.js';
import { defineRule, set, unsafeBut, type Finding } from './rule.js';

const waits = 'smallrye:waitForWriteCompletion';
const sync = 'scs:producer.sync';
const errorChannel = 'scs:producer.error-channel-enabled';
const errorHandler = 'scs:binding.error-handler-definition';
const reports = 'dotnet:EnableDeliveryReports';

export default defineRule({
  id: 'send-without-confirmation',
  roles: ['producer', 'librdkafka-producer'],
  reads: [sync, errorChannel, waits, reports],
  severity: 'warning',
  messages: {
    logged:
      '{property}={value}: the application goes on before Kafka has confirmed a record, and nobody is told of a send that fails later. It is a line in the log, and the record is lost.',
    byDefault:
      'Neither sync nor error-channel-enabled is set: the application goes on before Kafka has confirmed a record, and nobody is told of a send that fails later. It is a line in the log, and the record is lost.',
    unlimited:
      '{property}={value}: the channel takes the next message before Kafka has confirmed this one, so max-inflight-messages limits nothing. Whoever sends without waiting for the result has many messages in memory that are lost with the process.',
    unreported:
      '{property}={value}: the producer calls nobody when it gives a record up, and ProduceAsync is done before anything is sent. The application takes every record for delivered.',
    eachWaits: 'each send waits for the broker then, which takes longer',
    mustListen: 'the application must subscribe to the error channel and send again, or keep, what arrives there',
    mustCheck: 'the application must look at the result of ProduceAsync, or at the error in the delivery handler',
    limited: 'senders wait when too many messages are not confirmed',
  },
  docs: {
    summary: 'The application does not learn that a record could not be sent',
    why:
      'Kafka’s producer collects records and sends them a moment later; it says in a callback whether that worked. Who does not look there takes every record for sent: when brokers are away for longer than delivery.timeout.ms, or refuse a record, it is gone, whatever acks says. ' +
      'Bindings of Spring Cloud Stream do not wait for the callback unless sync is true, and hand failures to nobody unless the error channel is enabled. Channels of SmallRye hand every failure back to the message, but with waitForWriteCompletion=false they take any number of messages in before. ' +
      'Confluent’s client for .NET reports each record unless EnableDeliveryReports is false.',
    remedy:
      'With Spring Cloud Stream set sync=true for the binding, or error-channel-enabled=true and handle what arrives in the error channel. With SmallRye leave waitForWriteCompletion at true, with Confluent.Kafka EnableDeliveryReports. In code, send with a callback or wait for the future, and do something about the exception.',
    falsePositives: 'Applications that handle failed sends in a ProducerListener of their own, and records of which some may be lost.',
    references: [
      'org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder.ProducerConfigurationMessageHandler',
      'org.springframework.cloud.stream.binder.ProducerProperties (errorChannelEnabled)',
      'io.smallrye.reactive.messaging.kafka.impl.KafkaSink',
      'io.smallrye.reactive.messaging.providers.helpers.SenderProcessor',
      'org.apache.kafka.clients.producer.KafkaProducer#send',
      'Confluent.Kafka.Producer<TKey, TValue>.ProduceAsync (confluentinc/confluent-kafka-dotnet)',
    ],
    evidence: ['brokers-away', 'batch-in-flight'],
  },
  examples: {
    bad: [
      { role: 'producer', settings: `${waits}=false` },
      { role: 'librdkafka-producer', settings: `${reports}=false` },
      { role: 'producer', settings: `${sync}=false` },
      { role: 'producer', settings: `${errorChannel}=false` },
    ],
    good: [
      { role: 'producer', settings: `${waits}=true` },
      { role: 'librdkafka-producer', settings: `${reports}=true` },
      { role: 'producer', settings: `${sync}=true` },
      { role: 'producer', settings: `${errorChannel}=true` },
    ],
  },
  *check(config) {
    const unlimited = config.explicit(waits);
    if (unlimited && config.flag(waits) === false) {
      const fixes = [unsafeBut('limited', set(waits, 'true'))];
      yield { message: 'unlimited', at: unlimited, severity: 'information', fixes };
    }
    yield* checkBinding(config);
    const unreported = config.explicit(reports);
    if (unreported && config.flag(reports) === false)
      yield { message: 'unreported', at: unreported, fixes: [unsafeBut('mustCheck', set(reports, 'true'))] };
  },
});

/** A binding of Spring Cloud Stream: only there is it known that sync is off where it is not set. */
function* checkBinding(config: EffectiveConfig): Iterable<Finding> {
  if (config.flag(sync) !== false || config.flag(errorChannel) !== false) return;
  // the commit of a transaction waits for all of its records
  if ([errorHandler, 'transactional.id', 'spring:transaction-id-prefix'].some(key => config.explicit(key))) return;
  const at = [sync, errorChannel].map(key => config.explicit(key)).find(setting => setting !== undefined);
  const fixes = [unsafeBut('eachWaits', set(sync, 'true')), unsafeBut('mustListen', set(errorChannel, 'true'))];
  if (at) yield { message: 'logged', at, fixes };
  else yield { message: 'byDefault', at: 'absent', severity: 'information', fixes };
}
