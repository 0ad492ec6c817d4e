/** What MSK Connect sets for its workers. Source: awsdocs/amazon-msk-developer-guide, doc_source/msk-connect-workers.md. */
export const ofWorkers = [
  ...['bootstrap.servers', 'group.id', 'config.storage.topic', 'status.storage.topic', 'offset.storage.topic'],
  ...['connector.client.config.override.policy', 'listeners', 'plugin.path'],
].map(property => ({ property, value: undefined }));
