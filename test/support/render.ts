import type { Carrier } from '../../server/src/carriers/carrier.js';
import { carriers } from '../../server/src/carriers/registry.js';
import type { Role } from '../../server/src/kafka/property.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import type { SyntaxId } from '../../server/src/syntax/syntax.js';
import { applyEdits } from '../../server/src/text/edit.js';

/** A carrier in one of its syntaxes, with the beginning of a file that it recognises by itself. */
export interface Form {
  readonly carrier: Carrier;
  readonly syntax: SyntaxId;
  readonly path: (role: Role) => string;
  readonly beginning: (role: Role) => string;
}

const plainNames: Partial<Record<Role, string>> = {
  broker: 'server.properties',
  topic: 'orders-topic.properties',
  producer: 'producer.properties',
  consumer: 'consumer.properties',
  admin: 'admin.properties',
  streams: 'orders-streams.properties',
  'connect-distributed': 'connect-distributed.properties',
  'connect-standalone': 'connect-standalone.properties',
  'mirror-maker': 'connect-mirror-maker.properties',
};

// keys that no rule looks at, so that the file is recognised even where an example is one misspelled key
const plainBeginnings: Partial<Record<Role, string>> = {
  broker: 'num.network.threads=3\nnum.io.threads=8\n',
  topic: 'compression.type=producer\npreallocate=false\n',
  streams: 'application.id=orders\nbootstrap.servers=kafka1:9092\nnum.stream.threads=2\n',
  'connect-distributed': 'bootstrap.servers=kafka1:9092\ngroup.id=connect\noffset.storage.topic=connect-offsets\n',
  'connect-standalone': 'bootstrap.servers=kafka1:9092\noffset.storage.file.filename=/var/lib/connect/offsets\n',
  connector: 'name=orders\nconnector.class=com.example.Orders\n',
  'source-connector': 'name=orders\nconnector.class=com.example.OrdersSource\n',
  'sink-connector': 'name=orders\nconnector.class=com.example.OrdersSink\n',
  'mirror-maker': 'clusters=A,B\nA.bootstrap.servers=kafka1:9092\nB.bootstrap.servers=kafka2:9092\n',
  'mirror-source': 'name=orders\nconnector.class=org.apache.kafka.connect.mirror.MirrorSourceConnector\n',
  'mirror-checkpoint': 'name=orders\nconnector.class=org.apache.kafka.connect.mirror.MirrorCheckpointConnector\n',
  'mirror-heartbeat': 'name=orders\nconnector.class=org.apache.kafka.connect.mirror.MirrorHeartbeatConnector\n',
};
const clientBeginning = 'bootstrap.servers=kafka1:9092\nclient.id=orders\n';

export const forms: readonly Form[] = [
  {
    carrier: carrierOf('plain'),
    syntax: 'properties',
    path: role => `config/${plainNames[role] ?? 'kafka.properties'}`,
    beginning: role => plainBeginnings[role] ?? clientBeginning,
  },
  {
    carrier: carrierOf('spring-boot'),
    syntax: 'yaml',
    path: () => 'src/main/resources/application.yml',
    beginning: () => 'spring:\n  kafka:\n    bootstrap-servers: kafka1:9092\n',
  },
  {
    carrier: carrierOf('spring-boot'),
    syntax: 'properties',
    path: () => 'src/main/resources/application.properties',
    beginning: () => 'spring.kafka.bootstrap-servers=kafka1:9092\n',
  },
];

/** The settings, `property=value` a line, written by the carrier itself; undefined where it cannot spell one of them. */
export function render(form: Form, role: Role, settings: string): { path: string; text: string } | undefined {
  const { carrier } = form;
  const syntax = syntaxes[form.syntax];
  const path = form.path(role);
  let text = form.beginning(role);
  if (!carrier.roles.includes(role)) return undefined;
  for (const line of settings.split('\n').filter(one => one !== '')) {
    const [property, value] = [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)];
    const document = syntax.parse(text);
    const reading = carrier.read(document, path);
    const scope = reading?.scopes[0];
    if (!reading || !scope) throw new Error(`${carrier.id} does not read what it wrote:\n${text}`);
    const spelling = carrier.write({ property, role, scope, near: undefined }, document, reading);
    if (!spelling) return undefined;
    const last = document.entries.at(-1);
    const place = form.syntax === 'properties' && last ? { after: last } : spelling.place;
    text = applyEdits(text, syntax.insert(document, place, spelling.keys, carrier.writeValue(property, role, value, undefined)));
  }
  return { path, text };
}

function carrierOf(id: string): Carrier {
  const carrier = carriers.find(one => one.id === id);
  if (!carrier) throw new Error(`There is no carrier ${id}.`);
  return carrier;
}
