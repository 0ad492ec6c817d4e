import type { Role } from '../../kafka/property.js';
import { ownLayout, type Layout } from '../shared/layout.js';

/** Keys that Connect compares with others, or whose name holds one that the user has chosen. */
const comparedByConnectors =
  /^(producer|consumer|admin)\.override\.|^(source\.)?consumer\.isolation\.level$|^topic\.creation\.|^(transforms|predicates)\..+\.type$|^offset-syncs[-.]|^exactly\.once\.support$|^emit\.offset-syncs\.enabled$/;

/** The file of a connector: what Connect does not know belongs to the connector itself. */
export function connectorLayout(role: Role, keys: readonly string[]): Layout {
  return ownLayout(role, keys, comparedByConnectors, () => true);
}
