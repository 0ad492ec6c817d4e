// The files that are measured. Each has one line `acks: 1` (or `acks=1`) that the edits change.

const kafka = [
  'spring:',
  '  application:',
  '    name: orders',
  '  kafka:',
  '    bootstrap-servers: kafka1:9092,kafka2:9092,kafka3:9092',
  '    producer:',
  '      acks: 1',
  '      retries: 10',
  '      key-serializer: org.apache.kafka.common.serialization.StringSerializer',
  '      value-serializer: org.springframework.kafka.support.serializer.JsonSerializer',
  '      properties:',
  '        linger.ms: 20',
  '        delivery.timeout.ms: 20000',
  '    consumer:',
  '      group-id: orders',
  '      auto-offset-reset: latest',
  '      enable-auto-commit: true',
];

/** An application's YAML file with about this many lines, Spring's Kafka settings first. */
export function yamlText(lines) {
  const text = [...kafka];
  for (let i = 0; text.length < lines; i++) {
    text.push(
      `client-${i}:`,
      `  url: https://service-${i}.example.com/api # partner ${i}`,
      '  timeout: 5s',
      '  retry:',
      `    attempts: ${i % 7}`,
      '    backoff: [100, 200, 400]',
      `  enabled: ${i % 2 === 0}`,
      `  title: "Client number ${i}"`,
    );
  }
  return `${text.slice(0, lines).join('\n')}\n`;
}

/** A producer's properties file with this many lines, every tenth a comment. */
export function propertiesText(lines) {
  const text = ['bootstrap.servers=kafka1:9092', 'acks=1', 'linger.ms=20'];
  for (let i = 0; text.length < lines; i++) text.push(i % 10 === 0 ? `# group ${i}` : `application.setting.${i}=value ${i}`);
  return `${text.join('\n')}\n`;
}

/** The edit that writes another value behind `acks`, as an incremental change. */
export function acksEdit(text, separator) {
  const lines = text.split('\n');
  const line = lines.findIndex(one => one.trim().startsWith(`acks${separator}`));
  const character = lines[line].indexOf(separator) + separator.length;
  let length = lines[line].length - character;
  return i => {
    const value = i % 2 === 0 ? '0' : '1';
    const range = { start: { line, character }, end: { line, character: character + length } };
    length = value.length;
    return { range, text: value };
  };
}

/** A JSON schema that wants acks to be all, so that the peer has something to say about the same line. */
export const schema = {
  type: 'object',
  properties: {
    spring: {
      type: 'object',
      properties: {
        kafka: {
          type: 'object',
          properties: {
            producer: { type: 'object', properties: { acks: { enum: ['all'] }, retries: { type: 'integer', minimum: 1_000_000 } } },
          },
        },
      },
    },
  },
};

const cycle = (lines, parts) => {
  const text = [];
  for (let i = 0; text.length < lines; i++) text.push(...parts(i));
  return `${text.slice(0, lines).join('\n')}\n`;
};

/** A compose file with about this many lines: brokers, and what stands around them. */
export function composeText(lines) {
  const services = cycle(lines - 1, i => [
    `  kafka-${i}:`,
    '    image: confluentinc/cp-kafka:7.8.0',
    `    hostname: kafka-${i}`,
    '    ports:',
    `      - "${19092 + i}:19092"`,
    '    environment:',
    `      KAFKA_BROKER_ID: ${i}`,
    '      KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181',
    `      KAFKA_ADVERTISED_LISTENERS: INTERNAL://kafka-${i}:19092`,
    '      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: INTERNAL:PLAINTEXT',
    '      KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "true"',
    '      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 3',
    '    volumes:',
    `      - data-${i}:/var/lib/kafka/data`,
    `  service-${i}:`,
    `    image: registry.example.com/service-${i}:1.0`,
    '    environment:',
    `      - SERVICE_URL=https://service-${i}.example.com`,
    '      - LOG_LEVEL=info',
    '    healthcheck:',
    '      test: ["CMD", "curl", "-f", "http://localhost"]',
    '      retries: 3',
    '    depends_on:',
    `      - kafka-${i}`,
  ]);
  return `services:\n${services}`;
}

/** The values of a chart with about this many lines, those of brokers among them. */
export function valuesText(lines) {
  const own = [
    'kafka:',
    '  image: confluentinc/cp-kafka',
    '  brokers: 3',
    '  configurationOverrides:',
    '    "unclean.leader.election.enable": "true"',
    '    "default.replication.factor": "3"',
  ];
  const others = cycle(lines - own.length, i => [
    `service${i}:`,
    '  image:',
    `    repository: registry.example.com/service${i}`,
    '    tag: 1.0.0',
    '  resources: { limits: { cpu: 1, memory: 512Mi } }',
    '  env:',
    '    - name: LOG_LEVEL',
    '      value: info',
  ]);
  return `${own.join('\n')}\n${others}`;
}

/** The edit that writes another value behind the first `true` in quotes, to and fro. */
export function trueEdit(text) {
  const start = text.indexOf('"true"') + 1;
  const line = text.slice(0, start).split('\n').length - 1;
  const character = start - text.lastIndexOf('\n', start) - 1;
  let length = 4;
  return i => {
    const value = i % 2 === 0 ? 'false' : 'true';
    const range = { start: { line, character }, end: { line, character: character + length } };
    length = value.length;
    return { range, text: value };
  };
}
