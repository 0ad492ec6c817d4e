import { embeddedSamplesOf } from './sample.js';

const lines = (...variables: readonly string[]): string => variables.map(line => `${line}\n`).join('');

const broker = lines('KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://kafka:9092', 'KAFKA_NUM_IO_THREADS=8');
const worker = lines('CONNECT_BOOTSTRAP_SERVERS=kafka:9092', 'CONNECT_GROUP_ID="connect"', 'CONNECT_OFFSET_STORAGE_TOPIC=connect-offsets');
const spring = lines('SPRING_KAFKA_BOOTSTRAP_SERVERS=kafka:9092', 'export SPRING_KAFKA_PRODUCER_CLIENT_ID=orders');
const channel = (direction: string): string =>
  lines(`MP_MESSAGING_${direction}_ORDERS_CONNECTOR=smallrye-kafka`, `MP_MESSAGING_${direction}_ORDERS_TOPIC=orders`);

export const envFileSamples = embeddedSamplesOf('env-file', [
  ['plain', 'broker', 'kafka.env', broker],
  ['connect-worker', 'connect-distributed', 'connect.env', worker],
  ['spring-boot', 'producer', '.env', spring],
  ['spring-boot', 'consumer', '.env', spring],
  ['smallrye', 'producer', '.env', channel('OUTGOING'), 'channel orders'],
  ['smallrye', 'consumer', '.env', channel('INCOMING'), 'channel orders'],
]).map(sample => ({ ...sample, partly: true }));
