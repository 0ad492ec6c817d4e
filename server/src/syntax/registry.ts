import { dockerfile } from './dockerfile.js';
import { env } from './env.js';
import { hcl } from './hcl.js';
import { json } from './json.js';
import { properties } from './properties.js';
import type { Syntax, SyntaxId } from './syntax.js';
import { yaml } from './yaml.js';

export const syntaxes: Readonly<Record<SyntaxId, Syntax>> = { properties, yaml, json, env, dockerfile, hcl };

/** `.env`, `kafka.env`, `.env.local`. */
const environments = /(^|[/\\])(\.env(\.[^/\\]*)?|[^/\\]+\.env)$/i;

/** Files of lines with a key and a value that go by another name: Python's `.ini`, what Confluent Cloud hands out, Fluent Bit's own. */
const linesOfKeys = /\.ini$|(^|[/\\])(librdkafka\.config|[^/\\]*fluent[^/\\]*\.conf)$/i;

/** `Dockerfile`, `Dockerfile.kafka`, `kafka.Dockerfile`, `Containerfile`. */
const dockerfiles = /(^|[/\\])(docker|container)file(\.[^/\\]*)?$|\.(docker|container)file$/i;

/** The syntax by the file's ending; by the editor's language where the name has none that is known. Undefined for other files. */
export function syntaxOf(path: string, languageId: string | undefined): Syntax | undefined {
  if (/\.properties$/i.test(path) || linesOfKeys.test(path)) return properties;
  if (/\.ya?ml$/i.test(path)) return yaml;
  if (/\.jsonc?$/i.test(path)) return json;
  if (environments.test(path)) return env;
  if (/\.tf$/i.test(path)) return hcl;
  if (dockerfiles.test(path)) return dockerfile;
  if (/\.[a-z0-9]+$/i.test(path)) return undefined;
  if (languageId === undefined) return undefined;
  if (languageId.includes('yaml')) return yaml;
  if (/^jsonc?$/.test(languageId)) return json;
  if (languageId === 'dotenv') return env;
  if (/^(terraform|hcl)$/.test(languageId)) return hcl;
  if (/^docker(file)?$/.test(languageId)) return dockerfile;
  return /propert|javaprop/.test(languageId) ? properties : undefined;
}
