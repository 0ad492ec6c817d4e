import type { Property, Role } from '../property.js';
import { springBootAttributes } from './spring-boot.js';

/** An attribute of a framework by its full name, e.g. `spring:listener.ack-mode`; undefined where there is none for the role. */
export function findAttribute(role: Role, name: string): Property | undefined {
  return springBootAttributes.find(attribute => attribute.role === role && attribute.name === name);
}
