import { embeddedSamplesOf } from './sample.js';

const path = 'Dockerfile';
const image = (name: string, ...lines: readonly string[]): string => [`FROM ${name}`, ...lines, ''].join('\n');

const broker = image('confluentinc/cp-kafka', 'ENV KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://kafka:9092 \\', '    KAFKA_NUM_IO_THREADS=8');
const oldForm = image('apache/kafka AS kafka', 'ENV KAFKA_NUM_NETWORK_THREADS 3', 'CMD ["/etc/kafka/docker/run"]');
const worker = image(
  'confluentinc/cp-kafka-connect',
  'ENV CONNECT_BOOTSTRAP_SERVERS="kafka:9092"',
  'ENV CONNECT_GROUP_ID="connect" CONNECT_OFFSET_STORAGE_TOPIC="connect-offsets"',
);
const spring = image('eclipse-temurin:21', 'ENV SPRING_KAFKA_BOOTSTRAP_SERVERS=kafka:9092', 'ENTRYPOINT ["java", "-jar", "/app.jar"]');
const channel = (direction: string): string =>
  image(
    'eclipse-temurin:21',
    `ENV MP_MESSAGING_${direction}_ORDERS_CONNECTOR=smallrye-kafka`,
    `ENV MP_MESSAGING_${direction}_ORDERS_TOPIC orders`,
  );

export const dockerfileSamples = embeddedSamplesOf('dockerfile', [
  ['plain', 'broker', path, broker],
  ['plain', 'broker', 'kafka.Dockerfile', oldForm],
  ...(['connect-distributed', 'producer', 'consumer'] as const).map(role => ['connect-worker', role, path, worker] as const),
  ['spring-boot', 'producer', path, spring],
  ['spring-boot', 'consumer', path, spring],
  ['smallrye', 'producer', path, channel('OUTGOING'), 'channel orders'],
  ['smallrye', 'consumer', path, channel('INCOMING'), 'channel orders'],
]).map(sample => ({ ...sample, partly: true }));
