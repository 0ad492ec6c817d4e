import type { DumpedKey } from './dumped.js';

/**
 * The one place for defaults that Kafka takes from the machine or the JVM it runs on. `npm run catalogue -- --check` dumps under another
 * folder, locale, time zone, user and number of processors than `npm run catalogue`, so that anything else of this kind shows.
 * `ssl.protocol` and `ssl.enabled.protocols` stay as a JVM from 11 on gives them (SslConfigs asks it for TLSv1.3).
 */
export function neutralized(key: DumpedKey, temporaryFolder: string): DumpedKey {
  if (typeof key.default !== 'string') return key;
  const algorithm = Object.hasOwn(algorithms, key.name) ? algorithms[key.name] : undefined;
  // state.dir of Streams since 2.8
  return { ...key, default: algorithm ?? key.default.replace(`${temporaryFolder}/`, '${java.io.tmpdir}/') };
}

/** What KeyManagerFactory and TrustManagerFactory.getDefaultAlgorithm(), which SslConfigs asks, answer in OpenJDK. */
const algorithms: Readonly<Record<string, string>> = {
  'ssl.keymanager.algorithm': 'SunX509',
  'ssl.trustmanager.algorithm': 'PKIX',
};
