import type { Role } from '../../kafka/property.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { knows } from '../shared/layout.js';
import { scores, type Recognition } from '../recognition.js';
import { applicationIn, production } from './application.js';
import { readDotted } from './dotted.js';
import { isKafkaConnector, kafkaConnectorOf, kafkaEvidence } from './connectors.js';
import { roleOf } from './meaning.js';

/** Whether the document configures channels with Kafka behind them, or the Streams of a Quarkus application. */
export function recognizeSmallRye(document: Document, path: string): Recognition | undefined {
  const application = applicationIn(document, path);
  const { channels, connectors, globals, streams, quarkus } = application;
  const evidence = kafkaEvidence(application);
  const live = channels.flatMap(channel => {
    const profiles = [production, ...channel.own.flatMap(one => one.profiles)];
    const kafka = profiles.some(profile => kafkaConnectorOf(channel, profile, application, evidence) !== undefined);
    return kafka
      ? [{ channel, named: profiles.some(profile => kafkaConnectorOf(channel, profile, application, undefined) !== undefined) }]
      : [];
  });
  const connector = connectors.filter(({ area }) => isKafkaConnector(area.connector));
  const client = quarkus ? globals.filter(({ area }) => knows('producer', area.key) || knows('consumer', area.key)) : [];
  const roles: readonly Role[] = [
    ...new Set([...live.map(({ channel }) => roleOf(channel.direction)), ...(streams.length > 0 ? (['streams'] as const) : [])]),
  ];
  const dotted = readDotted(application).flatMap(({ settings }) => settings);
  const named = live.some(one => one.named) || [connector, streams, dotted].some(({ length }) => length > 0);
  const certain = named || evidence?.certain === true;
  const [first = 'producer', ...others] = roles;
  const entries: readonly Entry[] = [
    ...live.flatMap(({ channel }) => channel.own.slice(0, 1)),
    ...connector,
    ...streams,
    ...client,
    ...dotted,
  ].map(({ entry }) => entry);
  if (entries.length === 0) return undefined;
  const clues = entries.slice(0, 3).map(entry => ({ why: certain ? 'own-key' : 'usual-key', entry }) as const);
  return { score: scores.own, readable: true, trust: certain ? 'certain' : 'inferred', roles: [first, ...others], clues };
}
