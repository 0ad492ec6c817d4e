import type { EffectiveConfig } from '../config/effective.js';
import { defineRule, set, unsafeBut, type Fix } from './rule.js';
import { groupProperty, isAnonymous } from './shared/anonymous-group.js';
import { ownName } from './shared/own-name.js';

export default defineRule({
  id: 'no-consumer-group',
  roles: ['consumer'],
  reads: ['group.id', 'auto.offset.reset', 'value.deserializer'],
  severity: 'warning',
  messages: {
    skips:
      'No consumer group is named, so {framework} makes up a new one at every start: nothing remembers how far it has read, and what is written while the application is down is never read.',
    repeats:
      'No consumer group is named, so {framework} makes up a new one at every start: nothing remembers how far it has read, and every start reads the topics from their beginning.',
    ownName: 'the name must be this application’s own: two applications with one name share the records',
  },
  docs: {
    summary: 'The consumer has no group of its own, so that nothing remembers how far it has read',
    why:
      'Kafka keeps the committed offsets of a consumer under the name of its group. Without a name SmallRye Reactive Messaging and Spring Cloud Stream make one up that no start has had before. Nothing is committed under it, so auto.offset.reset decides every time: with latest, the default, whatever was written between the stop and the start is skipped; with earliest everything is read again. ' +
      'Every instance of the application reads all records then, too, instead of its share of them.',
    remedy:
      'Name the group: group.id of the channel, group of the binding. Quarkus takes the name of the application by itself. Two applications must not have the same name, or each gets only a part of the records.',
    falsePositives:
      'Consumers that every instance wants all records for from now on, such as live views and caches that are emptied by a record.',
    references: [
      'io.smallrye.reactive.messaging.kafka.KafkaConnector#getPublisher',
      'org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder#createConsumerEndpoint',
      'io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer',
    ],
    evidence: ['offsets-topic-lost', 'offsets-expired'],
  },
  examples: {
    bad: [
      {
        role: 'consumer',
        file: 'src/main/resources/application.properties',
        text: 'spring.cloud.stream.kafka.binder.brokers=kafka1:9092\nspring.cloud.stream.bindings.orders-in-0.destination=orders\nspring.cloud.stream.bindings.orders-in-0.error-handler-definition=keep\n',
      },
      {
        role: 'consumer',
        file: 'src/main/resources/META-INF/microprofile-config.properties',
        text: 'mp.messaging.incoming.orders.connector=smallrye-kafka\nmp.messaging.incoming.orders.auto.offset.reset=latest\n',
      },
    ],
    good: [
      {
        role: 'consumer',
        file: 'src/main/resources/application.properties',
        text: 'spring.cloud.stream.kafka.binder.brokers=kafka1:9092\nspring.cloud.stream.bindings.orders-in-0.destination=orders\nspring.cloud.stream.bindings.orders-in-0.error-handler-definition=keep\nspring.cloud.stream.bindings.orders-in-0.group=billing\n',
      },
      {
        role: 'consumer',
        file: 'src/main/resources/META-INF/microprofile-config.properties',
        text: 'mp.messaging.incoming.orders.connector=smallrye-kafka\nmp.messaging.incoming.orders.group.id=orders-service\nmp.messaging.incoming.orders.auto.offset.reset=latest\n',
      },
      {
        role: 'consumer',
        file: 'src/main/resources/application.properties',
        text: 'quarkus.application.name=orders-service\nmp.messaging.incoming.orders.connector=smallrye-kafka\nmp.messaging.incoming.orders.auto.offset.reset=latest\n',
      },
      { role: 'consumer', settings: 'auto.offset.reset=latest', carriers: ['plain', 'spring-boot', 'micronaut'] },
    ],
  },
  *check(config) {
    if (!isAnonymous(config)) return;
    const reset = config.effective('auto.offset.reset')?.text;
    // with none such a consumer does not start at all
    if (reset === 'none') return;
    const common = { at: 'absent', data: { framework: config.framework }, fixes: [nameIt(config)] } as const;
    if (reset === 'earliest') yield { ...common, message: 'repeats', severity: 'information' };
    else yield { ...common, message: 'skips' };
  },
});

function nameIt(config: EffectiveConfig): Fix {
  return unsafeBut('ownName', set(groupProperty(config), ownName(config)));
}
