/** Much of what a file may have. */
export const ordinary = `spring:
  application:
    name: billing
  cloud:
    function:
      definition: orders;audit
    stream:
      bindings:
        orders-in-0:
          destination: orders
          group: billing
          consumer:
            max-attempts: 5
            concurrency: 3
        orders-out-0:
          destination: invoices
          producer:
            error-channel-enabled: true
        audit-in-0:
          destination: audit
      kafka:
        binder:
          brokers: kafka1, kafka2:9093
          required-acks: all
          replication-factor: 3
          configuration:
            security.protocol: SASL_SSL
            max.poll.records: 50
          producer-properties:
            delivery.timeout.ms: 180000
            "[max.in.flight.requests.per.connection]": 1
          consumerProperties:
            session.timeout.ms: 45000
        bindings:
          orders-in-0:
            consumer:
              ackMode: MANUAL_IMMEDIATE
              startOffset: earliest
              enableDlq: true
              dlqName: orders-dead
              dlqProducerProperties:
                configuration:
                  acks: all
                  retries: 5
          orders-out-0:
            producer:
              sync: true
              compressionType: lz4
              configuration:
                acks: all
                enable.idempotence: true
                linger.ms: 20
`;

/** Two documents with a condition. */
export const profiles = `spring.cloud.stream:
  bindings:
    orders-in-0.group: billing
    orders-out-0.destination: orders
  kafka.binder.required-acks: 1
  kafka.bindings.orders-out-0.producer.configuration.linger.ms: 5
---
spring.config.activate.on-profile: eu
spring.kafka.producer.acks: all
spring.cloud.stream.kafka.bindings.orders-in-0.consumer.startOffset: latest
---
spring.config.activate.on-profile: us
spring.cloud.stream.kafka.binder:
  requiredAcks: all
  configuration.retries: 7
---
spring.cloud.stream.kafka.default.producer.batchTimeout: 9
`;

/** Two binders, one with an environment of its own. */
export const severalBinders = `spring.cloud.stream:
  default-binder: near
  bindings:
    orders-out-0: {destination: orders, binder: far}
    audit-out-0: {destination: audit}
    orders-in-0: {destination: orders, group: billing, binder: far}
  kafka.binder:
    required-acks: 1
    producer-properties: {linger.ms: 3, retries: 9}
  kafka.bindings.orders-out-0.producer.configuration.max.block.ms: 70000
  binders:
    near:
      type: kafka
    far:
      type: kafka
      environment:
        spring.cloud.stream.kafka.binder:
          brokers: far:9092
          requiredAcks: all
          producer-properties.retries: 4
        spring:
          kafka:
            consumer:
              auto-offset-reset: latest
`;

/** Names with dots in them. */
export const bracketed = `spring.cloud.stream:
  bindings:
    "[orders.in]":
      group: billing
    "[orders.out]":
      producer: {error-channel-enabled: true}
  kafka:
    bindings:
      "[orders.in]":
        consumer: {startOffset: latest}
      "[orders.out]":
        producer:
          configuration: {"[acks]": 1}
`;

/** Transactions in one document with a condition. */
export const transactionsOfProfile = `spring.cloud.stream:
  bindings.orders-out-0:
    destination: orders
    producer.error-channel-enabled: true
  kafka:
    default.producer.sync: true
    bindings.orders-out-0.producer.configuration: {retries: 3, linger.ms: 8}
    binder.producer-properties.max.block.ms: 70000
---
spring.config.activate.on-profile: eu
spring.cloud.stream.kafka.binder.transaction.transaction-id-prefix: tx-
---
spring.config.activate.on-profile: us
spring.cloud.stream.kafka.default.producer.configuration.retries: 4
`;

/** Dead letters, which one document with a condition turns off. */
export const deadLettersOfProfiles = `spring.cloud.stream:
  bindings.orders-in-0: {destination: orders, group: billing}
  kafka:
    binder.required-acks: all
    bindings.orders-in-0.consumer:
      enable-dlq: true
      dlq-producer-properties.configuration.retries: 3
---
spring.config.activate.on-profile: eu
spring.cloud.stream.kafka.bindings.orders-in-0.consumer.enable-dlq: false
spring.kafka.producer.retries: 5
---
spring.config.activate.on-profile: asia
spring.kafka.producer.retries: 6
spring.cloud.stream.kafka.binder.producer-properties.linger.ms: 4
---
spring.config.activate.on-profile: us
spring.cloud.stream.kafka.binder.required-acks: 1
spring.kafka.producer.properties.enable.idempotence: false
`;
