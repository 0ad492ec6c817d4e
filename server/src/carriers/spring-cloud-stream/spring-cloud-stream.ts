import type { Reading } from '../../config/setting.js';
import type { Document } from '../../syntax/syntax.js';
import type { Carrier } from '../carrier.js';
import type { Recognition } from '../recognition.js';
import { applicationIn } from './application.js';
import { readBoot } from './boot.js';
import { readChannels } from './channels.js';
import { linesOf } from './lines.js';
import { offerStreamKeys } from './offer.js';
import { recognizeApplication } from './recognition.js';
import { readStreams } from './streams.js';
import { writeStream } from './write.js';

/** `spring.cloud.stream.*` with the binders for Kafka and for Kafka Streams, and what of `spring.kafka.*` reaches their clients. */
export const springCloudStream: Carrier = {
  id: 'spring-cloud-stream',
  title: 'Spring Cloud Stream',
  syntaxes: ['yaml', 'properties'],
  roles: ['producer', 'consumer', 'streams', 'admin', 'topic'],
  claims: 'keys',
  mayRead: (_path, text) => /spring/i.test(text) && /cloud/i.test(text) && /stream/i.test(text),
  recognize: (document, path) => recognizeApplication(applicationIn(document, path)),
  read,
  write: writeStream,
  writeValue: (_property, _role, value) => value,
  offerKeys: offerStreamKeys,
};

function read(document: Document, path: string, { trust }: Recognition): Reading | undefined {
  const application = applicationIn(document, path);
  const lines = linesOf(application);
  const boot = readBoot(document, application.parts);
  const clients = [...readChannels(application, lines, boot.clients), ...readStreams(application, lines, boot)];
  const settings = clients.flatMap(one => one.settings);
  const unknownKeys = clients.flatMap(one => one.unknownKeys);
  if (application.bindings.length === 0 && settings.length === 0 && unknownKeys.length === 0) return undefined;
  return {
    carrier: springCloudStream.id,
    framework: springCloudStream.title,
    scopes: clients.flatMap(one => one.scopes),
    settings,
    unknownKeys,
    openers: clients.flatMap(one => one.openers),
    frameworkDefaults: clients.flatMap(one => one.defaults),
    kafkaVersion: undefined,
    // a binding without a group gets one all the same
    facts: new Set(['framework-commits', 'group-may-be-in-code', ...(document.syntax === 'yaml' ? (['duplicates-refused'] as const) : [])]),
    trust,
  };
}
