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
