import { findProperty } from '../catalogue/catalogue.js';
import type { Property, Role } from '../property.js';
import { deploymentAttributes } from './deployment.js';
import { ksqldbAttributes } from './ksqldb.js';
import { dotnetAttributes } from './librdkafka-dotnet.js';
import { micronautAttributes } from './micronaut.js';
import { smallryeAttributes } from './smallrye.js';
import { springBootAttributes } from './spring-boot.js';
import { springCloudStreamAttributes } from './spring-cloud-stream.js';
import { strimziAttributes } from './strimzi.js';

/** The attributes of every framework. */
export const attributes: readonly Property[] = [
  ...springBootAttributes,
  ...springCloudStreamAttributes,
  ...smallryeAttributes,
  ...micronautAttributes,
  ...dotnetAttributes,
  ...ksqldbAttributes,
  ...strimziAttributes,
  ...deploymentAttributes,
];

/** An attribute of a framework by its full name, e.g. `spring:listener.ack-mode`; undefined where there is none for the role. */
function findAttribute(role: Role, name: string): Property | undefined {
  return attributes.find(attribute => attribute.role === role && attribute.name === name);
}

/** A property of Kafka's own catalogue, else an attribute of a framework; undefined where the role knows neither. */
export function propertyNamed(role: Role, name: string): Property | undefined {
  return findProperty(role, name) ?? findAttribute(role, name);
}
