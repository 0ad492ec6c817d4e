import type { Role } from '../../src/kafka/property.js';
import { samplesOf } from './sample.js';

const properties = 'src/main/resources/application.properties';
const yaml = 'src/main/resources/application.yaml';
const microProfile = 'src/main/resources/META-INF/microprofile-config.properties';
const channel = (direction: string): string => `mp.messaging.${direction}.orders.connector=smallrye-kafka\n`;
const nested = (direction: string): string => `mp:\n  messaging:\n    ${direction}:\n      orders:\n        connector: smallrye-kafka\n`;
const strategy = 'failure-strategy';
const streams = 'quarkus.kafka-streams.application-id=orders\n';
const nestedStreams = 'quarkus:\n  kafka-streams:\n    application-id: orders\n';

const channels = samplesOf('smallrye', [
  ['producer', properties, channel('outgoing'), 'channel orders'],
  ['producer', yaml, nested('outgoing'), 'channel orders'],
  ['producer', microProfile, channel('outgoing'), 'channel orders'],
  ['consumer', properties, channel('incoming'), 'channel orders'],
  ['consumer', yaml, nested('incoming'), 'channel orders'],
  ['consumer', microProfile, channel('incoming'), 'channel orders'],
]);

const deadLetters = samplesOf('smallrye', [
  [
    'producer',
    properties,
    `${channel('incoming')}mp.messaging.incoming.orders.${strategy}=dead-letter-queue\n`,
    'dead letters of channel orders',
  ],
  ['producer', yaml, `${nested('incoming')}        ${strategy}: dead-letter-queue\n`, 'dead letters of channel orders'],
]);

const ofStreams = (['streams', 'producer', 'consumer', 'admin', 'topic'] satisfies Role[]).flatMap(role =>
  samplesOf('smallrye', [
    [role, properties, streams, 'streams'],
    [role, yaml, nestedStreams, 'streams'],
  ]),
);

export const smallryeSamples = [...channels, ...deadLetters, ...ofStreams];
