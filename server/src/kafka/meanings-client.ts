/** Keys that producers, consumers and admin clients share, each in one sentence. */
export const clientMeanings: Readonly<Record<string, string>> = {
  'bootstrap.servers': 'Brokers that the client asks first for the members of the cluster; name at least two, so that one may be down.',
  'client.id': 'Name of this client in the logs, quotas and metrics of the brokers.',
  'metadata.max.age.ms':
    'Milliseconds after which the client asks for topics and partitions again, so the longest time until it sees added ones.',
  'metadata.recovery.strategy': 'What the client does when no broker it knows answers: start again from the bootstrap list, or give up.',
  'request.timeout.ms':
    'Milliseconds to wait for one answer of a broker before the request counts as failed and is sent again or given up.',
  'default.api.timeout.ms': 'Milliseconds after which a blocking call, such as a commit, fails for good, all its retries included.',
  'retry.backoff.ms': 'Milliseconds before the first retry; the wait grows with each further one up to retry.backoff.max.ms.',
  'retry.backoff.max.ms': 'Longest wait between two retries in milliseconds.',
  'security.protocol': 'Whether the connection is encrypted and authenticated: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL.',
  'connections.max.idle.ms': 'Milliseconds after which an unused connection is closed.',
  'interceptor.classes': 'Classes that see, and may change, every record of this client.',
};
