/** Files of KRaft nodes, one key a line, that Kafka starts with. */
export const broker = [
  'process.roles=broker',
  'node.id=1',
  'controller.quorum.voters=7@c7:9093,8@c8:9093,9@c9:9093',
  'controller.listener.names=CONTROLLER',
  'listeners=PLAINTEXT://kafka1:9092',
].join('\n');

export const controller = [
  'process.roles=controller',
  'node.id=7',
  'controller.quorum.voters=7@c7:9093,8@c8:9093,9@c9:9093',
  'controller.listener.names=CONTROLLER',
  'listeners=CONTROLLER://c7:9093',
].join('\n');

export const combined = [
  'process.roles=broker,controller',
  'node.id=7',
  'controller.quorum.voters=7@c7:9093,8@c8:9093,9@c9:9093',
  'controller.listener.names=CONTROLLER',
  'listeners=PLAINTEXT://c7:9092,CONTROLLER://c7:9093',
].join('\n');

export const zookeeperBroker = 'broker.id=1\nzookeeper.connect=zk1:2181,zk2:2181,zk3:2181';

/** The file with some keys set to another value, or added; a key that is undefined is left out. */
export function but(file: string, changes: Readonly<Record<string, string | undefined>>): string {
  const kept = file.split('\n').filter(line => !(line.slice(0, line.indexOf('=')) in changes));
  const added = Object.entries(changes).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
  return [...kept, ...added].join('\n');
}
