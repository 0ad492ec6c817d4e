import { librdkafkaRoles } from '../../kafka/frameworks/librdkafka.js';
import { connectorRoles, type Role } from '../../kafka/property.js';

const clients: readonly Role[] = ['broker', 'topic', 'producer', 'consumer', 'admin'];

/** The programs around Kafka that read a file as a whole: Streams, Connect's workers and MirrorMaker 2. */
const programs: readonly Role[] = ['streams', 'connect-distributed', 'connect-standalone', 'mirror-maker'];

/** Every role of Java that a file is read for: what holds of any key of Kafka holds of theirs. */
export const javaRoles: readonly Role[] = [...clients, ...programs, ...connectorRoles];

/** These and the clients that are made with librdkafka. */
export const everyRole: readonly Role[] = [...javaRoles, ...librdkafkaRoles];

/** The roles that hand no key on to somebody who is not known here: one that they do not know is a mistake. */
export const closedRoles: readonly Role[] = [...clients, ...programs, 'mirror-source', ...librdkafkaRoles];
