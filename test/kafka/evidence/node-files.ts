import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

export type Settings = Readonly<Record<string, string | number | boolean>>;

/** Id of the node that is no broker: the controller, or before 3.0 ZooKeeper. */
const controllerId = 100;

/** A server process of a cluster, ready to be started. */
export interface NodeFile {
  readonly id: number;
  /** Its properties. */
  readonly file: string;
  /** Its data, removed when its disk is lost. */
  readonly data: string;
  readonly main: string;
}

export interface NodeSettings {
  readonly brokers: number;
  /** Added to the file of each broker. */
  readonly broker: Settings;
  /** Added to the file of the controller; without effect where ZooKeeper takes its place. */
  readonly controller: Settings;
}

/** Whether a cluster of that version runs with ZooKeeper here: KRaft was not meant for use before 3.3, and 3.x runs it well enough. */
export function usesZooKeeper(version: string): boolean {
  return Number(version.split('.')[0]) < 3;
}

/**
 * Writes the properties of one controller (or ZooKeeper) and the brokers 1, 2 and so on into a folder; the ports are one for each, the
 * controller's first. The controller is a node of its own because scenarios pause and kill brokers, and a quorum among them would be gone.
 * What differs from the defaults makes a dead broker known after 4 s (default: 9 s) and the JVMs small.
 */
export function writeNodeFiles(folder: string, version: string, ports: readonly number[], settings: NodeSettings): NodeFile[] {
  const [controllerPort = 0, ...brokerPorts] = ports;
  const zooKeeper = usesZooKeeper(version);
  const write = (id: number, main: string, properties: Settings): NodeFile => {
    const file = join(folder, `${id}.properties`);
    const lines = Object.entries(properties).map(([key, value]) => `${key}=${value}\n`);
    writeFileSync(file, lines.join(''));
    return { id, file, data: dataFolder(folder, id), main };
  };
  const common = zooKeeper
    ? {
        'zookeeper.connect': `127.0.0.1:${controllerPort}`,
        'zookeeper.session.timeout.ms': sessionMs,
        // without it a broker waits for a ZooKeeper that starts beside it only as long as a session
        'zookeeper.connection.timeout.ms': 60_000,
      }
    : { 'controller.quorum.voters': `${controllerId}@127.0.0.1:${controllerPort}`, 'controller.listener.names': 'CONTROLLER' };
  const controller = zooKeeper
    ? write(controllerId, 'org.apache.zookeeper.server.quorum.QuorumPeerMain', zooKeeperProperties(folder, controllerPort))
    : write(controllerId, 'kafka.Kafka', {
        ...common,
        ...kraftRole(folder, controllerId, 'controller'),
        listeners: `CONTROLLER://127.0.0.1:${controllerPort}`,
        ...settings.controller,
      });
  const brokers = brokerPorts.map((port, index) =>
    write(index + 1, 'kafka.Kafka', {
      ...common,
      ...(zooKeeper ? { 'broker.id': index + 1, 'log.dirs': dataFolder(folder, index + 1) } : kraftRole(folder, index + 1, 'broker')),
      listeners: `PLAINTEXT://127.0.0.1:${port}`,
      ...smallBroker,
      'offsets.topic.replication.factor': Math.min(3, settings.brokers),
      'transaction.state.log.replication.factor': Math.min(3, settings.brokers),
      ...settings.broker,
    }),
  );
  return [controller, ...brokers];
}

const sessionMs = 4000;

const smallBroker: Settings = {
  'auto.leader.rebalance.enable': false,
  'offsets.topic.num.partitions': 1,
  'transaction.state.log.num.partitions': 1,
  'group.initial.rebalance.delay.ms': 0,
  'num.network.threads': 1,
  'num.io.threads': 2,
  'background.threads': 2,
  'log.cleaner.dedupe.buffer.size': 2_097_152, // 128 MB by default, half of the heap
};

function kraftRole(folder: string, id: number, role: string): Settings {
  return {
    'process.roles': role,
    'node.id': id,
    'log.dirs': dataFolder(folder, id),
    'broker.session.timeout.ms': sessionMs,
    'broker.heartbeat.interval.ms': 300,
  };
}

function zooKeeperProperties(folder: string, port: number): Settings {
  return {
    dataDir: dataFolder(folder, controllerId),
    clientPort: port,
    clientPortAddress: '127.0.0.1',
    tickTime: 500, // the shortest session is two ticks
    'admin.enableServer': false,
  };
}

function dataFolder(folder: string, id: number): string {
  return join(folder, `data-${id}`);
}

/** Ports of 127.0.0.1 that are free now. Another process may take one before it is used. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}
