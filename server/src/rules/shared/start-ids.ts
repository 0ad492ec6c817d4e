import type { EffectiveConfig } from '../../config/effective.js';
import { listOf, nodeKind } from '../../config/node.js';
import type { Setting } from '../../config/setting.js';
import { atLeast, before } from '../../kafka/version.js';
import { set, unsafeBut, type Finding } from '../rule.js';

/**
 * What KafkaConfig.validateValues refuses about the node's id and its quorum. A file without `process.roles` may be a part of a
 * configuration: there nothing that is absent is missed.
 */
export function* checkIds(config: EffectiveConfig): Iterable<Finding> {
  const nodeId = config.explicit('node.id');
  const brokerId = config.explicit('broker.id');
  const [node, broker] = [wholeNumber(config, 'node.id'), wholeNumber(config, 'broker.id')];
  if (nodeId && brokerId && node !== undefined && broker !== undefined && node !== broker && atLeast(config.version, '3.1')) {
    const fixes = [unsafeBut('keepOldId', set('broker.id', String(node)))];
    yield { message: 'idsDiffer', at: brokerId, related: [nodeId], data: { node }, fixes };
    return;
  }
  const roles = config.explicit('process.roles');
  if (!roles || nodeKind(config) === undefined) return;
  yield* checkQuorum(config, roles);
  const given = nodeId ?? brokerId;
  if (!given) yield { message: 'noId', at: roles };
  else yield* checkMembership(config, given, node ?? broker);
}

/** Voters and bootstrap controllers may both be given; bootstrap controllers alone serve since 3.9 (KIP-853). */
function* checkQuorum(config: EffectiveConfig, roles: Setting): Iterable<Finding> {
  if (isGiven(config, 'controller.quorum.voters')) return;
  const bootstrap = isGiven(config, 'controller.quorum.bootstrap.servers')
    ? config.explicit('controller.quorum.bootstrap.servers')
    : undefined;
  if (!bootstrap) yield { message: 'noQuorum', at: roles };
  else if (before(config.version, '3.9')) yield { message: 'noVoters', at: bootstrap, related: [roles], on: 'key' };
}

function* checkMembership(config: EffectiveConfig, given: Setting, id: number | undefined): Iterable<Finding> {
  if (id === undefined) return;
  // since 4.0 the validator of node.id says so itself
  if (id < 0 && (before(config.version, '4.0') || given.property === 'broker.id')) yield { message: 'negativeId', at: given };
  const voters = config.explicit('controller.quorum.voters');
  const ids = listOf(config, 'controller.quorum.voters').map(voter => /^\s*([+-]?\d+)@/.exec(voter)?.[1]);
  if (!voters || id < 0 || ids.length === 0 || ids.includes(undefined)) return;
  const among = ids.some(voter => Number(voter) === id);
  const brokerOnly = nodeKind(config) === 'broker';
  if (brokerOnly && among) yield { message: 'brokerAmongVoters', at: given, related: [voters] };
  if (!brokerOnly && !among) yield { message: 'controllerNotAmongVoters', at: given, related: [voters], data: { voters: ids.join(', ') } };
}

/** Set to something, known or not. */
export function isGiven(config: EffectiveConfig, property: string): boolean {
  return config.explicit(property) !== undefined && config.text(property) !== '';
}

function wholeNumber(config: EffectiveConfig, property: string): number | undefined {
  return config.explicit(property) ? config.number(property) : undefined;
}
