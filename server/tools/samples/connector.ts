import { samplesOf } from './sample.js';

const file = (connectorClass: string): string => `name=orders\nconnector.class=${connectorClass}\n`;
const mirror = (name: string): string => file(`org.apache.kafka.connect.mirror.${name}`);
const path = 'config/kafka.properties';

export const connectorSamples = samplesOf('connector', [
  ['connector', path, file('com.example.Orders')],
  ['source-connector', path, file('com.example.OrdersSource')],
  ['sink-connector', path, file('com.example.OrdersSink')],
  ['mirror-source', path, mirror('MirrorSourceConnector')],
  ['mirror-checkpoint', path, mirror('MirrorCheckpointConnector')],
  ['mirror-heartbeat', path, mirror('MirrorHeartbeatConnector')],
]);
