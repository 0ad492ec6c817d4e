import type { Reading } from '../../config/setting.js';
import type { Document } from '../../syntax/syntax.js';
import type { Carrier } from '../carrier.js';
import type { Recognition } from '../recognition.js';
import { applicationIn } from './application.js';
import { readChannels, readWithoutChannel } from './channels.js';
import { readDotted } from './dotted.js';
import { offerSmallRyeKeys } from './offer.js';
import { recognizeSmallRye } from './recognition.js';
import { readStreams } from './streams.js';
import { writeSmallRye } from './write.js';

const quarkusTitle = 'Quarkus';

/** Channels of SmallRye Reactive Messaging with Kafka behind them, and what Quarkus adds to them: `kafka.*`, profiles, Streams. */
export const smallrye: Carrier = {
  id: 'smallrye',
  title: 'SmallRye Reactive Messaging',
  syntaxes: ['properties', 'yaml'],
  roles: ['producer', 'consumer', 'streams', 'admin', 'topic'],
  claims: 'keys',
  mayRead: (_path, text) => text.includes('messaging') || text.includes('quarkus') || text.includes('kafka-streams'),
  recognize: recognizeSmallRye,
  read,
  write: (target, document, reading) => writeSmallRye(target, document, reading.framework === quarkusTitle),
  writeValue: (_property, _role, value) => value,
  offerKeys: offerSmallRyeKeys,
};

function read(document: Document, path: string, { trust }: Recognition): Reading | undefined {
  const application = applicationIn(document, path);
  const clients = [
    ...readChannels(application, path),
    ...readWithoutChannel(application, path),
    ...readStreams(application, path),
    ...readDotted(application),
  ];
  const settings = clients.flatMap(one => one.settings);
  const unknownKeys = clients.flatMap(one => one.unknownKeys);
  if (clients.length === 0) return undefined;
  return {
    carrier: smallrye.id,
    framework: application.quarkus ? quarkusTitle : smallrye.title,
    scopes: clients.flatMap(one => one.scopes),
    settings,
    unknownKeys,
    openers: clients.flatMap(one => one.openers).map(({ scope, role, entry }) => ({ scope, role, span: entry.keySpan })),
    frameworkDefaults: clients.flatMap(one => one.defaults),
    kafkaVersion: undefined,
    facts: new Set(['framework-commits', 'group-may-be-in-code', ...(application.quarkus ? [] : (['group-made-up'] as const))]),
    trust,
  };
}
